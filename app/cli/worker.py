"""`bron worker`: what does the background work in production, as many beside each other as one wants."""

from __future__ import annotations

import asyncio
import signal

from app.achtergrond.samenstelling import bouw_werker
from app.bronpoorten import open_bronnen
from app.configuratie import Configuratie, ConfiguratieFout, Omgeving, laad
from app.graphql.samenstelling import vandaag
from app.logboek import richt_in
from app.waarneming import Waarneming


def worker() -> None:
    """Doe het werk op de achtergrond, tot Ctrl-C of SIGTERM; alleen met BRON_OMGEVING=productie."""
    if laad().omgeving is not Omgeving.PRODUCTIE:
        raise ConfiguratieFout("bron worker start alleen met BRON_OMGEVING=productie; bron dev doet het werk zelf.")
    configuratie = laad("database_url", "brp_url", "sbb_url")
    richt_in(configuratie.logniveau)
    asyncio.run(_werk(configuratie))


async def _werk(configuratie: Configuratie) -> None:
    """Work until a signal: what is in hand is finished first, or goes back into the queue."""
    async with (
        open_bronnen(configuratie, Waarneming()) as bronnen,
        bouw_werker(configuratie, vandaag, bronnen) as werker,
    ):
        taak = asyncio.ensure_future(werker.werk())
        for signaal in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(signaal, taak.cancel)
        await asyncio.gather(taak, return_exceptions=True)
