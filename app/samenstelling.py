"""The composition root: settings in, a running service out. Nothing else knows all the parts."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import httpx

from app.achtergrond.samenstelling import bouw_werker, maak_aanvragen, maak_opslag
from app.bezorgen.verbinden import webhookregels
from app.bronpoorten import open_bronnen
from app.configuratie import DEV_UITGEVER, Configuratie, ConfiguratieFout, laad
from app.dienst import Dienst, Kern, Naast, Vulling, op_de_achtergrond
from app.graphql.abonneren import Abonneren
from app.graphql.context import Paden
from app.graphql.samenstelling import maak_uitvoerder, vandaag
from app.http.applicatie import Onderdelen, maak_app
from app.http.begrenzer import begroting
from app.logboek import richt_in
from app.opslag.berichten.bevestigen import Bevestigingen
from app.opslag.berichten.luisteren import Luisteraar
from app.opslag.gereed import controleer
from app.opslag.intrekking import lees_ingetrokken
from app.opslag.migreren import verouderde_versies
from app.opslag.overzichten.uitgeven import Uitgifte
from app.opslag.standen import lees_standen
from app.opslag.toegang import Toegang
from app.opslag.verbindingen import Verbindingenpool, lees_json
from app.opslag.webhooks import PostgresWebhooks
from app.sporen import GespoordePool
from app.tokens.intrekking import Intrekkingen
from app.tokens.sleutels import OpgehaaldeSleutels, VasteSleutels, lees_jwks
from app.tokens.toets import Tokentoets
from app.voorbeeldschool.leveren import lever_voorbeeldschool
from app.waarneming import Waarneming
from resolvers.afhandelen import Afhandelen
from resolvers.leveren import Leveren
from resolvers.webhooks import Webhooks

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from psycopg import AsyncConnection
    from psycopg_pool import AsyncConnectionPool
    from starlette.applications import Starlette

    from app.bronpoorten import Bronpoorten
    from app.http.beginpagina import Beginpagina
    from app.tokens.dev import DevUitgever
    from app.tokens.sleutels import Sleutelbron

NODIG_IN_PRODUCTIE: Final = ("database_url", "brp_url", "sbb_url", "token_uitgevers")


def maak_dienst(configuratie: Configuratie, vulling: Vulling | None = None, naast: Naast | None = None) -> Dienst:
    """Make the service of these settings, with what it shows of itself."""
    waarneming = Waarneming.van(configuratie)
    bouw = partial(bouw_kern, waarneming=waarneming)
    return Dienst(configuratie=configuratie, bouw=bouw, vulling=vulling, naast=naast, waarneming=waarneming)


def app_van(
    dienst: Dienst, *, uitgever: DevUitgever | None = None, beginpagina: Beginpagina | None = None
) -> Starlette:
    """Build the application around a service; `uitgever` and `beginpagina` are for dev."""
    configuratie = dienst.configuratie
    client = httpx.AsyncClient()

    @asynccontextmanager
    async def levensloop() -> AsyncIterator[None]:
        async with client, dienst:
            yield

    bronnen = _tokenbronnen(configuratie, client)
    if uitgever:
        bronnen[DEV_UITGEVER] = uitgever.sleutels
    onderdelen = Onderdelen(
        configuratie=configuratie,
        uitvoerder=dienst.voer_uit,
        abonneerder=dienst.abonneer,
        uitgifte=dienst,
        toets=Tokentoets(
            bronnen=bronnen,
            ingetrokken=Intrekkingen(lees=dienst.ingetrokken, configuratie=configuratie),
            configuratie=configuratie,
        ),
        controle=dienst.controle,
        standen=dienst.standen,
        levensloop=levensloop,
        waarneming=dienst.waarneming,
        beginpagina=beginpagina,
    )
    return maak_app(onderdelen)


def _tokenbronnen(configuratie: Configuratie, client: httpx.AsyncClient) -> dict[str, Sleutelbron]:
    """Give every allowed issuer its keys; raises ConfiguratieFout for a JWKS that is none."""
    bronnen: dict[str, Sleutelbron] = {}
    for iss, waar in configuratie.token_uitgevers.items():
        if isinstance(waar, str):
            bronnen[iss] = OpgehaaldeSleutels(adres=waar, client=client, configuratie=configuratie)
            continue
        try:
            bronnen[iss] = VasteSleutels(lees_jwks(waar))
        except ValueError as fout:
            raise ConfiguratieFout("BRON_TOKEN_UITGEVERS: een van de uitgevers heeft geen JWKS") from fout
    return bronnen


def productie_app() -> Starlette:
    """Build the application of `bron serve`, once per worker."""
    configuratie = laad(*NODIG_IN_PRODUCTIE)
    richt_in(configuratie.logniveau)
    return app_van(maak_dienst(configuratie))


@asynccontextmanager
async def bouw_kern(configuratie: Configuratie, waarneming: Waarneming | None = None) -> AsyncIterator[Kern]:
    """Open what the register stands on and close it again: pools, the sources, and the two paths over them."""
    waarneming = waarneming or Waarneming()
    beheer = _pool(configuratie, Waarneming(), grootte=1)  # apart: a busy service is no service that is not ready
    async with (
        beheer,
        _pool(configuratie, waarneming) as pool,
        open_bronnen(configuratie, waarneming) as bronnen,
        _luisteraar(configuratie) as luisteraar,
    ):
        leveren = _schrijfpad(configuratie, pool, bronnen)
        toegang = Toegang(pool=pool, rolprefix=configuratie.rolprefix, time_out=configuratie.time_out_statement)
        paden = Paden(
            leveren=waarneming.tel_leveringen(leveren),
            aanvragen=maak_aanvragen(toegang, vandaag),
            afhandelen=Afhandelen(opslag=leveren.opslag, brp=bronnen.brp),
            webhooks=Webhooks(opslag=PostgresWebhooks(toegang=toegang), regels=webhookregels(configuratie)),
            bevestigingen=Bevestigingen(toegang=toegang),
            sbb=bronnen.sbb,
        )
        uitvoerder = replace(maak_uitvoerder(pool, configuratie, paden), begroot=begroting(configuratie))
        yield Kern(
            uitvoerder=uitvoerder,
            abonneerder=Abonneren(uitvoerder=uitvoerder, luisteraar=luisteraar),
            uitgifte=Uitgifte(toegang=toegang),
            controle=partial(controleer, beheer, configuratie.rolprefix, verouderde_versies()),
            standen=partial(lees_standen, beheer, configuratie.rolprefix),
            ingetrokken=partial(lees_ingetrokken, beheer, configuratie.rolprefix),
            vul=partial(lever_voorbeeldschool, leveren),
        )


@asynccontextmanager
async def _luisteraar(configuratie: Configuratie) -> AsyncIterator[Luisteraar]:
    """Open what hears for whom there is a message; it needs a session of its own, so it goes around a pooler."""
    luisteraar = Luisteraar(url=configuratie.database_direct_url or configuratie.database_url or "")
    try:
        yield luisteraar
    finally:
        await luisteraar.sluit()


@asynccontextmanager
async def werk_mee(configuratie: Configuratie) -> AsyncIterator[None]:
    """Do the background work beside the service, in its process: for dev."""
    async with (
        open_bronnen(configuratie, Waarneming()) as bronnen,
        bouw_werker(configuratie, vandaag, bronnen) as werker,
        op_de_achtergrond(werker.werk()),
    ):
        yield


@asynccontextmanager
async def bouw_leveren(configuratie: Configuratie) -> AsyncIterator[Leveren]:
    """Open the write path alone, for commands that deliver."""
    niets = Waarneming()
    async with _pool(configuratie, niets) as pool, open_bronnen(configuratie, niets) as bronnen:
        yield _schrijfpad(configuratie, pool, bronnen)


def _schrijfpad(
    configuratie: Configuratie, pool: AsyncConnectionPool[AsyncConnection[Any]], bronnen: Bronpoorten
) -> Leveren:
    opslag = maak_opslag(configuratie, pool, vandaag)
    return Leveren(opslag=opslag, brp=bronnen.brp, sbb=bronnen.sbb, vandaag=vandaag)


def _pool(
    configuratie: Configuratie, waarneming: Waarneming, *, grootte: int | None = None
) -> AsyncConnectionPool[AsyncConnection[Any]]:
    """Make a pool; both paths share one. A transaction begins where it belongs, never by the driver."""
    sporen = waarneming.sporen
    soort = partial(GespoordePool, sporen=sporen) if sporen.aan else Verbindingenpool
    return soort(
        configuratie.database_url or "",
        min_size=1,
        max_size=grootte or configuratie.pool_grootte,
        timeout=configuratie.time_out_pool,
        reconnect_timeout=configuratie.time_out_pool,  # or a pool that gave up pauses for longer than Postgres was away
        kwargs=verbindingsopties(configuratie),
        configure=lees_json,
        open=False,
    )


def verbindingsopties(configuratie: Configuratie) -> dict[str, Any]:
    """Return how to connect: nothing that a pooler in transaction mode would refuse or leak to another caller.

    What belongs to a transaction (role, time-outs) is set in it; options at the start of a session PgBouncer refuses.
    """
    return {"autocommit": True, "prepare_threshold": 5 if configuratie.voorbereide_statements else None}
