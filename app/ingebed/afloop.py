"""An orderly end: the signals that mean `stop` become exceptions, so that every `finally` runs."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

STOPSIGNALEN = (signal.SIGTERM, signal.SIGHUP)  # SIGINT already is a KeyboardInterrupt


@contextmanager
def nette_afloop() -> Iterator[None]:
    """Within this block SIGTERM and SIGHUP raise SystemExit (128 + number), unless they are handled already."""
    hoofddraad = threading.current_thread() is threading.main_thread()
    van_ons = [nummer for nummer in STOPSIGNALEN if hoofddraad and signal.getsignal(nummer) is signal.SIG_DFL]
    for nummer in van_ons:
        signal.signal(nummer, _stop)
    try:
        yield
    finally:
        for nummer in van_ons:
            signal.signal(nummer, signal.SIG_DFL)


def _stop(nummer: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + nummer)
