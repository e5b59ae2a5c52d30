"""Is the process alive, may it get requests, and what does it count: for machines around it, without a token."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

import structlog
from starlette.responses import JSONResponse, Response

from app.metrieken import MEDIATYPE

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from starlette.requests import Request

    from app.metrieken import Metrieken

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gezondheid:
    """`controle` names what must hold before the process may get requests, and whether it does.

    `bronnen` is the state of each source; `standen` gives by name how much waits in the database.
    """

    controle: Callable[[], Awaitable[Mapping[str, bool]]]
    bronnen: Mapping[str, str]
    standen: Callable[[], Awaitable[Mapping[str, float]]]
    metrieken: Metrieken
    time_out: float

    async def gezond(self, _request: Request) -> Response:
        """Answer that the process answers."""
        return JSONResponse({"gezond": True})

    async def gereed(self, _request: Request) -> Response:
        """Answer 200 when every check holds, else 503; both with the checks by name, and how the sources do.

        A source that is away is no reason to send nobody here: deliveries are taken in, and wait by themselves.
        """
        onderdelen = await self._onderdelen()
        gereed = all(onderdelen.values())
        stand = {"gereed": gereed, "onderdelen": onderdelen, "bronnen": self.bronnen}
        return JSONResponse(stand, 200 if gereed else 503)

    async def meet(self, _request: Request) -> Response:
        """Answer with the metrics; without those of the database when it does not answer."""
        try:
            async with asyncio.timeout(self.time_out):
                standen = await self.standen()
        except Exception:  # noqa: BLE001 - what the process itself counted must not be lost with it
            _log.warning("standen_niet_gelezen", exc_info=True)
            standen = {}
        return Response(self.metrieken.tekst(standen), headers={"Content-Type": MEDIATYPE})

    async def _onderdelen(self) -> dict[str, bool]:
        try:
            async with asyncio.timeout(self.time_out):
                return dict(await self.controle())
        except Exception:  # noqa: BLE001 - a check that fails in any way means: not ready
            _log.exception("controle_mislukt")
            return {"controle": False}
