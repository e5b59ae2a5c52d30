"""What the register needs from outside, as Protocols: the BRP and SBB."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from domain.antwoord import Bronantwoord, Erkenningsantwoord, Erkenningsvraag, Zoekvraag

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from domain.leerbedrijf import Leerbedrijf
    from domain.persoon import Persoon

__all__ = ["Bronantwoord", "Brp", "Erkenningsantwoord", "Erkenningsvraag", "Sbb", "Zoekvraag"]


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
