"""A bounded memory: what was used longest ago leaves first."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Sleutel = TypeVar("Sleutel")
Waarde = TypeVar("Waarde")


@dataclass(slots=True)
class Geheugen(Generic[Sleutel, Waarde]):
    """Remembers at most `grootte` values by key."""

    grootte: int
    _inhoud: OrderedDict[Sleutel, Waarde] = field(default_factory=OrderedDict)

    def haal(self, sleutel: Sleutel) -> Waarde | None:
        """Return what was kept under this key, if it still is."""
        waarde = self._inhoud.get(sleutel)
        if waarde is not None:
            self._inhoud.move_to_end(sleutel)
        return waarde

    def bewaar(self, sleutel: Sleutel, waarde: Waarde) -> None:
        """Keep a value, at the cost of the one used longest ago."""
        self._inhoud[sleutel] = waarde
        if len(self._inhoud) > self.grootte:
            self._inhoud.popitem(last=False)
