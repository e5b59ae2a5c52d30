"""The composition root: settings in, a running service out. Nothing else knows all the parts."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Self, TypeAlias

import httpx
import structlog
from psycopg_pool import AsyncConnectionPool

from app.bronnen.brp import HaalCentraalBrp
from app.bronnen.sbb import JsonSbb
from app.bronnen.verbinding import Verbinding
from app.configuratie import DEV_UITGEVER, Configuratie, ConfiguratieFout, laad
from app.graphql.samenstelling import maak_uitvoerder, vandaag
from app.http.applicatie import Onderdelen, maak_app
from app.logboek import richt_in
from app.opslag.eenheid import PostgresOpslag
from app.opslag.gereed import controleer
from app.opslag.intrekking import lees_ingetrokken
from app.opslag.migreren import verouderde_versies
from app.opslag.referentie import Referentiebewaarder
from app.tokens.intrekking import Intrekkingen
from app.tokens.sleutels import OpgehaaldeSleutels, VasteSleutels, lees_jwks
from app.tokens.toets import Tokentoets
from app.voorbeeldschool.leveren import lever_voorbeeldschool
from resolvers.leveren import Leveren

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
    from contextlib import AbstractAsyncContextManager
    from types import TracebackType

    from psycopg import AsyncConnection
    from psycopg.rows import TupleRow
    from starlette.applications import Starlette

    from app.http.beginpagina import Beginpagina
    from app.http.poort import GraphqlAntwoord, GraphqlVerzoek, Uitvoerder
    from app.tokens.dev import DevUitgever
    from app.tokens.intrekking import Ingetrokken
    from app.tokens.sleutels import Sleutelbron
    from domain.aanroeper import Aanroeper
    from domain.poorten import Sbb

NODIG_IN_PRODUCTIE: Final = ("database_url", "brp_url", "sbb_url", "token_uitgevers")
_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kern:
    """The register as HTTP needs it: what answers, what tells whether it can, who may not ask, what fills it in dev."""

    uitvoerder: Uitvoerder
    controle: Callable[[], Awaitable[Mapping[str, bool]]]
    ingetrokken: Callable[[], Awaitable[Ingetrokken]]
    vul: Callable[[], Awaitable[None]]


Bouw: TypeAlias = "Callable[[Configuratie], AbstractAsyncContextManager[Kern]]"


@dataclass(slots=True, kw_only=True)
class Vulling:
    """The sample of dev, delivered while the server already listens; `klaar` hears whether it came in.

    `leeg`: no students are wanted, so it is in at once.
    """

    klaar: Callable[[bool], None]
    leeg: bool = False
    is_klaar: bool = False


@dataclass(slots=True, kw_only=True)
class Dienst:
    """What lives as long as the process; enter it once. Is itself the Uitvoerder and the check of /gereed."""

    configuratie: Configuratie
    bouw: Bouw
    vulling: Vulling | None = None
    _kern: Kern | None = None
    _stapel: AsyncExitStack = field(default_factory=AsyncExitStack)

    async def __aenter__(self) -> Self:
        self._kern = await self._stapel.enter_async_context(self.bouw(self.configuratie))
        if self.vulling:
            await self._stapel.enter_async_context(_op_de_achtergrond(_vul(self._kern, self.vulling)))
        return self

    async def __aexit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, plaats: TracebackType | None
    ) -> None:
        self._kern = None
        await self._stapel.__aexit__(soort, fout, plaats)

    async def voer_uit(self, verzoek: GraphqlVerzoek, aanroeper: Aanroeper, correlatie_id: str) -> GraphqlAntwoord:
        """Answer a request; see Uitvoerder."""
        return await self.kern.uitvoerder(verzoek, aanroeper, correlatie_id)

    async def controle(self) -> Mapping[str, bool]:
        """Tell by name what holds; with a Vulling also whether the sample is in."""
        onderdelen = dict(await self.kern.controle())
        return onderdelen | ({"voorbeeld": self.vulling.is_klaar} if self.vulling else {})

    async def ingetrokken(self) -> Ingetrokken:
        """Read the list of revoked tokens."""
        return await self.kern.ingetrokken()

    @property
    def kern(self) -> Kern:
        """The register; there is none before the service is entered and after it is left."""
        if self._kern is None:
            raise RuntimeError("de dienst is niet gestart")
        return self._kern


async def _vul(kern: Kern, vulling: Vulling) -> None:
    try:
        if not vulling.leeg:
            await kern.vul()
        vulling.is_klaar = True
    except Exception:  # noqa: BLE001 - whatever it was, the person who started this must hear it
        _log.exception("vullen_mislukt")
    vulling.klaar(vulling.is_klaar)


@asynccontextmanager
async def _op_de_achtergrond(werk: Awaitable[None]) -> AsyncIterator[None]:
    """Run work beside the block and end it with the block."""
    taak = asyncio.ensure_future(werk)
    try:
        yield
    finally:
        taak.cancel()
        await asyncio.gather(taak, return_exceptions=True)


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
        toets=Tokentoets(
            bronnen=bronnen,
            ingetrokken=Intrekkingen(lees=dienst.ingetrokken, configuratie=configuratie),
            configuratie=configuratie,
        ),
        controle=dienst.controle,
        levensloop=levensloop,
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
    return app_van(Dienst(configuratie=configuratie, bouw=bouw_kern))


@asynccontextmanager
async def bouw_kern(configuratie: Configuratie) -> AsyncIterator[Kern]:
    """Open what the register stands on and close it again: a pool, the sources, and the two paths over them."""
    beheer = _pool(configuratie, grootte=1)  # apart: a busy service is no service that is not ready
    async with (
        beheer,
        _pool(configuratie) as pool,
        _sbb(configuratie) as sbb,
        _schrijfpad(configuratie, pool, sbb) as pad,
    ):
        yield Kern(
            uitvoerder=maak_uitvoerder(pool, configuratie, leveren=pad, sbb=sbb),
            controle=partial(controleer, beheer, configuratie.rolprefix, verouderde_versies()),
            ingetrokken=partial(lees_ingetrokken, beheer, configuratie.rolprefix),
            vul=partial(lever_voorbeeldschool, pad),
        )


@asynccontextmanager
async def bouw_leveren(configuratie: Configuratie) -> AsyncIterator[Leveren]:
    """Open the write path alone, for commands that deliver."""
    async with _pool(configuratie) as pool, _sbb(configuratie) as sbb, _schrijfpad(configuratie, pool, sbb) as leveren:
        yield leveren


@asynccontextmanager
async def _schrijfpad(
    configuratie: Configuratie, pool: AsyncConnectionPool[AsyncConnection[TupleRow]], sbb: Sbb
) -> AsyncIterator[Leveren]:
    brp = Verbinding(configuratie.brp_url or "", seconden=configuratie.brp_time_out)
    opslag = PostgresOpslag(
        pool=pool,
        rolprefix=configuratie.rolprefix,
        referentie=Referentiebewaarder(),
        vandaag=vandaag,
        time_out=int(configuratie.time_out_statement * 1000),
        time_out_slot=int(configuratie.time_out_slot * 1000),
    )
    try:
        yield Leveren(opslag=opslag, brp=HaalCentraalBrp(brp), sbb=sbb, vandaag=vandaag)
    finally:
        await brp.sluit()


@asynccontextmanager
async def _sbb(configuratie: Configuratie) -> AsyncIterator[JsonSbb]:
    verbinding = Verbinding(configuratie.sbb_url or "", seconden=configuratie.sbb_time_out)
    try:
        yield JsonSbb(verbinding)
    finally:
        await verbinding.sluit()


def _pool(configuratie: Configuratie, *, grootte: int | None = None) -> AsyncConnectionPool[AsyncConnection[TupleRow]]:
    """Make a pool; both paths share one. A transaction begins where it belongs, never by the driver."""
    return AsyncConnectionPool(
        configuratie.database_url or "",
        min_size=1,
        max_size=grootte or configuratie.pool_grootte,
        timeout=configuratie.time_out_pool,
        kwargs=verbindingsopties(configuratie),
        open=False,
    )


def verbindingsopties(configuratie: Configuratie) -> dict[str, Any]:
    """Return how to connect: nothing that a pooler in transaction mode would refuse or leak to another caller.

    What belongs to a transaction (role, time-outs) is set in it; options at the start of a session PgBouncer refuses.
    """
    return {"autocommit": True, "prepare_threshold": 5 if configuratie.voorbereide_statements else None}
