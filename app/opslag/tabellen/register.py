"""The register itself: persons, enrolments and placements, with the signals on them; persoon_id is on every table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB, ExcludeConstraint

from app.opslag.tabellen.basis import metadata
from app.opslag.tabellen.versies import versietabel
from domain.codes import Geslacht, Leerroute, Leerroutefase, Leertraject, Niveau
from domain.nummers import Nummersoort

if TYPE_CHECKING:
    from enum import StrEnum

C = "C"


def code(naam: str, soort: type[StrEnum], *, nullable: bool = True) -> Column[Any]:
    """Return a text column that holds only values of the code list: enums are not leakproof, text is."""
    lijst = ", ".join(f"'{waarde}'" for waarde in soort)
    return Column(naam, Text, CheckConstraint(f"{naam} IN ({lijst})", name=naam), nullable=nullable)


def onvolledige_datum(naam: str, *, nullable: bool = True) -> Column[Any]:
    """Return a column for a partly unknown date, ccyy-mm-dd."""
    vorm = CheckConstraint(f"{naam} ~ '^[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}$'", name=naam)
    return Column(naam, Text, vorm, nullable=nullable)


def eigenaars() -> tuple[Column[Any], Column[Any]]:
    """Return the two columns that decide who may see a row: plain equality for row-level security."""
    return (
        Column("persoon_id", BigInteger, ForeignKey("persoon.id"), nullable=False),
        Column("instelling", Text, nullable=False),
    )


def onder_inschrijving(tabel: str) -> tuple[Column[Any], ForeignKeyConstraint]:
    """Return the reference to the enrolment by its whole key: a child is never of another person or institution."""
    kolommen = ["inschrijving_id", "persoon_id", "instelling"]
    return (
        Column("inschrijving_id", BigInteger, nullable=False),
        ForeignKeyConstraint(
            kolommen,
            ["inschrijving.id", "inschrijving.persoon_id", "inschrijving.instelling"],
            name=f"fk_{tabel}_inschrijving",
        ),
    )


persoon = versietabel(
    "persoon",
    Column("burgerservicenummer", Text, unique=True),
    Column("onderwijsnummer", Text, unique=True),
    Column("voornamen", Text),
    Column("voorvoegsel", Text),
    Column("geslachtsnaam", Text),
    Column("naamsleutel", Text, nullable=False),
    onvolledige_datum("geboortedatum", nullable=False),
    code("geslacht", Geslacht, nullable=False),
    onvolledige_datum("overlijdensdatum"),
    Column("geboorteland", Text),
    onvolledige_datum("datum_vestiging_in_nederland"),
    onvolledige_datum("datum_vertrek_uit_nederland"),
    Column("land_vertrek", Text),
    Column("straatnaam", Text),
    Column("huisnummer", Integer),
    Column("huisletter", Text),
    Column("huisnummertoevoeging", Text),
    Column("postcode", Text),
    Column("woonplaats", Text),
    Column("landcode", Text),
    Column("regels_buitenland", ARRAY(Text), nullable=False, server_default=text("'{}'")),
    Column("nationaliteiten", JSONB, nullable=False, server_default=text("'[]'")),
    Column("verblijfstitels", JSONB, nullable=False, server_default=text("'[]'")),
    Column("geverifieerd", Boolean, nullable=False),
    Column("persoon_id", BigInteger, nullable=False),
    CheckConstraint("persoon_id = id", name="persoon_id"),
    CheckConstraint("num_nonnulls(burgerservicenummer, onderwijsnummer) = 1", name="een_nummer"),
    Index("ix_persoon_naamsleutel", "naamsleutel", "geboortedatum"),
)

persoonsnummer = Table(
    "persoonsnummer",
    metadata,
    code("soort", Nummersoort, nullable=False),
    Column("nummer", Text, nullable=False, primary_key=True),
    Column("persoon_id", BigInteger, ForeignKey("persoon.id"), nullable=False, index=True),
    Column("levering_id", BigInteger, nullable=False),
)

persoon_instelling = Table(
    "persoon_instelling",
    metadata,
    Column("persoon_id", BigInteger, ForeignKey("persoon.id"), primary_key=True),
    Column("instelling", Text, primary_key=True),
    Column("geidentificeerd_op", DateTime(timezone=True), nullable=False),
    Column("levering_id", BigInteger, nullable=False),
    Index("ix_persoon_instelling_instelling", "instelling", "persoon_id"),
)

inschrijving = versietabel(
    "inschrijving",
    *eigenaars(),
    Column("inschrijvingvolgnummer", Text(collation=C), nullable=False),
    Column("datum_inschrijving", Date, nullable=False),
    Column("datum_uitschrijving_gepland", Date, nullable=False),
    Column("datum_uitschrijving_werkelijk", Date),
    Column("reden_uitschrijving", Text),
    Column("hoogste_vooropleiding", Text),
    Column("versie", Integer, nullable=False),
    UniqueConstraint("persoon_id", "instelling", "inschrijvingvolgnummer"),
    UniqueConstraint("id", "persoon_id", "instelling"),
    Index("ix_inschrijving_instelling", "instelling", "id"),
)

inschrijvingsperiode = versietabel(
    "inschrijvingsperiode",
    *eigenaars(),
    *onder_inschrijving("inschrijvingsperiode"),
    Column("datum_begin", Date, nullable=False),
    Column("opleidingcode", Text, nullable=False),
    code("leertraject", Leertraject, nullable=False),
    code("niveau", Niveau),
    Column("indicatie_bekostigbaar", Boolean, nullable=False),
    code("leerroute", Leerroute),
    code("leerroutefase", Leerroutefase),
    Column("onderwijsaanbieder", Text),
    Column("onderwijslocatie", Text),
    Column("locatiecode_vsv", Text),
    UniqueConstraint("inschrijving_id", "datum_begin", deferrable=True, initially="DEFERRED"),
    Index("ix_inschrijvingsperiode_persoon_id", "persoon_id"),
)

extra_ondersteuning = versietabel(
    "extra_ondersteuning",
    *eigenaars(),
    *onder_inschrijving("extra_ondersteuning"),
    Column("datum_begin", Date, nullable=False),
    Column("datum_einde", Date),
    ExcludeConstraint(
        ("inschrijving_id", "="),
        (text("daterange(datum_begin, datum_einde, '[]')"), "&&"),
        name="ex_extra_ondersteuning_overlap",
        deferrable=True,
        initially="DEFERRED",
    ),
    Index("ix_extra_ondersteuning_persoon_id", "persoon_id"),
)

bpv = versietabel(
    "bpv",
    *eigenaars(),
    *onder_inschrijving("bpv"),
    Column("bpvvolgnummer", Text(collation=C), nullable=False),
    Column("afsluitdatum", Date, nullable=False),
    Column("datum_begin", Date, nullable=False),
    Column("datum_einde_gepland", Date, nullable=False),
    Column("datum_einde_werkelijk", Date),
    Column("omvang", Integer),
    Column("leerbedrijf_id", Text, nullable=False),
    Column("opleidingcode", Text),
    Column("keuzedeelcode", Text),
    Column("versie", Integer, nullable=False),
    UniqueConstraint("inschrijving_id", "bpvvolgnummer"),
    Index("ix_bpv_instelling", "instelling", "id"),
    Index("ix_bpv_persoon_id", "persoon_id"),
    Index("ix_bpv_leerbedrijf_id", "leerbedrijf_id"),
)

signaal = versietabel(
    "signaal",
    *eigenaars(),
    Column("inschrijving_id", BigInteger),
    Column("bpv_id", BigInteger),
    Column("resultaat_id", BigInteger),
    Column("volgorde", Integer, nullable=False),
    Column("code", Text, nullable=False),
    Column("soort", Text, nullable=False),
    Column("tekst", Text, nullable=False),
    Column("pad", ARRAY(Text), nullable=False),
    Column("parameters", JSONB, nullable=False, comment="[{naam, waarde}]"),
    Column("ipo", JSONB, comment="{tekst, parameters} in plaats van die voor instellingen: register.md 1"),
    CheckConstraint("num_nonnulls(inschrijving_id, bpv_id, resultaat_id) = 1", name="een_object"),
    Index("ix_signaal_persoon_id", "persoon_id"),
    Index("ix_signaal_inschrijving_id", "inschrijving_id"),
    Index("ix_signaal_bpv_id", "bpv_id"),
    Index("ix_signaal_resultaat_id", "resultaat_id"),
    Index("ix_signaal_instelling", "instelling", "code"),
)
