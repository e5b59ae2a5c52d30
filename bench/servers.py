"""The servers beside each other: each a process of its own, with what it and Postgres cost of CPU and memory."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import psutil

from bench.tokens import UITGEVER

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bench.register import Register
    from bench.tokens import Uitgever

_HIER: Final = Path(__file__).parent
_WACHTTIJD: Final = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A running server."""

    naam: str
    poort: int
    proces: psutil.Process

    def cpu(self) -> float:
        """Return the CPU seconds of the process and its children so far."""
        return sum(_cpu(een) for een in (self.proces, *self.proces.children(recursive=True)))

    def geheugen(self) -> int:
        """Return the most memory that the process had resident, in MB."""
        regels = Path(f"/proc/{self.proces.pid}/status").read_text(encoding="ascii").splitlines()
        return next(int(regel.split()[1]) for regel in regels if regel.startswith("VmHWM")) // 1024


def cpu_van_postgres(pid: int) -> float:
    """Return the CPU seconds of a Postgres server with its backends, those that ended included."""
    ouder = psutil.Process(pid)
    tijden = ouder.cpu_times()
    geweest = float(tijden.children_user + tijden.children_system)
    return geweest + _cpu(ouder) + sum(map(_cpu, ouder.children()))


def _cpu(proces: psutil.Process) -> float:
    tijden = proces.cpu_times()
    return float(tijden.user + tijden.system)


def omgeving(register: Register, uitgever: Uitgever, sbb_url: str) -> dict[str, str]:
    """Return the settings of production, with an issuer and sources of the bench; the bound per caller is off."""
    return {
        "BRON_OMGEVING": "productie",
        "BRON_DATABASE_URL": register.dienst_url,
        "BRON_BRP_URL": sbb_url,
        "BRON_SBB_URL": sbb_url,
        "BRON_TOKEN_UITGEVERS": json.dumps({UITGEVER: uitgever.jwks}),
        "BRON_VERZOEKEN_PER_SECONDE": "0",
        "BRON_KOSTEN_PER_SECONDE": "0",
    }


def vrije_poort() -> int:
    """Return a port of 127.0.0.1 that nobody has."""
    with socket.create_server(("127.0.0.1", 0)) as luisteraar:
        return int(luisteraar.getsockname()[1])


@contextmanager
def eigen(settings: Mapping[str, str], logboek: Path) -> Iterator[Server]:
    """Run `bron serve`."""
    with _dienst("eigen", "app.samenstelling:productie_app", settings, logboek) as server:
        yield server


@contextmanager
def met_profiel(settings: Mapping[str, str], logboek: Path) -> Iterator[Server]:
    """Run the same service under the sampler of bench/profiel.py."""
    with _dienst("profiel", "bench.profiel:app", settings, logboek) as server:
        yield server


@contextmanager
def met_de_hand(settings: Mapping[str, str], logboek: Path) -> Iterator[Server]:
    """Run the same service around SQL written by hand."""
    with _dienst("hand", "bench.handgeschreven.dienst:app", settings, logboek) as server:
        yield server


@contextmanager
def sbb(logboek: Path) -> Iterator[Server]:
    """Run the SBB of the bench."""
    with _dienst("sbb", "bench.sbb:app", {}, logboek) as server:
        yield server


@contextmanager
def zonder_raadpleging(settings: Mapping[str, str], logboek: Path) -> Iterator[Server]:
    """Run the same service without its consultation rows."""
    with _dienst("zonder raadpleging", "bench.varianten:app", settings, logboek) as server:
        yield server


@contextmanager
def postgraphile(settings: Mapping[str, str], logboek: Path) -> Iterator[Server]:
    """Run PostGraphile on the Node that npm's package brings."""
    node = _HIER / "postgraphile" / "node_modules" / "node" / "bin" / "node"
    opdracht = [str(node), str(_HIER / "postgraphile" / "server.mjs")]
    vlaggen = {"NODE_ENV": "production", "GRAPHILE_ENV": "production"}
    with _proces("postgraphile", opdracht, {**settings, **vlaggen}, logboek) as server:
        yield server


@contextmanager
def _dienst(naam: str, fabriek: str, settings: Mapping[str, str], logboek: Path) -> Iterator[Server]:
    opdracht = [sys.executable, "-m", "bench.serveer", fabriek]
    with _proces(naam, opdracht, settings, logboek) as server:
        yield server


@contextmanager
def _proces(naam: str, opdracht: Sequence[str], settings: Mapping[str, str], logboek: Path) -> Iterator[Server]:
    poort = vrije_poort()
    omgeving_ = {**os.environ, **settings, "BENCH_POORT": str(poort)}
    with (logboek / f"{naam}.log").open("wb") as log:
        kind = subprocess.Popen(opdracht, env=omgeving_, stdout=log, stderr=log, cwd=_HIER.parent)  # noqa: S603 - ours
        try:
            _wacht(kind, poort, naam, log.name)
            yield Server(naam=naam, poort=poort, proces=psutil.Process(kind.pid))
        finally:
            kind.terminate()
            kind.wait(30)


def _wacht(kind: subprocess.Popen[bytes], poort: int, naam: str, log: str) -> None:
    einde = time.monotonic() + _WACHTTIJD
    while time.monotonic() < einde and kind.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", poort), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"{naam} start niet; zie {log}")
