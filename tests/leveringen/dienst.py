"""The register of a test as a process of its own, so that a test can kill it."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

import uvicorn
from joserfc.jwk import ECKey

from tests.buitenwereld import BRP_URL, SBB_URL, maak_brp, maak_sbb
from tests.postgres import Database
from tests.register import app_op, eigen_uitgever, uitgever_met

if TYPE_CHECKING:
    from collections.abc import Iterator

WORTEL: Final = Path(__file__).parents[2]


@contextmanager
def dienst(luisteraar: socket.socket, database: Database) -> Iterator[subprocess.Popen[bytes]]:
    """Start it on a socket that is open already: who calls before it serves waits in the kernel."""
    sleutel = eigen_uitgever().sleutel.as_dict(private=True)
    opdracht = json.dumps({"fd": luisteraar.fileno(), "database": asdict(database), "sleutel": sleutel})
    with subprocess.Popen(  # noqa: S603 - our own module
        [sys.executable, "-m", __name__, opdracht],
        cwd=WORTEL,
        stdout=subprocess.DEVNULL,
        pass_fds=(luisteraar.fileno(),),
    ) as proces:
        try:
            yield proces
        finally:
            proces.kill()


def main() -> None:
    """Serve until killed."""
    opdracht = json.loads(sys.argv[1])
    bronnen = {BRP_URL: maak_brp(), SBB_URL: maak_sbb()}
    uitgever = uitgever_met(ECKey.import_key(opdracht["sleutel"]))
    with app_op(Database(**opdracht["database"]), bronnen, uitgever) as app:
        server = uvicorn.Server(uvicorn.Config(app, lifespan="on", log_config=None, access_log=False))
        server.run(sockets=[socket.socket(fileno=opdracht["fd"])])


if __name__ == "__main__":
    main()
