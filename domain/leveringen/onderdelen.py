"""The parts of results as delivered, and as parts of the register."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, TypeVar

from domain.leveringen.inhoud import aangevuld
from domain.leveringen.vorm import decimaal, deel, getal, ja_nee, tekst
from domain.resultaat import AmvbOnderdeel, GeneriekExamenonderdeel, KeuzedeelResultaat

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from domain.resultaat import Onderdeel

Deel = TypeVar("Deel", GeneriekExamenonderdeel, KeuzedeelResultaat, AmvbOnderdeel)


@dataclass(frozen=True, slots=True, kw_only=True)
class GeleverdExamenonderdeel(GeneriekExamenonderdeel):
    """A generic exam part as delivered."""

    resultaatvolgnummer: str = tekst(20, verplicht=True)
    code: str = tekst(20, verplicht=True)
    eindcijfer: int | None = getal()
    vrijstelling: str | None = tekst(4)
    cijfer_instellingsexamen: Decimal | None = decimaal()
    vrijstelling_instellingsexamen: str | None = tekst(4)
    cijfer_centraal_examen: Decimal | None = decimaal()
    vrijstelling_centraal_examen: str | None = tekst(4)


@dataclass(frozen=True, slots=True, kw_only=True)
class GeleverdKeuzedeel(KeuzedeelResultaat):
    """A keuzedeel as delivered."""

    resultaatvolgnummer: str = tekst(20, verplicht=True)
    keuzedeelcode: str = tekst(20, verplicht=True)
    behaald: bool = ja_nee(verplicht=True)
    certificaat: bool | None = ja_nee(leeg=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class GeleverdAmvbOnderdeel(AmvbOnderdeel):
    """An AMvB-onderdeel as delivered."""

    resultaatvolgnummer: str = tekst(20, verplicht=True)
    code: str = tekst(20, verplicht=True)
    certificaat: bool | None = ja_nee(leeg=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class EenOnderdeel:
    """A loose part: exactly one of the three, as GraphQL has seen to."""

    generiek_examenonderdeel: GeleverdExamenonderdeel | None = deel(GeleverdExamenonderdeel)
    keuzedeel: GeleverdKeuzedeel | None = deel(GeleverdKeuzedeel)
    amvb_onderdeel: GeleverdAmvbOnderdeel | None = deel(GeleverdAmvbOnderdeel)

    @property
    def enige(self) -> tuple[str, Onderdeel]:
        """Return the name of the field that is filled, and what is in it."""
        gevuld = ((veld.name, getattr(self, veld.name)) for veld in fields(self))
        return next((naam, onderdeel) for naam, onderdeel in gevuld if onderdeel is not None)


def op_volgnummer(soort: type[Deel], delen: Iterable[Deel]) -> tuple[Deel, ...]:
    """Return delivered parts as parts of the register, by number."""
    gemaakt = (_als(soort, geleverd) for geleverd in delen)
    return tuple(sorted(gemaakt, key=lambda gemaakt_deel: gemaakt_deel.resultaatvolgnummer))


def _als(soort: type[Deel], geleverd: Deel) -> Deel:
    return soort(**{veld.name: getattr(geleverd, veld.name) for veld in fields(soort)})


def als_onderdeel(geleverd: Onderdeel) -> Onderdeel:
    """Return a delivered part as a part of the register."""
    match geleverd:
        case GeneriekExamenonderdeel():
            return _als(GeneriekExamenonderdeel, geleverd)
        case KeuzedeelResultaat():
            return _als(KeuzedeelResultaat, geleverd)
        case AmvbOnderdeel():
            return _als(AmvbOnderdeel, geleverd)


def delen_aangevuld(nieuw: tuple[Deel, ...], oud: tuple[Deel, ...]) -> tuple[Deel, ...]:
    """Return the parts as delivered, with the fields that are absent filled in from the part with that number."""
    per_nummer = {een.resultaatvolgnummer: een for een in oud}
    return tuple(
        aangevuld(een, per_nummer[een.resultaatvolgnummer]) if een.resultaatvolgnummer in per_nummer else een
        for een in nieuw
    )
