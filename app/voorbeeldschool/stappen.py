"""The words that stories are told in: each makes one delivery, with what the schools of the sample have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from app.voorbeeldschool.verhaal import BRP, SBB, VO_REGISTER, Stap
from domain.codes import LeveringSoort as Soort

if TYPE_CHECKING:
    from collections.abc import Mapping

Invoer = dict[str, Any]

HOOFDGEBOUW: Final = {"onderwijsaanbieder": "127A201", "onderwijslocatie": "127X201"}
ZORGHUIS, GARAGE, BAKKERIJ = "100017828", "100018965", "100047599"
BOUWBEDRIJF, THUISZORG, KINDEROPVANG = "100302883", "100312093", "100453125"
HOVENIER, INSTALLATEUR, TRANSPORT = "100489557", "100636505", "100690325"
DRUKKERIJ, RESTAURANT = "100808353", "100824605"
APOTHEEK_INGETROKKEN: Final = "190000042"
"""Recognised until 1 February 2024."""
KAPSALON_NIET_ERKEND: Final = "190000204"
ONBEKEND_BEDRIJF: Final = "199999999"


def identificeer(bsn: str, geboortedatum: str, geslacht: str) -> Stap:
    """Identify by BSN."""
    return _stap(Soort.IDENTIFICEREN_PERSOON, burgerservicenummer=bsn, geboortedatum=geboortedatum, geslacht=geslacht)


def identificeer_zonder_nummer(
    naam: tuple[str, str], geboortedatum: str, geslacht: str, adres: Mapping[str, Any], **meer: object
) -> Stap:
    """Identify by voornamen (perhaps empty) and geslachtsnaam, birth date, gender and address."""
    voornamen, geslachtsnaam = naam
    gegevens = {"geslachtsnaam": geslachtsnaam, "geboortedatum": geboortedatum, "geslacht": geslacht, "adres": adres}
    return _stap(Soort.IDENTIFICEREN_PERSOON, **gegevens, **({"voornamen": voornamen} if voornamen else {}), **meer)


def neem_over(onderwijsnummer: str, geboortedatum: str, geslacht: str) -> Stap:
    """Identify by an onderwijsnummer from elsewhere; only IPO may."""
    gegevens = {"onderwijsnummer": onderwijsnummer, "geboortedatum": geboortedatum, "geslacht": geslacht}
    return _stap(Soort.IDENTIFICEREN_PERSOON, **gegevens)


def identificeer_opnieuw(onderwijsnummer: str, **beter: object) -> Stap:
    """Identify again with better data."""
    return _stap(Soort.OPNIEUW_IDENTIFICEREN_PERSOON, onderwijsnummer=onderwijsnummer, **beter)


def adres(postcode: str, huisnummer: int, straatnaam: str, woonplaats: str) -> Invoer:
    """Give an address in the Netherlands."""
    return {"straatnaam": straatnaam, "huisnummer": huisnummer, "postcode": postcode, "woonplaats": woonplaats}


def buitenland(landcode: str, *regels: str) -> Invoer:
    """Give an address abroad (landcode: BRP table 34)."""
    return {"landcode": landcode, "regelsBuitenland": list(regels)}


def periode(begin: str, opleidingcode: str, leertraject: str, *, bekostigbaar: bool = True, **meer: object) -> Invoer:
    """Give a period of an enrolment, at the main building."""
    vast = {"datumBegin": begin, "opleidingcode": opleidingcode, "leertraject": leertraject}
    return {**vast, "indicatieBekostigbaar": bekostigbaar, **HOOFDGEBOUW, **meer}


def schrijf_in(volgnummer: str, tot: str, *perioden: Invoer, **meer: object) -> Stap:
    """Deliver an enrolment that begins with its first period; tot is the planned end."""
    return _stap(Soort.AANLEVEREN_INSCHRIJVING, **_inschrijving(volgnummer, tot, perioden), **meer)


def wijzig_inschrijving(volgnummer: str, tot: str, *perioden: Invoer, **meer: object) -> Stap:
    """Replace an enrolment as a whole."""
    return _stap(Soort.WIJZIGEN_INSCHRIJVING, **_inschrijving(volgnummer, tot, perioden), **meer)


def _inschrijving(volgnummer: str, tot: str, perioden: tuple[Invoer, ...]) -> Invoer:
    datums = {"datumInschrijving": perioden[0]["datumBegin"], "datumUitschrijvingGepland": tot}
    return {"inschrijvingvolgnummer": volgnummer, **datums, "perioden": list(perioden)}


def schrijf_uit(volgnummer: str, op: str, reden: str | None) -> Stap:
    """End an enrolment."""
    einde = {"datumUitschrijvingWerkelijk": op, **({"redenUitschrijving": reden} if reden else {})}
    return _stap(Soort.AANLEVEREN_UITSCHRIJVING, inschrijvingvolgnummer=volgnummer, **einde)


def verwijder_inschrijving(volgnummer: str) -> Stap:
    """Delete an enrolment."""
    return _stap(Soort.VERWIJDEREN_INSCHRIJVING, inschrijvingvolgnummer=volgnummer)


def ondersteun(volgnummer: str, *perioden: tuple[str, str | None]) -> Stap:
    """Add periods of extra support, each from begin to end."""
    return _stap(
        Soort.AANLEVEREN_EXTRA_ONDERSTEUNING, inschrijvingvolgnummer=volgnummer, perioden=_ondersteuning(*perioden)
    )


def _ondersteuning(*perioden: tuple[str, str | None]) -> list[Invoer]:
    return [{"datumBegin": begin, **({"datumEinde": einde} if einde else {})} for begin, einde in perioden]


def staak_ondersteuning(volgnummer: str, begin: str) -> Stap:
    """Delete a period of extra support."""
    return _stap(Soort.VERWIJDEREN_EXTRA_ONDERSTEUNING, inschrijvingvolgnummer=volgnummer, datumBegin=begin)


def loop_stage(sleutel: str, bedrijf: str, van: str, tot: str, omvang: int | None, **meer: object) -> Stap:
    """Deliver a BPV; sleutel is `inschrijving/bpv`, and the agreement was drawn up on the first day unless told."""
    return _stap(Soort.AANLEVEREN_BPV, **{**_bpv(sleutel, bedrijf, van, tot, omvang), **meer})


def wijzig_stage(sleutel: str, bedrijf: str, van: str, tot: str, omvang: int | None, **meer: object) -> Stap:
    """Replace a BPV as a whole."""
    return _stap(Soort.WIJZIGEN_BPV, **{**_bpv(sleutel, bedrijf, van, tot, omvang), **meer})


def _bpv(sleutel: str, bedrijf: str, van: str, tot: str, omvang: int | None) -> Invoer:
    volgnummer, bpvvolgnummer = sleutel.split("/")
    sleutelvelden = {"inschrijvingvolgnummer": volgnummer, "bpvvolgnummer": bpvvolgnummer}
    velden = {"afsluitdatum": van, "datumBegin": van, "datumEindeGepland": tot, "leerbedrijfId": bedrijf}
    return {**sleutelvelden, **velden, **({} if omvang is None else {"omvang": omvang})}


def verwijder_stage(sleutel: str) -> Stap:
    """Delete a BPV."""
    volgnummer, bpvvolgnummer = sleutel.split("/")
    return _stap(Soort.VERWIJDEREN_BPV, inschrijvingvolgnummer=volgnummer, bpvvolgnummer=bpvvolgnummer)


def muteer(bsn: str, op: str, **mutatie: object) -> Stap:
    """Change the person as the BRP, from a day on."""
    return _stap(Soort.VERWERKEN_PERSOONSMUTATIE, burgerservicenummer=bsn, ingangsdatum=op, **mutatie).door(BRP)


def trek_erkenning_in(bedrijf: str, opleidingcode: str, per: str) -> Stap:
    """Withdraw a recognition as SBB, from a day on."""
    mutatie = {"leerbedrijfId": bedrijf, "opleidingcode": opleidingcode, "status": "INGETROKKEN", "datumBegin": per}
    return _stap(Soort.VERWERKEN_ERKENNINGSMUTATIE, **mutatie).door(SBB)


def kwam_van(soort: str, school: str, op: str, **cijfers: int) -> Stap:
    """Deliver prior education as the VO register: soort, school (BRIN), day, and final marks by subject."""
    vakken = [{"vakcode": vakcode, "eindcijfer": cijfer} for vakcode, cijfer in cijfers.items()]
    uit = {"soort": soort, "instelling": school, "datumResultaat": op, "behaald": True, "vakken": vakken}
    return _stap(Soort.AANLEVEREN_VOOROPLEIDING, **uit).door(VO_REGISTER)


def _stap(soort: Soort, /, **invoer: object) -> Stap:
    return Stap(soort=soort, invoer=invoer)
