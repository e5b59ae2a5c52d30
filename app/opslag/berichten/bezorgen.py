"""How far each webhook is: what is to be posted next, and what became of it. One process at a time posts (beurt.py).

A webhook has a place in the order of messages: up to there everything was posted, but for what stands in the uitstel.
Of one person nothing goes before what waits there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from psycopg.rows import class_row

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from psycopg import AsyncConnection

SLOT: Final = 2_026_112_409  # own choice: the advisory lock of whoever posts
VENSTER: Final = 100
_KOLOMMEN: Final = "w.id, w.url, g.geheim, w.instelling, w.afnemer, w.soorten, w.positie, w.pogingen"
# Of one person only what nothing waits before; a message that is about nobody waits for itself alone.
_AAN_DE_BEURT: Final = """
    u.wacht_tot <= clock_timestamp() AND NOT EXISTS (
        SELECT FROM webhook_uitstel e WHERE e.webhook_id = u.webhook_id AND e.persoon_id = u.persoon_id
            AND e.positie < u.positie AND e.wacht_tot > clock_timestamp())
"""
_TE_DOEN: Final = f"""
    SELECT {_KOLOMMEN} FROM webhook w JOIN webhook_geheim g ON g.webhook_id = w.id
    WHERE w.actief AND coalesce(w.wacht_tot <= clock_timestamp(), true) AND (
        EXISTS (SELECT FROM bericht b WHERE b.instelling = w.instelling AND b.positie > w.positie)
        OR EXISTS (SELECT FROM bericht b WHERE b.afnemer = w.afnemer AND b.positie > w.positie)
        OR EXISTS (SELECT FROM webhook_uitstel u WHERE u.webhook_id = w.id AND {_AAN_DE_BEURT}))
""".encode()
_UITGESTELD: Final = f"""
    SELECT u.positie, b.soort, u.persoon_id, b.aangemaakt_op, u.pogingen, false AS nieuw, true AS gewenst,
        false AS houdt_op
    FROM webhook_uitstel u JOIN bericht b USING (positie) WHERE u.webhook_id = %(id)s AND {_AAN_DE_BEURT}
    ORDER BY u.positie LIMIT %(venster)s
""".encode()
_NIEUW: Final = """
    SELECT b.positie, b.soort, b.persoon_id, b.aangemaakt_op, 0 AS pogingen, true AS nieuw,
        cardinality(%(soorten)s::text[]) = 0 OR b.soort = ANY(%(soorten)s) AS gewenst,
        EXISTS (SELECT FROM webhook_uitstel u WHERE u.webhook_id = %(id)s AND u.persoon_id = b.persoon_id
            AND u.positie <> ALL(%(in_handen)s)) AS houdt_op
    FROM bericht b WHERE b.{kolom} = %(wie)s AND b.positie > %(positie)s ORDER BY b.positie LIMIT %(venster)s
"""
_NIEUW_VOOR: Final = {kolom: _NIEUW.format(kolom=kolom).encode() for kolom in ("instelling", "afnemer")}
_NOTEER: Final = f"""
    WITH klaar AS (
        DELETE FROM webhook_uitstel WHERE webhook_id = %(id)s AND positie = ANY(%(gelukt)s)
    ), uitgesteld AS (
        INSERT INTO webhook_uitstel (webhook_id, positie, instelling, afnemer, persoon_id, pogingen, wacht_tot)
        SELECT w.id, r.positie, w.instelling, w.afnemer, r.persoon_id, r.pogingen,
            clock_timestamp() + make_interval(secs => r.wacht)
        FROM webhook w, unnest(%(posities)s::bigint[], %(personen)s::bigint[], %(pogingen)s::int[],
            %(wachten)s::float8[]) AS r (positie, persoon_id, pogingen, wacht)
        WHERE w.id = %(id)s
        ON CONFLICT (webhook_id, positie) DO UPDATE SET pogingen = excluded.pogingen, wacht_tot = excluded.wacht_tot
    ), hersteld AS (
        UPDATE webhook_uitstel SET wacht_tot = clock_timestamp()
        WHERE %(hersteld)s AND webhook_id = %(id)s AND positie <> ALL(%(gelukt)s) AND positie <> ALL(%(posities)s)
    )
    UPDATE webhook w SET positie = %(tot)s, pogingen = %(mislukt)s, fout = %(fout)s, actief = w.actief AND %(actief)s,
        wacht_tot = clock_timestamp() + make_interval(secs => %(wacht)s),
        laatste_levering = CASE WHEN cardinality(%(gelukt)s::bigint[]) > 0 THEN clock_timestamp()
            ELSE w.laatste_levering END
    FROM webhook_geheim g WHERE w.id = %(id)s AND g.webhook_id = w.id RETURNING {_KOLOMMEN}
