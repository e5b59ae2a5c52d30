"""The person: numbers, names, birth, address and rights to stay, from the BRP or as delivered."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Final

from domain.nummers import Nummersoort

if TYPE_CHECKING:
    from domain.codes import Geslacht
    from domain.tijd import OnvolledigeDatum


@dataclass(frozen=True, slots=True, kw_only=True)
class PersoonSleutel:
    """How a caller points at a person: exactly one of the three is filled; id is the register's own."""

    burgerservicenummer: str | None = None
    onderwijsnummer: str | None = None
    id: int | None = None

    @property
    def nummer(self) -> tuple[Nummersoort, str] | None:
        """Return kind and number when the person is pointed at by number."""
        if self.burgerservicenummer is not None:
            return Nummersoort.BURGERSERVICENUMMER, self.burgerservicenummer
        if self.onderwijsnummer is not None:
            return Nummersoort.ONDERWIJSNUMMER, self.onderwijsnummer
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Adres:
    """An address; no landcode means the Netherlands (register.md 4.2)."""

    straatnaam: str | None = None
    huisnummer: int | None = None
    huisletter: str | None = None
    huisnummertoevoeging: str | None = None
    postcode: str | None = None
    woonplaats: str | None = None
    landcode: str | None = None
    regels_buitenland: tuple[str, ...] = ()

    @property
    def in_nederland(self) -> bool:
        """Tell whether it is a Dutch address: no landcode, or BRP code 6030."""
        return self.landcode in {None, "6030"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Nationaliteit:
    """A nationality (BRP table 32) with its period; the end is exclusive."""

    code: str
    datum_begin: OnvolledigeDatum
    datum_einde: OnvolledigeDatum | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verblijfstitel:
    """A right to stay with its period; the end is exclusive."""

    code: str
    datum_begin: OnvolledigeDatum
    datum_einde: OnvolledigeDatum | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Persoon:
    """What the register holds of a person; exactly one of the two numbers is its key at a time."""

    burgerservicenummer: str | None = None
    onderwijsnummer: str | None = None
    voornamen: str | None = None
    voorvoegsel: str | None = None
    geslachtsnaam: str | None = None
    geboortedatum: OnvolledigeDatum
    geslacht: Geslacht
    overlijdensdatum: OnvolledigeDatum | None = None
    geboorteland: str | None = None
    datum_vestiging_in_nederland: OnvolledigeDatum | None = None
    datum_vertrek_uit_nederland: OnvolledigeDatum | None = None
    land_vertrek: str | None = None
    adres: Adres | None = None
    nationaliteiten: tuple[Nationaliteit, ...] = ()
    verblijfstitels: tuple[Verblijfstitel, ...] = ()
    geverifieerd: bool = False

    @property
    def nummer(self) -> tuple[Nummersoort, str]:
        """Return kind and number of the key; BSN wins over onderwijsnummer."""
        if self.burgerservicenummer is not None:
            return Nummersoort.BURGERSERVICENUMMER, self.burgerservicenummer
        if self.onderwijsnummer is None:
            raise ValueError("a person without a number")
        return Nummersoort.ONDERWIJSNUMMER, self.onderwijsnummer


_SLEUTEL: Final = {"burgerservicenummer", "onderwijsnummer", "geverifieerd"}


def behoud_van_later(toen: Persoon, nu: Persoon, na: Persoon) -> Persoon:
    """Return what a delivery that waited makes of a person, but for what others changed since it came in.

    Besluit 0063. The key is decided now, and so are the data of who turned out to be in the BRP: it was asked just now.
    """
    if na.geverifieerd and not nu.geverifieerd:
        return na
    velden = (veld.name for veld in fields(Persoon) if veld.name not in _SLEUTEL)
    later = {veld: getattr(nu, veld) for veld in velden if getattr(nu, veld) != getattr(toen, veld)}
    return replace(na, **later)


def naamsleutel(naam: str | None) -> str:
    """Return the name as it is compared: without case, accents and anything but letters (own choice)."""
    ontleed = unicodedata.normalize("NFKD", (naam or "").casefold())
    return "".join(teken for teken in ontleed if teken.isalpha())
