"""Webhooks in tests: an address is given through the register, messages go in as rows, and a worker posts them."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any, Final

from app.achtergrond.bezorger import bezorger
from app.configuratie import Configuratie
from tests.berichten.postbus import nummer
from tests.webhooks.ontvanger import GEHEIM, Ontvanger

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.klant import Klant
    from tests.register import Register

Json = dict[str, Any]
GEDULD: Final = 30.0
FACTOR: Final = 0.001
_UITKOMST: Final = """
    kenmerk status signalen { code pad tekst } webhook { url soorten actief laatsteLevering fout achterstand }
"""
LEG_VAST: Final = f"mutation Leg($input: WebhookInput!) {{ vastleggenWebhook(input: $input) {{ {_UITKOMST} }} }}"
VERWIJDER: Final = f"""
mutation Weg($kenmerk: String!, $url: String!) {{ verwijderenWebhook(kenmerk: $kenmerk, url: $url) {{ {_UITKOMST} }} }}
"""
WEBHOOKS: Final = "{ webhooks { url soorten actief laatsteLevering fout achterstand } }"
_SCHRIJF: Final = """
    INSERT INTO bericht (soort, instelling, afnemer, persoon_id, inhoud)
    SELECT %s, %s, %s, persoon_id, '{}' FROM unnest(%s::bigint[]) WITH ORDINALITY AS p (persoon_id, nr) ORDER BY nr
    RETURNING 1
"""
_kenmerk: Final = count(1)


@dataclass
class Werkplaats:
    """What is posted for one receiver of messages, and who takes it in."""

    register: Register
    klant: Klant
    factor: float = FACTOR
    ontvangers: list[Ontvanger] = field(default_factory=list)
    _bezorgers: list[asyncio.Task[None]] = field(default_factory=list)

    def ontvanger(self, gedrag: Callable[[int], int | None] = lambda _: 204, **anders: Any) -> Ontvanger:  # noqa: ANN401
        """Open a receiver, and give its address to the register."""
        ontvanger = Ontvanger(gedrag)
        self.register.lus.doe(ontvanger.open())
        self.ontvangers.append(ontvanger)
        assert self.leg_vast(url=ontvanger.url, **anders)["status"] == "GOEDGEKEURD"
        return ontvanger

    def leg_vast(self, **anders: Any) -> Json:  # noqa: ANN401 - JSON
        invoer = {"kenmerk": f"webhook-{next(_kenmerk)}", "geheim": GEHEIM, **anders}
        return dict(self.klant.vraag(LEG_VAST, input=invoer)["vastleggenWebhook"])

    def verwijder(self, url: str, kenmerk: str | None = None) -> Json:
        kenmerk = kenmerk or f"webhook-{next(_kenmerk)}"
        return dict(self.klant.vraag(VERWIJDER, kenmerk=kenmerk, url=url)["verwijderenWebhook"])

    def webhooks(self) -> list[Json]:
        return list(self.klant.vraag(WEBHOOKS)["webhooks"])

    def webhook(self, ontvanger: Ontvanger) -> Json:
        (gevonden,) = (een for een in self.webhooks() if een["url"] == ontvanger.url)
        return dict(gevonden)

    def schrijf(
        self, *personen: int | None, soort: str = "BEHEER", instelling: str | None = "27DV", afnemer: str | None = None
    ) -> None:
        """Write a message about each of these persons, in this order, and give them their place."""
        self.register.rijen(_SCHRIJF, soort, instelling, afnemer, list(personen))
        nummer(self.register)

    def bezorg(self) -> None:
        """Post from now on, as a worker does."""
        self._bezorgers.append(self.register.lus.doe(self._begin()))

    async def _begin(self) -> asyncio.Task[None]:
        database = self.register.database
        configuratie = Configuratie(rolprefix=database.rolprefix, wachtfactor=self.factor, webhook_time_out=0.5)

        async def draai() -> None:
            async with bezorger(configuratie, database.direct_url) as beurt:
                await beurt()

        return asyncio.create_task(draai())

    async def sluit(self) -> None:
        """Post no more, and be away."""
        for taak in self._bezorgers:
            taak.cancel()
        await asyncio.gather(*self._bezorgers, return_exceptions=True)
        for ontvanger in self.ontvangers:
            await ontvanger.sluit()

    def wacht_tot(self, wat: Callable[[], bool]) -> None:
        """Return when something holds."""
        self.register.lus.doe(tot(wat))


async def tot(wat: Callable[[], bool]) -> None:
    """Wait until something holds, in a thread: it may ask the register."""
    async with asyncio.timeout(GEDULD):
        while not await asyncio.to_thread(wat):  # noqa: ASYNC110 - it is in Postgres, or with somebody else
            await asyncio.sleep(0.01)
