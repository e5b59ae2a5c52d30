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


@dataclass(frozen=True, slots=True, kw_only=True)
class Vooropleiding:
    """One prior education; soort, school (BRIN) and date together tell it from others (own choice)."""

    soort: str
    instelling: str | None = None
    datum_resultaat: date | None = None
    behaald: bool
    vakken: tuple[Vak, ...] = ()
