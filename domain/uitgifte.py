"""The issue of onderwijsnummers: each number that storage drew is given once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

NOG_NIET_UITGEGEVEN: Final = "(wordt uitgegeven)"


class Uitgifte:
    """A supply of numbers that are free; when it runs out it counts what is missing, so that it can be drawn."""

    def __init__(self, nummers: Iterable[str] = ()) -> None:
        self._nummers = iter(tuple(nummers))
        self.tekort = 0

    def volgende(self) -> str:
        """Return a free number, or a stand-in when there is none: a proef shows it, nothing else may keep it."""
        nummer = next(self._nummers, None)
        if nummer is None:
            self.tekort += 1
            return NOG_NIET_UITGEGEVEN
        return nummer
