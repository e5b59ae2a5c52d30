"""What both identifications share: the delivered personal data, and the decision they lead to."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from domain.codes import Geslacht
from domain.feit import FeitOntbreekt, aanwezig
from domain.leveringen.levering import BesluitLevering
from domain.leveringen.vorm import deel, getal, keuze, lijst_van, onvolledige_datum, tekst, teksten
from domain.nummers import Nummersoort
from domain.persoon import Adres, Nationaliteit, Persoon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.dossier import Dossier
    from domain.feiten import Feiten
    from domain.tijd import OnvolledigeDatum


@dataclass(frozen=True, slots=True, kw_only=True)
class GeleverdAdres(Adres):
    """An address as delivered; lengths as in the BRP (Logisch ontwerp)."""

    straatnaam: str | None = tekst(80)
    huisnummer: int | None = getal()
    huisletter: str | None = tekst(1)
    huisnummertoevoeging: str | None = tekst(4)
    postcode: str | None = tekst(7)
    woonplaats: str | None = tekst(80)
    landcode: str | None = tekst(4)
    regels_buitenland: tuple[str, ...] = teksten(40)

    def als_adres(self) -> Adres:
        """Return it as an address of the register."""
        return Adres(**{veld.name: getattr(self, veld.name) for veld in fields(Adres)})

    def wat_ontbreekt(self) -> Iterator[str]:
        """Yield the fields without which nobody is found at it; abroad anything that an envelope can bear will do."""
        if self.in_nederland:
            yield from (veld for veld in ("postcode", "huisnummer") if _leeg(getattr(self, veld)))
        elif not (self.regels_buitenland or self.straatnaam or self.woonplaats):
            yield "regels_buitenland"


@dataclass(frozen=True, slots=True, kw_only=True)
class GeleverdeNationaliteit(Nationaliteit):
    """A nationality as delivered, of a person who is not in the BRP."""

    code: str = tekst(4, verplicht=True)
    datum_begin: OnvolledigeDatum = onvolledige_datum(verplicht=True)
    datum_einde: OnvolledigeDatum | None = onvolledige_datum()

    def als_nationaliteit(self) -> Nationaliteit:
        """Return it as a nationality of the register."""
        return Nationaliteit(code=self.code, datum_begin=self.datum_begin, datum_einde=self.datum_einde)


@dataclass(frozen=True, slots=True, kw_only=True)
class Identificatie(BesluitLevering):
    """Personal data as delivered."""

    burgerservicenummer: str | None = tekst(20)
    onderwijsnummer: str | None = tekst(20)
    geslachtsnaam: str | None = tekst(200)
    voorvoegsel: str | None = tekst(20)
    voornamen: str | None = tekst(200)
    geboortedatum: OnvolledigeDatum | None = onvolledige_datum(code="P12")
    geslacht: Geslacht | None = keuze(Geslacht)
    adres: GeleverdAdres | None = deel(GeleverdAdres)
    nationaliteiten: tuple[GeleverdeNationaliteit, ...] | None = lijst_van(GeleverdeNationaliteit)

    @property
    def nummer(self) -> tuple[Nummersoort, str] | None:
        """Return kind and number that the delivery points with, None without or with both (P02)."""
        bsn, onderwijsnummer = self.burgerservicenummer, self.onderwijsnummer
        if bsn is not None and onderwijsnummer is None:
            return Nummersoort.BURGERSERVICENUMMER, bsn
        if onderwijsnummer is not None and bsn is None:
            return Nummersoort.ONDERWIJSNUMMER, onderwijsnummer
        return None

    @property
    def nummer_of_fout(self) -> tuple[Nummersoort, str]:
        """Return kind and number; raises FeitOntbreekt without."""
        if self.nummer is None:
            raise FeitOntbreekt
        return self.nummer

    def wat_ontbreekt(self) -> Iterator[tuple[str, ...]]:
        """Yield the place of what identification without a number lacks: name and address (P09, register.md 4.2)."""
        if _leeg(self.geslachtsnaam):
            yield ("geslachtsnaam",)
        if self.adres is None:
            yield ("adres",)
        else:
            yield from (("adres", veld) for veld in self.adres.wat_ontbreekt())

    def als_persoon(self) -> Persoon:
        """Return the person as delivered, without a number; raises FeitOntbreekt without birth date or gender (P09)."""
        if self.geboortedatum is None or self.geslacht is None:
            raise FeitOntbreekt
        leeg = Persoon(geboortedatum=self.geboortedatum, geslacht=self.geslacht)
        return self.over(leeg)

    def over(self, persoon: Persoon) -> Persoon:
        """Return the person with what is delivered in place of what was there."""
        return replace(
            persoon,
            geslachtsnaam=self.geslachtsnaam or persoon.geslachtsnaam,
            voorvoegsel=self.voorvoegsel if self.geslachtsnaam else persoon.voorvoegsel,
            voornamen=self.voornamen or persoon.voornamen,
            geboortedatum=self.geboortedatum or persoon.geboortedatum,
            geslacht=self.geslacht or persoon.geslacht,
            adres=self.adres.als_adres() if self.adres else persoon.adres,
            nationaliteiten=persoon.nationaliteiten
            if self.nationaliteiten is None
            else tuple(nationaliteit.als_nationaliteit() for nationaliteit in self.nationaliteiten),
        )

    def pas_toe(self, feiten: Feiten) -> Dossier:
        """Return the dossier of the person decided on, identified by this institution; unchanged while undecided."""
        besluit = self.besluit(feiten)
        if besluit.dossier is None or besluit.in_behandeling:
            raise FeitOntbreekt
        persoon = besluit.persoon or besluit.dossier.persoon
        if persoon is None:
            raise FeitOntbreekt
        if besluit.geeft_nummer_uit:
            persoon = replace(persoon, onderwijsnummer=feiten.uitgifte.volgende())
        return besluit.dossier.met_persoon(persoon, feiten.instelling)


def _leeg(waarde: object) -> bool:
    """Tell whether nothing was delivered; what was delivered and cannot be read is another matter (L01)."""
    return aanwezig(waarde) and not waarde
