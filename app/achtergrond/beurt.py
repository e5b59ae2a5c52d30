"""Work that only one process may do at a time: whoever holds the lock has the turn, and the next takes over."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import structlog
from psycopg import AsyncConnection, OperationalError

from app.opslag.verbindingen import LEVENSTEKEN

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

WACHT_OP_BEURT: Final = 1.0  # seconds between two tries: to wait inside Postgres would hold back its cleaning up
NA_STORING: Final = 1.0
# A host that vanishes says nothing: Postgres itself has to find out that the holder is gone, and give the turn away.
_WORD: Final = b"""SELECT set_config('role', %s, false), set_config('tcp_keepalives_idle', '10', false),
    set_config('tcp_keepalives_interval', '5', false), set_config('tcp_keepalives_count', '3', false)"""
_PROBEER: Final = b"SELECT pg_try_advisory_lock(%s)"
_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beurt:
    """A turn, and the work that is done in it on the very connection that holds the lock.

    When that connection ends, the turn and the way to do its work end together: nobody works on a turn that is over.
    Postgres gives the lock back when the process dies, whatever it died of. url goes around a pooler.
    """

    naam: str
    url: str
    rolprefix: str
    slot: int
    werk: Callable[[AsyncConnection[Any]], Awaitable[None]]
    wacht: float = WACHT_OP_BEURT

    async def __call__(self) -> None:
        """Take turns until cancelled; whatever goes wrong, another try follows."""
        while True:
            try:
                await self.neem()
            except OperationalError as fout:
                _log.warning("beurt_verbroken", beurt=self.naam, sqlstate=fout.sqlstate)
            except Exception:  # noqa: BLE001 - whatever was away, what is to be done waits in the database
                _log.exception("beurt_voorbij", beurt=self.naam)
            await asyncio.sleep(NA_STORING)

    async def neem(self) -> None:
        """Wait for the turn, and work until that ends; raises what the work or the database raises."""
        opties: dict[str, Any] = {"autocommit": True, "prepare_threshold": 1, **LEVENSTEKEN}
        async with await AsyncConnection.connect(self.url, **opties) as verbinding:
            await verbinding.execute(_WORD, (f"{self.rolprefix}werker",))
            while not await self._heb_ik_de_beurt(verbinding):  # noqa: ASYNC110 - nobody tells when a lock is free
                await asyncio.sleep(self.wacht)
            _log.info("beurt_begint", beurt=self.naam)
            await self.werk(verbinding)

    async def _heb_ik_de_beurt(self, verbinding: AsyncConnection[Any]) -> bool:
        rij = await (await verbinding.execute(_PROBEER, (self.slot,))).fetchone()
        return rij is not None and bool(rij[0])
