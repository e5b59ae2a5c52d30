"""How far behind the register is with what it still has to do, as the database knows it: for the metrics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from psycopg import AsyncConnection
    from psycopg_pool import AsyncConnectionPool

_LEZER: Final = b"SELECT set_config('role', %s, true), set_config('statement_timeout', '1000', true)"
HOOGSTENS: Final = 10_000
_LEES: Final = f"""
    SELECT * FROM (
        SELECT count(*)::float8 AS berichten_zonder_plaats,
            coalesce(extract(epoch FROM clock_timestamp() - min(aangemaakt_op)), 0)::float8
                AS berichten_oudste_zonder_plaats
        FROM bericht WHERE positie IS NULL
    ) AS berichten, (
        SELECT count(*) FILTER (WHERE soort = 'IDENTIFICATIE')::float8 AS werk_te_kiezen,
            count(*) FILTER (WHERE soort = 'MISLUKT_WERK')::float8 AS werk_mislukt,
            count(*) FILTER (WHERE soort = 'BRP_UITGESTELD')::float8 AS werk_wacht_op_brp,
            count(*) FILTER (WHERE soort = 'SBB_UITGESTELD')::float8 AS werk_wacht_op_sbb,
            coalesce(extract(epoch FROM clock_timestamp() - min(aangemaakt_op)
                FILTER (WHERE soort IN ('BRP_UITGESTELD', 'SBB_UITGESTELD'))), 0)::float8 AS werk_oudste_wacht
        FROM werk WHERE afgehandeld_op IS NULL
    ) AS werk, (
        SELECT coalesce(sum((SELECT count(*) FROM (SELECT FROM bericht b WHERE b.positie > w.positie
                AND (b.instelling = w.instelling OR b.afnemer = w.afnemer) LIMIT {HOOGSTENS}) AS straks)
                + (SELECT count(*) FROM webhook_uitstel u WHERE u.webhook_id = w.id)
            ) FILTER (WHERE w.actief), 0)::float8 AS webhooks_achterstand,
            count(*) FILTER (WHERE w.actief AND w.pogingen > 0)::float8 AS webhooks_gestoord,
            count(*) FILTER (WHERE NOT w.actief)::float8 AS webhooks_uit
        FROM webhook w
    ) AS webhooks
""".encode()


async def lees_standen(pool: AsyncConnectionPool[AsyncConnection[Any]], rolprefix: str) -> dict[str, float]:
    """Return by name how much waits; times in seconds."""
    async with pool.connection() as verbinding, verbinding.transaction():
        await verbinding.execute(_LEZER, (f"{rolprefix}lezer_ipo",))
        gelezen = await verbinding.execute(_LEES)
        rij = await gelezen.fetchone() or ()
    return {kolom.name: float(waarde) for kolom, waarde in zip(gelezen.description or (), rij, strict=True)}
