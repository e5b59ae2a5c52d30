"""Tokens that count no longer, read by every worker of the service."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, DateTime, Index, PrimaryKeyConstraint, Table, Text, text

from app.opslag.tabellen.basis import metadata

ingetrokken_token = Table(
    "ingetrokken_token",
    metadata,
    Column("uitgever", Text, nullable=False),
    Column("claim", Text, nullable=False),
    Column("waarde", Text, nullable=False),
    Column("ingetrokken_op", DateTime(timezone=True), nullable=False, server_default=text("transaction_timestamp()")),
    Column("tot", DateTime(timezone=True), nullable=False),
    PrimaryKeyConstraint("uitgever", "claim", "waarde"),
    CheckConstraint("claim IN ('jti', 'azp')", name="claim"),
    Index(None, "tot"),
)
