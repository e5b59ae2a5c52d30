"""The messages that schools send: the inputs of the API, camelCase, with what is empty left out."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, Final

from domain.bpv import Bpv
from domain.inschrijving import ExtraOndersteuning, Inschrijving, Inschrijvingsperiode
from domain.leveringen.vorm import camel
from domain.persoon import Adres, Nationaliteit, Persoon
from domain.resultaat import AmvbOnderdeel, Diploma, GeneriekExamenonderdeel, KeuzedeelResultaat, LosResultaat

if TYPE_CHECKING:
    from collections.abc import Mapping

Json = dict[str, Any]
_LIJSTEN: Final = ("generieke_examenonderdelen", "keuzedelen", "amvb_onderdelen")
_LOS: Final = {
    GeneriekExamenonderdeel: "generiekExamenonderdeel",
    KeuzedeelResultaat: "keuzedeel",
    AmvbOnderdeel: "amvbOnderdeel",
}
_SOORTEN: Final = (
    *(Inschrijving, Inschrijvingsperiode, ExtraOndersteuning, Bpv, Adres, Nationaliteit),
    *(Diploma, LosResultaat, *_LOS),
)
_APART: Final = {"perioden", "extra_ondersteuning", "onderdeel", *_LIJSTEN}
_WEG: Final = {"sleutel", "versie", "gekozen_inschrijving", *_APART}
_VELDEN: Final[Mapping[type, tuple[tuple[str, str], ...]]] = {
    soort: tuple((veld.name, camel(veld.name)) for veld in fields(soort) if veld.name not in _WEG) for soort in _SOORTEN
}
_UITGEBREID: Final = ("geslachtsnaam", "voorvoegsel", "voornamen")


def met_nummer(persoon: Persoon) -> Json:
    """Return what identifies a student by number."""
    return {**sleutel(persoon), **_geboren(persoon)}


def zonder_nummer(persoon: Persoon) -> Json:
    """Return what identifies a student by data; nationalities only of who is not in the BRP."""
    namen = {veld: waarde for veld in _UITGEBREID if (waarde := getattr(persoon, veld)) is not None}
    invoer = {**namen, **_geboren(persoon), "adres": _gevuld(persoon.adres)}
    if persoon.onderwijsnummer is not None:
        invoer["nationaliteiten"] = [_gevuld(een) for een in persoon.nationaliteiten]
    return invoer


def ander_adres(persoon: Persoon) -> Json:
    """Return what identifies a student with an onderwijsnummer again, at another address."""
    return {**sleutel(persoon), "adres": _gevuld(persoon.adres)}


def inschrijving(persoon: Persoon, een: Inschrijving, *, met_ondersteuning: bool) -> Json:
    """Return a whole enrolment; without its extra support it leaves what is registered of that."""
    invoer = {**_onder(persoon, een), **_gevuld(een), "perioden": [_gevuld(deel) for deel in een.perioden]}
    if met_ondersteuning:
        invoer["extraOndersteuning"] = [_gevuld(deel) for deel in een.extra_ondersteuning]
    return invoer


def uitschrijving(persoon: Persoon, een: Inschrijving) -> Json:
    """Return the actual end of an enrolment."""
    velden = ("datumUitschrijvingWerkelijk", "redenUitschrijving")
    return {**_onder(persoon, een), **{veld: waarde for veld, waarde in _gevuld(een).items() if veld in velden}}


def ondersteuning(persoon: Persoon, een: Inschrijving) -> Json:
    """Return the extra support of an enrolment."""
    return {**_onder(persoon, een), "perioden": [_gevuld(deel) for deel in een.extra_ondersteuning]}


def bpv(persoon: Persoon, een: Inschrijving, deze: Bpv) -> Json:
    """Return a whole placement."""
    return {**_onder(persoon, een), "bpvvolgnummer": deze.sleutel.bpvvolgnummer, **_gevuld(deze)}


def diploma(persoon: Persoon, dit: Diploma) -> Json:
    """Return a whole diploma with its parts."""
    delen = {camel(lijst): [_gevuld(deel) for deel in getattr(dit, lijst)] for lijst in _LIJSTEN if getattr(dit, lijst)}
    volgnummer = dit.sleutel.resultaatvolgnummer
    return {"persoon": sleutel(persoon), "resultaatvolgnummer": volgnummer, **_gevuld(dit), **delen}


def los(persoon: Persoon, dit: LosResultaat) -> Json:
    """Return a whole loose result."""
    onderdeel = {_LOS[type(dit.onderdeel)]: _gevuld(dit.onderdeel)}
    return {"persoon": sleutel(persoon), **_gevuld(dit), "resultaat": onderdeel}


def sleutel(persoon: Persoon) -> Json:
    """Return the number that points at a person."""
    soort, nummer = persoon.nummer
    return {soort.value: nummer}


def _geboren(persoon: Persoon) -> Json:
    return {"geboortedatum": str(persoon.geboortedatum), "geslacht": persoon.geslacht.value}


def _onder(persoon: Persoon, een: Inschrijving) -> Json:
    return {"persoon": sleutel(persoon), "inschrijvingvolgnummer": een.sleutel.inschrijvingvolgnummer}


def _gevuld(deel: object) -> Json:
    """Return the fields that hold something, by the names of the API."""
    return {
        naam: _json(waarde)
        for veld, naam in _VELDEN[type(deel)]
        if (waarde := getattr(deel, veld)) is not None and waarde != ()
    }


def _json(waarde: object) -> object:
    if isinstance(waarde, tuple):
        return list(waarde)
    return waarde if isinstance(waarde, bool | int) else str(waarde)
