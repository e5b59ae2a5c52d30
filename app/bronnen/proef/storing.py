"""Faults on demand: a source that fails the way the tester asks. It exists in the test environments only."""

from __future__ import annotations

import asyncio
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from app.bronnen.antwoord import Knoop

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request

    Eindpunt = Callable[[Request], Awaitable[Response]]

PAD: Final = "/proef/storing"
PROBLEEM: Final = "application/problem+json"


class Soort(StrEnum):
    """The ways to fail; VERKEERDE_PERSOON answers well-formed data that nobody asked for."""

    TIME_OUT = "time-out"
    NIET_BESCHIKBAAR = "503"
    TE_VEEL = "429"
    TRAAG = "traag"
    ONZIN = "onzin"
    VERKEERDE_PERSOON = "verkeerde-persoon"


_WACHT: Final = {Soort.TIME_OUT: 60.0, Soort.TRAAG: 1.0}


def probleem(status: int, titel: str, **verder: object) -> Response:
    """Return a problem+json answer."""
    return JSONResponse({"title": titel, "status": status, **verder}, status, media_type=PROBLEEM)


class Storing:
    """The fault that is on now; it lives in the memory of one process and counts down its calls."""

    def __init__(self) -> None:
        self._soort: Soort | None = None
        self._seconden: float | None = None
        self._aantal: int | None = None

    def zet(self, soort: Soort | None, seconden: float | None = None, aantal: int | None = None) -> None:
        """Turn a fault on for a number of calls (None: until another is set), or off with None."""
        self._soort, self._seconden, self._aantal = soort, seconden, aantal

    def als_json(self) -> dict[str, object]:
        """Return the state as the admin route shows it."""
        return {"soort": self._soort, "seconden": self._seconden, "aantal": self._aantal}

    def volgende(self) -> Soort | None:
        """Return the fault for one call, and count it."""
        soort = self._soort
        if soort is not None and self._aantal is not None:
            self._aantal -= 1
            self._soort = soort if self._aantal > 0 else None
        return soort

    def bij(self, eindpunt: Eindpunt, verkeerd: Eindpunt) -> Eindpunt:
        """Return the endpoint that suffers this fault; `verkeerd` answers what nobody asked for."""

        async def met_storing(request: Request) -> Response:
            seconden = self._seconden
            match self.volgende():
                case Soort.TIME_OUT | Soort.TRAAG as soort:
                    await asyncio.sleep(_WACHT[soort] if seconden is None else seconden)
                    return await eindpunt(request) if soort is Soort.TRAAG else probleem(504, "Tijd verstreken.")
                case Soort.NIET_BESCHIKBAAR:
                    return probleem(503, "Bron is tijdelijk niet beschikbaar.", code="notAvailable")
                case Soort.TE_VEEL:
                    return probleem(429, "Te veel verzoeken.", code="tooManyRequests")
                case Soort.ONZIN:
                    return Response('{"type": "RaadpleegMet', media_type="application/json")
                case Soort.VERKEERDE_PERSOON:
                    return await verkeerd(request)
            return await eindpunt(request)

        return met_storing

    def route(self) -> Route:
        """Return the admin route: GET shows the fault, POST sets it."""
        return Route(PAD, self._beheer, methods=["GET", "POST"])

    async def _beheer(self, request: Request) -> Response:
        if request.method == "POST":
            try:
                self._lees(Knoop.uit_bytes(await request.body()))
            except ValueError as fout:
                return probleem(400, "Geen storing.", detail=str(fout))
        return JSONResponse(self.als_json())

    def _lees(self, opdracht: Knoop) -> None:
        soort = opdracht.tekst("soort")
        self.zet(Soort(soort) if soort else None, opdracht.bedrag("seconden"), opdracht.getal("aantal"))
