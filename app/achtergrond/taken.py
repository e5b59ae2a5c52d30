"""The kinds of background work by name, how often each is tried again, and what comes round by the clock."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import structlog
from procrastinate import RetryStrategy
from procrastinate.exceptions import UniqueViolation
from procrastinate.jobs import Status

from app.achtergrond.uitstel import BRP, ERKENNING, IDENTIFICATIE, SBB, NogNietError, Volhouden

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from procrastinate import App

OVERZICHT: Final = "overzicht"
KWALITEIT: Final = "kwaliteit"
RIJEN: Final = ("default", BRP, SBB)
"""The queues, each emptied by itself: work that waits long for one source leaves room for all other work."""
POGINGEN: Final = RetryStrategy(max_attempts=4, wait=5, exponential_wait=5)  # after 10 s, 30 s and 130 s
ELK_UUR: Final = "30 * * * *"  # own choice: what a delivery mends is withdrawn within the hour
ELKE_MINUUT: Final = "* * * * *"
_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What there is to do, with the factor that all waits between attempts are scaled by.

    overzicht makes the one with an id; kwaliteit looks for quality signals in the whole register; identificatie and
    erkenning go on with a delivery that waits for the BRP or SBB, and tell whether there was an answer. rust
    gives by queue for how many seconds more its source is left alone.
    """

    overzicht: Callable[[int], Awaitable[None]]
    kwaliteit: Callable[[], Awaitable[object]]
    identificatie: Callable[[int], Awaitable[bool]]
    erkenning: Callable[[int], Awaitable[bool]]
    rust: Mapping[str, Callable[[], float]] = field(default_factory=dict)
    wachtfactor: float = 1.0

    def meld_aan(self, app: App) -> None:
        """Make the work known by name, to be found in the queue."""

        @app.task(name=OVERZICHT, retry=POGINGEN)
        async def _overzicht(overzicht_id: int) -> None:
            await self.overzicht(overzicht_id)

        @app.task(name=IDENTIFICATIE, queue=BRP, retry=Volhouden(self.wachtfactor))
        async def _identificatie(levering_id: int) -> None:
            await self._laat_met_rust(BRP)
            if not await self.identificatie(levering_id):
                raise NogNietError

        @app.task(name=ERKENNING, queue=SBB, retry=Volhouden(self.wachtfactor))
        async def _erkenning(levering_id: int) -> None:
            await self._laat_met_rust(SBB)
            if not await self.erkenning(levering_id):
                raise NogNietError

        @app.periodic(cron=ELK_UUR)
        @app.task(name=KWALITEIT, queueing_lock=KWALITEIT, lock=KWALITEIT, retry=POGINGEN)
        async def _kwaliteit(timestamp: int) -> None:  # noqa: ARG001 - what comes round is told its time
            await self.kwaliteit()

        @app.periodic(cron=ELKE_MINUUT)
        @app.task(name="herstel", queueing_lock="herstel")
        async def _herstel(timestamp: int) -> None:  # noqa: ARG001 - as above
            await herstel(app)

    async def _laat_met_rust(self, rij: str) -> None:
        """Wait with work in hand while its source is left alone: thousands need not each find out that it is away."""
        while (seconden := self.rust[rij]() if rij in self.rust else 0.0) > 0:  # noqa: ASYNC110 - nobody tells when
            await asyncio.sleep(seconden)


async def herstel(app: App) -> None:
    """Queue again what a worker had in hand that gives no sign of life any more.

    Of what comes round by the clock the next round may be queued already: it does the same, and gets its place.
    """
    for werk in await app.job_manager.get_stalled_jobs():
        _log.warning("werk_hersteld", taak=werk.task_name)
        try:
            await app.job_manager.retry_job(werk)
        except UniqueViolation:
            await app.job_manager.finish_job(werk, Status.FAILED, delete_job=True)
