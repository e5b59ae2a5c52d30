"""The person as a record of the BRP test environment, in the shape of the public test set (referentie.md)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from domain.persoon import Adres, Persoon
    from domain.tijd import OnvolledigeDatum


def brp_record(persoon: Persoon) -> str:
    """Return the record as JSON; the person has a BSN and an address in the Netherlands."""
    record: dict[str, Any] = {
        "burgerservicenummer": persoon.burgerservicenummer,
        "geslacht": {"code": persoon.geslacht},
        "naam": {"voornamen": persoon.voornamen, "geslachtsnaam": persoon.geslachtsnaam},
        "geboorte": {"datum": _datum(persoon.geboortedatum), "land": {"code": persoon.geboorteland}},
        "nationaliteiten": [
            {"nationaliteit": {"code": een.code}, "datumIngangGeldigheid": _datum(een.datum_begin)}
            for een in persoon.nationaliteiten
        ],
    }
    if persoon.voorvoegsel:
        record["naam"]["voorvoegsel"] = persoon.voorvoegsel
    if persoon.adres:
        record["verblijfplaats"] = _verblijfplaats(persoon.adres)
    if persoon.datum_vestiging_in_nederland:
        record["immigratie"] = {"datumVestigingInNederland": _datum(persoon.datum_vestiging_in_nederland)}
    for titel in persoon.verblijfstitels:
        record["verblijfstitel"] = {"aanduiding": {"code": titel.code}, "datumIngang": _datum(titel.datum_begin)}
    return json.dumps(record, ensure_ascii=False)


def _datum(datum: OnvolledigeDatum) -> str:
    return str(datum).replace("-", "")


def _verblijfplaats(adres: Adres) -> dict[str, Any]:
    velden = {
        "straat": adres.straatnaam,
        "huisnummer": adres.huisnummer,
        "huisletter": adres.huisletter,
        "huisnummertoevoeging": adres.huisnummertoevoeging,
        "postcode": adres.postcode,
        "woonplaats": adres.woonplaats,
    }
    return {naam: waarde for naam, waarde in velden.items() if waarde is not None}
