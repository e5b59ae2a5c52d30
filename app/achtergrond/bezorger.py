"""Posts messages to webhooks for as long as it has the turn: each receiver at its own pace (besluit 0047)."""

from __future__ import annotations

import asyncio
import time
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import structlog

from app.achtergrond.beurt import Beurt
from app.bezorgen.gebeurtenis import HANDTEKENING, MEDIATYPE, cloudevent, handtekening
from app.bezorgen.ronde import Ronde
from app.bezorgen.verbinden import Post, webhookregels
from app.opslag.berichten.bezorgen import SLOT, VENSTER, noteer, te_doen, zendingen

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from psycopg import AsyncConnection

    from app.bezorgen.verbinden import Antwoord
    from app.configuratie import Configuratie
    from app.opslag.berichten.bezorgen import Webhook, Zending

RUST: Final = 0.2  # seconds between two looks for something to post
NA_FOUT: Final = 5.0  # seconds before a webhook that broke our own work is looked at again
_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bezorger:
    """Posts; bron is the source of every event, factor scales the waits between attempts."""

    post: Post
    bron: str
    factor: float

    async def bezorg_door(self, verbinding: AsyncConnection[Any]) -> None:
        """Keep posting, a task for each webhook that has something: one that hangs holds up nobody else."""
        lopend: dict[int, asyncio.Task[None]] = {}
        try:
            while True:
                for webhook in await te_doen(verbinding):
                    if webhook.id not in lopend:
                        lopend[webhook.id] = asyncio.create_task(self._bezorg(verbinding, webhook, lopend))
                await asyncio.sleep(RUST)
        finally:
            taken = list(lopend.values())
            for taak in taken:
                taak.cancel()
            await asyncio.gather(*taken, return_exceptions=True)

    async def _bezorg(
        self, verbinding: AsyncConnection[Any], webhook: Webhook, lopend: dict[int, asyncio.Task[None]]
    ) -> None:
        """Post to one webhook, round after round, until there is nothing left or it has to wait."""
        verder: Webhook | None = webhook
        try:
            while verder is not None:
                verder = await self._ronde(verbinding, verder)
        except Exception:  # noqa: BLE001 - a fault of ours in one webhook must not end the posting to all others
            _log.exception("bezorgen_gestruikeld", webhook=webhook.id)
            await asyncio.sleep(NA_FOUT * self.factor)
        finally:
            lopend.pop(webhook.id, None)

    async def _ronde(self, verbinding: AsyncConnection[Any], webhook: Webhook) -> Webhook | None:
        """Do one round; return the webhook when there may be more to post at once."""
        venster = 1 if webhook.pogingen else VENSTER  # who took nothing in is tried with as little as can be
        ronde = Ronde(
            webhook=webhook,
            zendingen=await zendingen(verbinding, webhook, venster),
            zend=lambda zending: self._zend(webhook, zending),
            factor=self.factor,
        )
        try:
            await ronde.loop()
        finally:  # also when we have to stop: what was taken in is not to be posted again
            afloop = ronde.afloop()
            na = await noteer(verbinding, webhook, afloop)
        if afloop.fout and not webhook.pogingen:
            _log.warning("webhook_gestoord", webhook=webhook.id, fout=afloop.fout)
        vorderde = bool(afloop.gelukt) or afloop.tot > webhook.positie
        vol = len(ronde.zendingen) >= venster
        return na if vol and vorderde and afloop.actief and not afloop.wacht else None

    async def _zend(self, webhook: Webhook, zending: Zending) -> Antwoord:
        lichaam = cloudevent(
            bron=self.bron, positie=zending.positie, soort=zending.soort, aangemaakt_op=zending.aangemaakt_op
        )
        getekend = handtekening(webhook.geheim, lichaam, int(time.time()))
        return await self.post.zend(webhook.url, lichaam, {"Content-Type": MEDIATYPE, HANDTEKENING: getekend})


@asynccontextmanager
async def bezorger(configuratie: Configuratie, url: str) -> AsyncIterator[Beurt]:
    """Open what posts, at a database that it reaches without a pooler."""
    post = Post(webhookregels(configuratie), configuratie.webhook_time_out)
    wie = Bezorger(post=post, bron=configuratie.webhook_bron, factor=configuratie.wachtfactor)
    try:
        yield Beurt(naam="bezorger", url=url, rolprefix=configuratie.rolprefix, slot=SLOT, werk=wie.bezorg_door)
    finally:
        await post.sluit()
