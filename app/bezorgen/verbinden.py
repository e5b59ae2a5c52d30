"""The wire to receivers: it looks names up itself, and connects to addresses that messages may go to and to no other.

A name that points at a public address when it is given and at our own network when we post (DNS rebinding) does not
help: what was looked up is what is connected to.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import httpcore

from domain.webhook import Webhookregels

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.configuratie import Configuratie

LANGSTE_ANTWOORD: Final = 16_384  # bytes that are read of an answer, so that the connection can be used again
BEWAARD: Final = 60.0  # seconds that a connection is kept for the next message
ZOEKERS: Final = 64
_WIJ: Final = "bron-mbo"
_LANGSTE_WACHT: Final = 6  # digits


class VerbodenAdres(Exception):  # noqa: N818 - Dutch: the name is the message
    """The name leads to no address that messages may go to."""


def webhookregels(configuratie: Configuratie) -> Webhookregels:
    """Return where messages may go by these settings; in dev also to this machine."""
    return Webhookregels(thuis=configuratie.omgeving == "dev", meeste=configuratie.max_webhooks)


@dataclass(frozen=True, slots=True)
class Poortwachter(httpcore.AsyncNetworkBackend):
    """Connects as httpcore does, but only to addresses that the rules let through.

    Names are looked up in threads of their own: a name server that hangs holds up nobody else's work.
    """

    regels: Webhookregels
    achter: httpcore.AsyncNetworkBackend = field(default_factory=httpcore.AnyIOBackend)
    zoekers: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(ZOEKERS, "webhook-namen"))

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to the first address of this name that may be; raises VerbodenAdres when there is none."""
        async with asyncio.timeout(timeout):
            gevonden = await asyncio.get_running_loop().run_in_executor(self.zoekers, _zoek, host, port)
        mag = [ip for ip in gevonden if self.regels.mag(ip)]
        if not mag:
            raise VerbodenAdres
        return await self.achter.connect_tcp(mag[0], port, timeout, local_address, socket_options)


@dataclass(frozen=True, slots=True)
class Antwoord:
    """What a receiver answered; later: after how many seconds it wants to be asked again."""

    status: int
    later: float | None = None


class Post:
    """Posts to receivers, each with a connection of its own that is kept; `time_out` seconds for one answer."""

    def __init__(self, regels: Webhookregels, time_out: float) -> None:
        self._wachter = Poortwachter(regels)
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=ssl.create_default_context(),
            network_backend=self._wachter,
            max_connections=None,
            keepalive_expiry=BEWAARD,
        )
        self._time_out = time_out

    async def zend(self, url: str, lichaam: bytes, koppen: Mapping[bytes | str, bytes | str]) -> Antwoord:
        """Post, and return the answer; no redirect is followed.

        Raises VerbodenAdres, TimeoutError, OSError and what httpcore raises when there is no answer.
        """
        alle: dict[bytes | str, bytes | str] = {"User-Agent": _WIJ, "Accept": "*/*", **koppen}
        verzoek = self._pool.stream("POST", url, headers=alle, content=lichaam)
        async with asyncio.timeout(self._time_out), verzoek as stroom:
            gelezen = 0
            async for deel in stroom.aiter_stream():
                gelezen += len(deel)
                if gelezen > LANGSTE_ANTWOORD:
                    break
            return Antwoord(stroom.status, _later(stroom.headers))

    async def sluit(self) -> None:
        """Close the connections."""
        await self._pool.aclose()
        self._wachter.zoekers.shutdown(wait=False, cancel_futures=True)


def _zoek(host: str, port: int) -> list[str]:
    """Return the IP addresses of a name, without the zone that one of IPv6 may bear."""
    gevonden = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(adres[0]).partition("%")[0] for *_, adres in gevonden]


def _later(koppen: Iterable[tuple[bytes, bytes]]) -> float | None:
    """Read Retry-After where it is a number of seconds."""
    waarden = [waarde for naam, waarde in koppen if naam.lower() == b"retry-after"]
    return float(waarden[0]) if len(waarden) == 1 and _is_wacht(waarden[0]) else None


def _is_wacht(waarde: bytes) -> bool:
    return waarde.isdigit() and len(waarde) <= _LANGSTE_WACHT
