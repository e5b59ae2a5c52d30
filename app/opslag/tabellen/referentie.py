"""Reference data: public facts with their periods, as `bron laad-referentie` brings them; no person stands here.

A key is the code columns and geldig_van, where an unknown begin is a value like any other (referentie.md). There are no
foreign keys: files arrive one by one and in any order, and an old enrolment may name a code that nobody lists any more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Index,
    Integer,
    Numeric,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY

from app.opslag.tabellen.basis import metadata
from domain.codes import ErkenningStatus, Niveau, Opleidingsoort, SoortOpleiding

if TYPE_CHECKING:
    from collections.abc import Iterable


def _sleutel(*kolommen: str) -> UniqueConstraint:
    return UniqueConstraint(*kolommen, postgresql_nulls_not_distinct=True)


def _een_van(kolom: str, waarden: Iterable[str]) -> CheckConstraint:
    opsomming = ", ".join(f"'{waarde}'" for waarde in waarden)
    return CheckConstraint(f"{kolom} in ({opsomming})", name=kolom)


def _geldigheid() -> tuple[Column[object], Column[object]]:
    return Column("geldig_van", Date), Column("geldig_tot", Date)


instelling = Table(
    "instelling",
    metadata,
    Column("brin", Text, nullable=False),
    Column("naam", Text, nullable=False),
    Column("plaats", Text),
    Column("bekostigd", Boolean, nullable=False),
    *_geldigheid(),
    _sleutel("brin", "geldig_van"),
)

opleiding = Table(
    "opleiding",
    metadata,
    Column("opleidingcode", Text, nullable=False),
    Column("naam", Text, nullable=False),
    Column("soort", Text, nullable=False),
    Column("niveau", Text),
    Column("dossiercode", Text),
    Column("domeincode", Text),
    Column("specialist", Boolean, nullable=False),
    Column("soort_opleiding", Text),
    Column("leerwegen", ARRAY(Text), nullable=False),
    Column("vws", Boolean, nullable=False),
    Column("geldig_van", Date),
    Column("laatste_instroom", Date),
    Column("geldig_tot", Date),
    _sleutel("opleidingcode", "geldig_van"),
    _een_van("soort", Opleidingsoort),
    _een_van("niveau", Niveau),
    _een_van("soort_opleiding", SoortOpleiding),
    CheckConstraint("leerwegen <@ array['BOL', 'BBL']", name="leerwegen"),
)

keuzedeel = Table(
    "keuzedeel",
    metadata,
    Column("code", Text, nullable=False),
    Column("naam", Text, nullable=False),
    *_geldigheid(),
    _sleutel("code", "geldig_van"),
)

opleiding_keuzedeel = Table(
    "opleiding_keuzedeel",
    metadata,
    Column("opleidingcode", Text, nullable=False),
    Column("keuzedeelcode", Text, nullable=False),
    *_geldigheid(),
    _sleutel("opleidingcode", "keuzedeelcode", "geldig_van"),
)

licentie = Table(
    "licentie",
    metadata,
    Column("brin", Text, nullable=False),
    Column("opleidingcode", Text, nullable=False),
    *_geldigheid(),
    _sleutel("brin", "opleidingcode", "geldig_van"),
)

examenonderdeel = Table(
    "examenonderdeel",
    metadata,
    Column("code", Text, primary_key=True),
    Column("soort", Text, nullable=False),
    Column("omschrijving", Text, nullable=False),
    Column("vak", Text),
    Column("niveau", Text),
    _een_van("soort", ("GEO", "AMO")),
    _een_van("vak", ("NEDERLANDS", "REKENEN", "ENGELS", "LOOPBAAN_BURGERSCHAP")),
)

leerbedrijf = Table(
    "leerbedrijf",
    metadata,
    Column("leerbedrijf_id", Text, primary_key=True),
    Column("naam", Text),
    Column("postcode", Text),
    Column("huisnummer", Integer),
    Column("plaats", Text),
    Column(
        "gecontroleerd",
        Boolean,
        nullable=False,
        server_default=text("true"),
        comment="false: a stub, kept because SBB was away or knew only the number",
    ),
    CheckConstraint("leerbedrijf_id ~ '^[1-9][0-9]{8}$'", name="leerbedrijf_id"),
    Index(None, "postcode", "huisnummer"),
)

# Columns are named after the contract (Erkenning.datumBegin); the file calls them geldig_van and geldig_tot.
erkenning = Table(
    "erkenning",
    metadata,
    Column("leerbedrijf_id", Text, nullable=False),
    Column("opleidingcode", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("datum_begin", Date),
    Column("datum_einde", Date),
    _sleutel("leerbedrijf_id", "opleidingcode", "datum_begin"),
    _een_van("status", ErkenningStatus),
)

nationaliteit = Table(
    "nationaliteit",
    metadata,
    Column("code", Text, primary_key=True),
    Column("omschrijving", Text, nullable=False),
    Column("geeft_recht", Boolean, comment="empty: not decided"),
)

verblijfstitel = Table(
    "verblijfstitel",
    metadata,
    Column("code", Text, primary_key=True),
    Column("omschrijving", Text, nullable=False),
    Column("geeft_recht", Boolean, comment="empty: not decided"),
)

codelijst = Table(
    "codelijst",
    metadata,
    Column("lijst", Text, primary_key=True),
    Column("code", Text, primary_key=True),
    Column("omschrijving", Text, nullable=False),
)

prijsfactor = Table(
    "prijsfactor",
    metadata,
    Column("bekostigingsjaar", Integer, primary_key=True, autoincrement=False),
    Column("opleidingcode", Text, primary_key=True),
    Column("factor", Numeric(6, 2), nullable=False),
    CheckConstraint("factor >= 0", name="factor"),
)

bekostigingsparameter = Table(
    "bekostigingsparameter",
    metadata,
    Column("bekostigingsjaar", Integer, primary_key=True, autoincrement=False),
    Column("naam", Text, primary_key=True),
    Column("waarde", Text, nullable=False),
)

# One row, so that a process sees with one cheap question whether its snapshot is still the newest.
referentieversie = Table(
    "referentieversie",
    metadata,
    Column("enig", Boolean, primary_key=True, server_default=text("true")),
    Column("versie", BigInteger, nullable=False),
    CheckConstraint("enig", name="enig"),
)
