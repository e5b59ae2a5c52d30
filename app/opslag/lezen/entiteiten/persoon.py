"""The person with what is part of it: address, nationalities and rights to stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Date, Integer, Text, cast, column, func, or_, select

from app.opslag.lezen.entiteit import Entiteit, Verband, deel, ingebed, kolommen
from app.opslag.lezen.entiteiten.kandidaten import personen_en_kandidaten
from app.opslag.lezen.entiteiten.persoonsversie import zoals_bekend_bij_de_instelling
from app.opslag.lezen.geldigheid import geldt_onvolledig
from app.opslag.lezen.rijen import Rijen
from app.opslag.lezen.waarden import id_van
from app.opslag.tabellen import referentie
from app.opslag.tabellen.register import persoon
from domain.codes import LeveringSoort, Verwerkingsstatus

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, FromClause, Table

    from app.opslag.lezen.vraag import Vraag

REGELS = ("straatnaam", "huisnummer", "huisletter", "huisnummertoevoeging", "postcode", "woonplaats", "landcode")
BUITENLAND = "regels_buitenland"
IDENTIFICATIES = (LeveringSoort.IDENTIFICEREN_PERSOON.value, LeveringSoort.OPNIEUW_IDENTIFICEREN_PERSOON.value)
TIJDVAK = ("code", "datum_begin", "datum_einde")


def rijen(vraag: Vraag) -> Rijen:
    """Persons the caller may see, in the version the caller may see."""
    return Rijen(zoals_bekend_bij_de_instelling() if vraag.alleen_eigen else persoon.alias())


def herlezen(vraag: Vraag) -> Rijen:
    """Persons by their id, for IPO also who is only a candidate."""
    return rijen(vraag) if vraag.alleen_eigen else Rijen(personen_en_kandidaten())


def leeftijd(rij: FromClause, vraag: Vraag) -> ColumnElement[Any]:
    """Age in years on a day, the oldest possible: `domain.tijd.leeftijd` in SQL."""
    op = vraag.argument("op", Date)
    geboren = rij.c.geboortedatum
    jaar = cast(func.nullif(func.left(geboren, 4), "0000"), Integer)
    verjaardag = func.replace(func.right(geboren, 5), "00", "01")
    nog_niet_jarig = cast(func.to_char(op, "MM-DD") < verjaardag, Integer)
    return cast(func.date_part("year", op), Integer) - jaar - nog_niet_jarig


def in_behandeling(rij: FromClause, vraag: Vraag) -> ColumnElement[Any]:
    """Whether an identification of this person still waits for BRP or IPO."""
    wacht = vraag.rijen("levering").met(persoon_id=rij.c.id, status=Verwerkingsstatus.IN_BEHANDELING.value)
    return wacht.waar(wacht.bron.c.soort.in_(IDENTIFICATIES)).toon(wacht.bron.c.id).exists()


def adres(rij: FromClause, _: Vraag) -> Rijen:
    """Return the address on the person's own row; nothing filled is no address."""
    gevuld = or_(func.num_nonnulls(*(rij.c[naam] for naam in REGELS)) > 0, func.cardinality(rij.c[BUITENLAND]) > 0)
    return Rijen(rij, (gevuld,), eigen=True)


def tijdvakken(kolom: str) -> Verband:
    """Declare the list of codes with a period in a JSON column; on a peildatum those valid on it."""

    def verband(rij: FromClause, vraag: Vraag) -> Rijen:
        element = func.jsonb_to_recordset(rij.c[kolom]).table_valued(*(column(naam, Text) for naam in TIJDVAK))
        delen = element.render_derived(with_types=True)
        alle = Rijen(delen).op("datum_begin", "code")
        geldig = geldt_onvolledig(delen.c.datum_begin, delen.c.datum_einde, vraag.dag)
        return alle if vraag.peil is None else alle.waar(geldig)

    return verband


def tijdvak(naam: str, tabel: Table) -> Entiteit:
    """Declare a code with a period, described by a table of reference data."""

    def omschrijving(rij: FromClause, _: Vraag) -> ColumnElement[Any]:
        keuze = select(tabel.c.omschrijving).where(tabel.c.code == rij.c.code)
        return keuze.correlate_except(tabel).scalar_subquery()

    return Entiteit(naam=naam, rijen=ingebed, kolommen=deel(*TIJDVAK), waarden={"omschrijving": omschrijving})


PERSOON = Entiteit(
    naam="persoon",
    rijen=rijen,
    kolommen=kolommen(persoon),
    waarden={"id": id_van("Persoon"), "leeftijd": leeftijd, "identificatie_in_behandeling": in_behandeling},
    verbanden={
        "adres": adres,
        "nationaliteiten": tijdvakken("nationaliteiten"),
        "verblijfstitels": tijdvakken("verblijfstitels"),
    },
    sleutel="id",
    persoon="id",
    herlezen=herlezen,
)
ADRES = Entiteit(naam="adres", rijen=ingebed, kolommen=deel(*REGELS, BUITENLAND))
NATIONALITEIT = tijdvak("nationaliteit", referentie.nationaliteit)
VERBLIJFSTITEL = tijdvak("verblijfstitel", referentie.verblijfstitel)
