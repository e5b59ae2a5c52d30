"""The load: requests that stand ready as bytes, sent over a fixed number of connections by one epoll loop.

A client in Python must be lean to leave the two cores to what is measured: this one costs about 15 microseconds of CPU
a request, and it costs that for every server alike.
"""

from __future__ import annotations

import select
import socket
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_STUK: Final = 1 << 18
_STIL: Final = 60.0


class Mislukt(Exception):  # noqa: N818 - Dutch: the name is the message
    """A server answered something else than 200 without errors, or nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meting:
    """What a load did: how long each request took (seconds) and how long it all took."""

    duren: list[float]
    totaal: float

    @property
    def per_seconde(self) -> float:
        """Requests a second."""
        return len(self.duren) / self.totaal

    def duur(self, deel: float) -> float:
        """Return a quantile of the time a request took, in seconds."""
        op_volgorde = sorted(self.duren)
        return op_volgorde[min(int(deel * len(op_volgorde)), len(op_volgorde) - 1)]


@dataclass(slots=True)
class _Lijn:
    """One connection and the answer that is coming in on it."""

    verbinding: socket.socket
    begin: float = 0.0
    binnen: bytearray = field(default_factory=bytearray)
    lengte: int = -1

    def stuur(self, verzoek: bytes) -> None:
        self.binnen.clear()
        self.lengte = -1
        self.begin = time.perf_counter()
        self.verbinding.sendall(verzoek)

    def ontvang(self) -> bool:
        """Read what is there; tell whether the answer is complete."""
        stuk = self.verbinding.recv(_STUK)
        if not stuk:
            raise Mislukt("verbinding verbroken")
        self.binnen += stuk
        if self.lengte < 0 and (einde := self.binnen.find(b"\r\n\r\n")) >= 0:
            self.lengte = einde + 4 + _lengte(bytes(self.binnen[:einde]))
        return 0 <= self.lengte <= len(self.binnen)


def _lengte(koppen: bytes) -> int:
    if not koppen.startswith(b"HTTP/1.1 200"):
        raise Mislukt(koppen.decode())
    for regel in koppen.split(b"\r\n"):
        naam, _, waarde = regel.partition(b":")
        if naam.lower() == b"content-length":
            return int(waarde)
    raise Mislukt("geen Content-Length")


def vraag(poort: int, verzoek: bytes) -> bytes:
    """Send one request and return the body of the answer; raises Mislukt."""
    with socket.create_connection(("127.0.0.1", poort), timeout=_STIL) as verbinding:
        lijn = _Lijn(verbinding)
        lijn.stuur(verzoek)
        while not lijn.ontvang():
            pass
        return bytes(lijn.binnen).partition(b"\r\n\r\n")[2]


def belast(poort: int, verzoeken: Iterator[bytes], *, verbindingen: int, seconden: float | None = None) -> Meting:
    """Keep this many connections busy, for a number of seconds or until there are no more requests; raises Mislukt."""
    duren: list[float] = []
    lijnen = [_Lijn(_open(poort)) for _ in range(verbindingen)]
    wachter = select.epoll()
    per_fd = {lijn.verbinding.fileno(): lijn for lijn in lijnen}
    for fd in per_fd:
        wachter.register(fd, select.EPOLLIN)
    begin = time.perf_counter()
    einde = begin + (seconden or float("inf"))
    bezig = sum(_volgende(lijn, verzoeken) for lijn in lijnen)
    while bezig:
        gereed = wachter.poll(_STIL)
        if not gereed:
            raise Mislukt("geen antwoord")
        for fd, _ in gereed:
            lijn = per_fd[fd]
            if not lijn.ontvang():
                continue
            nu = time.perf_counter()
            duren.append(nu - lijn.begin)
            _toets(lijn)
            if nu > einde or not _volgende(lijn, verzoeken):
                bezig -= 1
    totaal = time.perf_counter() - begin
    wachter.close()
    for lijn in lijnen:
        lijn.verbinding.close()
    return Meting(duren=duren, totaal=totaal)


def _open(poort: int) -> socket.socket:
    verbinding = socket.create_connection(("127.0.0.1", poort))
    verbinding.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return verbinding


def _volgende(lijn: _Lijn, verzoeken: Iterator[bytes]) -> bool:
    verzoek = next(verzoeken, None)
    if verzoek is None:
        return False
    lijn.stuur(verzoek)
    return True


def _toets(lijn: _Lijn) -> None:
    if b'"errors"' in lijn.binnen:
        raise Mislukt(bytes(lijn.binnen).decode())


def http(poort: int, token: str, lichaam: bytes) -> bytes:
    """Write a request."""
    kop = (
        f"POST /graphql HTTP/1.1\r\nHost: 127.0.0.1:{poort}\r\nAuthorization: Bearer {token}\r\n"
        "Content-Type: application/json\r\nAccept: application/graphql-response+json\r\n"
        f"Content-Length: {len(lichaam)}\r\n\r\n"
    )
    return kop.encode() + lichaam
