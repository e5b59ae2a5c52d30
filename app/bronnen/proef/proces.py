"""A test environment as a process of its own: it listens on 127.0.0.1 and ends with whoever started it."""

from __future__ import annotations

import os
import socket
import threading
from typing import TYPE_CHECKING, Final

import uvicorn

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from starlette.applications import Starlette

HUIS: Final = "127.0.0.1"


def voeg_opties_toe(parser: ArgumentParser) -> None:
    """Add the options that both processes know; `--poort-fd` and `--met-ouder` are for `proefomgeving`."""
    groep = parser.add_mutually_exclusive_group(required=True)
    groep.add_argument("--port", type=int, help="poort op 127.0.0.1")
    groep.add_argument("--poort-fd", type=int, help="al geopende luisterende socket")
    parser.add_argument("--met-ouder", action="store_true", help="stop zodra de standaardinvoer sluit")


def draai(app: Starlette, opties: Namespace) -> None:
    """Serve until stopped; no access log, for the log of a test is a log too."""
    luisteraar = _luisteraar(opties)
    server = uvicorn.Server(
        uvicorn.Config(app, log_level="warning", access_log=False, lifespan="off", timeout_graceful_shutdown=1)
    )
    if opties.met_ouder:
        threading.Thread(target=_stop_met_ouder, args=(server,), daemon=True).start()
    server.run(sockets=[luisteraar])


def _luisteraar(opties: Namespace) -> socket.socket:
    if opties.poort_fd is not None:
        return socket.socket(fileno=opties.poort_fd)
    return socket.create_server((HUIS, opties.port))


def _stop_met_ouder(server: uvicorn.Server) -> None:
    """Wait for the end of the standard input: the kernel closes the pipe even when the parent was killed."""
    while os.read(0, 1):
        pass
    server.should_exit = True
