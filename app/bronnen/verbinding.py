"""The road to a source register: one HTTP client, a total time per question, and a rest when it keeps failing."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import httpx

from app.bronnen.antwoord import Knoop, Onzin
from app.bronnen.onderbreker import Onderbreker, Vraaguitkomst
from domain.fouten import BronOnbereikbaar

if TYPE_CHECKING:
    import ssl
    from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence

OK = 200
ONJUIST = 400
NIET_GEVONDEN = 404
TEGELIJK = 4
"""How many questions one caller has under way at once; own choice."""
_LEESBAAR = frozenset({OK, ONJUIST, NIET_GEVONDEN})

D = TypeVar("D")
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Antwoord:
    """A readable answer: 200, 400 or 404 with a JSON object."""

    status: int
    inhoud: Knoop


class Verbinding:
    """Asks one source; nothing is logged and no redirect is followed, for the questions hold person numbers.

    Proxies of the environment are not used (own choice): the address given here alone decides where numbers go.
    """

    def __init__(
        self,
        url: str,
        *,
        seconden: float = 5.0,
        onderbreker: Onderbreker | None = None,
        headers: Mapping[str, str] | None = None,
        verify: ssl.SSLContext | bool = True,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        self._client = httpx.AsyncClient(
            base_url=url, timeout=seconden, headers=headers, verify=verify, transport=transport, trust_env=False
        )
        self._seconden = seconden
        self._onderbreker = onderbreker or Onderbreker()

    async def vraag(
        self, methode: str, pad: str, *, json: object = None, params: Mapping[str, str] | None = None
    ) -> Antwoord:
        """Ask once; raises BronOnbereikbaar at a time-out, a broken line, any other status, or what is no JSON object.

        Also when the source failed often and is left alone now. httpx limits each read; a source that drips its answer
        is stopped by the total time.
        """
        begin, uitkomst = time.monotonic(), Vraaguitkomst.OVERGESLAGEN
        try:
            with self._onderbreker.poging():
                uitkomst = Vraaguitkomst.FOUT
                antwoord = await self._vraag(methode, pad, json=json, params=params)
                uitkomst = Vraaguitkomst.ANTWOORD
                return antwoord
        except BronOnbereikbaar as fout:
            if isinstance(fout.__cause__, TimeoutError | httpx.TimeoutException):
                uitkomst = Vraaguitkomst.TIJD
            raise
        finally:
            if self._onderbreker.meekijker is not None:
                self._onderbreker.meekijker.vraag(uitkomst, time.monotonic() - begin)

    async def _vraag(self, methode: str, pad: str, *, json: object, params: Mapping[str, str] | None) -> Antwoord:
        try:
            async with asyncio.timeout(self._seconden):
                antwoord = await self._client.request(methode, pad, json=json, params=params)
            if antwoord.status_code not in _LEESBAAR:
                raise Onzin(f"status {antwoord.status_code}")
            return Antwoord(status=antwoord.status_code, inhoud=Knoop.uit_bytes(antwoord.content))
        except (httpx.HTTPError, TimeoutError, ValueError) as fout:
            raise BronOnbereikbaar("De bron antwoordt niet, of niet volgens afspraak") from fout

    def rust(self) -> float:
        """Return for how many seconds more the source is left alone."""
        return self._onderbreker.rust

    async def sluit(self) -> None:
        """Close the connections."""
        await self._client.aclose()


def in_delen(alles: Sequence[T], grootte: int) -> Iterator[Sequence[T]]:
    """Yield the items in portions of at most this size."""
    for begin in range(0, len(alles), grootte):
        yield alles[begin : begin + grootte]


async def samen(vraag: Callable[[D], Awaitable[T]], delen: Iterable[D], tegelijk: int = TEGELIJK) -> list[T]:
    """Ask all of these, a few at a time: who asks five hundred things leaves room for who asks one."""
    ruimte = asyncio.Semaphore(tegelijk)

    async def een(deel: D) -> T:
        async with ruimte:
            return await vraag(deel)

    return await asyncio.gather(*map(een, delen))
