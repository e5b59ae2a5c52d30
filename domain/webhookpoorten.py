"""What webhooks need from outside, as Protocols: storage that keeps the requests and the addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from contextlib import AbstractAsyncContextManager

    from domain.aanroeper import Aanroeper
    from domain.aanvraag import Aanvraagontvangst, Aanvraaguitkomst, EerdereAanvraag, Soort
    from domain.webhook import Stand, VastleggenWebhook


class Webhookwerk(Protocol):
    """One transaction on the register, as the writer."""

    async def archiveer(self, aanroeper: Aanroeper, ontvangst: Aanvraagontvangst[Soort]) -> None:
        """Keep the receipt as it came in, but for the secret."""

    async def eerdere(self, aanroeper: Aanroeper, ontvangst: Aanvraagontvangst[Soort]) -> EerdereAanvraag | None:
        """Return the request that took this kenmerk before; nobody else takes it meanwhile."""

    async def bewaar(
        self, aanroeper: Aanroeper, ontvangst: Aanvraagontvangst[Soort], uitkomst: Aanvraaguitkomst
    ) -> int:
        """Store the request with its outcome; return its id."""

    async def stand(self, aanroeper: Aanroeper, url: str) -> Stand:
        """Return what the caller has; nobody else of theirs changes it meanwhile."""

    async def leg_vast(self, aanroeper: Aanroeper, webhook: VastleggenWebhook) -> None:
        """Store an address, or change it, with its secret; it is active from now."""

    async def verwijder(self, aanroeper: Aanroeper, url: str) -> None:
        """Take an address away, with what was still to be posted to it."""

    async def webhook(self, aanroeper: Aanroeper, url: str) -> int | None:
        """Return the register's own id of an address, when it is there."""


class Webhookopslag(Protocol):
    """Where units of work for webhooks come from."""

    def webhookwerk(self) -> AbstractAsyncContextManager[Webhookwerk]:
        """Return a unit of work: commits at its end, rolls back on any error."""
