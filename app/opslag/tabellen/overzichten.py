"""Requests, and the overviews that are made of them: a file in parts, so that every process can hand it out."""

from __future__ import annotations

from sqlalchemy import (
    ARRAY,
    BigInteger,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB

from app.opslag.tabellen.basis import metadata
from app.opslag.tabellen.leveringen import nu
from app.opslag.tabellen.register import code
from domain.codes import AanvraagSoort, OverzichtSoort, OverzichtStatus, Verwerkingsstatus

aanvraag = Table(
    "aanvraag",
    metadata,
    Column("id", BigInteger, primary_key=True),
    Column("afzender", Text, nullable=False),
    Column("kenmerk", Text, nullable=False),
    code("soort", AanvraagSoort, nullable=False),
    Column("hash", Text, nullable=False),
    nu("ontvangen_op"),
    Column("gebruiker", Text),
    Column("instelling", Text, comment="waarvoor is gevraagd, als dat te lezen was"),
    code("status", Verwerkingsstatus, nullable=False),
    Column("signalen", JSONB, nullable=False, comment="[{code, soort, tekst, pad, parameters: [{naam, waarde}]}]"),
    Column("levering_id", BigInteger, comment="waarover is beslist"),
    UniqueConstraint("afzender", "kenmerk"),
)

overzicht = Table(
    "overzicht",
    metadata,
    Column("id", BigInteger, primary_key=True),
    Column("aanvraag_id", BigInteger, ForeignKey("aanvraag.id"), nullable=False, index=True),
    code("soort", OverzichtSoort, nullable=False),
    code("status", OverzichtStatus, nullable=False),
    Column("instelling", Text),
    Column("studiejaar", Integer),
    Column("bekostigingsjaar", Integer),
    Column("van", Date),
    Column("tot_en_met", Date),
    nu("aangevraagd_op"),
    Column("aangemaakt_op", DateTime(timezone=True)),
    Column("voortgang", Integer, nullable=False, server_default=text("0")),
    Column("bestandsnaam", Text),
    Column("omvang_bytes", BigInteger),
    Column("sha256", Text),
    Column("controletotalen", JSONB, comment="{deelnames, diplomas, opleidingcodes, generaal, bekostigbaar}"),
    Column("fout", Text),
    CheckConstraint("voortgang BETWEEN 0 AND 100", name="voortgang"),
    CheckConstraint(
        "status <> 'GEREED' OR num_nulls(aangemaakt_op, bestandsnaam, omvang_bytes, sha256) = 0", name="gereed"
    ),
    Index("ix_overzicht_instelling", "instelling", "id"),
)

overzichtdeel = Table(
    "overzichtdeel",
    metadata,
    Column("overzicht_id", BigInteger, ForeignKey("overzicht.id"), nullable=False),
    Column("volgnummer", Integer, nullable=False),
    Column("instelling", Text),
    Column("inhoud", LargeBinary, nullable=False),
    Column("personen", ARRAY(BigInteger), nullable=False, comment="wie hierin staat: wie het ophaalt, raadpleegt hen"),
    PrimaryKeyConstraint("overzicht_id", "volgnummer"),
)
