"""Results, diplomas and what is gained beside them in one table, and prior education."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB

from app.opslag.tabellen.register import C, code, eigenaars
from app.opslag.tabellen.versies import versietabel
from domain.codes import ResultaatSoort

_SLEUTEL = ["id", "persoon_id", "instelling"]


def cijfer(naam: str) -> Column[Any]:
    """Return a column for a mark with one decimal, as it is read: numeric is not leakproof, text is."""
    return Column(naam, Text, CheckConstraint(f"{naam} ~ '^[0-9]{{1,2}}[.][0-9]$'", name=naam))


# One table: the numbers of all kinds are one set, and a list of results of all kinds is one read. A part of a diploma
# repeats its date, enrolment, onderwijsaanbieder and versie, so that every row can be read by itself.
resultaat = versietabel(
    "resultaat",
    *eigenaars(),
    code("soort", ResultaatSoort, nullable=False),
    Column("resultaatvolgnummer", Text(collation=C), nullable=False),
    Column("diploma_id", BigInteger, comment="leeg: een diploma, of een los resultaat"),
    Column("datum_resultaat", Date, nullable=False),
    Column("inschrijvingvolgnummer", Text(collation=C), comment="zoals geleverd"),
    Column("inschrijving_id", BigInteger, comment="de genoemde inschrijving, anders de gekozen (R18)"),
    Column("onderwijsaanbieder", Text),
    Column("opleidingcode", Text),
    Column("indicatie_bekostigbaar", Boolean),
    Column("code", Text, comment="van een generiek examenonderdeel of AMvB-onderdeel"),
    Column("keuzedeelcode", Text),
    Column("eindcijfer", Integer),
    Column("vrijstelling", Text),
    cijfer("cijfer_instellingsexamen"),
    Column("vrijstelling_instellingsexamen", Text),
    cijfer("cijfer_centraal_examen"),
    Column("vrijstelling_centraal_examen", Text),
    Column("behaald", Boolean),
    Column("certificaat", Boolean),
    Column("versie", Integer, nullable=False),
    UniqueConstraint("persoon_id", "instelling", "resultaatvolgnummer", deferrable=True, initially="DEFERRED"),
    UniqueConstraint(*_SLEUTEL),
    ForeignKeyConstraint(
        ["diploma_id", *_SLEUTEL[1:]], [f"resultaat.{kolom}" for kolom in _SLEUTEL], name="fk_resultaat_diploma"
    ),
    # Deferred: within one batch a result may leave an enrolment that goes.
    ForeignKeyConstraint(
        ["inschrijving_id", *_SLEUTEL[1:]],
        [f"inschrijving.{kolom}" for kolom in _SLEUTEL],
        name="fk_resultaat_inschrijving",
        deferrable=True,
        initially="DEFERRED",
    ),
    CheckConstraint(
        "CASE soort"
        " WHEN 'DIPLOMA' THEN num_nulls(opleidingcode, indicatie_bekostigbaar) = 0 AND diploma_id IS NULL"
        " WHEN 'KEUZEDEEL' THEN num_nulls(keuzedeelcode, behaald) = 0"
        " ELSE code IS NOT NULL END",
        name="inhoud",
    ),
    Index("ix_resultaat_instelling", "instelling", "id"),
    Index("ix_resultaat_persoon_id", "persoon_id"),
    Index("ix_resultaat_inschrijving_id", "inschrijving_id"),
    Index("ix_resultaat_diploma_id", "diploma_id"),
)

# No institution owns a row: who identified the person reads it. While nobody knows the person yet, the number waits.
vooropleiding = versietabel(
    "vooropleiding",
    Column("persoon_id", BigInteger, ForeignKey("persoon.id")),
    Column("nummer", Text, comment="zolang de persoon niet bekend is"),
    Column("soort", Text, nullable=False),
    Column("school", Text, comment="BRIN in het voortgezet onderwijs"),
    Column("datum_resultaat", Date),
    Column("behaald", Boolean, nullable=False),
    Column("vakken", JSONB, nullable=False, server_default=text("'[]'"), comment="[{vakcode, eindcijfer}]"),
    CheckConstraint("num_nonnulls(persoon_id, nummer) = 1", name="een_persoon"),
    UniqueConstraint(
        "persoon_id",
        "nummer",
        "soort",
        "school",
        name="uq_vooropleiding_sleutel",
        postgresql_nulls_not_distinct=True,
        deferrable=True,
        initially="DEFERRED",
    ),
    Index("ix_vooropleiding_nummer", "nummer", postgresql_where=text("nummer IS NOT NULL")),
)
