"""What waits for a source is queued with the delivery that waits, and tried until it is done (besluit 0053)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from procrastinate import BaseRetryStrategy, RetryDecision

from app.achtergrond.wachtrij import Wachtrij
from domain.wachtend import Wacht

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from procrastinate.jobs import Job
    from procrastinate.types import JSONDict
    from psycopg import AsyncConnection

BRP: Final = "brp"
SBB: Final = "sbb"
IDENTIFICATIE: Final = "identificatie"
ERKENNING: Final = "erkenning"
TAAK: Final[Mapping[Wacht, tuple[str, str]]] = {Wacht.BRP: (IDENTIFICATIE, BRP), Wacht.SBB: (ERKENNING, SBB)}
"""The work by what it waits for, and the queue it stands in: a source has its own, so that none keeps another up."""
EERSTE: Final = 30.0
MEESTE: Final = 900.0
_SPREIDING: Final = 16


class NogNietError(Exception):
    """The source is still out of reach: the work goes back into the queue."""


@dataclass(frozen=True, slots=True)
class Volhouden(BaseRetryStrategy):
    """Try again without end: after 30 s, then twice as long each time, up to a quarter of an hour (own choice)."""

    wachtfactor: float

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision:  # noqa: ARG002 - the library's
        """Return when; what was queued together does not come back together."""
        spreiding = 1 + ((job.id or 0) % _SPREIDING) / (4 * _SPREIDING)
        return RetryDecision(retry_in={"milliseconds": wachttijd(job.attempts, self.wachtfactor * spreiding)})


def wachttijd(pogingen: int, factor: float) -> int:
    """Return how long to wait after so many attempts before this one, in ms."""
    return int(1000 * factor * min(MEESTE, EERSTE * 2 ** min(pogingen, _SPREIDING)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitstel:
    """Implements app.opslag.schrijven.uitstel.StelUit."""

    wachtfactor: float
    wachtrij: Wachtrij = field(default_factory=Wachtrij)

    async def __call__(self, verbinding: AsyncConnection[Any], wacht: Wacht, leveringen: Sequence[int], /) -> None:
        """Queue one piece of work for each delivery, for when the first wait is over."""
        taak, rij = TAAK[wacht]
        gegevens: list[JSONDict] = [{"levering_id": levering_id} for levering_id in leveringen]
        na = wachttijd(0, self.wachtfactor)
        await self.wachtrij.stel_reeks_uit(verbinding, taak, gegevens, rij=rij, na=na)
