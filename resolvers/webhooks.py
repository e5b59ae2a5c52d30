"""Saying where messages are posted to: judged and done at once, under a kenmerk that counts once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain.aanvraag import Aanvraaguitkomst
from domain.feit import aanwezig
from domain.signalen import afgekeurd, status_van
from domain.webhook import Stand, beoordeel_verwijdering

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from domain.aanroeper import Aanroeper
    from domain.aanvraag import Aanvraagontvangst, Soort
    from domain.signalen import Signaal
    from domain.webhook import Vastlegging, Verwijdering, Webhookregels
    from domain.webhookpoorten import Webhookopslag, Webhookwerk


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhooks:
    """The use case with what it needs from outside."""

    opslag: Webhookopslag
    regels: Webhookregels

    async def leg_vast(self, aanroeper: Aanroeper, ontvangst: Vastlegging) -> Aanvraaguitkomst:
        """Store an address, or change it."""
        async with self.opslag.webhookwerk() as werk:
            return await _verwerk(
                werk,
                aanroeper,
                ontvangst,
                ontvangst.aanvraag.url,
                lambda stand: self.regels.beoordeel_vastlegging(ontvangst, stand),
                lambda: werk.leg_vast(aanroeper, ontvangst.aanvraag),
            )

    async def verwijder(self, aanroeper: Aanroeper, ontvangst: Verwijdering) -> Aanvraaguitkomst:
        """Take an address away."""
        async with self.opslag.webhookwerk() as werk:
            return await _verwerk(
                werk,
                aanroeper,
                ontvangst,
                ontvangst.aanvraag.url,
                lambda stand: beoordeel_verwijdering(ontvangst, stand),
                lambda: werk.verwijder(aanroeper, ontvangst.aanvraag.url),
            )


async def _verwerk(
    werk: Webhookwerk,
    aanroeper: Aanroeper,
    ontvangst: Aanvraagontvangst[Soort],
    url: str,
    beoordeel: Callable[[Stand], tuple[Signaal, ...]],
    doe: Callable[[], Awaitable[None]],
) -> Aanvraaguitkomst:
    """Take a request in by the rule of every kenmerk; a repeat answers with the address as it is now."""
    await werk.archiveer(aanroeper, ontvangst)
    eerder = await werk.eerdere(aanroeper, ontvangst)
    uitkomst = eerder.antwoord_op(ontvangst) if eerder else None
    url = url if aanwezig(url) else ""
    if uitkomst is None:
        signalen = beoordeel(await werk.stand(aanroeper, url))
        uitkomst = Aanvraaguitkomst(kenmerk=ontvangst.geleverd_kenmerk, status=status_van(signalen), signalen=signalen)
        if ontvangst.kenmerk is not None:
            await werk.bewaar(aanroeper, ontvangst, uitkomst)
        if not afgekeurd(signalen):
            await doe()
    return (
        uitkomst if afgekeurd(uitkomst.signalen) else replace(uitkomst, webhook_id=await werk.webhook(aanroeper, url))
    )
