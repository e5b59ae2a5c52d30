"""Chance that can be repeated: a stream per person, so that no row depends on how the work is cut up."""

from __future__ import annotations

from bisect import bisect
from dataclasses import dataclass
from itertools import accumulate
from random import Random
from typing import TYPE_CHECKING, Final, Generic, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

T = TypeVar("T")
_STROMEN: Final = 2**32


class Lot(Random):
    """A stream of chance; the same seed and stream give the same draws."""

    @classmethod
    def voor(cls, seed: int, stroom: int) -> Self:
        """Return the stream of this number; streams of one seed do not depend on each other."""
        return cls(seed * _STROMEN + stroom)

    def kans(self, deel: float) -> bool:
        """Tell whether it happens, in this share of the cases."""
        return self.random() < deel

    def een_van(self, keuzen: Sequence[T]) -> T:
        """Return one, all with equal chance."""
        return keuzen[int(self.random() * len(keuzen))]

    def tussen(self, laagste: int, hoogste: int) -> int:
        """Return a whole number, both ends included; the lowest when the highest lies under it."""
        return laagste + int(self.random() * (max(hoogste, laagste) - laagste + 1))


@dataclass(frozen=True, slots=True)
class Verdeling(Generic[T]):
    """Choices with their weights, added up."""

    keuzen: tuple[T, ...]
    opgeteld: tuple[float, ...]

    @classmethod
    def van(cls, gewichten: Iterable[tuple[T, float]]) -> Self:
        """Make it of choices and weights."""
        keuzen, gewicht = zip(*gewichten, strict=True)
        return cls(keuzen, tuple(accumulate(gewicht)))

    @classmethod
    def aflopend(cls, keuzen: Iterable[T], *, helling: float = 4.0) -> Self:
        """Make it of choices in order of frequency, as names and places are spread (after Zipf)."""
        return cls.van((keuze, 1 / (plaats + helling)) for plaats, keuze in enumerate(keuzen))

    def kies(self, lot: Lot) -> T:
        """Return one, by weight."""
        return self.keuzen[bisect(self.opgeteld, lot.random() * self.opgeteld[-1], hi=len(self.keuzen) - 1)]
