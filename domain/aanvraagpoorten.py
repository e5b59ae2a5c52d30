"""What requests need from outside, as Protocols: storage that keeps them and queues the work they ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from contextlib import AbstractAsyncContextManager
    from datetime import date

    from domain.aanroeper import Aanroeper
    from domain.aanvraag import Aanvraaguitkomst, EerdereAanvraag, Overzichtontvangst


class Aanvraagwerk(Protocol):
    """One transaction on the register, as the writer."""

    async def archiveer(self, aanroeper: Aanroeper, ontvangst: Overzichtontvangst) -> None:
        """Keep the receipt as it came in."""

    async def eerdere(self, aanroeper: Aanroeper, ontvangst: Overzichtontvangst) -> EerdereAanvraag | None:
        """Return the request that took this kenmerk before; nobody else takes it meanwhile."""

    async def is_geldig(self, instelling: str, dag: date) -> bool:
        """Tell whether the institution exists on a day."""

    async def bewaar(self, aanroeper: Aanroeper, ontvangst: Overzichtontvangst, uitkomst: Aanvraaguitkomst) -> int:
        """Store the request with its outcome; return its id."""

    async def maak_werk(
        self, aanroeper: Aanroeper, ontvangst: Overzichtontvangst, aanvraag_id: int
    ) -> Aanvraaguitkomst:
        """Store what is asked as an overview to be made, queue the making, and return the outcome with it."""


class Aanvraagopslag(Protocol):
    """Where units of work for requests come from."""

    def aanvraagwerk(self) -> AbstractAsyncContextManager[Aanvraagwerk]:
        """Return a unit of work: commits at its end, rolls back on any error."""
