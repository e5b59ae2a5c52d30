"""Work that keeps failing is shown to IPO and told in the log, and goes when the work succeeds (besluit 0056)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import structlog

from app.achtergrond.uitstel import NogNietError
from app.opslag.schrijven.opdrachten import als_json

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from procrastinate import JobContext
    from procrastinate.jobs import Job
    from procrastinate.worker import Worker

    from app.opslag.toegang import Toegang

DREMPEL: Final = 4
_NOTEER: Final = b"""
    INSERT INTO werk (soort, levering_id, baan, inhoud) VALUES ('MISLUKT_WERK', %s, %s, %s::jsonb)
    ON CONFLICT (baan) DO UPDATE SET inhoud = excluded.inhoud, afgehandeld_op = NULL
"""
_SLUIT: Final = b"""
    UPDATE werk SET afgehandeld_op = transaction_timestamp() WHERE baan = %s AND afgehandeld_op IS NULL
"""
_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Mislukkingen:
    """Stands around every piece of work. A source that is away is no failure: that work waits."""

    toegang: Toegang

    async def __call__(self, doe: Callable[[], Awaitable[Any]], context: JobContext, _: Worker) -> Any:  # noqa: ANN401 - the library's
        """Do the work; what fails for the fourth time, or after that, is noted, and raised like any other time."""
        try:
            gedaan = await doe()
        except NogNietError:
            raise
        except Exception as fout:
            if context.job.attempts + 1 >= DREMPEL:
                await self._noteer(context.job, type(fout).__name__)
            raise
        if context.job.attempts >= DREMPEL or context.job.queueing_lock:
            await self._schrijf(_SLUIT, (_naam(context.job),))
        return gedaan

    async def _noteer(self, baan: Job, soort: str) -> None:
        """Note which work it is and what kind of fault: the text of a fault can quote what it is about."""
        keren = baan.attempts + 1
        _log.error("werk_blijft_mislukken", taak=baan.task_name, baan=baan.id, keren=keren, soort=soort)
        toelichting = (
            f"Werk {baan.task_name} mislukte {keren} keer, de laatste keer met {soort}. Zie het log bij baan {baan.id}."
        )
        inhoud = als_json({"toelichting": toelichting, "kandidaten": []})
        await self._schrijf(_NOTEER, (baan.task_kwargs.get("levering_id"), _naam(baan), inhoud))

    async def _schrijf(self, opdracht: bytes, waarden: tuple[Any, ...]) -> None:
        """Write beside the work; what keeps this from being noted must not keep the work from being tried again."""
        try:
            async with self.toegang.schrijver() as verbinding:
                await verbinding.execute(opdracht, waarden)
        except Exception:  # noqa: BLE001 - as above
            _log.exception("mislukt_werk_niet_genoteerd")


def _naam(baan: Job) -> str:
    """Return what makes it one piece of work: what comes round by the clock is the same each time."""
    return baan.task_name if baan.queueing_lock else f"{baan.task_name}-{baan.id}"
