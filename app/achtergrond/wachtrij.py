"""The queue of background work: work is queued in the transaction that asks for it, or it is not asked at all."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from procrastinate import App, PsycopgConnector

if TYPE_CHECKING:
    from collections.abc import Sequence

    from procrastinate.types import JSONDict, TimeDeltaParams
    from psycopg import AsyncConnection

SCHEMA: Final = "procrastinate"
_ZOEKPAD: Final = f"SELECT set_config('search_path', 'public, {SCHEMA}', true)".encode()


@dataclass(frozen=True, slots=True)
class Wachtrij:
    """Queues work by its name; it never connects itself."""

    _app: App = field(default_factory=lambda: App(connector=PsycopgConnector()))

    async def stel_uit(self, verbinding: AsyncConnection[Any], taak: str, *, slot: str, **gegevens: int) -> None:
        """Queue work on this connection, in its transaction; of work with the same slot one runs at a time.

        gegevens are ids of the register: what is queued is logged, so it holds nothing of a person.
        """
        await verbinding.execute(_ZOEKPAD)
        opdracht = self._app.configure_task(taak, lock=slot, connection=verbinding)
        await opdracht.defer_async(**gegevens)

    async def stel_reeks_uit(
        self, verbinding: AsyncConnection[Any], taak: str, reeks: Sequence[JSONDict], *, rij: str, na: int
    ) -> None:
        """Queue work for each of these ids, in one statement, in a queue of its own; not to be done before na ms."""
        await verbinding.execute(_ZOEKPAD)
        wanneer: TimeDeltaParams = {"milliseconds": na}
        opdracht = self._app.configure_task(taak, queue=rij, schedule_in=wanneer, connection=verbinding)
        await opdracht.batch_defer_async(*reeks)
