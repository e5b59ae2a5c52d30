"""Measuring: rounds in which the servers take turns, so that whatever the machine does falls on all of them."""

from __future__ import annotations

import json
import os
import signal
import time
from collections import Counter
from dataclasses import dataclass, field
from itertools import cycle, islice
from statistics import median
from typing import TYPE_CHECKING, Any, Final

from bench import client, servers
from bench.client import Mislukt, belast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from bench.register import Register
    from bench.servers import Server

Uitkomst = dict[str, Any]
VERBINDINGEN: Final = 16
REEKSVERBINDINGEN: Final = 4
_GELIJK: Final = 60
_GEDULD: Final = 30.0  # seconds
_MICRO, _MILLI = 1e6, 1e3


@dataclass(frozen=True, slots=True, kw_only=True)
class Maat:
    """How long is measured: rounds, seconds of a load, and how many deliveries and batches a round holds."""

    rondes: int = 7
    seconden: float = 3.0
    leveringen: int = 1_000
    reeksen: int = 8


@dataclass(slots=True)
class Reeks:
    """What the rounds of one server gave."""

    per_seconde: list[float] = field(default_factory=list)
    p50: list[float] = field(default_factory=list)
    p99: list[float] = field(default_factory=list)
    dienst: list[float] = field(default_factory=list)
    postgres: list[float] = field(default_factory=list)

    def uitkomst(self) -> Uitkomst:
        """Return medians: requests a second, milliseconds, and microseconds of CPU a request."""
        return {
            "perSeconde": round(median(self.per_seconde), 1),
            "p50Ms": round(median(self.p50) * _MILLI, 2),
            "p99Ms": round(median(self.p99) * _MILLI, 2),
            "cpuDienstUs": round(median(self.dienst) * _MICRO),
            "cpuPostgresUs": round(median(self.postgres) * _MICRO),
            "rondes": [round(een, 1) for een in self.per_seconde],
        }


def vergelijk(
    register: Register, kandidaten: Sequence[Server], vragen: Callable[[Server], list[bytes]], maat: Maat
) -> Uitkomst:
    """Measure one question on all servers: throughput at 16 connections, latency at one; medians by name."""
    lijsten = {server.naam: vragen(server) for server in kandidaten}
    reeksen = {server.naam: Reeks() for server in kandidaten}
    for server in kandidaten:
        belast(server.poort, islice(cycle(lijsten[server.naam]), 300), verbindingen=VERBINDINGEN)
    for _ in range(maat.rondes):
        for server in kandidaten:
            stroom = cycle(lijsten[server.naam])
            reeks = reeksen[server.naam]
            _doorvoer(register, server, stroom, reeks, seconden=maat.seconden)
            alleen = belast(server.poort, stroom, verbindingen=1, seconden=maat.seconden / 3)
            reeks.p50.append(alleen.duur(0.5))
            reeks.p99.append(alleen.duur(0.99))
    return {naam: reeks.uitkomst() for naam, reeks in reeksen.items()}


