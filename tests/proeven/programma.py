"""Programs from outside: where they are, and when they answer."""

from __future__ import annotations

import os
import shutil
import socket
import sys
import time
from typing import Final

MET_SPOED: Final = 10.0


def vind(naam: str) -> str:
    """Return where a program of the system is; ends the proof when it is not installed."""
    pad = shutil.which(naam, path=f"{os.environ['PATH']}:/usr/sbin")
    return pad or sys.exit(f"{naam} is niet geïnstalleerd (apt-get install {naam})")


def bereikbaar(poort: int) -> None:
    """Return when something listens on this port of 127.0.0.1; TimeoutError when nothing does."""
    einde = time.monotonic() + MET_SPOED
    while time.monotonic() < einde:
        try:
            socket.create_connection(("127.0.0.1", poort)).close()
        except ConnectionRefusedError:
            time.sleep(0.01)
        else:
            return
    raise TimeoutError(f"niemand luistert op poort {poort}")


def vrije_poort() -> int:
    """Return a port of 127.0.0.1 that was free just now."""
    with socket.create_server(("127.0.0.1", 0)) as even:
        return int(even.getsockname()[1])
