"""The worker: takes work out of the queue until it is told to stop, and comes back when the database was away."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import structlog
from procrastinate import App, PsycopgConnector

from app.achtergrond.taken import RIJEN
from app.achtergrond.wachtrij import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from psycopg import AsyncConnection

    from app.achtergrond.mislukt import Mislukkingen
    from app.achtergrond.taken import Taken

RUST: Final = 1.0  # seconds between two looks in the queue: an index scan on an empty one
NA_STORING: Final = 5.0
_WORD: Final = b"SELECT set_config('role', %s, false), set_config('search_path', %s, false)"
_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Werker:
    """Does the work at a database that it reaches without a pooler; times in seconds.

    doorlopend: what goes on beside the queues for as long as the worker works. tegelijk: how much of a queue is done at
    once. stoppen: how long work in hand may go on when it has to stop.
    """

    url: str
    rolprefix: str
    taken: Taken
    mislukkingen: Mislukkingen | None = None
    doorlopend: tuple[Callable[[], Coroutine[Any, Any, None]], ...] = ()
    tegelijk: int = 2
    stoppen: float = 20.0
    rust: float = RUST

    async def werk(self) -> None:
        """Work until cancelled: then what is in hand is finished, or goes back into the queue."""
        async with asyncio.TaskGroup() as groep:
            for doe in (self._werk_de_wachtrij_af, *self.doorlopend):
                groep.create_task(doe())

    async def _werk_de_wachtrij_af(self) -> None:
        while True:
            try:
                await self._ronde(wait=True)
            except Exception:  # noqa: BLE001 - whatever was away, the work waits in the queue
                _log.exception("werker_gestruikeld")
            await asyncio.sleep(NA_STORING)

    async def werk_bij(self) -> None:
        """Do what is in the queue now, and return."""
        await self._ronde(wait=False)

    async def _ronde(self, *, wait: bool) -> None:
        app = App(connector=self._verbinder())
        self.taken.meld_aan(app)
        async with app.open_async(), asyncio.TaskGroup() as samen:
            for rij in RIJEN:
                samen.create_task(self._leeg(app, rij, wait=wait))

    async def _leeg(self, app: App, rij: str, *, wait: bool) -> None:
        """Do the work of one queue."""
        await app.run_worker_async(
            queues=[rij],
            name=rij,
            wait=wait,
            concurrency=self.tegelijk,
            fetch_job_polling_interval=self.rust,
            shutdown_graceful_timeout=self.stoppen,
            listen_notify=False,
            install_signal_handlers=False,
            delete_jobs="successful",
            worker_middleware=[self.mislukkingen] if self.mislukkingen else [],
        )

    def _verbinder(self) -> PsycopgConnector:
        async def word_werker(verbinding: AsyncConnection[Any]) -> None:
            await verbinding.execute(_WORD, (f"{self.rolprefix}werker", SCHEMA))

        return PsycopgConnector(
            conninfo=self.url, min_size=1, max_size=self.tegelijk + len(RIJEN), configure=word_werker,
            kwargs={"autocommit": True},
        )  # fmt: skip
