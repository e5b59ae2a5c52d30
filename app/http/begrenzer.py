"""How much a caller may ask: buckets of requests and of cost per caller, in this worker."""

from __future__ import annotations

import time
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from domain.fouten import TeVeel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from app.configuratie import Configuratie
    from domain.aanroeper import Aanroeper


class Uitgeput(TeVeel):
    """A bucket is empty; `wachttijd` is how many seconds until it holds enough again."""

    def __init__(self, wachttijd: float) -> None:
        super().__init__("U vraagt meer dan is toegestaan; probeer het straks opnieuw.")
        self.wachttijd = wachttijd


@dataclass(slots=True)
class Begrenzer:
    """Lets `stoot` through at once and `per_seconde` on average; 0 per second: no bound.

    Each worker counts for itself (besluit 0022: a shared count costs a round trip on every request, to share a bound
    that is there to keep one caller from crowding out the others). There are as many buckets as callers with a valid
    token, and those are known organisations.
    """

    per_seconde: float
    stoot: int
    klok: Callable[[], float] = time.monotonic
    _emmers: dict[str, tuple[float, float]] = field(default_factory=dict)

    def neem(self, naam: str, hoeveel: float = 1) -> None:
        """Take from the bucket of this caller; raises Uitgeput when it does not hold so much, and takes nothing."""
        if self.per_seconde == 0:
            return
        nu = self.klok()
        inhoud, moment = self._emmers.get(naam, (float(self.stoot), nu))
        inhoud = min(float(self.stoot), inhoud + (nu - moment) * self.per_seconde)
        hoeveel = min(hoeveel, self.stoot)  # who may ask something at all can ask it of a full bucket
        if inhoud < hoeveel:
            raise Uitgeput((hoeveel - inhoud) / self.per_seconde)
        self._emmers[naam] = (inhoud - hoeveel, nu)


@dataclass(slots=True)
class Plaatsen:
    """Lets each caller hold `meeste` things at once, in this worker; `tel` hears of each that comes or goes."""

    meeste: int
    tel: Callable[[int], None]
    _bezet: Counter[str] = field(default_factory=Counter)

    @contextmanager
    def neem(self, naam: str) -> Iterator[None]:
        """Take a place until the end of the block; raises TeVeel when all are taken."""
        if self._bezet[naam] >= self.meeste:
            raise TeVeel(f"U hebt al {self.meeste} verbindingen open; sluit er eerst een.")
        self._bezet[naam] += 1
        self.tel(1)
        try:
            yield
        finally:
            self.tel(-1)
            self._bezet[naam] -= 1
            if not self._bezet[naam]:
                del self._bezet[naam]


def begroting(configuratie: Configuratie) -> Callable[[Aanroeper, int], None]:
    """Return what takes the cost of an operation from its caller; it raises Uitgeput."""
    emmer = Begrenzer(configuratie.kosten_per_seconde, configuratie.kosten_stoot)

    def begroot(aanroeper: Aanroeper, kosten: int) -> None:
        emmer.neem(aanroeper.naam, kosten)

    return begroot
