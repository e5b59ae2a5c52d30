"""The pool of connections: what it lends is alive, without asking the database first."""

from __future__ import annotations

import time
from select import POLLIN, poll
from typing import TYPE_CHECKING, Any, Final

import orjson
from psycopg import AsyncConnection
from psycopg.types.json import set_json_loads
from psycopg_pool import AsyncConnectionPool

if TYPE_CHECKING:
    from psycopg import OperationalError

WEG: Final = "De databank van het register antwoordt niet."
LEVENSTEKEN: Final[dict[str, Any]] = {"keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 3}
"""For a connection that only waits: that the other side is gone shows within half a minute."""
_VERBINDING_WEG: Final = ("08", "57P")


class Verbindingenpool(AsyncConnectionPool[AsyncConnection[Any]]):
    """Passes over connections that ended while they lay in the pool, as all do when Postgres restarts.

    psycopg's own `check` would cost a round trip a time, and it pauses between two dead connections: after a restart
    the first callers would wait for the whole pool to be found dead.
    """

    async def getconn(self, timeout: float | None = None) -> AsyncConnection[Any]:  # noqa: ASYNC109 - psycopg's
        """Lend a connection; raises PoolTimeout when there is none alive in time."""
        einde = time.monotonic() + (self.timeout if timeout is None else timeout)
        while True:
            verbinding = await super().getconn(einde - time.monotonic())
            if _leeft(verbinding):
                return verbinding
            await verbinding.close()
            await self.putconn(verbinding)  # the pool sees that it is closed, and makes another


async def lees_json(verbinding: AsyncConnection[Any]) -> None:
    """Let a new connection read JSON with orjson: whole dossiers come as JSON, five hundred at a time."""
    set_json_loads(orjson.loads, verbinding)


def is_weg(fout: OperationalError) -> bool:
    """Tell whether it is the connection that failed, rather than what was asked over it."""
    return fout.sqlstate is None or fout.sqlstate.startswith(_VERBINDING_WEG)


def _leeft(verbinding: AsyncConnection[Any]) -> bool:
    """Tell whether nothing was heard on an idle connection: only its end makes a sound."""
    if verbinding.closed:
        return False
    oor = poll()
    oor.register(verbinding.fileno(), POLLIN)
    return not oor.poll(0)
