"""Whatever comes in, reading it ends in a request or in a refusal, never in another exception."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import Request

from app.configuratie import Configuratie
from app.http.fouten import Geweigerd
from app.http.lezen import lees_get, lees_post
from app.http.mediatypen import Mediatype, is_json, onderhandel

if TYPE_CHECKING:
    from starlette.types import Message

CONFIGURATIE = Configuratie()
KOP = st.text(st.characters(max_codepoint=255, exclude_characters="\r\n\0"))
STUKJES = st.lists(
    st.sampled_from(["application/json", "*/*", ";", ",", "q=", "0.5", "charset", "*=", "''", '"', "*0*", "=", "%"])
)
TEKST = st.text(st.characters(codec=None))  # also lone surrogates
WAARDE = st.recursive(st.none() | st.booleans() | st.floats() | st.integers() | TEKST, st.lists, max_leaves=20)
VELDEN = st.dictionaries(st.sampled_from(["query", "operationName", "variables", "extensions"]) | TEKST, WAARDE)


def _post(lichaam: bytes) -> Request:
    async def ontvang() -> Message:
        return {"type": "http.request", "body": lichaam}

    koppen = [(b"content-type", b"application/json")]
    return Request({"type": "http", "method": "POST", "headers": koppen}, ontvang)


def _lees(lichaam: bytes) -> int:
    """Return the status that reading this body leads to; what is read can be written again."""
    try:
        verzoek = asyncio.run(lees_post(_post(lichaam), CONFIGURATIE))
    except Geweigerd as fout:
        return fout.status
    delen = [verzoek.document, verzoek.operatienaam, verzoek.variabelen]
    json.dumps(delen, ensure_ascii=False, allow_nan=False).encode()
    return 200


def _lees_adres(vraag: bytes) -> int:
    scope = {"type": "http", "method": "GET", "path": "/graphql", "query_string": b"query=" + vraag, "headers": []}
    scope |= {"server": ("register", 80), "scheme": "http"}
    try:
        lees_get(Request(scope), CONFIGURATIE)
    except Geweigerd as fout:
        return fout.status
    return 200


@given(st.binary())
def test_losse_bytes_zijn_geen_verzoek(lichaam: bytes) -> None:
    assert _lees(lichaam) == 400


@given(VELDEN)
def test_elk_json_object_wordt_gelezen_of_geweigerd(velden: dict[str, object]) -> None:
    mag = {200, 400} if isinstance(velden.get("query"), str) else {400}
    assert _lees(json.dumps(velden).encode()) in mag


@given(st.text(st.characters(codec="utf-8")), st.dictionaries(st.text(st.characters(codec="utf-8")), st.integers()))
def test_een_goed_verzoek_wordt_gelezen(document: str, variabelen: dict[str, int]) -> None:
    assert _lees(json.dumps({"query": document, "variables": variabelen}, ensure_ascii=False).encode()) == 200


@given(st.binary().map(lambda ruw: ruw.replace(b"#", b"")))
def test_elk_adres_wordt_gelezen_of_geweigerd(vraag: bytes) -> None:
    assert _lees_adres(vraag) in {200, 400}


@given(st.lists(KOP | STUKJES.map("".join)))
def test_elke_accept_geeft_een_keuze(koppen: list[str]) -> None:
    assert onderhandel(tuple(koppen)) in {*Mediatype, None}


@given(KOP | STUKJES.map("".join))
def test_elk_mediatype_is_json_of_niet(kop: str) -> None:
    assert is_json(kop) in {True, False}


@pytest.mark.parametrize(("lijsten", "status"), [(30, 200), (31, 400)])
def test_de_grens_aan_de_diepte_ligt_waar_de_instelling_zegt(lijsten: int, status: int) -> None:
    lijst = b"[" * lijsten + b"]" * lijsten  # in two objects: 32 deep
    assert _lees(b'{"query":"","variables":{"a":' + lijst + b"}}") == status
