"""What came in and what became of it (besluit 0010): archive of receipts, deliveries with their outcome, open work."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    Identity,
    Index,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB

from app.opslag.tabellen.basis import metadata
from app.opslag.tabellen.register import code
from app.opslag.tabellen.versies import Xid8, versietabel
from domain.codes import BerichtSoort, Verwerkingsstatus


def nu(naam: str) -> Column[Any]:
    """Return a column that holds the time of the transaction."""
    return Column(naam, DateTime(timezone=True), nullable=False, server_default=text("transaction_timestamp()"))


ontvangst = Table(
    "ontvangst",
    metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    Column("ontvangen_op", DateTime(timezone=True), primary_key=True, server_default=text("transaction_timestamp()")),
    Column("levering_id", BigInteger),
    Column("persoon_id", BigInteger),
    Column("instelling", Text),
    Column("afzender", Text, nullable=False),
    Column("gebruiker", Text),
    Column("kenmerk", Text),
    Column("soort", Text, nullable=False),
    Column("bericht", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Index("ix_ontvangst_levering_id", "levering_id"),
    postgresql_partition_by="RANGE (ontvangen_op)",
    comment="Archief: elke ontvangst zoals die binnenkwam; alleen toevoegen.",
)

levering = versietabel(
    "levering",
    Column("afzender", Text, nullable=False),
    Column("kenmerk", Text, nullable=False),
    Column("soort", Text, nullable=False),
    Column("hash", Text, nullable=False),
    nu("ontvangen_op"),
    Column("gebruiker", Text),
    Column("instelling", Text),
    Column("persoon_id", BigInteger),
    Column("inschrijving_id", BigInteger),
    Column("bpv_id", BigInteger),
    Column("resultaat_id", BigInteger),
    Column("beheer", Boolean, nullable=False),
    Column("reden", Text),
    Column("accountantsmutatie", Boolean, nullable=False),
    code("status", Verwerkingsstatus, nullable=False),
    Column(
        "signalen", JSONB, nullable=False, comment="[{code, soort, tekst, pad, parameters: [{naam, waarde}], ipo?}]"
    ),
    Column(
        "mutaties",
        JSONB,
        nullable=False,
        comment="[{register, soort, entiteit, sleutel, velden: [{veld, oud, nieuw}]}]",
    ),
    UniqueConstraint("afzender", "kenmerk"),
    Index("ix_levering_instelling", "instelling", "id"),
    Index("ix_levering_persoon_id", "persoon_id"),
)

werk = Table(
    "werk",
    metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    Column("soort", Text, nullable=False),
    Column("levering_id", BigInteger, index=True, comment="leeg: werk dat niet bij een levering hoort"),
    Column("persoon_id", BigInteger),
    Column("instelling", Text),
    Column("inhoud", JSONB, nullable=False),
    Column("baan", Text, unique=True, comment="van mislukt werk: welk werk in de wachtrij"),
    nu("aangemaakt_op"),
    Column("afgehandeld_op", DateTime(timezone=True)),
    CheckConstraint("soort IN ('IDENTIFICATIE', 'BRP_UITGESTELD', 'SBB_UITGESTELD', 'MISLUKT_WERK')", name="soort"),
    Index("ix_werk_open", "soort", "id", postgresql_where=text("afgehandeld_op IS NULL")),
)

bericht = Table(
    "bericht",
    metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    code("soort", BerichtSoort, nullable=False),
    Column("instelling", Text),
    Column("afnemer", Text),
    Column("persoon_id", BigInteger),
    Column("inschrijving_id", BigInteger),
    Column("resultaat_id", BigInteger),
    Column("levering_id", BigInteger, comment="leeg: het volgt niet uit een levering"),
    Column("inhoud", JSONB, nullable=False),
    nu("aangemaakt_op"),
    Column("vastgelegd_in", Xid8, nullable=False, server_default=text("pg_current_xact_id()")),
    Column("positie", BigInteger, unique=True, comment="plaats in de vaste volgorde; leeg: nog niet te zien"),
    Column("bevestigd_op", DateTime(timezone=True)),
    CheckConstraint("num_nonnulls(instelling, afnemer) = 1", name="ontvanger"),
    Index("ix_bericht_instelling", "instelling", text("(bevestigd_op IS NOT NULL)"), "positie"),
    Index(
        "ix_bericht_afnemer",
        "afnemer",
        text("(bevestigd_op IS NOT NULL)"),
        "positie",
        postgresql_where=text("afnemer IS NOT NULL"),
    ),
    Index("ix_bericht_instelling_positie", "instelling", "positie"),
    Index("ix_bericht_afnemer_positie", "afnemer", "positie", postgresql_where=text("afnemer IS NOT NULL")),
    Index("ix_bericht_te_nummeren", "id", postgresql_where=text("positie IS NULL")),
)

raadpleging = Table(
    "raadpleging",
    metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    Column("tijdstip", DateTime(timezone=True), primary_key=True, server_default=text("transaction_timestamp()")),
    Column("persoon_id", BigInteger, nullable=False),
    Column("aanroeper", Text, nullable=False),
    Column("rol", Text, nullable=False),
    Column("gebruiker", Text),
    Column("doelbinding", Text),
    Column("operatie", Text, nullable=False),
    Column("trace_id", Text, nullable=False),
    Index("ix_raadpleging_persoon_id", "persoon_id", "tijdstip"),
    postgresql_partition_by="RANGE (tijdstip)",
    comment="Logboek Dataverwerkingen: wie welke persoon zag; alleen toevoegen.",
)

archiefbewijs = Table(
    "archiefbewijs",
    metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    Column("partitie", Text, nullable=False),
    Column("aantal", BigInteger, nullable=False),
    Column("hash", Text, nullable=False),
    Column("opgeruimd_door", Text, nullable=False, server_default=text("session_user")),
    nu("opgeruimd_op"),
)
