"""Hears for whom there is a message: one connection per process listens, and wakes those concerned (besluit 0046)."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import structlog
from psycopg import AsyncConnection, sql

from app.opslag.berichten.nummeren import KANAAL
from app.opslag.verbindingen import LEVENSTEKEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.aanroeper import Aanroeper

NA_STORING: Final = 1.0  # seconds
_LUISTER: Final = sql.SQL("LISTEN {}").format(sql.Identifier(KANAAL))
_log = structlog.get_logger(__name__)


@dataclass(slots=True, kw_only=True)
class Luisteraar:
    """Listens from the first who wants to hear until the process ends; url goes around a pooler.

    It hears for whom, never what: everybody reads their own, by the one read path.
    """

    url: str
    _bellen: dict[str, set[asyncio.Event]] = field(default_factory=dict)
    _taak: asyncio.Task[None] | None = None

    @contextmanager
    def voor(self, aanroeper: Aanroeper) -> Iterator[asyncio.Event]:
        """Give a bell that rings when there may be something for this caller; at first, and after a silence too."""
        bel, bellen = asyncio.Event(), self._bellen.setdefault(aanroeper.naam, set())
        bellen.add(bel)
        if self._taak is None:
            self._taak = asyncio.create_task(self._luister())
        try:
            yield bel
        finally:
            bellen.discard(bel)
            if not bellen:
                self._bellen.pop(aanroeper.naam, None)

    async def sluit(self) -> None:
        """Stop listening."""
        if self._taak is not None:
            self._taak.cancel()
            await asyncio.gather(self._taak, return_exceptions=True)

    async def _luister(self) -> None:
        while True:
            try:
                await self._tot_de_verbinding_breekt()
            except Exception:  # noqa: BLE001 - whatever was away: when it is back, everybody looks
                _log.warning("luisteren_onderbroken", exc_info=True)
            await asyncio.sleep(NA_STORING)

    async def _tot_de_verbinding_breekt(self) -> None:
        async with await AsyncConnection.connect(self.url, autocommit=True, **LEVENSTEKEN) as verbinding:
            await verbinding.execute(_LUISTER)
            for bel in [bel for bellen in self._bellen.values() for bel in bellen]:
                bel.set()
            async for melding in verbinding.notifies():
                for bel in self._bellen.get(melding.payload, ()):
                    bel.set()
