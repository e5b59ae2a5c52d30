"""GraphQL over HTTP: status, media type and body for every situation."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from app.configuratie import Configuratie
from app.http.poort import GraphqlAntwoord, NietOverGet
from app.tokens.toets import TEKST
from domain import fouten
from domain.aanroeper import Aanroeper, Rol
from tests.http.conftest import DATA, GRAPHQL, JSON, VERZOEKFOUT, Klant, Nep, fout_van, in_stukken

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping


@pytest.mark.parametrize(
    ("accept", "type_"),
    [
        (None, JSON),
        ("", JSON),
        ("*/*", JSON),
        ("application/*", JSON),
        (JSON, JSON),
        ("APPLICATION/JSON", JSON),
        ("application/json; charset=UTF-8", JSON),
        ("application/json, */*", JSON),
        (GRAPHQL, GRAPHQL),
        (f"{GRAPHQL}; charset=utf-8", GRAPHQL),
        (f"{GRAPHQL}, application/json;q=0.9", GRAPHQL),
        (f"{JSON};q=0.9, {GRAPHQL}", GRAPHQL),
        (f"{GRAPHQL}, {JSON}", GRAPHQL),
        (f"{JSON}, {GRAPHQL}", JSON),
        (f"{GRAPHQL}, */*", GRAPHQL),
        (f"*/*, {JSON};q=0", GRAPHQL),
        (f"text/html, {GRAPHQL};q=0.1", GRAPHQL),
    ],
)
def test_het_antwoord_heeft_het_mediatype_dat_de_vrager_wil(klant: Klant, accept: str | None, type_: str) -> None:
    antwoord = klant.post(koppen={"Accept": accept})
    assert (antwoord.status_code, antwoord.content) == (200, DATA)
    assert antwoord.headers["Content-Type"] == f"{type_}; charset=utf-8"


@pytest.mark.parametrize(
    "accept", ["text/html", "application/json;q=0", "*/*;q=0", f"{JSON};charset=latin1", "application/json;q=9", ";;,"]
)
def test_wie_niets_wil_dat_wij_maken_krijgt_406(klant: Klant, accept: str) -> None:
    antwoord = klant.post(koppen={"Accept": accept})
    assert antwoord.status_code == 406
    assert fout_van(antwoord)["extensions"]["code"] == "ONGELDIG_VERZOEK"
    assert klant.nep.gevraagd == []


REGISTERFOUTEN = {
    fouten.NietBevoegd: (200, 400),
    fouten.OngeldigVerzoek: (200, 400),
    fouten.TeGroot: (200, 400),
    fouten.TeRecent: (200, 400),
    fouten.TeVeel: (429, 429),
    fouten.NietAangemeld: (401, 401),
    fouten.BronOnbereikbaar: (503, 503),
    fouten.TijdOverschreden: (504, 504),
}


@pytest.mark.parametrize("soort", REGISTERFOUTEN)
@pytest.mark.parametrize("accept", [JSON, GRAPHQL])
def test_een_fout_van_het_register_heeft_code_tekst_en_status(accept: str, soort: type[fouten.RegisterFout]) -> None:
    antwoord = Klant(Nep(fout=soort("Mag niet."))).post(koppen={"Accept": accept})
    assert antwoord.status_code == REGISTERFOUTEN[soort][accept == GRAPHQL]
    assert antwoord.headers["Content-Type"] == f"{accept}; charset=utf-8"
    fout = fout_van(antwoord)
    assert (fout["message"], fout["extensions"]["code"]) == ("Mag niet.", soort.code)


@pytest.mark.parametrize(("accept", "status"), [(JSON, 200), (GRAPHQL, 400)])
def test_een_verzoekfout_van_de_uitvoerder_gaat_ongewijzigd_uit(accept: str, status: int) -> None:
    nep = Nep(antwoord=GraphqlAntwoord(lichaam=VERZOEKFOUT, uitgevoerd=False))
    antwoord = Klant(nep).post(koppen={"Accept": accept})
    assert (antwoord.status_code, antwoord.content) == (status, VERZOEKFOUT)


@pytest.mark.parametrize("fout", [RuntimeError("999910061"), RecursionError(), TimeoutError("geheim")])
@pytest.mark.parametrize("accept", [JSON, GRAPHQL])
def test_een_onverwachte_fout_toont_alleen_een_code_en_een_id(fout: Exception, accept: str) -> None:
    antwoord = Klant(Nep(fout=fout)).post(koppen={"Accept": accept})
    assert antwoord.status_code == 500
    assert antwoord.headers["Content-Type"] == f"{accept}; charset=utf-8"
    assert fout_van(antwoord)["extensions"]["code"] == "INTERN"
    assert "999910061" not in antwoord.text
    assert "geheim" not in antwoord.text


def test_de_uitvoerder_krijgt_verzoek_aanroeper_en_correlatie_id(klant: Klant) -> None:
    antwoord = klant.post(
        {"query": "query Q($a: Int) {x}", "operationName": "Q", "variables": {"a": 1}, "extensions": {}}
    )
    ((verzoek, aanroeper, correlatie_id),) = klant.nep.gevraagd
    assert (verzoek.document, verzoek.operatienaam, verzoek.variabelen) == ("query Q($a: Int) {x}", "Q", {"a": 1})
    assert not verzoek.alleen_introspectie
    assert aanroeper == Aanroeper(rol=Rol.MBO, instelling="27DV")
    assert correlatie_id == antwoord.headers["X-Correlatie-Id"]


@pytest.mark.parametrize("leeg", [{}, {"operationName": None, "variables": None, "extensions": None}])
def test_wat_mag_ontbreken_mag_ook_null_zijn(klant: Klant, leeg: dict[str, None]) -> None:
    assert klant.post({"query": "{x}"} | leeg).status_code == 200
    assert klant.nep.gevraagd[0][0].variabelen == {}


@pytest.mark.parametrize(
    "content_type",
    [
        None,
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/graphql",
        "application/json; charset=latin1",
    ],
)
def test_een_ander_mediatype_van_het_verzoek_is_415(klant: Klant, content_type: str | None) -> None:
    antwoord = klant.post(koppen={"Content-Type": content_type})
    assert antwoord.status_code == 415
    assert fout_van(antwoord)["extensions"]["code"] == "ONGELDIG_VERZOEK"


@pytest.mark.parametrize("content_type", ["application/json; charset=utf-8", 'application/JSON;charset="UTF-8"'])
def test_json_in_utf8_mag_zo_heten(klant: Klant, content_type: str) -> None:
    assert klant.post(koppen={"Content-Type": content_type}).status_code == 200


def test_een_gecomprimeerd_verzoek_is_415(klant: Klant) -> None:
    assert klant.post(koppen={"Content-Encoding": "gzip"}).status_code == 415


SLECHTE_LICHAMEN = {
    "leeg": b"",
    "geen json": b"{",
    "null": b"null",
    "tekst": b'"{ik}"',
    "getal": b"1",
    "lijst": b"[]",
    "bundel": b'[{"query":"{ik{rol}}"}]',
    "zonder query": b"{}",
    "query null": b'{"query":null}',
    "query getal": b'{"query":1}',
    "query object": b'{"query":{}}',
    "operationName getal": b'{"query":"{x}","operationName":1}',
    "operationName object": b'{"query":"{x}","operationName":{}}',
    "variables tekst": b'{"query":"{x}","variables":"{}"}',
    "variables lijst": b'{"query":"{x}","variables":[]}',
    "variables getal": b'{"query":"{x}","variables":0}',
    "variables onwaar": b'{"query":"{x}","variables":false}',
    "extensions tekst": b'{"query":"{x}","extensions":""}',
    "extensions lijst": b'{"query":"{x}","extensions":[]}',
    "NaN": b'{"query":"{x}","variables":{"a":NaN}}',
    "oneindig": b'{"query":"{x}","variables":{"a":-Infinity}}',
    "te groot getal": b'{"query":"{x}","variables":{"a":1e999}}',
    "te lang getal": b'{"query":"{x}","variables":{"a":' + b"1" * 5000 + b"}}",
    "dubbele naam": b'{"query":"{x}","query":"{y}"}',
    "geen utf-8": b'{"query":"\xff"}',
    "surrogaat in utf-8": b'{"query":"\xed\xa0\x80"}',
    "utf-16": '{"query":"{x}"}'.encode("utf-16"),
    "BOM": b'\xef\xbb\xbf{"query":"{x}"}',
    "surrogaat in query": rb'{"query":"\ud800"}',
    "surrogaat in waarde": rb'{"query":"{x}","variables":{"a":["\udfff"]}}',
    "surrogaat in naam": rb'{"query":"{x}","variables":{"\ud83d":1}}',
    "surrogaat in wat niemand leest": rb'{"query":"{x}","extensions":{"a":"\ud800x"}}',
    "surrogaten verkeerd om": rb'{"query":"{x}","variables":{"a":"\udc00\ud800"}}',
    "te diep": b'{"query":"{x}","variables":{"a":' + b"[" * 40 + b"]" * 40 + b"}}",
    "veel te diep": b'{"query":"{x}","variables":{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}}",
    "diep zonder einde": b"[" * 100_000,
    "diepe objecten": b'{"a":' * 100_000,
}


@pytest.mark.parametrize("accept", [JSON, GRAPHQL])
@pytest.mark.parametrize("lichaam", SLECHTE_LICHAMEN.values(), ids=SLECHTE_LICHAMEN)
def test_een_lichaam_dat_geen_verzoek_is_is_400_in_elk_mediatype(klant: Klant, accept: str, lichaam: bytes) -> None:
    antwoord = klant.post(content=lichaam, koppen={"Accept": accept})
    assert antwoord.status_code == 400
    assert antwoord.headers["Content-Type"] == f"{accept}; charset=utf-8"
    assert fout_van(antwoord)["extensions"]["code"] == "ONGELDIG_VERZOEK"
    assert klant.nep.gevraagd == []


def test_hele_tekens_buiten_het_bmp_zijn_gewone_tekst(klant: Klant) -> None:
    antwoord = klant.post(content=rb'{"query":"{x}","variables":{"a":"\ud83d\ude00","b":"\\ud800"}}')
    assert antwoord.status_code == 200
    assert klant.nep.gevraagd[0][0].variabelen == {"a": "\U0001f600", "b": r"\ud800"}


def test_vijfhonderd_leveringen_passen_in_een_verzoek(klant: Klant) -> None:
    levering = {"aanleverenInschrijving": {"kenmerk": "x" * 64, "perioden": [{"opleidingcode": "2" * 5}] * 10}}
    assert klant.post({"query": "{x}", "variables": {"leveringen": [levering] * 500}}).status_code == 200


@pytest.mark.parametrize("lengte", [None, "10"])
def test_een_te_groot_lichaam_wordt_geweigerd_terwijl_het_binnenkomt(lengte: str | None) -> None:
    klant = Klant(anders={"configuratie": Configuratie(max_lichaam=1000)})
    antwoord = klant.post(content=in_stukken(*[b" " * 300] * 4), koppen={"Content-Length": lengte})
    assert antwoord.status_code == 413
    assert antwoord.headers["Connection"] == "close"
    assert fout_van(antwoord)["extensions"]["code"] == "TE_GROOT"
    assert klant.nep.gevraagd == []


def test_van_een_eindeloos_lichaam_wordt_niet_alles_gelezen() -> None:
    gestuurd = 0

    async def eindeloos() -> AsyncIterator[bytes]:
        nonlocal gestuurd
        while gestuurd < 1_000_000:
            gestuurd += 100
            yield b" " * 100

    antwoord = Klant(anders={"configuratie": Configuratie(max_lichaam=1000)}).post(content=eindeloos())
    assert antwoord.status_code == 413
    assert gestuurd < 10_000


def test_een_lichaam_dat_blijft_hangen_is_408() -> None:
    async def traag() -> AsyncIterator[bytes]:
        yield b"{"
        await asyncio.Event().wait()

    antwoord = Klant(anders={"configuratie": Configuratie(time_out_lichaam=0.01)}).post(content=traag())
    assert antwoord.status_code == 408
    assert fout_van(antwoord)["extensions"]["code"] == "TIJD_OVERSCHREDEN"


def test_een_verzoek_dat_te_lang_duurt_wordt_afgebroken_met_504() -> None:
    afgebroken = []

    async def te_lang() -> None:
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            afgebroken.append(True)
            raise

    antwoord = Klant(Nep(wacht=te_lang), anders={"configuratie": Configuratie(time_out_verzoek=0.01)}).post()
    assert antwoord.status_code == 504
    fout = fout_van(antwoord)
    assert fout["extensions"]["code"] == "TIJD_OVERSCHREDEN"
    assert "kenmerk" in fout["message"]
    assert afgebroken == [True]


@pytest.mark.parametrize(
    "koppen",
    [
        {"Authorization": None},
        {"Authorization": ""},
        {"Authorization": "goed"},
        {"Authorization": "Bearer"},
        {"Authorization": "Basic goed"},
        {"Authorization": "Bearer fout"},
        {"Authorization": "Bearer goed goed"},
    ],
)
@pytest.mark.parametrize("accept", [JSON, GRAPHQL])
def test_zonder_geldig_token_is_het_401_met_een_tekst(
    klant: Klant, accept: str, koppen: Mapping[str, str | None]
) -> None:
    antwoord = klant.post(content=b"ook dit is fout", koppen={"Accept": accept, "Content-Type": "text/plain"} | koppen)
    assert antwoord.status_code == 401
    assert antwoord.headers["WWW-Authenticate"] == 'Bearer realm="bron-mbo"'
    fout = fout_van(antwoord)
    del fout["extensions"]["correlatieId"]
    assert fout == {"message": TEKST, "extensions": {"code": "NIET_AANGEMELD"}}


def test_het_schema_van_het_token_mag_in_kleine_letters(klant: Klant) -> None:
    assert klant.post(koppen={"Authorization": "bearer goed"}).status_code == 200


@pytest.mark.parametrize("methode", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_een_andere_methode_is_405_met_allow(klant: Klant, methode: str) -> None:
    antwoord = klant.vraag(methode, "/graphql")
    assert antwoord.status_code == 405
    assert set(antwoord.headers["Allow"].split(", ")) == {"GET", "HEAD", "POST"}
    assert fout_van(antwoord)["extensions"]["code"] == "ONGELDIG_VERZOEK"


def test_get_draagt_variabelen_als_json_en_mag_alleen_introspectie(klant: Klant) -> None:
    vraag = {"query": "query Q($n: String!) {__type(name: $n) {name}}", "operationName": "Q"}
    antwoord = klant.vraag("GET", "/graphql", params=vraag | {"variables": '{"n":"Bpv"}'})
    assert (antwoord.status_code, antwoord.content) == (200, DATA)
    verzoek = klant.nep.gevraagd[0][0]
    assert verzoek.alleen_introspectie
    assert (verzoek.operatienaam, verzoek.variabelen) == ("Q", {"n": "Bpv"})


@pytest.mark.parametrize("accept", [JSON, GRAPHQL])
def test_get_voor_iets_anders_dan_introspectie_is_405(accept: str) -> None:
    klant = Klant(Nep(fout=NietOverGet()))
    antwoord = klant.vraag("GET", "/graphql", params={"query": "mutation {x}"}, koppen={"Accept": accept})
    assert (antwoord.status_code, antwoord.headers["Allow"]) == (405, "POST")
    assert fout_van(antwoord)["extensions"]["code"] == "ONGELDIG_VERZOEK"


@pytest.mark.parametrize(
    "adres",
    [
        "",
        "?query=a&query=b",
        "?query={x}&variables=[]",
        "?query={x}&variables={",
        "?query={x}&variables=null&extensions=1",
        "?query=%ff",
        "?query=%ED%A0%80",
        "?query={x}&variables=" + "[" * 5000,
        "?" + "&".join("abcdefghijk"),
    ],
)
def test_een_get_die_geen_verzoek_is_is_400(klant: Klant, adres: str) -> None:
    antwoord = klant.vraag("GET", f"/graphql{adres}")
    assert antwoord.status_code == 400
    assert fout_van(antwoord)["extensions"]["code"] == "ONGELDIG_VERZOEK"
    assert klant.nep.gevraagd == []
