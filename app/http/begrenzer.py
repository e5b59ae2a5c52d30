"""How often a caller may ask: a bucket of tokens per caller, in this process."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(slots=True)
class Begrenzer:
    """Lets `stoot` requests through at once and `per_seconde` on average; 0 per second: no bound.

    With several workers each counts for itself (own choice: a shared count costs a round trip on every request).
    There are as many buckets as callers with a valid token, and those are known organisations.
    """

    per_seconde: float
    stoot: int
    klok: Callable[[], float] = time.monotonic
    _emmers: dict[str, tuple[float, float]] = field(default_factory=dict)

    def wachttijd(self, naam: str) -> float:
        """Take one from the bucket of this caller: 0.0, or the seconds until there is one again."""
        if self.per_seconde == 0:
            return 0.0
        nu = self.klok()
        inhoud, moment = self._emmers.get(naam, (float(self.stoot), nu))
        inhoud = min(float(self.stoot), inhoud + (nu - moment) * self.per_seconde)
        if inhoud < 1:
            return (1 - inhoud) / self.per_seconde
        self._emmers[naam] = (inhoud - 1, nu)
        return 0.0
