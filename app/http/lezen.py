"""From the bytes of a request to a GraphqlVerzoek, or a refusal: bounded, strict, and never by Content-Length alone."""

from __future__ import annotations

import asyncio
import json
import math
from typing import TYPE_CHECKING, Final, NoReturn
from urllib.parse import parse_qsl

from app.http.fouten import Geweigerd
from app.http.mediatypen import is_json
from app.http.poort import GraphqlVerzoek
from domain.fouten import OngeldigVerzoek, TeGroot, TijdOverschreden

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

    from app.configuratie import Configuratie

_SLUIT: Final = {"Connection": "close"}
_NA_TE_GROOT: Final = 8


async def lees_post(request: Request, configuratie: Configuratie) -> GraphqlVerzoek:
    """Read a request by POST; raises Geweigerd (400, 408, 413, 415) and ClientDisconnect."""
    codering = request.headers.get("content-encoding", "identity")
    if not is_json(request.headers.get("content-type")) or codering.lower() != "identity":
        raise Geweigerd(
            415, OngeldigVerzoek.code, "Het verzoek moet application/json in UTF-8 zijn, zonder compressie."
        )
    lichaam = await _ontvang(request, configuratie)
    velden = lees_json(lichaam, configuratie.max_json_diepte)
    return verzoek_van(velden)


def lees_get(request: Request, configuratie: Configuratie) -> GraphqlVerzoek:
    """Read a request by GET, in which variables and extensions are JSON in the address; raises Geweigerd (400)."""
    try:
        paren = parse_qsl(request.url.query, keep_blank_values=True, errors="strict", max_num_fields=10)
    except ValueError:
        _ongeldig("Het adres kan niet worden gelezen.")
    velden: dict[str, object] = dict(paren)
    if len(velden) != len(paren):
        _ongeldig("Een parameter staat twee keer in het adres.")
    for naam in ("variables", "extensions"):
        if naam in velden:
            velden[naam] = lees_json(str(velden[naam]).encode(), configuratie.max_json_diepte)
    return verzoek_van(velden, alleen_introspectie=True)


async def _ontvang(request: Request, configuratie: Configuratie) -> bytes:
    """Receive at most `max_lichaam` bytes in at most `time_out_lichaam` seconds."""
    delen, grootte = [], 0
    try:
        async with asyncio.timeout(configuratie.time_out_lichaam):
            async for deel in request.stream():
                grootte += len(deel)
                if grootte <= configuratie.max_lichaam:
                    delen.append(deel)
                elif grootte > configuratie.max_lichaam * _NA_TE_GROOT:
                    break
    except TimeoutError:
        raise Geweigerd(408, TijdOverschreden.code, "Het verzoek kwam te langzaam binnen.", _SLUIT) from None
    if grootte > configuratie.max_lichaam:
        # Read a little further before refusing: a client that is cut off while it sends never sees the answer.
        raise Geweigerd(413, TeGroot.code, f"Een verzoek mag {configuratie.max_lichaam} bytes groot zijn.", _SLUIT)
    return b"".join(delen)


def lees_json(tekst: bytes, diepste: int) -> object:
    """Read strict JSON (I-JSON, RFC 7493): UTF-8, no name twice, no NaN or infinity, no lone surrogate.

    Raises Geweigerd (400).
    """
    try:
        waarde: object = json.loads(
            tekst.decode(), object_pairs_hook=_zonder_dubbelen, parse_constant=_geen_getal, parse_float=_eindig
        )
        if b"\\u" in tekst:  # only an escape can hide a lone surrogate; encoding finds it
            json.dumps(waarde, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        _ongeldig("Het verzoek is geen geldige JSON in UTF-8.")
    if _dieper_dan(waarde, diepste):
        _ongeldig(f"De JSON mag {diepste} niveaus diep zijn.")
    return waarde


def _zonder_dubbelen(paren: list[tuple[str, object]]) -> dict[str, object]:
    """Refuse a name twice: which of both counts would differ from reader to reader."""
    object_ = dict(paren)
    if len(object_) != len(paren):
        raise ValueError("dubbele naam")
    return object_


def _geen_getal(naam: str) -> NoReturn:
    raise ValueError(naam)


def _eindig(tekst: str) -> float:
    getal = float(tekst)
    if not math.isfinite(getal):
        raise ValueError("te groot getal")
    return getal


def _dieper_dan(waarde: object, diepste: int) -> bool:
    """Walk down level by level: no recursion, and nothing below the bound is looked at."""
    laag = [waarde]
    for _ in range(diepste):
        houders = [een.values() if isinstance(een, dict) else een for een in laag if isinstance(een, dict | list)]
        laag = [kind for houder in houders for kind in houder if isinstance(kind, dict | list)]
        if not laag:
            return False
    return True


def verzoek_van(velden: object, *, alleen_introspectie: bool = False) -> GraphqlVerzoek:
    """Read the fields of a request; raises Geweigerd (400)."""
    if not isinstance(velden, dict):
        _ongeldig("Het verzoek moet één JSON-object zijn; een lijst van verzoeken wordt niet aangenomen.")
    document, operatienaam = velden.get("query"), velden.get("operationName")
    if not isinstance(document, str):
        _ongeldig("query moet een tekst zijn.")
    if not isinstance(operatienaam, str | None):
        _ongeldig("operationName moet een tekst zijn.")
    variabelen = _object_of_niets(velden, "variables")
    _object_of_niets(velden, "extensions")
    return GraphqlVerzoek(
        document=document, operatienaam=operatienaam, variabelen=variabelen, alleen_introspectie=alleen_introspectie
    )


def _object_of_niets(velden: Mapping[str, object], naam: str) -> Mapping[str, object]:
    waarde = velden.get(naam)
    if not isinstance(waarde, dict | None):
        _ongeldig(f"{naam} moet een JSON-object zijn.")
    return waarde or {}


def _ongeldig(bericht: str) -> NoReturn:
    raise Geweigerd(400, OngeldigVerzoek.code, bericht)
