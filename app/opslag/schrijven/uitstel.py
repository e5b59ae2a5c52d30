"""What the writer needs of the queue: that what waits for a source is taken up again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from psycopg import AsyncConnection

    from domain.wachtend import Wacht


class StelUit(Protocol):
    """Queues that deliveries are gone on with when a source answers again: on this connection, in its transaction."""

    async def __call__(self, verbinding: AsyncConnection[Any], wacht: Wacht, leveringen: Sequence[int], /) -> None:
        """Queue one piece of work for each delivery (their ids)."""
