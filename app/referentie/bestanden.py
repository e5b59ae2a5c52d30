"""The reference files as data: per file its columns, how each is read, and what makes its key (referentie.md)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from app.referentie import velden
from domain.codes import ErkenningStatus, Opleidingsoort, SoortOpleiding

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.referentie.velden import Lezer, Waarde


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom:
    """A column: a mandatory one stands in every file and is never empty, another may be absent and is then `leeg`."""

    naam: str
    lees: Lezer
    verplicht: bool
    leeg: Waarde = None
    veld: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bestand:
    """A file: its table, its columns in the documented order, and as fields of the table its key, period, constants."""

    naam: str
    tabel: str
    kolommen: tuple[Kolom, ...]
    sleutel: tuple[str, ...]
    periode: tuple[str, str] = ("geldig_van", "geldig_tot")
    vast: Mapping[str, Waarde] = field(default_factory=dict)

    @property
    def leeg(self) -> dict[str, Waarde]:
        """Return the row of which nothing is filled in yet."""
        return {kolom.veld: kolom.leeg for kolom in self.kolommen} | dict(self.vast)


def _moet(naam: str, lees: Lezer = velden.tekst) -> Kolom:
    return Kolom(naam=naam, lees=lees, verplicht=True, veld=naam)


def _mag(naam: str, lees: Lezer = velden.tekst, *, leeg: Waarde = None, veld: str | None = None) -> Kolom:
    return Kolom(naam=naam, lees=lees, verplicht=False, leeg=leeg, veld=veld or naam)


_VAN, _TOT = _mag("geldig_van", velden.datum), _mag("geldig_tot", velden.datum)
_BRIN = velden.vorm("[0-9]{2}[A-Z]{2}")
_OPLEIDING = velden.vorm("[0-9]{5}")
_OPLEIDING_OF_ALLE = velden.vorm(r"[0-9]{5}|\*")
_KEUZEDEEL = velden.vorm("K[0-9]{4}")
_LEERBEDRIJF = velden.vorm("[1-9][0-9]{8}")
_JAAR = velden.geheel("20[0-9]{2}")
_VAKKEN = ("NEDERLANDS", "REKENEN", "ENGELS", "LOOPBAAN_BURGERSCHAP")
_CODELIJSTEN = ("redenUitschrijving", "hoogsteVooropleiding", "vooropleidingVak")  # the last: own choice

BESTANDEN: Final = (
    Bestand(
        naam="instellingen.csv",
        tabel="instelling",
        kolommen=(_moet("brin", _BRIN), _moet("naam"), _mag("plaats"), _moet("bekostigd", velden.ja_nee), _VAN, _TOT),
        sleutel=("brin", "geldig_van"),
    ),
    Bestand(
        naam="opleidingen.csv",
        tabel="opleiding",
        kolommen=(
            _moet("opleidingcode", _OPLEIDING),
            _moet("naam"),
            _moet("soort", velden.keuze(tuple(Opleidingsoort))),
            _mag("niveau", velden.niveau),
            _mag("dossiercode", _OPLEIDING),
            _mag("domeincode", _OPLEIDING),
            _mag("specialist", velden.ja_nee, leeg=False),
            _mag("soort_opleiding", velden.keuze(tuple(SoortOpleiding))),
            _mag("leerwegen", velden.leerwegen, leeg=()),
            _mag("vws", velden.ja_nee, leeg=False),
            _VAN,
            _mag("laatste_instroom", velden.datum),
            _TOT,
        ),
        sleutel=("opleidingcode", "geldig_van"),
    ),
    Bestand(
        naam="keuzedelen.csv",
        tabel="keuzedeel",
        kolommen=(_moet("code", _KEUZEDEEL), _moet("naam"), _VAN, _TOT),
        sleutel=("code", "geldig_van"),
    ),
    Bestand(
        naam="opleiding_keuzedelen.csv",
        tabel="opleiding_keuzedeel",
        kolommen=(_moet("opleidingcode", _OPLEIDING), _moet("keuzedeelcode", _KEUZEDEEL), _VAN, _TOT),
        sleutel=("opleidingcode", "keuzedeelcode", "geldig_van"),
    ),
    Bestand(
        naam="licenties.csv",
        tabel="licentie",
        kolommen=(_moet("brin", _BRIN), _moet("opleidingcode", _OPLEIDING_OF_ALLE), _VAN, _TOT),
        sleutel=("brin", "opleidingcode", "geldig_van"),
    ),
    Bestand(
        naam="examenonderdelen.csv",
        tabel="examenonderdeel",
        kolommen=(
            _moet("code", velden.vorm("[0-9A-Z]{4}|C[0-9]{4}")),
            _moet("soort", velden.keuze(("GEO", "AMO"))),
            _moet("omschrijving"),
            _mag("vak", velden.keuze(_VAKKEN)),
            _mag("niveau"),
        ),
        sleutel=("code",),
    ),
    Bestand(
        naam="leerbedrijven.csv",
        tabel="leerbedrijf",
        kolommen=(
            _moet("leerbedrijf_id", _LEERBEDRIJF),
            _mag("naam"),
            _mag("postcode"),
            _mag("huisnummer", velden.geheel("[0-9]{1,5}")),
            _mag("plaats"),
        ),
        sleutel=("leerbedrijf_id",),
        vast={"gecontroleerd": True},
    ),
    Bestand(
        naam="erkenningen.csv",
        tabel="erkenning",
        kolommen=(
            _moet("leerbedrijf_id", _LEERBEDRIJF),
            _moet("opleidingcode", _OPLEIDING_OF_ALLE),
            _moet("status", velden.keuze(tuple(ErkenningStatus))),
            _mag("geldig_van", velden.datum, veld="datum_begin"),
            _mag("geldig_tot", velden.datum, veld="datum_einde"),
        ),
        sleutel=("leerbedrijf_id", "opleidingcode", "datum_begin"),
        periode=("datum_begin", "datum_einde"),
    ),
    *(
        Bestand(
            naam=naam,
            tabel=tabel,
            kolommen=(_moet("code", velden.vorm(code)), _moet("omschrijving"), _mag("geeft_recht", velden.ja_nee)),
            sleutel=("code",),
        )
        for naam, tabel, code in (
            ("nationaliteiten.csv", "nationaliteit", "[0-9A-Z]{4}"),
            ("verblijfstitels.csv", "verblijfstitel", "[0-9A-Z]{2}"),
        )
    ),
    Bestand(
        naam="codelijsten.csv",
        tabel="codelijst",
        kolommen=(_moet("lijst", velden.keuze(_CODELIJSTEN)), _moet("code"), _moet("omschrijving")),
        sleutel=("lijst", "code"),
    ),
    Bestand(
        naam="prijsfactoren.csv",
        tabel="prijsfactor",
        kolommen=(
            _moet("bekostigingsjaar", _JAAR),
            _moet("opleidingcode", _OPLEIDING_OF_ALLE),
            _moet("factor", velden.bedrag(r"[0-9]{1,4}(\.[0-9]{1,2})?")),
        ),
        sleutel=("bekostigingsjaar", "opleidingcode"),
    ),
    Bestand(
        naam="bekostigingsparameters.csv",
        tabel="bekostigingsparameter",
        kolommen=(_moet("bekostigingsjaar", _JAAR), _moet("naam"), _moet("waarde")),
        sleutel=("bekostigingsjaar", "naam"),
    ),
)