def vergelijk_leveringen(
    register: Register, kandidaten: Sequence[Server], stroom_van: Callable[[Server], Iterator[bytes]], maat: Maat
) -> Uitkomst:
    """Measure single deliveries, a fixed number a round: throughput at 16 connections, latency at one."""
    reeksen = {server.naam: Reeks() for server in kandidaten}
    stromen = {server.naam: stroom_van(server) for server in kandidaten}
    for server in kandidaten:
        belast(server.poort, islice(stromen[server.naam], 200), verbindingen=VERBINDINGEN)
    for _ in range(maat.rondes):
        for server in kandidaten:
            reeks, stroom = reeksen[server.naam], stromen[server.naam]
            _doorvoer(register, server, iter(list(islice(stroom, maat.leveringen))), reeks)
            alleen = belast(server.poort, iter(list(islice(stroom, maat.leveringen // 10))), verbindingen=1)
            reeks.p50.append(alleen.duur(0.5))
            reeks.p99.append(alleen.duur(0.99))
    return {naam: reeks.uitkomst() for naam, reeks in reeksen.items()}


def meet_reeksen(register: Register, server: Server, stroom: Iterator[bytes], per_reeks: int, maat: Maat) -> Uitkomst:
    """Measure batches; all figures are per delivery but the latency, which is that of a batch."""
    reeks = Reeks()
    _goedgekeurd(server, next(stroom), per_reeks)
    for _ in range(maat.rondes):
        gemeten = _doorvoer(
            register, server, iter(list(islice(stroom, maat.reeksen))), reeks, REEKSVERBINDINGEN, per_verzoek=per_reeks
        )
        reeks.p50.append(gemeten.duur(0.5))
        reeks.p99.append(gemeten.duur(0.99))
    return reeks.uitkomst()


def _goedgekeurd(server: Server, verzoek: bytes, aantal: int) -> None:
    antwoord = json.loads(client.vraag(server.poort, verzoek))["data"]["leveren"]
    if antwoord["goedgekeurd"] != aantal:
        raise Mislukt(f"van {aantal} leveringen zijn er {antwoord['goedgekeurd']} zonder signaal goedgekeurd")


def _doorvoer(  # noqa: PLR0913 - what a load needs
    register: Register,
    server: Server,
    stroom: Iterator[bytes],
    reeks: Reeks,
    verbindingen: int = VERBINDINGEN,
    *,
    seconden: float | None = None,
    per_verzoek: int = 1,
) -> client.Meting:
    dienst, postgres = server.cpu(), servers.cpu_van_postgres(register.pid)
    gemeten = belast(server.poort, stroom, verbindingen=verbindingen, seconden=seconden)
    aantal = len(gemeten.duren) * per_verzoek
    reeks.per_seconde.append(gemeten.per_seconde * per_verzoek)
    reeks.dienst.append((server.cpu() - dienst) / aantal)
    reeks.postgres.append((servers.cpu_van_postgres(register.pid) - postgres) / aantal)
    return gemeten


def eis_gelijk(een: Server, ander: Server, vragen: Callable[[Server], list[bytes]]) -> int:
    """Prove that two servers answer the same bytes, and return how many answers were compared; raises Mislukt."""
    paren = list(zip(vragen(een), vragen(ander), strict=True))[:_GELIJK]
    for links, rechts in paren:
        if client.vraag(een.poort, links) != client.vraag(ander.poort, rechts):
            raise Mislukt("de antwoorden verschillen: " + links.decode())
    return len(paren)


def stadia(server: Server, uitvoer: Path, stroom: Iterator[bytes], aantal: int, verbindingen: int) -> Uitkomst:
    """Return the microseconds of CPU a request by stage, of a server under the sampler that writes to `uitvoer`."""
    belast(server.poort, islice(stroom, max(aantal // 10, 1)), verbindingen=verbindingen)
    voor = _stadia(server, uitvoer)
    dienst = server.cpu()
    belast(server.poort, islice(stroom, aantal), verbindingen=verbindingen)
    per_verzoek = (server.cpu() - dienst) / aantal * _MICRO
    gevonden = _stadia(server, uitvoer) - voor
    return {stadium: round(per_verzoek * deel / gevonden.total()) for stadium, deel in gevonden.most_common()}


def _stadia(server: Server, uitvoer: Path) -> Counter[str]:
    """Ask for the samples by stage so far, and wait until they are written."""
    uitvoer.unlink(missing_ok=True)
    os.kill(server.proces.pid, signal.SIGUSR1)
    einde = time.monotonic() + _GEDULD
    while not uitvoer.exists():
        if time.monotonic() > einde:
            raise Mislukt(f"geen profiel in {uitvoer}")
        time.sleep(0.01)
    return Counter(json.loads(uitvoer.read_text(encoding="utf-8"))["stadia"])
