"""Identification: from delivered data, the register and the BRP to one decision (register.md chapter 4)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from domain.antwoord import Bronantwoord, Zoekvraag
from domain.feit import FeitOntbreekt
from domain.nummers import Nummersoort, is_geldig
from domain.persoon import Adres, Persoon, naamsleutel
from domain.signalen import Signaal, signaal
from domain.zoeken import past, postcodesleutel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from domain.dossier import Dossier
    from domain.feiten import Feiten
    from domain.leveringen.identificeren import Identificatie


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluit:
    """What identification leads to: this person in this dossier; or candidates for IPO; or waiting for the BRP.

    geeft_nummer_uit: the person gets a new onderwijsnummer. persoon None with an existing dossier: as registered.
    """

    dossier: Dossier | None = None
    persoon: Persoon | None = None
    geeft_nummer_uit: bool = False
    kandidaten: tuple[Persoon, ...] = ()
    in_behandeling: bool = False
    signalen: tuple[Signaal, ...] = ()

    @property
    def wie(self) -> Persoon | None:
        """Return the person decided on, for P05."""
        return self.persoon or (self.dossier.persoon if self.dossier else None)


GEEN_BESLUIT = Besluit()
SAMENVOEGING: Final = "deze student staat al in het register: voeg de personen samen"
WACHT_OP_BRP = Besluit(in_behandeling=True, signalen=(signaal("P06"),))


def niet_uniek(kandidaten: Sequence[Persoon]) -> Besluit:
    """Return the decision that IPO has to choose (P04)."""
    signalen = (signaal("P04", aantal=len(kandidaten)),)
    return Besluit(kandidaten=tuple(kandidaten), in_behandeling=True, signalen=signalen)


def op_nummer(levering: Identificatie, feiten: Feiten) -> Besluit:
    """Decide on a delivered number: it must agree with register or BRP (register.md 4.1)."""
    soort, nummer = levering.nummer_of_fout
    if not is_geldig(soort, nummer):
        raise FeitOntbreekt
    if feiten.gevonden is not None and feiten.gevonden.persoon is not None:
        return _vergeleken(levering, Besluit(dossier=feiten.gevonden))
    if soort is Nummersoort.ONDERWIJSNUMMER:
        return _onbekend_onderwijsnummer(levering, feiten, nummer)
    antwoord = feiten.bronnen.persoon(nummer)
    if antwoord is Bronantwoord.ONBEREIKBAAR:
        return WACHT_OP_BRP
    if antwoord is Bronantwoord.ONBEKEND:
        return Besluit(signalen=(signaal("P10", soort, soort=soort),))
    return _vergeleken(levering, Besluit(dossier=feiten.nieuw, persoon=antwoord))


def _onbekend_onderwijsnummer(levering: Identificatie, feiten: Feiten, nummer: str) -> Besluit:
    """IPO may adopt one that passes its test: existing registrations enter that way (register.md 4.5)."""
    if not (feiten.namens_ipo and levering.beheer):
        soort = Nummersoort.ONDERWIJSNUMMER
        return Besluit(signalen=(signaal("P10", soort, soort=soort),))
    return Besluit(dossier=feiten.nieuw, persoon=replace(levering.als_persoon(), onderwijsnummer=nummer))


def _vergeleken(levering: Identificatie, besluit: Besluit) -> Besluit:
    """Return the decision when birth date (00 is a wildcard) and gender agree with what was delivered, else P03."""
    wie = besluit.wie
    if wie is None:
        raise FeitOntbreekt
    datum, geslacht = levering.geboortedatum, levering.geslacht
    klopt_datum = datum is None or datum.komt_overeen_met(wie.geboortedatum)
    if klopt_datum and geslacht in {None, wie.geslacht}:
        return besluit
    return Besluit(signalen=(signaal("P03"),))


def zonder_nummer(levering: Identificatie, feiten: Feiten) -> Besluit:
    """Decide without a number: own register and BRP together, else a person with an onderwijsnummer (besluit 0004)."""
    if levering.burgerservicenummer is not None or any(levering.wat_ontbreekt()):
        raise FeitOntbreekt  # two numbers (P02) or too few data (P09): there is nothing to search for
    gezocht = levering.als_persoon()
    if feiten.keuze is not None:
        nummer = feiten.keuze.burgerservicenummer
        return _met_onderwijsnummer(gezocht, feiten) if nummer is None else _bij_nummer(nummer, feiten, _van_brp)
    eigen = _eigen(gezocht, feiten)
    gevonden = feiten.bronnen.personen(zoekvraag(gezocht))
    if isinstance(gevonden, Bronantwoord):
        return _zonder_brp(gezocht, eigen, feiten)
    kandidaten = {persoon.burgerservicenummer: persoon for persoon in (*eigen, *gevonden)}
    if len(kandidaten) > 1:
        return niet_uniek(list(kandidaten.values()))
    een = next(iter(kandidaten.values()), None)
    return _van_brp(een, feiten) if een else _met_onderwijsnummer(gezocht, feiten)


def _eigen(gezocht: Persoon, feiten: Feiten) -> list[Persoon]:
    """Return who in our own register has a BSN and fits."""
    vraag = zoekvraag(gezocht)
    gelijkend = (dossier.persoon for dossier in feiten.op_naam(naamsleutel(gezocht.geslachtsnaam)))
    return [persoon for persoon in gelijkend if persoon and persoon.burgerservicenummer and past(vraag, persoon)]


def _zonder_brp(gezocht: Persoon, eigen: list[Persoon], feiten: Feiten) -> Besluit:
    """Decide on our own register only when it leaves no doubt: one who fits, all given names equal (no twin)."""
    voornamen = naamsleutel(gezocht.voornamen)
    if len(eigen) == 1 and voornamen and voornamen == naamsleutel(eigen[0].voornamen):
        return _van_brp(eigen[0], feiten)
    return WACHT_OP_BRP


def _van_brp(persoon: Persoon, feiten: Feiten) -> Besluit:
    bekend = feiten.op_nummer(persoon.burgerservicenummer or "")
    return Besluit(dossier=bekend) if bekend else Besluit(dossier=feiten.nieuw, persoon=persoon)


def _met_onderwijsnummer(gezocht: Persoon, feiten: Feiten) -> Besluit:
    """Reuse the person with the same name, birth date, gender and address, or issue a number (P08: lives here)."""
    for dossier in feiten.op_naam(naamsleutel(gezocht.geslachtsnaam)):
        if dossier.persoon and dossier.persoon.onderwijsnummer and is_dezelfde(gezocht, dossier.persoon):
            return Besluit(dossier=dossier)
    woont_hier = gezocht.adres is not None and gezocht.adres.in_nederland
    signalen = (signaal("P08"),) if woont_hier else ()
    return Besluit(dossier=feiten.nieuw, persoon=gezocht, geeft_nummer_uit=True, signalen=signalen)


def opnieuw(levering: Identificatie, feiten: Feiten) -> Besluit:
    """Decide on better data for a person with an onderwijsnummer (register.md 4.4)."""
    huidig = feiten.persoon
    if huidig.burgerservicenummer is not None:
        return _al_geverifieerd(levering, feiten, huidig)
    nieuw = levering.over(huidig)
    if feiten.keuze is not None:
        nummer, zonder = feiten.keuze.burgerservicenummer, Besluit(dossier=feiten.dossier, persoon=nieuw)
        return zonder if nummer is None else _bij_nummer(nummer, feiten, sleutel_wordt)
    if levering.burgerservicenummer is not None:
        return _met_bsn(levering, feiten, nieuw)
    return _met_gegevens(nieuw, feiten)


def _met_gegevens(nieuw: Persoon, feiten: Feiten) -> Besluit:
    if nieuw.geslachtsnaam is None:
        return Besluit(signalen=(signaal("P09", "geslachtsnaam"),))
    gevonden = feiten.bronnen.personen(zoekvraag(nieuw))
    if isinstance(gevonden, Bronantwoord):
        return WACHT_OP_BRP
    if len(gevonden) > 1:
        return niet_uniek(gevonden)
    return sleutel_wordt(gevonden[0], feiten) if gevonden else Besluit(dossier=feiten.dossier, persoon=nieuw)


def _al_geverifieerd(levering: Identificatie, feiten: Feiten, huidig: Persoon) -> Besluit:
    anders = levering.burgerservicenummer not in {None, huidig.burgerservicenummer}
    return Besluit(signalen=(signaal("P03"),)) if anders else _vergeleken(levering, Besluit(dossier=feiten.dossier))


def _met_bsn(levering: Identificatie, feiten: Feiten, nieuw: Persoon) -> Besluit:
    soort, nummer = Nummersoort.BURGERSERVICENUMMER, str(levering.burgerservicenummer)
    if not is_geldig(soort, nummer):
        raise FeitOntbreekt

    def vergeleken(persoon: Persoon, feiten: Feiten) -> Besluit:
        if nieuw.geslacht != persoon.geslacht or not nieuw.geboortedatum.komt_overeen_met(persoon.geboortedatum):
            return Besluit(signalen=(signaal("P03"),))
        return sleutel_wordt(persoon, feiten)

    return _bij_nummer(nummer, feiten, vergeleken)


def _bij_nummer(nummer: str, feiten: Feiten, dan: Callable[[Persoon, Feiten], Besluit]) -> Besluit:
    """Decide on the person with this BSN, in our own register or else in the BRP."""
    bekend = feiten.op_nummer(nummer)
    antwoord = bekend.persoon if bekend and bekend.persoon else feiten.bronnen.persoon(nummer)
    if antwoord is Bronantwoord.ONBEREIKBAAR:
        return WACHT_OP_BRP
    if isinstance(antwoord, Bronantwoord):
        soort = Nummersoort.BURGERSERVICENUMMER
        return Besluit(signalen=(signaal("P10", soort, soort=soort),))
    return dan(antwoord, feiten)


def sleutel_wordt(persoon: Persoon, feiten: Feiten) -> Besluit:
    """Make the BSN the key; when it is another person in the register it is a merge, for IPO to decide (P04).

    Choosing that person does not merge: it would leave two dossiers where the register says there is one student.
    """
    ander = feiten.op_nummer(persoon.burgerservicenummer or "")
    if ander is None or ander.persoon is None or ander.id == feiten.dossier.id:
        return Besluit(dossier=feiten.dossier, persoon=persoon)
    if feiten.keuze is not None:
        return Besluit(signalen=(signaal("L01", "persoon", detail=SAMENVOEGING),))
    return niet_uniek([feiten.persoon, ander.persoon])


def zoekvraag(persoon: Persoon) -> Zoekvraag:
    """Return the question to the BRP for delivered data."""
    adres = persoon.adres if persoon.adres and persoon.adres.in_nederland else Adres()
    return Zoekvraag(
        geslachtsnaam=persoon.geslachtsnaam or "",
        voorvoegsel=persoon.voorvoegsel,
        voornamen=persoon.voornamen,
        geboortedatum=persoon.geboortedatum,
        geslacht=persoon.geslacht,
        postcode=postcodesleutel(adres.postcode),
        huisnummer=adres.huisnummer,
    )


def is_dezelfde(gezocht: Persoon, kandidaat: Persoon) -> bool:
    """Tell whether a person with an onderwijsnummer has this name, birth date, gender and address."""
    return (
        _naam(gezocht) == _naam(kandidaat)
        and gezocht.geboortedatum == kandidaat.geboortedatum
        and gezocht.geslacht == kandidaat.geslacht
        and _adres(gezocht) == _adres(kandidaat)
    )


def _naam(persoon: Persoon) -> tuple[str, ...]:
    return tuple(map(naamsleutel, (persoon.voornamen, persoon.voorvoegsel, persoon.geslachtsnaam)))


def _adres(persoon: Persoon) -> Adres:
    adres = persoon.adres or Adres()
    land = None if adres.in_nederland else adres.landcode
    return replace(adres, postcode=postcodesleutel(adres.postcode), landcode=land)
