"""The BRP test environment: Haal Centraal BRP bevragen 2.7 over persons from a file.

Run it with `python -m app.bronnen.proef.brp --port 8001 [--personen BESTAND]`.
"""

from __future__ import annotations

import argparse
import json
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from starlette.applications import Starlette
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from app.bronnen.proef import PERSONEN
from app.bronnen.proef.brp_personen import Proefpersoon, laad
from app.bronnen.proef.brp_velden import kies
from app.bronnen.proef.brp_vragen import RAADPLEEG, onjuist
from app.bronnen.proef.proces import draai, voeg_opties_toe
from app.bronnen.proef.storing import Storing, probleem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from starlette.requests import Request

    Json = Mapping[str, Any]

PAD: Final = "/haalcentraal/api/brp/personen"
MAX_GEVONDEN: Final = 10
_AFGEVOERD: Final = frozenset({"F", "W"})


class JsonAntwoord(JSONResponse):
    """The interface names its character set."""

    media_type = "application/json; charset=utf-8"


class BrpProef:
    """The one endpoint: look up by number, or search by name and birth date."""

    def __init__(self, personen: Mapping[str, Proefpersoon]) -> None:
        self._personen = personen
        self._geboren: dict[str, list[Proefpersoon]] = {}
        for persoon in personen.values():
            self._geboren.setdefault(_api_datum(persoon), []).append(persoon)

    async def vraag(self, request: Request) -> Response:
        """Answer one question."""
        if request.headers.get("content-type", "").partition(";")[0] != "application/json":
            return _fout(415, "Media Type wordt niet ondersteund.", code="unsupportedMediaType")
        try:
            vraag = json.loads(await request.body())
        except ValueError:
            vraag = None
        if not isinstance(vraag, dict):
            return _fout(400, "Een of meerdere parameters zijn niet correct.", code="paramsValidation")
        return self._antwoord(vraag)

    async def verkeerd(self, request: Request) -> Response:
        """Answer a person that was not asked for, whole and well-formed."""
        vraag = json.loads(await request.body())
        gevraagd = vraag.get("burgerservicenummer", ())
        ander = next(
            persoon
            for nummer, persoon in self._personen.items()
            if nummer not in gevraagd and _api_datum(persoon) != vraag.get("geboortedatum")
        )
        return _personen(vraag, [ander])

    def _antwoord(self, vraag: Json) -> Response:
        if fouten := onjuist(vraag):
            namen = ", ".join(fout.naam for fout in fouten)
            return _fout(
                400,
                "Een of meerdere parameters zijn niet correct.",
                code="paramsValidation",
                detail=f"De foutieve parameter(s) zijn: {namen}.",
                invalidParams=[fout.als_json() for fout in fouten],
            )
        if vraag["type"] == RAADPLEEG:
            return _personen(vraag, [self._personen[n] for n in vraag["burgerservicenummer"] if n in self._personen])
        gevonden = list(self._zoek(vraag))
        if len(gevonden) > MAX_GEVONDEN:
            detail = f"Meer dan maximum van {MAX_GEVONDEN} zoekresultaten gevonden. Verfijn de zoekopdracht."
            return _fout(400, "Teveel zoekresultaten.", code="tooManyResults", detail=detail)
        return _personen(vraag, gevonden)

    def _zoek(self, vraag: Json) -> Iterator[Proefpersoon]:
        niet = _AFGEVOERD if vraag.get("inclusiefOverledenPersonen") else _AFGEVOERD | {"O"}
        for persoon in self._geboren.get(vraag["geboortedatum"], ()):
            if persoon.opschorting not in niet and _past(vraag, persoon):
                yield persoon


def maak_app(personen: Mapping[str, Proefpersoon]) -> Starlette:
    """Return the test environment over these persons."""
    proef, storing = BrpProef(personen), Storing()
    vraag = Route(PAD, storing.bij(proef.vraag, proef.verkeerd), methods=["POST"])
    return Starlette(routes=[vraag, storing.route()])


def _past(vraag: Json, persoon: Proefpersoon) -> bool:
    """Compare as the interface does: whole names, without case or accents, an asterisk at the end for the rest."""
    namen = ("geslachtsnaam", "voorvoegsel", "voornamen")
    return vraag.get("geslacht", persoon.geslacht).upper() == persoon.geslacht and all(
        _naam_past(vraag[deel], persoon.naam(deel)) for deel in namen if deel in vraag
    )


def _naam_past(gevraagd: str, naam: str) -> bool:
    gevraagd, naam = _plat(gevraagd), _plat(naam)
    return naam.startswith(gevraagd[:-1]) if gevraagd.endswith("*") else naam == gevraagd


def _plat(naam: str) -> str:
    ontleed = unicodedata.normalize("NFKD", naam.casefold())
    return "".join(teken for teken in ontleed if not unicodedata.combining(teken))


def _api_datum(persoon: Proefpersoon) -> str:
    datum = persoon.geboortedatum
    return f"{datum[:4]}-{datum[4:6]}-{datum[6:]}"


def _personen(vraag: Json, personen: list[Proefpersoon]) -> Response:
    velden = vraag["fields"]
    return JsonAntwoord({"type": vraag["type"], "personen": [_getoond(persoon, velden) for persoon in personen]})


def _getoond(persoon: Proefpersoon, velden: list[str]) -> Json:
    """Return the asked fields; of a withdrawn record only its number."""
    alles = persoon.als_json()
    return kies(alles, ["burgerservicenummer"] if persoon.opschorting in _AFGEVOERD else velden)


def _fout(status: int, titel: str, **verder: object) -> Response:
    return probleem(status, titel, instance=PAD, **verder)


def main() -> None:
    """Run the test environment as a process."""
    parser = argparse.ArgumentParser(prog="python -m app.bronnen.proef.brp", description="Proefomgeving van de BRP")
    parser.add_argument("--personen", type=Path, default=PERSONEN, help="JSON-bestand met personen")
    voeg_opties_toe(parser)
    opties = parser.parse_args()
    try:
        personen = laad(opties.personen)
    except (OSError, ValueError) as fout:
        sys.exit(f"Personen niet gelezen uit {opties.personen}: {fout}")
    draai(maak_app(personen), opties)


if __name__ == "__main__":
    main()
