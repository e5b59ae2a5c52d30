"""verwerkenPersoonsmutatie: the BRP changes a person; absent is unchanged, null is cleared, a list replaces."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Final

from domain.bericht import over_persoonsmutatie
from domain.codes import Geslacht, LeveringSoort
from domain.feit import FeitOntbreekt
from domain.identificatie import Besluit, sleutel_wordt
from domain.leveringen.identificeren import GeleverdAdres, GeleverdeNationaliteit
from domain.leveringen.levering import BesluitLevering
from domain.leveringen.vorm import ONGEWIJZIGD, datum, deel, keuze, lijst_van, onvolledige_datum, tekst, wisbaar
from domain.nummers import is_bsn
from domain.persoon import Persoon, PersoonSleutel, Verblijfstitel
from domain.tijd import OnvolledigeDatum

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from domain.bericht import Bericht
    from domain.dossier import Dossier
    from domain.feiten import Feiten

GEWIST: Final[dict[str, Any]] = {
    "geboortedatum": OnvolledigeDatum(0),
    "geslacht": Geslacht.O,
    "nationaliteiten": (),
    "verblijfstitels": (),
}
"""What a field is when it is cleared, where that is not None: unknown is a value of these (besluit 0042)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GeleverdeVerblijfstitel(Verblijfstitel):
    """A right to stay as delivered."""

    code: str = tekst(2, verplicht=True)
    datum_begin: OnvolledigeDatum = onvolledige_datum(verplicht=True)
    datum_einde: OnvolledigeDatum | None = onvolledige_datum()

    def als_verblijfstitel(self) -> Verblijfstitel:
        """Return it as a right to stay of the register."""
        return Verblijfstitel(code=self.code, datum_begin=self.datum_begin, datum_einde=self.datum_einde)


@dataclass(frozen=True, slots=True, kw_only=True)
class VerwerkenPersoonsmutatie(BesluitLevering):
    """Changes whoever the BSN stands for; about somebody the register does not know it does nothing."""

    soort = LeveringSoort.VERWERKEN_PERSOONSMUTATIE

    burgerservicenummer: str = tekst(20, verplicht=True)
    ingangsdatum: date = datum(verplicht=True)
    nieuw_burgerservicenummer: str | None = tekst(20)
    voornamen: str | None = wisbaar(tekst(200))
    voorvoegsel: str | None = wisbaar(tekst(20))
    geslachtsnaam: str | None = wisbaar(tekst(200))
    geboortedatum: OnvolledigeDatum | None = wisbaar(onvolledige_datum(code="P12"))
    geslacht: Geslacht | None = wisbaar(keuze(Geslacht))
    overlijdensdatum: OnvolledigeDatum | None = wisbaar(onvolledige_datum())
    geboorteland: str | None = wisbaar(tekst(4))
    datum_vestiging_in_nederland: OnvolledigeDatum | None = wisbaar(onvolledige_datum())
    datum_vertrek_uit_nederland: OnvolledigeDatum | None = wisbaar(onvolledige_datum())
    land_vertrek: str | None = wisbaar(tekst(4))
    adres: GeleverdAdres | None = wisbaar(deel(GeleverdAdres))
    nationaliteiten: tuple[GeleverdeNationaliteit, ...] | None = wisbaar(lijst_van(GeleverdeNationaliteit))
    verblijfstitels: tuple[GeleverdeVerblijfstitel, ...] | None = wisbaar(lijst_van(GeleverdeVerblijfstitel))

    @property
    def persoon(self) -> PersoonSleutel:
        """Return the number that points at the person."""
        return PersoonSleutel(burgerservicenummer=self.burgerservicenummer)

    def besluit(self, feiten: Feiten) -> Besluit:
        """Return the person as changed; two candidates when the new BSN is another person here (P04).

        When IPO then decides that it is the student alone, the rest is changed and the number stays (besluit 0054).
        """
        if feiten.dossier.persoon is None:
            return Besluit(dossier=feiten.dossier)
        nieuw = self.over(feiten.persoon)
        zonder = feiten.keuze is not None and feiten.keuze.burgerservicenummer is None
        if self.nieuw_burgerservicenummer is None or zonder:
            return Besluit(dossier=feiten.dossier, persoon=nieuw)
        if not is_bsn(self.nieuw_burgerservicenummer):
            raise FeitOntbreekt
        nieuw = replace(nieuw, burgerservicenummer=self.nieuw_burgerservicenummer, onderwijsnummer=None)
        return sleutel_wordt(nieuw, feiten)

    def over(self, persoon: Persoon) -> Persoon:
        """Return the person with what is delivered in place of what was there."""
        namen = {veld.name for veld in fields(Persoon)} & {veld.name for veld in fields(self)}
        gegeven = {naam: getattr(self, naam) for naam in namen - {"burgerservicenummer"}}
        return replace(
            persoon, **{naam: _inhoud(naam, waarde) for naam, waarde in gegeven.items() if waarde is not ONGEWIJZIGD}
        )

    def pas_toe(self, feiten: Feiten) -> Dossier:
        """Return the dossier with the person as changed; as it is when the register does not know the person."""
        persoon = self.besluit(feiten).persoon
        return feiten.dossier if persoon is None else feiten.dossier.met_persoon(persoon)

    def berichten(self, voor: Dossier, na: Dossier, feiten: Feiten) -> Iterator[Bericht]:
        """Yield what institutions hear of it."""
        yield from over_persoonsmutatie(voor, na, self.ingangsdatum, feiten.vandaag)


def _inhoud(naam: str, waarde: Any) -> Any:  # noqa: ANN401 - the value of a field
    """Return a delivered value as the register keeps it; an address is one whole, and replaces one."""
    if waarde is None or waarde == "":
        return GEWIST.get(naam)
    if isinstance(waarde, GeleverdAdres):
        return waarde.als_adres()
    return tuple(map(_deel, waarde)) if isinstance(waarde, tuple) else waarde


def _deel(deel_: GeleverdeNationaliteit | GeleverdeVerblijfstitel) -> Any:  # noqa: ANN401 - a part of a person
    return deel_.als_verblijfstitel() if isinstance(deel_, GeleverdeVerblijfstitel) else deel_.als_nationaliteit()
