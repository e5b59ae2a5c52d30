"""The SBB test environment: docs/sbb-openapi.yaml over leerbedrijven that someone hands in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from starlette.applications import Starlette
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from app.bronnen.antwoord import Knoop, Onzin, verplicht
from app.bronnen.proef.storing import Storing, probleem
from domain.codes import ErkenningStatus
from domain.leerbedrijf import is_leerbedrijf_id
from domain.persoon import naamsleutel
from domain.tijd import datum_uit_tekst

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from starlette.requests import Request

    from domain.leerbedrijf import Erkenning, Leerbedrijf

VRAGEN_PER_KEER: Final = 20
_VERKEERD: Final = {"leerbedrijfId": "999999999", "naam": "Niet gevraagd"}


class Leerbedrijvenbron(Protocol):
    """Where the leerbedrijven come from; read at every question."""

    async def op_id(self, ids: Collection[str]) -> Mapping[str, Leerbedrijf]:
        """Return the known ones by id, with their recognitions."""

    async def op_postcode(self, postcode: str, huisnummer: int | None) -> Sequence[Leerbedrijf]:
        """Return those at an address; a postcode without spaces, in upper case."""


class SbbProef:
    """The three questions of the port."""

    def __init__(self, bron: Leerbedrijvenbron) -> None:
        self._bron = bron

    async def zoek(self, request: Request) -> Response:
        """Search by name, postcode and perhaps house number."""
        vraag = request.query_params
        naam, huisnummer = naamsleutel(vraag.get("naam")), vraag.get("huisnummer")
        if not naam or "postcode" not in vraag or not (huisnummer is None or huisnummer.isdecimal()):
            return probleem(400, "Naam en postcode zijn verplicht; huisnummer is een getal.")
        gevonden = await self._bron.op_postcode(vraag["postcode"], None if huisnummer is None else int(huisnummer))
        passend = [_json(leerbedrijf) for leerbedrijf in gevonden if naam in naamsleutel(leerbedrijf.naam)]
        return JSONResponse({"leerbedrijven": passend})

    async def leerbedrijf(self, request: Request) -> Response:
        """Show one leerbedrijf."""
        leerbedrijf_id = request.path_params["leerbedrijf_id"]
        gevonden = (await self._bron.op_id([leerbedrijf_id])).get(leerbedrijf_id)
        return JSONResponse(_json(gevonden)) if gevonden else probleem(404, "Leerbedrijf is onbekend.")

    async def erkenningen(self, request: Request) -> Response:
        """Answer recognition questions in bulk."""
        try:
            vragen = _vragen(await request.body())
        except ValueError as fout:
            return probleem(400, "De vragen zijn niet volgens afspraak.", detail=str(fout))
        bekend = await self._bron.op_id({verplicht(vraag.tekst("leerbedrijfId")) for vraag in vragen})
        return JSONResponse({"antwoorden": [_antwoord(vraag, bekend) for vraag in vragen]})


async def _verkeerd(_request: Request) -> Response:
    """Answer a leerbedrijf that nobody asked for, in the shape of all three answers at once."""
    antwoord = {**_VERKEERD, "datum": "2020-01-01", "status": ErkenningStatus.ERKEND, "leerbedrijf": _VERKEERD}
    return JSONResponse({**_VERKEERD, "leerbedrijven": [_VERKEERD], "antwoorden": [antwoord]})


def maak_app(bron: Leerbedrijvenbron) -> Starlette:
    """Return the test environment over this source."""
    proef, storing = SbbProef(bron), Storing()
    return Starlette(
        routes=[
            Route("/leerbedrijven", storing.bij(proef.zoek, _verkeerd)),
            Route("/leerbedrijven/{leerbedrijf_id}", storing.bij(proef.leerbedrijf, _verkeerd)),
            Route("/erkenningen", storing.bij(proef.erkenningen, _verkeerd), methods=["POST"]),
            storing.route(),
        ]
    )


def _vragen(inhoud: bytes) -> list[Knoop]:
    """Read the questions; raises ValueError for what the port does not know."""
    vragen = Knoop.uit_bytes(inhoud).lijst("vragen")
    if not 1 <= len(vragen) <= VRAGEN_PER_KEER:
        raise Onzin(f"1 tot en met {VRAGEN_PER_KEER} vragen")
    for vraag in vragen:
        datum_uit_tekst(verplicht(vraag.tekst("datum")))
        if not is_leerbedrijf_id(verplicht(vraag.tekst("leerbedrijfId"))):
            raise Onzin("leerbedrijfId")
    return vragen


def _antwoord(vraag: Knoop, bekend: Mapping[str, Leerbedrijf]) -> dict[str, object]:
    leerbedrijf = bekend.get(verplicht(vraag.tekst("leerbedrijfId")))
    opleidingcode, datum = vraag.tekst("opleidingcode"), verplicht(vraag.tekst("datum"))
    status = ErkenningStatus.ONBEKEND
    if leerbedrijf and opleidingcode:
        status = leerbedrijf.status_voor(opleidingcode, datum_uit_tekst(datum))
    return {
        "leerbedrijfId": vraag.tekst("leerbedrijfId"),
        "opleidingcode": opleidingcode,
        "datum": datum,
        "status": status,
        "leerbedrijf": _json(leerbedrijf) if leerbedrijf else None,
    }


def _json(leerbedrijf: Leerbedrijf) -> dict[str, object]:
    return {
        "leerbedrijfId": leerbedrijf.leerbedrijf_id,
        "naam": leerbedrijf.naam,
        "postcode": leerbedrijf.postcode,
        "huisnummer": leerbedrijf.huisnummer,
        "plaats": leerbedrijf.plaats,
        "erkenningen": [_erkenning(erkenning) for erkenning in leerbedrijf.erkenningen],
    }


def _erkenning(erkenning: Erkenning) -> dict[str, object]:
    return {
        "opleidingcode": erkenning.opleidingcode,
        "status": erkenning.status,
        "datumBegin": str(erkenning.datum_begin) if erkenning.datum_begin else None,
        "datumEinde": str(erkenning.datum_einde) if erkenning.datum_einde else None,
    }
