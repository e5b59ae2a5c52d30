"""What the register needs from outside, as Protocols: the BRP and SBB."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    from domain.codes import ErkenningStatus, Geslacht
    from domain.leerbedrijf import Leerbedrijf
    from domain.persoon import Persoon
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


class Brp(Protocol):
    """The population register. A wrong or absent answer is ONBEREIKBAAR for the questions it concerns, never raised."""

    async def op_nummer(self, nummers: Collection[str]) -> Mapping[str, Persoon | Bronantwoord]:
        """Return for every BSN the person (geverifieerd), ONBEKEND or ONBEREIKBAAR; 20 numbers a call."""

    async def zoek(self, vragen: Collection[Zoekvraag]) -> Mapping[Zoekvraag, Sequence[Persoon] | Bronantwoord]:
        """Return for every question the persons found, or ONBEREIKBAAR."""


class Sbb(Protocol):
    """The register of leerbedrijven."""

    async def zoek(self, naam: str, postcode: str, huisnummer: int | None) -> Sequence[Leerbedrijf]:
        """Return the leerbedrijven found; raises BronOnbereikbaar."""

    async def leerbedrijf(self, leerbedrijf_id: str) -> Leerbedrijf | None:
        """Return one leerbedrijf with its recognitions; raises BronOnbereikbaar."""

    async def erkenningen(
        self, vragen: Collection[Erkenningsvraag]
    ) -> Mapping[Erkenningsvraag, Erkenningsantwoord | Bronantwoord]:
        """Return for every question the answer, or ONBEREIKBAAR; 20 questions a call, never raises."""
