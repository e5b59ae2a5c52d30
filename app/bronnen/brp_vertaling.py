"""From the persons of Haal Centraal BRP bevragen 2.7 to the Persoon of this register; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.bronnen.antwoord import Knoop, Onzin, verplicht
from domain.codes import Geslacht
from domain.persoon import Adres, Nationaliteit, Persoon, Verblijfstitel
from domain.tijd import OnvolledigeDatum, datum_uit_tekst
from domain.zoeken import postcodesleutel

if TYPE_CHECKING:
    from collections.abc import Mapping

VELDEN_BEPERKT: Final = (
    "burgerservicenummer",
    "geslacht",
    "naam.voornamen",
    "naam.voorvoegsel",
    "naam.geslachtsnaam",
    "geboorte.datum",
)
VELDEN: Final = (
    *VELDEN_BEPERKT,
    "geboorte.land",
    "overlijden.datum",
    "nationaliteiten.nationaliteit",
    "nationaliteiten.datumIngangGeldigheid",
    "verblijfstitel.aanduiding",
    "verblijfstitel.datumIngang",
    "verblijfstitel.datumEinde",
    "immigratie.datumVestigingInNederland",
    "verblijfplaats.datumVan",
    "verblijfplaats.verblijfadres.officieleStraatnaam",
    "verblijfplaats.verblijfadres.korteStraatnaam",
    "verblijfplaats.verblijfadres.huisnummer",
    "verblijfplaats.verblijfadres.huisletter",
    "verblijfplaats.verblijfadres.huisnummertoevoeging",
    "verblijfplaats.verblijfadres.postcode",
    "verblijfplaats.verblijfadres.woonplaats",
    "verblijfplaats.verblijfadres.regel1",
    "verblijfplaats.verblijfadres.regel2",
    "verblijfplaats.verblijfadres.regel3",
    "verblijfplaats.verblijfadres.land",
)
ONBEKEND: Final = OnvolledigeDatum(0)
BUITENLAND: Final = "VerblijfplaatsBuitenland"
AFGEVOERD: Final = frozenset({"F", "W"})  # foutief, gewist: the BRP no longer stands for this person
_VERTROKKEN: Final = frozenset({"E", "M"})  # emigratie, ministerieel besluit
_NIET_INGEZETENE: Final = "R"  # registered abroad from the start: never departed
# Table 32 has these codes, but the interface tells them by type.
_BIJZONDERE_NATIONALITEIT: Final[Mapping[str, str]] = {
    "NationaliteitOnbekend": "0000",
    "BehandeldAlsNederlander": "0002",
    "Staatloos": "0499",
    "VastgesteldNietNederlander": "0500",
}


def is_afgevoerd(persoon: Knoop) -> bool:
    """Tell whether the record was withdrawn; of such a one the BRP tells hardly more than its number."""
    return persoon.object("opschortingBijhouding").code("reden") in AFGEVOERD


def nummer_van(persoon: Knoop) -> str:
    """Return the BSN of an answered person; raises Onzin when it has none."""
    return verplicht(persoon.tekst("burgerservicenummer"))


def naar_persoon(bron: Knoop) -> Persoon:
    """Translate one answered person, complete or limited (beperkt); raises ValueError for what cannot be read."""
    naam, verblijfplaats = bron.object("naam"), bron.object("verblijfplaats")
    vertrek, land_vertrek = _vertrek(bron)
    return Persoon(
        burgerservicenummer=nummer_van(bron),
        voornamen=naam.tekst("voornamen"),
        voorvoegsel=naam.tekst("voorvoegsel"),
        geslachtsnaam=_geslachtsnaam(naam),
        geboortedatum=naar_datum(bron.object("geboorte").object("datum")) or ONBEKEND,
        geslacht=Geslacht(bron.code("geslacht") or Geslacht.O),
        overlijdensdatum=_overlijdensdatum(bron),
        geboorteland=bron.object("geboorte").code("land"),
        datum_vestiging_in_nederland=naar_datum(bron.object("immigratie").object("datumVestigingInNederland")),
        datum_vertrek_uit_nederland=vertrek,
        land_vertrek=land_vertrek,
        adres=_adres(verblijfplaats),
        nationaliteiten=tuple(_nationaliteit(deel) for deel in bron.lijst("nationaliteiten")),
        verblijfstitels=_verblijfstitels(bron.object("verblijfstitel")),
        geverifieerd=True,
    )


def naar_datum(bron: Knoop) -> OnvolledigeDatum | None:
    """Translate the four date types; absent is None, a date that is known to be unknown is 0000-00-00."""
    match bron.tekst("type"):
        case "Datum":
            return OnvolledigeDatum.van(datum_uit_tekst(verplicht(bron.tekst("datum"))))
        case "JaarMaandDatum":
            return OnvolledigeDatum(_jaar(bron), verplicht(bron.getal("maand")))
        case "JaarDatum":
            return OnvolledigeDatum(_jaar(bron))
        case "DatumOnbekend":
            return ONBEKEND
        case None if not bron:
            return None
    raise Onzin("no date type")


def _jaar(bron: Knoop) -> int:
    jaar = verplicht(bron.getal("jaar"))
    if not 1 <= jaar <= 9999:  # noqa: PLR2004 - the interface's bounds of Jaar
        raise Onzin("no year")
    return jaar


def _geslachtsnaam(naam: Knoop) -> str | None:
    geslachtsnaam = naam.tekst("geslachtsnaam")
    return None if geslachtsnaam == "." else geslachtsnaam  # the BRP's own sign for unknown


def _overlijdensdatum(bron: Knoop) -> OnvolledigeDatum | None:
    """Return the day of death; a suspension for death without a date is a death on an unknown day."""
    datum = naar_datum(bron.object("overlijden").object("datum"))
    opschorting = bron.object("opschortingBijhouding")
    if datum is None and opschorting.code("reden") == "O":
        return naar_datum(opschorting.object("datum")) or ONBEKEND
    return datum


def _vertrek(bron: Knoop) -> tuple[OnvolledigeDatum | None, str | None]:
    """Return day and country of departure: of the suspension, else the begin of the stay abroad."""
    verblijfplaats, opschorting = bron.object("verblijfplaats"), bron.object("opschortingBijhouding")
    reden, buitenland = opschorting.code("reden"), verblijfplaats.tekst("type") == BUITENLAND
    land = verblijfplaats.object("verblijfadres").code("land") if buitenland else None
    if reden in _VERTROKKEN:
        return naar_datum(opschorting.object("datum")) or naar_datum(verblijfplaats.object("datumVan")), land
    if buitenland and reden != _NIET_INGEZETENE:
        return naar_datum(verblijfplaats.object("datumVan")), land
    return None, None


def _adres(verblijfplaats: Knoop) -> Adres | None:
    """Translate an address in the Netherlands or abroad; a location without address, or unknown, is None."""
    adres = verblijfplaats.object("verblijfadres")
    match verblijfplaats.tekst("type"):
        case "Adres":
            return Adres(
                straatnaam=adres.tekst("officieleStraatnaam") or adres.tekst("korteStraatnaam"),
                huisnummer=adres.getal("huisnummer"),
                huisletter=adres.tekst("huisletter"),
                huisnummertoevoeging=adres.tekst("huisnummertoevoeging"),
                postcode=postcodesleutel(adres.tekst("postcode")),
                woonplaats=adres.tekst("woonplaats"),
            )
        case "VerblijfplaatsBuitenland":
            regels = (adres.tekst(f"regel{nummer}") for nummer in (1, 2, 3))
            return Adres(landcode=adres.code("land"), regels_buitenland=tuple(regel for regel in regels if regel))
    return None


def _nationaliteit(bron: Knoop) -> Nationaliteit:
    bijzonder = _BIJZONDERE_NATIONALITEIT.get(bron.tekst("type") or "")
    return Nationaliteit(
        code=bijzonder or verplicht(bron.code("nationaliteit")),
        datum_begin=naar_datum(bron.object("datumIngangGeldigheid")) or ONBEKEND,
    )


def _verblijfstitels(bron: Knoop) -> tuple[Verblijfstitel, ...]:
    """Return none or one: the BRP answers the residence title that holds today."""
    if not bron:
        return ()
    titel = Verblijfstitel(
        code=verplicht(bron.code("aanduiding")),
        datum_begin=naar_datum(bron.object("datumIngang")) or ONBEKEND,
        datum_einde=naar_datum(bron.object("datumEinde")),
    )
    return (titel,)
