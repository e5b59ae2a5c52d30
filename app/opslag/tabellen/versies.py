"""Versioned tables: which delivery wrote a row and since when it is known, and the twin that keeps what was before."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Column, DateTime, Identity, Index, Table, text
from sqlalchemy.dialects.postgresql.base import ischema_names
from sqlalchemy.types import UserDefinedType

from app.opslag.tabellen.basis import metadata


class Xid8(UserDefinedType[str]):
    """Postgres' 64-bit transaction id: the horizon of what a registratiemoment may answer."""

    cache_ok = True

    def get_col_spec(self, **_: Any) -> str:  # noqa: ANN401 - SQLAlchemy's signature
        """Return the name of the type."""
        return "xid8"


ischema_names["xid8"] = Xid8  # so that alembic check recognises the column in the database


def versiekolommen() -> tuple[Column[Any], ...]:
    """Return the columns that every versioned table ends with."""
    return (
        Column("levering_id", BigInteger, nullable=False),
        Column("bekend_vanaf", DateTime(timezone=True), nullable=False, server_default=text("transaction_timestamp()")),
        Column("vastgelegd_in", Xid8, nullable=False, server_default=text("pg_current_xact_id()")),
    )


def versietabel(naam: str, *kolommen: Any) -> Table:  # noqa: ANN401 - columns and constraints
    """Make a table with an id, its own columns and those of its version, and its historie twin beside it."""
    tabel = Table(naam, metadata, Column("id", BigInteger, primary_key=True), *kolommen, *versiekolommen())
    Table(
        f"{naam}_historie",
        metadata,
        Column("historie_id", BigInteger, Identity(always=True), primary_key=True),
        *(Column(kolom.name, kolom.type, nullable=kolom.nullable) for kolom in tabel.columns),
        Column("bekend_tot", DateTime(timezone=True), nullable=False),
        Column("beeindigd_door", BigInteger, nullable=False),
        Column("beeindigd_in", Xid8, nullable=False),
        Index(f"ix_{naam}_historie_id", "id", "bekend_vanaf"),
        Index(f"ix_{naam}_historie_persoon_id", "persoon_id"),
    )
    VERSIETABELLEN.append(naam)
    return tabel


VERSIETABELLEN: list[str] = []
