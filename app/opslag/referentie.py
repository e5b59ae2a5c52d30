"""Reference data in Postgres: load what differs, and keep a snapshot in process for the controls."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, TypeVar

from psycopg.rows import tuple_row
from psycopg.types.json import Json
from sqlalchemy import JSON, Table, bindparam, cast, column, func, literal_column, not_, or_, select
from sqlalchemy.dialects.postgresql import dialect, insert

from app.opslag.tabellen import metadata
from domain.codes import Leertraject, Niveau, Opleidingsoort, SoortOpleiding
from domain.referentie import Instelling, Keuzedeel, Licentie, Opleiding, OpleidingKeuzedeel, Referentie

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

    from psycopg import AsyncConnection

    Rij = Mapping[str, Any]

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What a load did to one table, in rows."""

    nieuw: int
    gewijzigd: int
    gelijk: int

    @property
    def veranderd(self) -> bool:
        """Tell whether it wrote anything."""
        return bool(self.nieuw or self.gewijzigd)


async def laad(verbinding: AsyncConnection[Any], rijen: Mapping[str, Sequence[Rij]]) -> Mapping[str, Telling]:
    """Write the rows per table that are new or distinct, in the caller's transaction; a row has all fields it sets.

    Keys may occur once. The version changes with the load, unless nothing did. Only the owner of the tables may.
    """
    async with verbinding.cursor(row_factory=tuple_row) as cursor:
        # Two loads at once would wait for each other's rows in different orders; readers are not held up by this lock.
        await cursor.execute("lock table referentieversie in share row exclusive mode")
        tellingen = {}
        for tabel, gegeven in rijen.items():
            kolommen = tuple(gegeven[0]) if gegeven else ()
            nieuw, gewijzigd = await _schrijf(cursor, tabel, kolommen, gegeven)
