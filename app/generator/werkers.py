"""Blocks made by as many processes as there are cores, handed over in order and never more than a few ahead."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing.connection import wait
from threading import Thread
from typing import TYPE_CHECKING, Final

from app.generator.blok import GROOTTE, maak_blok

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.generator.blok import Blok
    from app.generator.wereld import Wereld

_VOORUIT: Final = 2  # blocks a process may be ahead: enough to keep it busy, little enough to keep memory flat
_IN_HUIS: Final = 2 * GROOTTE  # so few persons are made sooner than processes are started


@contextmanager
def blokken(wereld: Wereld, personen: int, xid: str) -> Iterator[Iterator[Blok]]:
    """Give the blocks of so many persons, in order."""
    reeksen = [range(begin, min(begin + GROOTTE, personen)) for begin in range(0, personen, GROOTTE)]
    if personen <= _IN_HUIS:
        yield (maak_blok(wereld, reeks, xid) for reeks in reeksen)
        return
    werkers = os.cpu_count() or 1
    context = multiprocessing.get_context("spawn")  # not a copy of a process with threads and connections
    pool = ProcessPoolExecutor(werkers, context, initializer=_begin, initargs=(wereld, xid))
    try:
        yield _op_volgorde(pool, reeksen, werkers * _VOORUIT)
    finally:
        pool.shutdown(cancel_futures=True)


def _op_volgorde(pool: ProcessPoolExecutor, reeksen: list[range], vooruit: int) -> Iterator[Blok]:
    wachtrij = deque(pool.submit(_maak, reeks) for reeks in reeksen[:vooruit])
    for reeks in reeksen[vooruit:]:
        yield wachtrij.popleft().result()
        wachtrij.append(pool.submit(_maak, reeks))
    while wachtrij:
        yield wachtrij.popleft().result()


def _begin(wereld: Wereld, xid: str) -> None:
    """Prepare a process: Ctrl-C is for the parent, and whoever kills the parent ends its children."""
    global _maak_blok  # noqa: PLW0603 - what an initializer is for
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_sterf_met_ouder, daemon=True).start()
    gc.freeze()  # what persons share stays, and persons themselves hold no cycles: looking for them costs a tenth
    gc.disable()
    _maak_blok = partial(maak_blok, wereld, xid=xid)


def _sterf_met_ouder() -> None:
    ouder = multiprocessing.parent_process()
    if ouder is not None:
        wait([ouder.sentinel])
        os._exit(1)


_maak_blok: partial[Blok]


def _maak(reeks: range) -> Blok:
    return _maak_blok(reeks)
