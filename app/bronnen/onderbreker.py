"""A source that fails a few times in a row is left alone for a while, so that nobody waits for it in vain.

Own code (besluit 0057): a library would add threads and storage of its state, and what is needed is sixty lines.
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Protocol

from domain.fouten import BronOnbereikbaar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NA: Final = 5
PAUZE: Final = 5.0
LANGSTE_PAUZE: Final = 60.0


class Toestand(StrEnum):
    """Whether a source is asked: always, not now, or once to see whether it answers again."""

    BEREIKBAAR = "bereikbaar"
    ONDERBROKEN = "onderbroken"
    OP_PROEF = "op proef"


class Vraaguitkomst(StrEnum):
    """What became of one question: an answer, no time, no readable answer, or not asked at all."""

    ANTWOORD = "antwoord"
    TIJD = "tijd"
    FOUT = "fout"
    OVERGESLAGEN = "overgeslagen"


class Meekijker(Protocol):
    """Who wants to know how a source does."""

    def vraag(self, uitkomst: Vraaguitkomst, seconden: float) -> None:
        """Hear what became of a question, and how long it took."""

    def toestand(self, toestand: Toestand) -> None:
        """Hear that the source is asked otherwise from now on."""


class Onderbreker:
    """Counts failures in a row. From the fifth on nothing is asked for 5 seconds; then one question goes through.

    When that one fails too the pause doubles, up to a minute; any answer ends it (own choice).
    """

    def __init__(
        self,
        meekijker: Meekijker | None = None,
        *,
        factor: float = 1.0,
        klok: Callable[[], float] = time.monotonic,
    ) -> None:
        self.toestand = Toestand.BEREIKBAAR
        self.meekijker = meekijker
        self._factor, self._klok = factor, klok
        self._op_rij, self._pauze, self._tot = 0, PAUZE, 0.0

    @property
    def rust(self) -> float:
        """Return for how many seconds more nothing is asked; 0 when a question would go through."""
        return max(0.0, self._tot - self._klok()) if self.toestand is Toestand.ONDERBROKEN else 0.0

    @contextmanager
    def poging(self) -> Iterator[None]:
        """Ask within this block; raises BronOnbereikbaar when nothing is asked now."""
        is_proef = self._laat_door()
        try:
            yield
        except BronOnbereikbaar:
            self._mislukt(is_proef=is_proef)
            raise
        except BaseException:
            if is_proef:  # broken off, so nothing is known: the next may try
                self._onderbreek(0.0)
            raise
        self._gelukt()

    def _laat_door(self) -> bool:
        """Return whether this question is the one on trial."""
        if self.toestand is Toestand.BEREIKBAAR:
            return False
        if self.toestand is Toestand.OP_PROEF or self._klok() < self._tot:
            raise BronOnbereikbaar("De bron antwoordde enkele keren niet en wordt even niet gevraagd")
        self._wordt(Toestand.OP_PROEF)
        return True

    def _gelukt(self) -> None:
        self._op_rij, self._pauze = 0, PAUZE
        self._wordt(Toestand.BEREIKBAAR)

    def _mislukt(self, *, is_proef: bool) -> None:
        """Count; a question that was under way when others had failed already says nothing new."""
        self._op_rij += 1
        if is_proef:
            self._pauze = min(2 * self._pauze, LANGSTE_PAUZE)
            self._onderbreek(self._pauze)
        elif self.toestand is Toestand.BEREIKBAAR and self._op_rij >= NA:
            self._onderbreek(self._pauze)

    def _onderbreek(self, seconden: float) -> None:
        self._tot = self._klok() + seconden * self._factor
        self._wordt(Toestand.ONDERBROKEN)

    def _wordt(self, toestand: Toestand) -> None:
        if toestand is not self.toestand:
            self.toestand = toestand
            if self.meekijker is not None:
                self.meekijker.toestand(toestand)