""".encode()


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """An address as the database has it; pogingen: how often in a row nothing was taken in."""

    id: int
    url: str
    geheim: str
    instelling: str | None
    afnemer: str | None
    soorten: list[str]
    positie: int
    pogingen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Zending:
    """A message to post; pogingen: how often it was refused.

    nieuw: it comes after the place of the webhook. gewenst: it is of a kind that goes there. houdt_op: something about
    the same person waits before it.
    """

    positie: int
    soort: str
    persoon_id: int | None
    aangemaakt_op: datetime
    pogingen: int
    nieuw: bool
    gewenst: bool
    houdt_op: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Afloop:
    """What became of a round: what was taken in, what waits for how long (seconds), and how the receiver is.

    tot is the place of the webhook now, mislukt how often in a row nothing was taken in, wacht how long the webhook
    waits as a whole; hersteld: it took something in again, so that what waited need not wait any more.
    """

    gelukt: Sequence[int]
    uitstel: Sequence[tuple[Zending, int, float]]
    tot: int
    mislukt: int
    wacht: float
    fout: str | None
    actief: bool
    hersteld: bool


async def te_doen(verbinding: AsyncConnection[Any]) -> list[Webhook]:
    """Return the webhooks to which something can be posted now."""
    async with verbinding.cursor(row_factory=class_row(Webhook)) as cursor:
        return await (await cursor.execute(_TE_DOEN)).fetchall()


async def zendingen(verbinding: AsyncConnection[Any], webhook: Webhook, venster: int = VENSTER) -> list[Zending]:
    """Return what is to be posted next, in order: what waited long enough, and what comes after its place."""
    kolom, wie = ("instelling", webhook.instelling) if webhook.instelling else ("afnemer", webhook.afnemer)
    waarden = {"id": webhook.id, "positie": webhook.positie, "soorten": webhook.soorten, "venster": venster, "wie": wie}
    async with verbinding.cursor(row_factory=class_row(Zending)) as cursor:
        uitgesteld = await (await cursor.execute(_UITGESTELD, waarden)).fetchall()
        in_handen = [zending.positie for zending in uitgesteld]
        nieuw = await (await cursor.execute(_NIEUW_VOOR[kolom], {**waarden, "in_handen": in_handen})).fetchall()
    return uitgesteld + nieuw


async def noteer(verbinding: AsyncConnection[Any], webhook: Webhook, afloop: Afloop) -> Webhook | None:
    """Store what became of a round; return the webhook as it is now, None when it was taken away meanwhile."""
    waarden = {
        "id": webhook.id,
        "gelukt": list(afloop.gelukt),
        "posities": [zending.positie for zending, _, _ in afloop.uitstel],
        "personen": [zending.persoon_id for zending, _, _ in afloop.uitstel],
        "pogingen": [pogingen for _, pogingen, _ in afloop.uitstel],
        "wachten": [wacht for _, _, wacht in afloop.uitstel],
        "hersteld": afloop.hersteld,
        "tot": afloop.tot,
        "mislukt": afloop.mislukt,
        "fout": afloop.fout,
        "actief": afloop.actief,
        "wacht": afloop.wacht,
    }
    async with verbinding.cursor(row_factory=class_row(Webhook)) as cursor:
        return await (await cursor.execute(_NOTEER, waarden)).fetchone()
