"""Addresses that messages are posted to, how far each is, and what it was passed over with (besluit 0047)."""

from __future__ import annotations

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from app.opslag.tabellen.basis import metadata
from app.opslag.tabellen.leveringen import nu

webhook = Table(
    "webhook",
    metadata,
    Column("id", BigInteger, primary_key=True),
    Column("instelling", Text),
    Column("afnemer", Text),
    Column("url", Text, nullable=False),
    Column("soorten", ARRAY(Text), nullable=False, comment="leeg: alle"),
    Column("actief", Boolean, nullable=False, server_default=text("true")),
    Column(
        "positie", BigInteger, nullable=False, comment="tot en met hier is alles bezorgd of staat het in het uitstel"
    ),
    Column("pogingen", Integer, nullable=False, server_default=text("0"), comment="mislukt, sinds het lukte"),
    Column("wacht_tot", DateTime(timezone=True)),
    Column("laatste_levering", DateTime(timezone=True)),
    Column("fout", Text),
    nu("vastgelegd_op"),
    UniqueConstraint("instelling", "afnemer", "url", postgresql_nulls_not_distinct=True),
    CheckConstraint("num_nonnulls(instelling, afnemer) = 1", name="ontvanger"),
)

webhook_geheim = Table(
    "webhook_geheim",
    metadata,
    Column("webhook_id", BigInteger, ForeignKey("webhook.id", ondelete="CASCADE"), primary_key=True),
    Column("geheim", Text, nullable=False),
    comment="Niemand leest het dan wie de handtekening zet.",
)

webhook_uitstel = Table(
    "webhook_uitstel",
    metadata,
    Column("webhook_id", BigInteger, ForeignKey("webhook.id", ondelete="CASCADE"), nullable=False),
    Column("positie", BigInteger, nullable=False),
    Column("instelling", Text),
    Column("afnemer", Text),
    Column("persoon_id", BigInteger),
    Column("pogingen", Integer, nullable=False),
    Column("wacht_tot", DateTime(timezone=True), nullable=False),
    PrimaryKeyConstraint("webhook_id", "positie"),
    Index("ix_webhook_uitstel_persoon_id", "webhook_id", "persoon_id", "positie"),
    comment="Berichten die de ontvanger niet aannam terwijl hij andere wel aannam.",
)
