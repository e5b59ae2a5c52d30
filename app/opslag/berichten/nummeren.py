"""Gives messages their place in the order: after commit, so that none can appear before one that is there already.

A number that is taken inside a transaction becomes visible when that commits: out of order, and a reader that went on
to a higher one never sees it (besluit 0045). One connection at a time numbers; the lock that it holds is its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from psycopg import AsyncConnection

MEESTE: Final = 1_000
KANAAL: Final = "bron_berichten"
SLOT: Final = 2_026_112_408  # own choice: the advisory lock of whoever numbers
# What is numbered here was committed before this statement began, and what comes later gets a higher number. Of one
# person the ids are in order of commit: deliveries about one person wait for each other.
_NUMMER: Final = b"""
    WITH nieuw AS MATERIALIZED (
        SELECT id, nextval('bericht_positie') AS positie
        FROM (SELECT id FROM bericht WHERE positie IS NULL ORDER BY id LIMIT %s) zonder
    ), genummerd AS (
        UPDATE bericht SET positie = nieuw.positie FROM nieuw WHERE bericht.id = nieuw.id
        RETURNING coalesce('MBO:' || instelling, 'AFNEMER:' || afnemer) AS ontvanger
    ), per_ontvanger AS (SELECT ontvanger, count(*) AS aantal FROM genummerd GROUP BY ontvanger)
    SELECT coalesce(sum(aantal), 0), count(pg_notify(%s, ontvanger)) FROM per_ontvanger
"""


async def nummer(verbinding: AsyncConnection[Any]) -> int:
    """Give a number to what is there, at most MEESTE at once; tell those who listen for whom, and return how many."""
    rij = await (await verbinding.execute(_NUMMER, (MEESTE, KANAAL))).fetchone()
    return int(rij[0]) if rij else 0
