"""What lives as long as the process: a register that is opened, may be filled with a sample, and is closed again."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self, TypeAlias

import structlog

from app.waarneming import Waarneming

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
    from contextlib import AbstractAsyncContextManager
    from types import TracebackType

    from app.configuratie import Configuratie
    from app.http.overzichten import Uitgifte
    from app.http.poort import Abonneerder, GraphqlAntwoord, GraphqlVerzoek, Stroom, Uitvoerder
    from app.opslag.overzichten.uitgeven import Gereed
    from app.tokens.intrekking import Ingetrokken
    from domain.aanroeper import Aanroeper

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kern:
    """The register as HTTP needs it.

    What answers, what hands files out, what tells whether it can and what waits, who may not ask, and what fills it in
    dev.
    """

    uitvoerder: Uitvoerder
    abonneerder: Abonneerder
    uitgifte: Uitgifte
    controle: Callable[[], Awaitable[Mapping[str, bool]]]
    standen: Callable[[], Awaitable[Mapping[str, float]]]
    ingetrokken: Callable[[], Awaitable[Ingetrokken]]
    vul: Callable[[], Awaitable[None]]


Bouw: TypeAlias = "Callable[[Configuratie], AbstractAsyncContextManager[Kern]]"
Naast: TypeAlias = "Callable[[Configuratie], AbstractAsyncContextManager[None]]"


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
    """What lives as long as the process; enter it once. Is itself Uitvoerder, Uitgifte and the check of /gereed.

    naast: what else runs in the process, such as the worker of dev.
    """

    configuratie: Configuratie
    bouw: Bouw
    vulling: Vulling | None = None
    naast: Naast | None = None
    waarneming: Waarneming = field(default_factory=Waarneming)
    _kern: Kern | None = None
    _stapel: AsyncExitStack = field(default_factory=AsyncExitStack)

    async def __aenter__(self) -> Self:
        self._stapel.push_async_callback(self.waarneming.sporen.sluit)
        self._kern = await self._stapel.enter_async_context(self.bouw(self.configuratie))
        if self.naast:
            await self._stapel.enter_async_context(self.naast(self.configuratie))
        if self.vulling:
            await self._stapel.enter_async_context(op_de_achtergrond(_vul(self._kern, self.vulling)))
        return self

    async def __aexit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, plaats: TracebackType | None
    ) -> None:
        self._kern = None
        await self._stapel.__aexit__(soort, fout, plaats)

    async def voer_uit(self, verzoek: GraphqlVerzoek, aanroeper: Aanroeper, correlatie_id: str) -> GraphqlAntwoord:
        """Answer a request; see Uitvoerder."""
        return await self.kern.uitvoerder(verzoek, aanroeper, correlatie_id)

    async def abonneer(
        self, verzoek: GraphqlVerzoek, aanroeper: Aanroeper, correlatie_id: str
    ) -> GraphqlAntwoord | Stroom:
        """Answer a request with a stream where it asks one; see Abonneerder."""
        return await self.kern.abonneerder(verzoek, aanroeper, correlatie_id)

    async def vind(self, overzicht_id: int, aanroeper: Aanroeper) -> Gereed | None:
        """Find an overview; see Uitgifte."""
        return await self.kern.uitgifte.vind(overzicht_id, aanroeper)

    def inhoud(self, gereed: Gereed, aanroeper: Aanroeper, trace_id: str) -> AsyncIterator[bytes]:
        """Read an overview out; see Uitgifte."""
        return self.kern.uitgifte.inhoud(gereed, aanroeper, trace_id)

    async def controle(self) -> Mapping[str, bool]:
        """Tell by name what holds; with a Vulling also whether the sample is in."""
        onderdelen = dict(await self.kern.controle())
        return onderdelen | ({"voorbeeld": self.vulling.is_klaar} if self.vulling else {})

    async def standen(self) -> Mapping[str, float]:
        """Tell by name how much waits."""
        return await self.kern.standen()

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
async def op_de_achtergrond(werk: Awaitable[None]) -> AsyncIterator[None]:
    """Run work beside the block and end it with the block."""
    taak = asyncio.ensure_future(werk)
    try:
        yield
    finally:
        taak.cancel()
        await asyncio.gather(taak, return_exceptions=True)
