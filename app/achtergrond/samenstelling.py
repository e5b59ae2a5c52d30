"""Puts background work together: what asks for it in the service, and the worker that does it."""

from __future__ import annotations

from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

from psycopg_pool import AsyncConnectionPool

from app.achtergrond.bezorger import bezorger
from app.achtergrond.mislukt import Mislukkingen
from app.achtergrond.nummeraar import nummeraar
from app.achtergrond.overzichten import Maker
from app.achtergrond.taken import OVERZICHT, RIJEN, Taken
from app.achtergrond.uitstel import BRP, SBB, Uitstel
from app.achtergrond.wachtrij import Wachtrij
from app.achtergrond.werker import Werker
from app.opslag.eenheid import PostgresOpslag
from app.opslag.kwaliteit import beoordeel_register
from app.opslag.overzichten.aanvragen import PostgresAanvragen
from app.opslag.overzichten.maken import Overzichtopslag
from app.opslag.referentie import Referentiebewaarder
from app.opslag.toegang import TIJD_VOOR_WERK, Toegang
from resolvers.aanvragen import Aanvragen
from resolvers.hervatten import Hervatten

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from datetime import date

    from psycopg import AsyncConnection

    from app.bronpoorten import Bronpoorten
    from app.configuratie import Configuratie

VERBINDINGEN_PER_WERK = 3  # an overview reads with one, writes with another and tells how far it is with a third;
# what asks a source holds one, and none while it asks


def maak_aanvragen(toegang: Toegang, vandaag: Callable[[], date]) -> Aanvragen:
    """Make what takes requests in."""
    wachtrij = Wachtrij()

    async def stel_uit(verbinding: AsyncConnection[Any], overzicht_id: int) -> None:
        await wachtrij.stel_uit(verbinding, OVERZICHT, slot=f"overzicht-{overzicht_id}", overzicht_id=overzicht_id)

    return Aanvragen(opslag=PostgresAanvragen(toegang=toegang, stel_uit=stel_uit), vandaag=vandaag)


def maak_opslag(
    configuratie: Configuratie, pool: AsyncConnectionPool[AsyncConnection[Any]], vandaag: Callable[[], date]
) -> PostgresOpslag:
    """Make where deliveries are written, and what has to wait is queued."""
    return PostgresOpslag(
        pool=pool,
        rolprefix=configuratie.rolprefix,
        referentie=Referentiebewaarder(),
        vandaag=vandaag,
        time_out=int(configuratie.time_out_statement * 1000),
        time_out_slot=int(configuratie.time_out_slot * 1000),
        stel_uit=Uitstel(wachtfactor=configuratie.wachtfactor),
    )


@asynccontextmanager
async def bouw_werker(
    configuratie: Configuratie, vandaag: Callable[[], date], bronnen: Bronpoorten
) -> AsyncIterator[Werker]:
    """Open what a worker stands on; it holds sessions and long transactions, so it goes around a pooler."""
    url = configuratie.database_direct_url or configuratie.database_url or ""
    async with (
        AsyncConnectionPool(
            url,
            min_size=1,
            max_size=configuratie.werk_tegelijk * (VERBINDINGEN_PER_WERK + len(RIJEN) - 1),
            timeout=configuratie.time_out_pool,
            kwargs={"autocommit": True},
            open=False,
        ) as pool,
        bezorger(configuratie, url) as webhooks,
    ):
        toegang = Toegang(pool=pool, rolprefix=configuratie.rolprefix, time_out=TIJD_VOOR_WERK)
        opslag = maak_opslag(configuratie, pool, vandaag)
        hervatten = Hervatten(opslag=opslag, brp=bronnen.brp, sbb=bronnen.sbb)
        maker = Maker(toegang=toegang, opslag=Overzichtopslag(toegang=toegang), vandaag=vandaag)
        yield Werker(
            url=url,
            rolprefix=configuratie.rolprefix,
            taken=Taken(
                overzicht=maker.maak,
                kwaliteit=partial(beoordeel_register, toegang, vandaag),
                identificatie=hervatten.identificeer,
                erkenning=hervatten.controleer,
                rust={BRP: bronnen.rust_brp, SBB: bronnen.rust_sbb},
                wachtfactor=configuratie.wachtfactor,
            ),
            mislukkingen=Mislukkingen(toegang),
            doorlopend=(nummeraar(url, configuratie.rolprefix), webhooks),
            tegelijk=configuratie.werk_tegelijk,
            stoppen=configuratie.time_out_stoppen,
        )
