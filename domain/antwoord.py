"""Questions to BRP and SBB and what they can answer, as values: the controls read these and never a port."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from domain.codes import ErkenningStatus, Geslacht
    from domain.leerbedrijf import Leerbedrijf
    from domain.tijd import OnvolledigeDatum


class Bronantwoord(Enum):
    """What a source can answer instead of a fact."""

    ONBEKEND = "onbekend"
    ONBEREIKBAAR = "onbereikbaar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Zoekvraag:
    """A search in the BRP on name and birth date, narrowed by what else is known; it is the key of its answer."""

    geslachtsnaam: str
    voorvoegsel: str | None = None
    voornamen: str | None = None
    geboortedatum: OnvolledigeDatum
    geslacht: Geslacht | None = None
    postcode: str | None = None
    huisnummer: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Erkenningsvraag:
    """Whether a leerbedrijf is recognised for an opleiding on a day; without opleidingcode: whether it is known."""

    leerbedrijf_id: str
    opleidingcode: str | None
    op: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Erkenningsantwoord:
    """SBB's answer; leerbedrijf None: SBB does not know the id."""

    leerbedrijf: Leerbedrijf | None
    status: ErkenningStatus
