"""The statements of the writer, made once per table: one JSON parameter holds all rows of a set (besluit 0009)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

import orjson
from sqlalchemy import UniqueConstraint
from sqlalchemy.dialects import postgresql

from app.opslag.tabellen import metadata
from app.opslag.tabellen.versies import VERSIETABELLEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from psycopg import AsyncConnection

_DIALECT = postgresql.dialect()  # type: ignore[no-untyped-call]  # SQLAlchemy's own gap
_ALS_TEKST: Final = orjson.OPT_PASSTHROUGH_DATACLASS | orjson.OPT_NON_STR_KEYS
_NIEUWE_VERSIE = ", bekend_vanaf = transaction_timestamp(), vastgelegd_in = pg_current_xact_id()"


async def voeg_toe(verbinding: AsyncConnection[Any], tabel: str, rijen: Iterable[Mapping[str, Any]]) -> None:
    """Insert rows, all with the same columns; nothing is sent when there are none."""
    if rijen := list(rijen):
        await verbinding.execute(_toevoeging(tabel, tuple(rijen[0])), (als_json(rijen),))


async def wijzig(
    verbinding: AsyncConnection[Any], tabel: str, sleutel: tuple[str, ...], rijen: Iterable[Mapping[str, Any]]
) -> None:
    """Update rows by their key, all with the same columns; the old versions go to the historie."""
    if rijen := list(rijen):
        await verbinding.execute(_wijziging(tabel, sleutel, tuple(rijen[0])), (als_json(rijen),))


async def verwijder(
    verbinding: AsyncConnection[Any],
    tabel: str,
    rijen: Iterable[Mapping[str, Any]],
    beeindigd_door: Mapping[int, int],
) -> None:
    """Delete rows by all their given columns; beeindigd_door names per object the delivery that ends it."""
    if rijen := list(rijen):
        opdracht = _verwijdering(tabel, tuple(rijen[0]))
        await verbinding.execute(opdracht, (als_json(beeindigd_door), als_json(rijen)))


@cache
def _toevoeging(tabel: str, kolommen: tuple[str, ...]) -> bytes:
    """Let rows go in by what makes them unique: in another order two batches could each wait for the other."""
    lijst = ", ".join(kolommen)
    volgorde = ", ".join(kolom for kolom in _unieke_kolommen(tabel) if kolom in kolommen)
    op_volgorde = f" ORDER BY {volgorde}" if volgorde else ""
    return f"INSERT INTO {tabel} ({lijst}) SELECT {lijst} FROM {_rijen(tabel, kolommen)}{op_volgorde}".encode()


@cache
def _wijziging(tabel: str, sleutel: tuple[str, ...], kolommen: tuple[str, ...]) -> bytes:
    nieuw = ", ".join(f"{kolom} = r.{kolom}" for kolom in kolommen if kolom not in sleutel)
    versie = _NIEUWE_VERSIE if tabel in VERSIETABELLEN else ""
    return f"UPDATE {tabel} t SET {nieuw}{versie} FROM {_rijen(tabel, kolommen)} WHERE {_gelijk(sleutel)}".encode()


@cache
def _verwijdering(tabel: str, kolommen: tuple[str, ...]) -> bytes:
    """Make the setting before the rows go, for the trigger that keeps them reads it: besluit 0003."""
    door = "(SELECT set_config('bron.beeindigd_door', %s, true) OFFSET 0) AS beeindigd"
    return f"DELETE FROM {tabel} t USING {door}, {_rijen(tabel, kolommen)} WHERE {_gelijk(kolommen)}".encode()


def _unieke_kolommen(tabel: str) -> list[str]:
    """Return the columns of its unique constraints, else those of its key."""
    regels = [regel for regel in metadata.tables[tabel].constraints if isinstance(regel, UniqueConstraint)]
    kolommen = {kolom.name for regel in regels for kolom in regel.columns}
    return sorted(kolommen) or [kolom.name for kolom in metadata.tables[tabel].primary_key.columns]


def _gelijk(kolommen: tuple[str, ...]) -> str:
    return " AND ".join(f"t.{kolom} = r.{kolom}" for kolom in kolommen)


def _rijen(tabel: str, kolommen: tuple[str, ...]) -> str:
    soorten = metadata.tables[tabel].columns
    lijst = ", ".join(f"{kolom} {soorten[kolom].type.compile(_DIALECT)}" for kolom in kolommen)
    return f"json_to_recordset(%s::json) AS r({lijst})"


def als_json(inhoud: object) -> str:
    """Return the JSON parameter of a statement; dates, code lists and decimals as their text."""
    return orjson.dumps(inhoud, default=str, option=_ALS_TEKST).decode()
