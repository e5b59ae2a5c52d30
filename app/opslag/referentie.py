"""Reference data in Postgres: load what differs, and keep a snapshot in the process for the controls."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from psycopg.rows import tuple_row
from psycopg.types.json import Json
from sqlalchemy import JSON, UniqueConstraint, bindparam, cast, column, func, literal_column, not_, or_, select
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects.postgresql import insert

from app.opslag.referentie_json import LEES, van_json
from app.opslag.tabellen import metadata
from domain.referentie import Referentie

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from psycopg import AsyncConnection, AsyncCursor
    from sqlalchemy import Table

Rij: TypeAlias = "Mapping[str, object]"
_naar_json: Final = partial(json.dumps, default=str, ensure_ascii=False)

_SLOT: Final = "lock table referentieversie in share row exclusive mode"
_VERHOOG: Final = """
    insert into referentieversie (versie) values (1)
    on conflict (enig) do update set versie = referentieversie.versie + 1
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What a load did to one table, in rows."""

    nieuw: int
    gewijzigd: int
    gelijk: int


async def laad(verbinding: AsyncConnection[Any], rijen: Mapping[str, Sequence[Rij]]) -> Mapping[str, Telling]:
    """Write per table the rows that are new or distinct, in the caller's transaction, as owner of the tables.

    The rows of one table have the same fields, among them the key; a key may stand in them once. The version changes
    unless nothing did.
    """
    async with verbinding.cursor(row_factory=tuple_row) as cursor:
        # Two loads at once would wait for each other's rows, each in its own order; no reader waits for this lock.
        await cursor.execute(_SLOT)
        tellingen = {tabel: await _laad_tabel(cursor, tabel, gegeven) for tabel, gegeven in rijen.items()}
        if any(telling.nieuw or telling.gewijzigd for telling in tellingen.values()):
            await cursor.execute(_VERHOOG)
    return tellingen


async def _laad_tabel(cursor: AsyncCursor[tuple[Any, ...]], tabel: str, rijen: Sequence[Rij]) -> Telling:
    if not rijen:
        return Telling(nieuw=0, gewijzigd=0, gelijk=0)
    opdracht = _opdracht(metadata.tables[tabel], tuple(rijen[0]))
    await cursor.execute(opdracht, {"rijen": Json(rijen, _naar_json)})
    nieuw, gewijzigd = await cursor.fetchone() or (0, 0)
    return Telling(nieuw=nieuw, gewijzigd=gewijzigd, gelijk=len(rijen) - nieuw - gewijzigd)


@cache
def _opdracht(tabel: Table, velden: tuple[str, ...]) -> bytes:
    """Return the one statement that takes all rows as json (34,000 a second, against 2,600 row by row)."""
    aangeboden = (
        func.json_to_recordset(cast(bindparam("rijen"), JSON))
        .table_valued(*(column(naam, tabel.c[naam].type) for naam in velden))
        .render_derived("aangeboden", with_types=True)
    )
    sleutel = _sleutel(tabel)
    inhoud = [naam for naam in velden if naam not in sleutel]
    invoegen = insert(tabel).from_select(velden, select(*aangeboden.c))
    geschreven = (
        invoegen.on_conflict_do_update(
            index_elements=sleutel,
            set_={naam: invoegen.excluded[naam] for naam in inhoud},
            where=or_(*(tabel.c[naam].is_distinct_from(invoegen.excluded[naam]) for naam in inhoud)),
        )
        # Postgres: only a row that was there before carries the transaction that replaced it.
        .returning(literal_column("xmax = 0").label("is_nieuw"))
        .cte("geschreven")
    )
    is_nieuw = geschreven.c.is_nieuw
    telling = select(func.count().filter(is_nieuw), func.count().filter(not_(is_nieuw))).select_from(geschreven)
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]  # SQLAlchemy's own gap
    return str(telling.compile(dialect=dialect)).encode()


def _sleutel(tabel: Table) -> list[str]:
    """Return the code columns and the begin: the one unique constraint, else the primary key."""
    uniek = [regel for regel in tabel.constraints if isinstance(regel, UniqueConstraint)]
    return [kolom.name for kolom in (uniek[0].columns if uniek else tabel.primary_key.columns)]


async def lees_referentie(verbinding: AsyncConnection[Any]) -> Referentie:
    """Return the reference data of one moment: one statement, so that a load in between cannot tear it."""
    async with verbinding.cursor(row_factory=tuple_row) as cursor:
        await cursor.execute(LEES)
        rij = await cursor.fetchone()
    return van_json(rij[0]) if rij else Referentie()


class Referentiebewaarder:
    """The snapshot of this process, read again when the version in the database is another."""

    def __init__(self) -> None:
        self._referentie = Referentie()
        self._beurt = asyncio.Lock()

    async def bij(self, verbinding: AsyncConnection[Any], versie: int) -> Referentie:
        """Return the snapshot, read again when it is not of this version; whoever needs it finds that on the way."""
        if versie != self._referentie.versie:
            async with self._beurt:  # one task reads, the others find it done
                if versie != self._referentie.versie:
                    self._referentie = await lees_referentie(verbinding)
        return self._referentie
