"""How much work waits, and for how long: for the metrics."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from psycopg import AsyncConnection
    from psycopg_pool import AsyncConnectionPool

_WORD: Final = b"SELECT set_config('role', %s, true)"
_TEL: Final = b"""
    SELECT soort, count(*), extract(epoch FROM transaction_timestamp() - min(aangemaakt_op))::float8
    FROM werk WHERE afgehandeld_op IS NULL GROUP BY soort
"""


@dataclass(frozen=True, slots=True)
class Werkstand:
    """Open work of one kind: how many, and the age of the oldest in seconds."""

    soort: str
    aantal: int
    oudste: float


async def tel_werk(pool: AsyncConnectionPool[AsyncConnection[Any]], rolprefix: str) -> Sequence[Werkstand]:
    """Count what waits for a source or for a human."""
    async with pool.connection() as verbinding, verbinding.transaction():
        await verbinding.execute(_WORD, (f"{rolprefix}lezer_ipo",))
        return [Werkstand(*rij) for rij in await (await verbinding.execute(_TEL)).fetchall()]
