"""A receiver of webhooks on a port of 127.0.0.1: it checks what comes in, and answers as it is told."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from resolvers.globale_id import ontleed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Json = dict[str, Any]
GEHEIM: Final = "een-geheim-dat-niemand-kan-raden"


def klopt(geheim: str, koppen: Mapping[str, str], lichaam: bytes) -> bool:
    """Check the signature as docs/berichten.md tells a receiver to."""
    delen = dict(deel.split("=", 1) for deel in koppen["bron-handtekening"].split(","))
    som = hmac.new(geheim.encode(), delen["t"].encode() + b"." + lichaam, hashlib.sha256).hexdigest()
    return hmac.compare_digest(som, delen["v1"])


@dataclass
class Ontvanger:
    """Answers each event with the status that `gedrag` gives; None: not at all."""

    gedrag: Callable[[int], int | None] = lambda _: 204
    poort: int = 0
    koppen_erbij: str = ""
    ontvangen: list[Json] = field(default_factory=list)
    koppen: list[dict[str, str]] = field(default_factory=list)
    vals: int = 0
    _server: asyncio.Server | None = None
    _klanten: set[asyncio.StreamWriter] = field(default_factory=set)
    _weg: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.poort}/haak"

    @property
    def posities(self) -> list[int]:
        """The messages that were taken in, by their place in the order."""
        return [_positie(gebeurtenis) for gebeurtenis in self.ontvangen]

    async def open(self) -> None:
        """Be there, at the same port as before."""
        self._server = await asyncio.start_server(self._klant, "127.0.0.1", self.poort)
        self.poort = self._server.sockets[0].getsockname()[1]
        self._weg.clear()

    async def sluit(self) -> None:
        """Be away."""
        if self._server:
            self._server.close()
        self._weg.set()
        for klant in list(self._klanten):
            klant.transport.abort()
        while self._klanten:  # noqa: ASYNC110 - each hears it by itself
            await asyncio.sleep(0.001)

    async def _klant(self, lezer: asyncio.StreamReader, schrijver: asyncio.StreamWriter) -> None:
        self._klanten.add(schrijver)
        try:
            with suppress(asyncio.IncompleteReadError, ConnectionError):
                while not self._weg.is_set():
                    await self._een(lezer, schrijver)
        finally:
            self._klanten.discard(schrijver)
            schrijver.close()

    async def _een(self, lezer: asyncio.StreamReader, schrijver: asyncio.StreamWriter) -> None:
        kop = (await lezer.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        koppen = {
            naam.lower(): waarde.strip() for naam, _, waarde in (regel.partition(":") for regel in kop[1:] if regel)
        }
        lichaam = await lezer.readexactly(int(koppen["content-length"]))
        gebeurtenis = json.loads(lichaam)
        self.vals += not klopt(GEHEIM, koppen, lichaam)
        status = self.gedrag(_positie(gebeurtenis))
        if status is None:
            await self._weg.wait()
            return
        if status == 204:
            self.ontvangen.append(gebeurtenis)
            self.koppen.append({**koppen, "regel": kop[0]})
        schrijver.write(f"HTTP/1.1 {status} X\r\nContent-Length: 0\r\n{self.koppen_erbij}\r\n".encode())
        await schrijver.drain()


def _positie(gebeurtenis: Json) -> int:
    soort, nummer = ontleed(gebeurtenis["id"]) or ("", 0)
    assert soort == "Bericht"
    return nummer
