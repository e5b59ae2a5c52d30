"""The persons of the BRP test environment: records of the public test set, shown as the interface shows them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from domain.tijd import OnvolledigeDatum

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    Json = Mapping[str, Any]

_GESLACHT: Final = {"M": "man", "V": "vrouw", "O": "onbekend"}
_OPSCHORTING: Final = {
    "O": "overlijden",
    "E": "emigratie",
    "M": "ministerieel besluit",
    "R": "pl is aangelegd in de rni",
}
_MAANDEN: Final = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
_NATIONALITEITSTYPE: Final = {
    "0000": "NationaliteitOnbekend",
    "0002": "BehandeldAlsNederlander",
    "0499": "Staatloos",
    "0500": "VastgesteldNietNederlander",
}
_BIJZONDER: Final = {"B": "0002", "V": "0500"}


@dataclass(frozen=True, slots=True)
class Proefpersoon:
    """One record of the file, as it stands there."""

    bron: Json

    @property
    def nummer(self) -> str:
        """Return the BSN."""
        return str(self.bron["burgerservicenummer"])

    @property
    def geboortedatum(self) -> str:
        """Return the birth date as it stands: JJJJMMDD."""
        return str(_deel(self.bron, "geboorte").get("datum", ""))

    @property
    def geslacht(self) -> str:
        """Return M, V or O."""
        return str(_deel(self.bron, "geslacht").get("code", "O"))

    @property
    def opschorting(self) -> str | None:
        """Return why the record is no longer kept; a day of death alone says so too."""
        reden = _deel(self.bron, "opschortingBijhouding", "reden").get("code")
        return "O" if reden is None and self.bron.get("overlijden") else reden

    def naam(self, onderdeel: str) -> str:
        """Return a part of the name, or an empty text."""
        return str(_deel(self.bron, "naam").get(onderdeel) or "")

    def als_json(self) -> Json:
        """Return everything the interface could show of this person."""
        return dict(_gevuld(self._velden()))

    def _velden(self) -> Iterator[tuple[str, object]]:
        bron = self.bron
        yield from ((naam, bron.get(naam)) for naam in ("aNummer", "burgerservicenummer", "gemeenteVanInschrijving"))
        yield "geslacht", {"code": self.geslacht, "omschrijving": _GESLACHT.get(self.geslacht)}
        yield "naam", _met(bron.get("naam"), volledigeNaam=self._volledige_naam())
        yield "geboorte", _met_datum(bron.get("geboorte"), "datum")
        yield "overlijden", _met_datum(bron.get("overlijden"), "datum")
        yield "nationaliteiten", [_nationaliteit(deel) for deel in bron.get("nationaliteiten") or ()]
        yield "verblijfstitel", _met_datum(bron.get("verblijfstitel"), "datumIngang", "datumEinde")
        yield "verblijfplaats", _verblijfplaats(_deel(bron, "verblijfplaats"))
        yield "immigratie", _met_datum(_immigratie(bron), "datumVestigingInNederland")
        yield "opschortingBijhouding", self._opschorting()
        yield "geheimhoudingPersoonsgegevens", bron.get("geheimhoudingPersoonsgegevens") not in {None, "0", 0} or None

    def _volledige_naam(self) -> str:
        delen = (self.naam(deel) for deel in ("voornamen", "voorvoegsel", "geslachtsnaam"))
        return " ".join(deel for deel in delen if deel)

    def _opschorting(self) -> Json | None:
        if self.opschorting is None:
            return None
        datum = _deel(self.bron, "opschortingBijhouding").get("datum") or _deel(self.bron, "overlijden").get("datum")
        reden = {"code": self.opschorting, "omschrijving": _OPSCHORTING.get(self.opschorting)}
        return dict(_gevuld([("reden", dict(_gevuld(reden.items()))), ("datum", datum_json(datum))]))


def laad(pad: Path) -> dict[str, Proefpersoon]:
    """Read the file, by BSN; records without one are relatives and left out. Raises OSError and ValueError."""
    inhoud = json.loads(pad.read_text(encoding="utf-8-sig"))
    if not isinstance(inhoud, list):
        raise ValueError("a JSON array was expected")  # noqa: TRY004 - a fault in a file
    personen = (Proefpersoon(bron) for bron in inhoud if isinstance(bron, dict) and bron.get("burgerservicenummer"))
    return {persoon.nummer: persoon for persoon in personen}


def datum_json(tekst: object) -> Json | None:
    """Return a date JJJJMMDD, unknown parts 00, as one of the four date types; anything else is None."""
    if not isinstance(tekst, str) or len(tekst) != len("JJJJMMDD") or not tekst.isdecimal():
        return None
    datum = OnvolledigeDatum(int(tekst[:4]), int(tekst[4:6]), int(tekst[6:]))
    if datum.dag:
        lang = f"{datum.dag} {_MAANDEN[datum.maand - 1]} {datum.jaar}"
        return {"type": "Datum", "datum": str(datum), "langFormaat": lang}
    if datum.maand:
        lang = f"{_MAANDEN[datum.maand - 1]} {datum.jaar}"
        return {"type": "JaarMaandDatum", "jaar": datum.jaar, "maand": datum.maand, "langFormaat": lang}
    if datum.jaar:
        return {"type": "JaarDatum", "jaar": datum.jaar, "langFormaat": str(datum.jaar)}
    return {"type": "DatumOnbekend", "onbekend": True, "langFormaat": "onbekend"}


def _nationaliteit(bron: Json) -> Json:
    code = _BIJZONDER.get(bron.get("aanduidingBijzonderNederlanderschap", ""))
    code = code or _deel(bron, "nationaliteit").get("code", "0000")
    datum = datum_json(bron.get("datumIngangGeldigheid"))
    soort = _NATIONALITEITSTYPE.get(code)
    velden = {"type": soort or "Nationaliteit", "redenOpname": bron.get("redenOpname"), "datumIngangGeldigheid": datum}
    if soort is None:
        velden["nationaliteit"] = bron["nationaliteit"]
    return dict(_gevuld(velden.items()))


def _verblijfplaats(bron: Json) -> Json | None:
    """Return the place of residence under the type that its fields tell."""
    if not bron:
        return None
    soort = _verblijfplaatstype(bron)
    velden = {
        "type": soort,
        "verblijfadres": dict(_gevuld(_verblijfadres(bron, soort))),
        "functieAdres": bron.get("functieAdres"),
        "datumVan": datum_json(bron.get("datumAanvangAdresBuitenland") or bron.get("datumAanvangAdreshouding")),
        "adresseerbaarObjectIdentificatie": bron.get("adresseerbaarObjectIdentificatie"),
        "nummeraanduidingIdentificatie": bron.get("nummeraanduidingIdentificatie"),
    }
    return dict(_gevuld(velden.items()))


def _verblijfplaatstype(bron: Json) -> str:
    if bron.get("regel1") or _deel(bron, "land").get("code", "0000") != "0000":
        return "VerblijfplaatsBuitenland"
    if bron.get("locatiebeschrijving"):
        return "Locatie"
    return "Adres" if bron.get("straat") else "VerblijfplaatsOnbekend"


def _verblijfadres(bron: Json, soort: str) -> Iterator[tuple[str, object]]:
    match soort:
        case "Adres":
            yield "korteStraatnaam", bron["straat"]
            yield "officieleStraatnaam", bron.get("naamOpenbareRuimte")
            yield "huisnummer", int(bron["huisnummer"]) if bron.get("huisnummer") else None
            namen = ("huisletter", "huisnummertoevoeging", "aanduidingBijHuisnummer", "postcode", "woonplaats")
            yield from ((naam, bron.get(naam)) for naam in namen)
        case "VerblijfplaatsBuitenland":
            yield from ((naam, bron.get(naam)) for naam in ("regel1", "regel2", "regel3", "land"))
        case "Locatie":
            yield "locatiebeschrijving", bron["locatiebeschrijving"]


def _immigratie(bron: Json) -> Json:
    """Return the immigration; older test sets keep it within the place of residence."""
    verblijfplaats = _deel(bron, "verblijfplaats")
    namen = ("datumVestigingInNederland", "landVanwaarIngeschreven")
    oud = {naam: verblijfplaats[naam] for naam in namen if naam in verblijfplaats}
    return {**oud, **_deel(bron, "immigratie")}


def _deel(bron: Json, *pad: str) -> Json:
    """Return the object at a path; whatever is none there is an empty one."""
    for naam in pad:
        waarde = bron.get(naam)
        bron = waarde if isinstance(waarde, dict) else {}
    return bron


def _met_datum(bron: object, *namen: str) -> Json | None:
    return _met(bron, **{naam: datum_json(bron.get(naam)) for naam in namen}) if isinstance(bron, dict) else None


def _met(bron: object, **waarden: object) -> Json:
    return dict(_gevuld({**(bron if isinstance(bron, dict) else {}), **waarden}.items()))


def _gevuld(velden: Any) -> Iterator[tuple[str, object]]:  # noqa: ANN401 - pairs of any JSON
    """Yield the fields that hold something: the interface leaves the others out."""
    return ((naam, waarde) for naam, waarde in velden if waarde not in (None, "", {}, []))
