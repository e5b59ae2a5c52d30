"""File locks: who may change the server, who uses it, and whether it lives.

flock belongs to the open file and not to a process id: the kernel lets go of it when the last holder is gone, however
it went.
"""

from __future__ import annotations

import fcntl
import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def exclusief(pad: Path) -> Iterator[None]:
    """Hold the lock alone; waits until every other holder has left."""
    with open_slot(pad) as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        yield


@contextmanager
def gedeeld(pad: Path) -> Iterator[int]:
    """Hold the lock beside others; gives its file descriptor."""
    with open_slot(pad) as slot:
        fcntl.flock(slot, fcntl.LOCK_SH)
        yield slot


def is_enige(slot: int) -> bool:
    """Whether nobody else holds this lock; if so it is now ours alone."""
    with suppress(BlockingIOError):
        fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False


def is_bezet(pad: Path) -> bool:
    """Whether anyone holds this lock."""
    with open_slot(pad) as slot:
        return not is_enige(slot)


@contextmanager
def open_slot(pad: Path) -> Iterator[int]:
    """Open a lock file without taking it; never through a link that another user planted."""
    slot = os.open(pad, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    try:
        yield slot
    finally:
        os.close(slot)
