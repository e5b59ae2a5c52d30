"""The road to a source register: one HTTP client, a total time per question, a bound on questions at once."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import httpx

from app.bronnen.antwoord import Knoop, Onzin
from domain.fouten import BronOnbereikbaar

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterator, Mapping, Sequence

OK = 200
ONJUIST = 400
NIET_GEVONDEN = 404
_LEESBAAR = frozenset({OK, ONJUIST, NIET_GEVONDEN})

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
        gelijktijdig: int = 4,
        headers: Mapping[str, str] | None = None,
        verify: ssl.SSLContext | bool = True,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        self._client = httpx.AsyncClient(
            base_url=url, timeout=seconden, headers=headers, verify=verify, transport=transport, trust_env=False
        )
        self._seconden = seconden
        self._ruimte = asyncio.Semaphore(gelijktijdig)

    async def vraag(
        self, methode: str, pad: str, *, json: object = None, params: Mapping[str, str] | None = None
    ) -> Antwoord:
        """Ask once; raises BronOnbereikbaar at a time-out, a broken line, any other status, or what is no JSON object.

        httpx limits each read; a source that drips its answer is stopped by the total time.
        """
        async with self._ruimte:
            try:
                async with asyncio.timeout(self._seconden):
                    antwoord = await self._client.request(methode, pad, json=json, params=params)
                if antwoord.status_code not in _LEESBAAR:
                    raise Onzin(f"status {antwoord.status_code}")
                return Antwoord(status=antwoord.status_code, inhoud=Knoop.uit_bytes(antwoord.content))
            except (httpx.HTTPError, TimeoutError, ValueError) as fout:
                raise BronOnbereikbaar("De bron antwoordt niet, of niet volgens afspraak") from fout

    async def sluit(self) -> None:
        """Close the connections."""
        await self._client.aclose()


def in_delen(alles: Sequence[T], grootte: int) -> Iterator[Sequence[T]]:
    """Yield the items in portions of at most this size."""
    for begin in range(0, len(alles), grootte):
        yield alles[begin : begin + grootte]
