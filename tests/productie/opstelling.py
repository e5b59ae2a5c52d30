"""`bron serve` in processes of its own, with an issuer of the test."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

import httpx
from joserfc import jwt
from joserfc.jwk import ECKey

from tests.proeven.programma import vrije_poort

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tests.postgres import Database

WORTEL: Final = Path(__file__).parents[2]
UITGEVER: Final = "https://uitgever.voorbeeld"
MET_SPOED: Final = 60.0
"""A start takes two seconds, and much longer on a machine that is busy with other tests."""


@dataclass(frozen=True)
class Uitgever:
    """Signs tokens, of a school unless other claims are given; None leaves one out."""

    sleutel: ECKey = field(default_factory=lambda: ECKey.generate_key("P-256", {"kid": "1", "use": "sig"}))

    @property
    def instelling(self) -> str:
        return json.dumps({UITGEVER: {"keys": [self.sleutel.as_dict(private=False)]}})

    def token(self, **anders: object) -> str:
        nu = int(time.time())
        claims = {"iss": UITGEVER, "aud": "bron-mbo", "azp": "sis", "jti": "1", "iat": nu, "exp": nu + 600}
        alle = claims | {"rol": "MBO", "instelling": "27DV"} | anders
        gezet = {naam: waarde for naam, waarde in alle.items() if waarde is not None}
        return jwt.encode({"alg": "ES256", "kid": "1"}, gezet, self.sleutel)


@dataclass(frozen=True)
class Instantie:
    """A running `bron serve`."""

    proces: subprocess.Popen[bytes]
    poort: int

    @property
    def adres(self) -> str:
        return f"http://127.0.0.1:{self.poort}"

    def stop(self) -> None:
        """Ask it to end, and wait until it did; one worker ends by the signal itself, after its last request."""
        self.proces.send_signal(signal.SIGTERM)
        assert self.proces.wait(MET_SPOED) in (0, -signal.SIGTERM)


@contextmanager
def instantie(database: Database, uitgever: Uitgever, poort: int = 0, **anders: str) -> Iterator[Instantie]:
    """Start one and wait until it is ready; `anders` are settings without BRON_."""
    poort = poort or vrije_poort()
    eigen = {"token_uitgevers": uitgever.instelling, "poort": str(poort)}
    with _proces("serve", _vast(database) | eigen | anders) as proces:
        wacht_op(f"http://127.0.0.1:{poort}/gereed", proces)
        yield Instantie(proces, poort)


@contextmanager
def werkkracht(database: Database, **anders: str) -> Iterator[subprocess.Popen[bytes]]:
    """Start a `bron worker`; `anders` are settings without BRON_."""
    with _proces("worker", _vast(database) | anders) as proces:
        yield proces


@contextmanager
def _proces(opdracht: str, instellingen: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """Run a command of ours in a session of its own, and end it with the block."""
    regel = [sys.executable, "-c", "from app.cli import main; main()", opdracht]
    omgeving = _omgeving(instellingen)
    with subprocess.Popen(regel, cwd=WORTEL, env=omgeving, start_new_session=True) as proces:  # noqa: S603 - our own
        try:
            yield proces
        finally:
            proces.terminate()


def _vast(database: Database) -> dict[str, str]:
    return {
        "omgeving": "productie",
        "database_url": database.dienst_url,
        "rolprefix": database.rolprefix,
        "brp_url": "http://127.0.0.1:1",
        "sbb_url": "http://127.0.0.1:1",
        "logniveau": "WARNING",
    }


def _omgeving(instellingen: Mapping[str, str]) -> dict[str, str]:
    zonder = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("BRON_")}
    return zonder | {f"BRON_{naam.upper()}": waarde for naam, waarde in instellingen.items()}


def wacht_op(adres: str, proces: subprocess.Popen[bytes]) -> None:
    einde = time.monotonic() + MET_SPOED
    while time.monotonic() < einde:
        assert proces.poll() is None, "de dienst stopte meteen"
        try:
            if httpx.get(adres, timeout=MET_SPOED).status_code == httpx.codes.OK:
                return
        except httpx.TransportError:
            proces.poll()
    raise TimeoutError(adres)
