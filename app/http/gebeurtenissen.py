"""A subscription as server-sent events: GraphQL over SSE in distinct connections mode, one stream for one request.

`event: next` brings a response, `event: complete` says that no more will come. A stream that ends without it was broken
off, and its client connects again.
"""

from __future__ import annotations

import asyncio
import json
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from starlette.responses import StreamingResponse

from app.http.bewaking import eerste_van
from app.http.mediatypen import STROOM
from domain.fouten import RegisterFout

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable
    from contextlib import AbstractContextManager

    from starlette.types import Receive, Scope, Send

    from app.http.bewaking import Afloop, Bewaking
    from app.http.verloop import Verloop

HARTSLAG: Final = 15.0  # seconds; proxies close what is silent for a minute
_KOPPEN: Final = {"X-Accel-Buffering": "no"}
_STILTE: Final = b":\n\n"
_KLAAR: Final = b"event: complete\ndata:\n\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Luisteraar:
    """Who listens, and how long it may: the place it takes, its token, the process, its pace (seconds an event)."""

    plaats: AbstractContextManager[object]
    bewaking: Bewaking
    afloop: Afloop
    geduld: float
    verloop: Verloop


class Gebeurtenissen(StreamingResponse):
    """Sends responses as they come, until the client leaves or may no longer listen."""

    media_type = STROOM

    def __init__(self, antwoorden: AsyncGenerator[bytes, None], luisteraar: Luisteraar) -> None:
        super().__init__((), headers=_KOPPEN)
        self._antwoorden = antwoorden
        self._luisteraar = luisteraar

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 - ASGI
        """Send the stream; who takes an event in too slowly is let go, for what waits is in the database."""
        lijn, wie = _Lijn(send, self._luisteraar.geduld), self._luisteraar
        with wie.plaats:
            await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
            try:
                await eerste_van(
                    self._zend(lijn.zend),
                    _klop(lijn.zend),
                    _tot_verbroken(receive),
                    wie.bewaking.tot_het_einde(),
                    wie.afloop.wacht(),
                )
            except RegisterFout as fout:
                await lijn.zend(_gebeurtenis(_fout(fout, wie.verloop)) + _KLAAR)
            except TimeoutError:
                wie.verloop.uitkomst = "AFGEBROKEN"
                return
            await lijn.zend(b"", meer=False)

    async def _zend(self, zend: Callable[[bytes], Awaitable[None]]) -> None:
        async with aclosing(self._antwoorden) as antwoorden:
            async for antwoord in antwoorden:
                await self._luisteraar.bewaking.aanmelding.toets()
                await zend(_gebeurtenis(antwoord))
        await zend(_KLAAR)


@dataclass(frozen=True, slots=True)
class _Lijn:
    """Sends one thing at a time, each within `geduld` seconds; raises TimeoutError."""

    send: Send
    geduld: float
    slot: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def zend(self, deel: bytes, *, meer: bool = True) -> None:
        async with asyncio.timeout(self.geduld), self.slot:
            await self.send({"type": "http.response.body", "body": deel, "more_body": meer})


async def een_antwoord(antwoord: bytes) -> AsyncGenerator[bytes, None]:
    """Give the one response of what is no subscription, for a client that takes in streams only."""
    yield antwoord


async def _klop(zend: Callable[[bytes], Awaitable[None]]) -> None:
    while True:
        await asyncio.sleep(HARTSLAG)
        await zend(_STILTE)


async def _tot_verbroken(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _gebeurtenis(antwoord: bytes) -> bytes:
    return b"event: next\ndata: %b\n\n" % antwoord


def _fout(fout: RegisterFout, verloop: Verloop) -> bytes:
    verloop.uitkomst = fout.code
    uitbreiding = {"code": fout.code, "correlatieId": verloop.correlatie_id}
    return json.dumps({"errors": [{"message": str(fout), "extensions": uitbreiding}]}, ensure_ascii=False).encode()
