"""Work that keeps failing is shown to IPO and told in the log, and goes when the work succeeds (besluit 0056)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import structlog

from app.achtergrond.uitstel import NogNietError
from domain.poorten import OpslagWegError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from procrastinate import JobContext
    from procrastinate.jobs import Job
    from procrastinate.worker import Worker

    from app.opslag.toegang import Toegang

DREMPEL: Final = 4
# The row counts from the first time; it is open, and seen by IPO, from the fourth in a row.
_NOTEER: Final = b"""
    INSERT INTO werk AS w (soort, levering_id, baan, inhoud, afgehandeld_op) VALUES ('MISLUKT_WERK', %(levering_id)s,
        %(baan)s, jsonb_build_object('keren', 1, 'kandidaten', '[]'::jsonb, 'toelichting', %(toelichting)s::text),
        transaction_timestamp())
    ON CONFLICT (baan) DO UPDATE SET
        inhoud = excluded.inhoud || jsonb_build_object('keren', (w.inhoud ->> 'keren')::integer + 1),
        afgehandeld_op = CASE WHEN (w.inhoud ->> 'keren')::integer + 1 < %(drempel)s THEN excluded.afgehandeld_op END
    RETURNING (inhoud ->> 'keren')::integer
"""
_SLUIT: Final = b"""
    UPDATE werk SET inhoud = inhoud || '{"keren": 0}',
        afgehandeld_op = coalesce(afgehandeld_op, transaction_timestamp())
    WHERE baan = %(baan)s AND inhoud ->> 'keren' <> '0' RETURNING 0
"""
_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Mislukkingen:
    """Stands around every piece of work. A source that is away is no failure, nor is our own database: work waits."""

    toegang: Toegang

    async def __call__(self, doe: Callable[[], Awaitable[Any]], context: JobContext, _: Worker) -> Any:  # noqa: ANN401 - the library's
        """Do the work; what fails is counted and raised like any other time."""
        try:
            gedaan = await doe()
        except (NogNietError, OpslagWegError):
            raise
        except Exception as fout:
            await self._noteer(context.job, type(fout).__name__)
            raise
        if context.job.attempts or context.job.queueing_lock:
            await self._schrijf(_SLUIT, {"baan": _naam(context.job)})
        return gedaan

    async def _noteer(self, baan: Job, soort: str) -> None:
        """Count, and note which work it is and what kind of fault: the text of a fault can quote what it is about."""
        toelichting = (
            f"Werk {baan.task_name} mislukt herhaaldelijk, de laatste keer met {soort}. Zie het log bij baan {baan.id}."
        )
        waarden = {
            "levering_id": baan.task_kwargs.get("levering_id"),
            "baan": _naam(baan),
            "toelichting": toelichting,
            "drempel": DREMPEL,
        }
        keren = await self._schrijf(_NOTEER, waarden)
        if keren >= DREMPEL:
            _log.error("werk_blijft_mislukken", taak=baan.task_name, baan=baan.id, keren=keren, soort=soort)

    async def _schrijf(self, opdracht: bytes, waarden: Mapping[str, Any]) -> int:
        """Write beside the work; what keeps this from being noted must not keep the work from being tried again."""
        try:
            async with self.toegang.schrijver() as verbinding:
                rij = await (await verbinding.execute(opdracht, waarden)).fetchone()
        except Exception:  # noqa: BLE001 - as above
            _log.exception("mislukt_werk_niet_genoteerd")
            rij = None
        return int(rij[0]) if rij else 0


def _naam(baan: Job) -> str:
    """Return what makes it one piece of work: what comes round by the clock is the same each time."""
    return baan.task_name if baan.queueing_lock else f"{baan.task_name}-{baan.id}"
