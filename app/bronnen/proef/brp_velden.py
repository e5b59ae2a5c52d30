"""The `fields` parameter of the BRP interface: which paths exist, and what of a person they let through."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Json = Mapping[str, Any]

# Delivered with every answer, and therefore not to be asked.
AUTOMATISCH: Final = frozenset(
    {"geheimhoudingPersoonsgegevens", "opschortingBijhouding", "inOnderzoek", "rni", "verificatie"}
)


def _bladen(namen: str) -> dict[str, None]:
    """Return fields that have no fields of their own."""
    return dict.fromkeys(namen.split())


# Asked in part, these are delivered whole: tuples, where other objects are dicts.
_DATUM: Final = ("type", "datum", "jaar", "maand", "onbekend", "langFormaat")
_TABEL: Final = ("code", "omschrijving")
# Exist in the interface, but nobody in this environment has them.
_ZONDER_INHOUD: Final = _bladen(
    "leeftijd adressering partners ouders kinderen gezag europeesKiesrecht uitsluitingKiesrecht "
    "indicatieCurateleRegister indicatieGezagMinderjarige datumEersteInschrijvingGBA datumInschrijvingInGemeente"
)
_NAAM: Final = {
    **_bladen("voornamen voorvoegsel geslachtsnaam voorletters volledigeNaam"),
    "adellijkeTitelPredicaat": (*_TABEL, "soort"),
}
_BEPERKT: Final[Json] = {
    **_bladen("burgerservicenummer leeftijd adressering gezag"),
    "geslacht": _TABEL,
    "naam": _NAAM,
    "geboorte": {"datum": _DATUM},
}
_VOLLEDIG: Final[Json] = {
    **_ZONDER_INHOUD,
    **_bladen("aNummer burgerservicenummer"),
    "geslacht": _TABEL,
    "gemeenteVanInschrijving": _TABEL,
    "naam": {**_NAAM, "aanduidingNaamgebruik": _TABEL},
    "geboorte": {"datum": _DATUM, "land": _TABEL, "plaats": _TABEL},
    "overlijden": {"datum": _DATUM, "land": _TABEL, "plaats": _TABEL},
    "nationaliteiten": {
        "type": None,
        "nationaliteit": _TABEL,
        "redenOpname": _TABEL,
        "datumIngangGeldigheid": _DATUM,
    },
    "verblijfstitel": {"aanduiding": _TABEL, "datumIngang": _DATUM, "datumEinde": _DATUM},
    "immigratie": {
        **_bladen("vanuitVerblijfplaatsOnbekend indicatieVestigingVanuitBuitenland"),
        "datumVestigingInNederland": _DATUM,
        "landVanwaarIngeschreven": _TABEL,
    },
    "verblijfplaats": {
        **_bladen("type adresseerbaarObjectIdentificatie nummeraanduidingIdentificatie"),
        **_bladen("indicatieVastgesteldVerblijftNietOpAdres"),
        "functieAdres": _TABEL,
        "datumVan": _DATUM,
        "datumIngangGeldigheid": _DATUM,
        "verblijfadres": {
            **_bladen("officieleStraatnaam korteStraatnaam huisnummer huisletter huisnummertoevoeging"),
            **_bladen("postcode woonplaats regel1 regel2 regel3 locatiebeschrijving"),
            "aanduidingBijHuisnummer": _TABEL,
            "land": _TABEL,
        },
    },
}


def bestaat(pad: str, *, beperkt: bool) -> bool:
    """Tell whether a path may be asked of a complete or a limited person."""
    boom: Any = _BEPERKT if beperkt else _VOLLEDIG
    for naam in pad.split("."):
        if boom is None or naam not in boom:
            return pad.partition(".")[0] in _ZONDER_INHOUD
        boom = boom[naam] if isinstance(boom, dict) else None
    return True


def kies(persoon: Json, paden: Iterable[str]) -> Json:
    """Return the person with the asked fields and those that always come along."""
    gekozen = _kies(persoon, [pad.split(".") for pad in paden], _VOLLEDIG)
    return {**gekozen, **{naam: persoon[naam] for naam in AUTOMATISCH & persoon.keys()}}


def _kies(bron: Json, paden: list[list[str]], boom: Json) -> Json:
    """Walk down along the paths; a type tells what the rest means, so it is never left out."""
    gekozen = {}
    for naam, waarde in bron.items():
        resten = [pad[1:] for pad in paden if pad[0] == naam]
        if naam == "type" or (resten and _is_geheel(resten, boom.get(naam))):
            gekozen[naam] = waarde
        elif resten and isinstance(waarde, list):
            gekozen[naam] = [_kies(deel, resten, boom[naam]) for deel in waarde]
        elif resten:
            gekozen[naam] = _kies(waarde, resten, boom[naam])
    return gekozen


def _is_geheel(resten: list[list[str]], boom: object) -> bool:
    """Tell whether a field is delivered whole: some path ends here, or it has no parts to choose from."""
    return not all(resten) or not isinstance(boom, dict)
