"""The test environments of BRP and SBB, started beside a command and stopped with it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import httpx

from app.bronnen.proef.proces import HUIS
from app.bronnen.proef.storing import PAD

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

PERSONEN: Final = Path(__file__).with_name("personen.json")
SBB_DATABASE_URL: Final = "BRON_PROEF_SBB_DATABASE_URL"
SBB_ROL: Final = "BRON_PROEF_SBB_ROL"
_BRP_MODULE: Final = "app.bronnen.proef.brp"
_SBB_MODULE: Final = "app.proef_sbb"  # beside app.bronnen, which may not know the database


class ProefomgevingFout(Exception):  # noqa: N818 - Dutch: Fout is what Error is in English
    """A test environment did not start; the text is for the person who started the command."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Adressen:
    """Where the two test environments listen."""

    brp_url: str
    sbb_url: str


@contextmanager
def proefomgeving(
    *, database_url: str, rol: str = "", personen: Path | None = None, wachttijd: float = 20.0
) -> Iterator[Adressen]:
    """Run both test environments on free ports of 127.0.0.1; raises ProefomgevingFout when one does not start.

    personen is a JSON array of BRP persons (default: the shipped students); database_url is where the leerbedrijven
    stand, and rol the role that may read them when that account itself may not. The processes end with the context, and
    also when this process is killed.
    """
    with ExitStack() as stapel:
        brp = stapel.enter_context(_proces(_BRP_MODULE, ["--personen", str(personen or PERSONEN)], {}))
        sbb = stapel.enter_context(_proces(_SBB_MODULE, [], {SBB_DATABASE_URL: database_url, SBB_ROL: rol}))
        _wacht_op([brp, sbb], wachttijd)
        yield Adressen(brp_url=brp.url, sbb_url=sbb.url)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Proces:
    module: str
    url: str
    kind: subprocess.Popen[bytes]


@contextmanager
def _proces(module: str, opties: Sequence[str], omgeving: Mapping[str, str]) -> Iterator[_Proces]:
    """Start a child on a port that we opened, so that nobody takes it; its standard input is the tie to us."""
    with socket.create_server((HUIS, 0)) as luisteraar:
        fd = luisteraar.fileno()
        kind = subprocess.Popen(  # noqa: S603 - our own module
            [sys.executable, "-m", module, "--met-ouder", "--poort-fd", str(fd), *opties],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            env={**os.environ, **omgeving},
            pass_fds=(fd,),
            start_new_session=True,  # Ctrl-C reaches the parent only, which then ends the child
        )
        url = f"http://{HUIS}:{luisteraar.getsockname()[1]}"
    try:
        yield _Proces(module=module, url=url, kind=kind)
    finally:
        _stop(kind)


def _stop(kind: subprocess.Popen[bytes]) -> None:
    with kind:  # closes the pipe and waits
        kind.terminate()
        try:
            kind.wait(5)
        except subprocess.TimeoutExpired:
            kind.kill()


def _wacht_op(processen: Sequence[_Proces], wachttijd: float) -> None:
    """Return when all answer."""
    einde = time.monotonic() + wachttijd
    with httpx.Client(trust_env=False, timeout=wachttijd) as client:
        for proces in processen:
            while not _antwoordt(client, proces):
                if proces.kind.poll() is not None or time.monotonic() > einde:
                    raise ProefomgevingFout(f"De proefomgeving {proces.module} start niet.")


def _antwoordt(client: httpx.Client, proces: _Proces) -> bool:
    """Ask once; the socket is open already, so the question waits in the kernel until the child serves."""
    try:
        return client.get(proces.url + PAD).is_success
    except httpx.TransportError:
        time.sleep(0.02)
        return False
