"""Webhooks in storage: requests under their kenmerk, and the addresses they lead to."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from app.opslag.aanvragen import Aanvraagarchief, enige
from domain.webhook import Stand

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from app.opslag.toegang import Toegang
    from domain.aanroeper import Aanroeper
    from domain.webhook import VastleggenWebhook

_HOUD_VAST: Final = b"SELECT pg_advisory_xact_lock(hashtextextended('webhook ' || %s, 0))"
_EIGEN: Final = "(instelling = %(instelling)s OR afnemer = %(afnemer)s)"
_STAND: Final = f"SELECT coalesce(bool_or(url = %(url)s), false), count(*) FROM webhook WHERE {_EIGEN}".encode()
_WEBHOOK: Final = f"SELECT id FROM webhook WHERE url = %(url)s AND {_EIGEN}".encode()
_VERWIJDER: Final = f"DELETE FROM webhook WHERE url = %(url)s AND {_EIGEN}".encode()
# A new address hears what gets its place from now on; one that is changed goes on where it was, also after 410 Gone.
_LEG_VAST: Final = b"""
    INSERT INTO webhook (instelling, afnemer, url, soorten, positie)
    VALUES (%(instelling)s, %(afnemer)s, %(url)s, %(soorten)s, coalesce((SELECT max(positie) FROM bericht), 0))
    ON CONFLICT (instelling, afnemer, url) DO UPDATE
    SET soorten = excluded.soorten, actief = true, pogingen = 0, wacht_tot = NULL, fout = NULL
    RETURNING id
"""
# Not in one statement: an upsert reads what it writes, and the writer may not read a secret.
_VERGEET: Final = b"DELETE FROM webhook_geheim WHERE webhook_id = %s"
_ONTHOUD: Final = b"INSERT INTO webhook_geheim (webhook_id, geheim) VALUES (%s, %s)"


@dataclass(frozen=True, slots=True, kw_only=True)
class PostgresWebhooks:
    """Implements domain.webhookpoorten.Webhookopslag."""

    toegang: Toegang

    @asynccontextmanager
    async def webhookwerk(self) -> AsyncIterator[PostgresWebhookwerk]:
        """Begin, and commit at the end; an error rolls back."""
        async with self.toegang.schrijver() as verbinding:
            yield PostgresWebhookwerk(verbinding=verbinding)


@dataclass(frozen=True, slots=True, kw_only=True)
class PostgresWebhookwerk(Aanvraagarchief):
    """Implements domain.webhookpoorten.Webhookwerk: one transaction as the writer."""

    async def stand(self, aanroeper: Aanroeper, url: str) -> Stand:
        """Return what the caller has; the lock keeps others from adding one meanwhile."""
        await self.verbinding.execute(_HOUD_VAST, (aanroeper.naam,))
        rij = await (await self.verbinding.execute(_STAND, _wie(aanroeper, url=url))).fetchone()
        bekend, aantal = rij or (False, 0)
        return Stand(bekend=bekend, aantal=aantal)

    async def leg_vast(self, aanroeper: Aanroeper, webhook: VastleggenWebhook) -> None:
        """Store an address, or change it, with its secret; it is active from now."""
        rij = _wie(aanroeper, url=webhook.url, soorten=[soort.value for soort in webhook.soorten])
        webhook_id = await enige(self.verbinding, _LEG_VAST, rij)
        await self.verbinding.execute(_VERGEET, (webhook_id,))
        await self.verbinding.execute(_ONTHOUD, (webhook_id, webhook.geheim))

    async def verwijder(self, aanroeper: Aanroeper, url: str) -> None:
        """Take an address away, with what was still to be posted to it."""
        await self.verbinding.execute(_VERWIJDER, _wie(aanroeper, url=url))

    async def webhook(self, aanroeper: Aanroeper, url: str) -> int | None:
        """Return the register's own id of an address, when it is there."""
        rij = await (await self.verbinding.execute(_WEBHOOK, _wie(aanroeper, url=url))).fetchone()
        return int(rij[0]) if rij else None


def _wie(aanroeper: Aanroeper, **waarden: Any) -> dict[str, Any]:  # noqa: ANN401 - parameters
    return {"instelling": aanroeper.instelling, "afnemer": aanroeper.afnemer, **waarden}
