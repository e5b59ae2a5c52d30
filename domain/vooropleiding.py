"""Prior education (VO): results of secondary education, as the VO register delivers them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Vak:
    """A subject with its final mark, when there is one."""

    vakcode: str
    eindcijfer: int | None = None


@dataclass(frozen=True, slots=True, order=True)
class VooropleidingSleutel:
    """What tells it from the others of its person: soort and school (BRIN), empty when unknown (besluit 0041)."""

    soort: str
    school: str = ""

    def __str__(self) -> str:
        return f"{self.school}/{self.soort}" if self.school else self.soort


@dataclass(frozen=True, slots=True, kw_only=True)
class Vooropleiding:
    """One prior education; its subjects stand in order of their code."""

    soort: str
    instelling: str | None = None
    datum_resultaat: date | None = None
    behaald: bool
    vakken: tuple[Vak, ...] = ()

    @property
    def sleutel(self) -> VooropleidingSleutel:
        """Return its key within the person."""
        return VooropleidingSleutel(self.soort, self.instelling or "")
