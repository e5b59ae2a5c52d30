"""The issue of onderwijsnummers: each number that storage drew is given once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.nummers import onderwijsnummer_van

if TYPE_CHECKING:
    from collections.abc import Iterable

_VOORLOPIG = next(filter(None, map(onderwijsnummer_van, range(10))))


class Uitgifte:
    """A supply of numbers that are free. When it runs out it counts what is missing, so that it can be drawn."""

    def __init__(self, nummers: Iterable[str] = ()) -> None:
        self._nummers = iter(tuple(nummers))
        self.tekort = 0

    def volgende(self) -> str:
        """Return a free number; a stand-in that may not be registered when there is none (tekort counts it)."""
        nummer = next(self._nummers, None)
        if nummer is None:
            self.tekort += 1
            return _VOORLOPIG
        return nummer
