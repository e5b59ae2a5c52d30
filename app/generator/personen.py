"""The personal data of a fictional student, as the BRP or, outside it, the student says them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from app.generator.lot import Verdeling
from app.generator.namen import ACHTERNAMEN, JONGENS, LETTERS, MEISJES, PLAATSEN, STRATEN
from app.generator.nummers import bsn_van, heeft_bsn, onderwijsnummer_voor
from domain.codes import Geslacht
from domain.persoon import Adres, Nationaliteit, Persoon, Verblijfstitel
from domain.tijd import OnvolledigeDatum

if TYPE_CHECKING:
    from datetime import date

    from app.generator.lot import Lot

NEDERLAND: Final = "6030"
_GESLACHT: Final = Verdeling.van([(Geslacht.M, 52), (Geslacht.V, 47.8), (Geslacht.O, 0.2)])
_LEEFTIJD: Final = Verdeling.van(
    [*((jaar, 100 / (jaar - 15)) for jaar in range(16, 28)), *((jaar, 3) for jaar in range(28, 56))]
)
_HERKOMST: Final = Verdeling.van(
    [
        (("0001", NEDERLAND), 88.0),
        (("0339", "6043"), 4.0),
        (("0072", "7028"), 3.0),
        (("0263", "5007"), 2.0),
        (("0074", "7047"), 1.0),
    ]
)  # BRP tables 32 and 34
_BUITEN_EU: Final = {"0339", "0263"}
_BUURLAND: Final = (("5010", "Grote Markt", "2000 Antwerpen"), ("6029", "Hauptstrasse", "47533 Kleve"))


def maak_persoon(lot: Lot, plaats: int, eerste_inschrijving: date) -> Persoon:
    """Return the n-th person, of an age that fits the day of the first enrolment."""
    geslacht = _GESLACHT.kies(lot)
    voorvoegsel, geslachtsnaam = ACHTERNAMEN.kies(lot)
    geboren = eerste_inschrijving - timedelta(days=365 * _LEEFTIJD.kies(lot) + lot.tussen(5, 380))
    nationaliteit, land = _HERKOMST.kies(lot)
    in_brp, elders = heeft_bsn(plaats), land != NEDERLAND
    geboortedatum = _geboortedatum(lot, geboren, elders=elders)
    gevestigd = OnvolledigeDatum.van(geboren + timedelta(days=lot.tussen(300, 5000))) if elders and in_brp else None
    return Persoon(
        burgerservicenummer=bsn_van(plaats) if in_brp else None,
        onderwijsnummer=None if in_brp else onderwijsnummer_voor(plaats),
        voornamen=_voornamen(lot, geslacht),
        voorvoegsel=voorvoegsel,
        geslachtsnaam=geslachtsnaam,
        geboortedatum=geboortedatum,
        geslacht=geslacht,
        geboorteland=land if in_brp else None,
        datum_vestiging_in_nederland=gevestigd,
        adres=maak_adres(lot) if in_brp or lot.kans(0.3) else _adres_elders(lot),
        nationaliteiten=(Nationaliteit(code=nationaliteit, datum_begin=geboortedatum),),
        verblijfstitels=(Verblijfstitel(code="30", datum_begin=gevestigd),)
        if gevestigd and nationaliteit in _BUITEN_EU
        else (),
        geverifieerd=in_brp,
    )


def maak_adres(lot: Lot) -> Adres:
    """Return an address in the Netherlands."""
    woonplaats, cijfers = PLAATSEN.kies(lot)
    return Adres(
        straatnaam=STRATEN.kies(lot),
        huisnummer=lot.tussen(1, 240),
        huisletter="A" if lot.kans(0.05) else None,
        huisnummertoevoeging="2" if lot.kans(0.04) else None,
        postcode=f"{cijfers}{lot.tussen(0, 99):02}{lot.een_van(LETTERS)}{lot.een_van(LETTERS)}",
        woonplaats=woonplaats,
    )


def _adres_elders(lot: Lot) -> Adres:
    land, straat, plaats = lot.een_van(_BUURLAND)
    return Adres(landcode=land, regels_buitenland=(f"{straat} {lot.tussen(1, 300)}", plaats))


def _voornamen(lot: Lot, geslacht: Geslacht) -> str:
    keuzen = JONGENS if geslacht is Geslacht.M else MEISJES
    return " ".join(dict.fromkeys(keuzen.kies(lot) for _ in range(lot.een_van((1, 1, 1, 2, 2, 3)))))


def _geboortedatum(lot: Lot, geboren: date, *, elders: bool) -> OnvolledigeDatum:
    """Return the birth date, of some who were born abroad only in part."""
    if elders and lot.kans(0.05):
        return OnvolledigeDatum(geboren.year, geboren.month if lot.kans(0.5) else 0)
    return OnvolledigeDatum.van(geboren)
