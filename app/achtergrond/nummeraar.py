"""The sequencer: numbers messages as soon as they are there, for as long as it has the turn (besluit 0045)."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from app.achtergrond.beurt import Beurt
from app.opslag.berichten.nummeren import SLOT, nummer

if TYPE_CHECKING:
    from psycopg import AsyncConnection

RUST: Final = 0.1  # seconds between two looks when there was nothing
DEEL: Final = 9  # a look that takes long is followed by a rest that is so many times longer


def nummeraar(url: str, rolprefix: str) -> Beurt:
    """Make the sequencer of a register, at a database that it reaches without a pooler."""
    return Beurt(naam="nummeraar", url=url, rolprefix=rolprefix, slot=SLOT, werk=_nummer_door)


async def _nummer_door(verbinding: AsyncConnection[Any]) -> None:
    """Keep numbering; it asks by itself, for a NOTIFY of every delivery would make their commits wait in line.

    While a long reading keeps Postgres from cleaning up, a look passes over what was numbered since: then it looks less
    often, and takes a tenth of one processor at most.
    """
    while True:
        begin = time.monotonic()
        if not await nummer(verbinding):
            await asyncio.sleep(max(RUST, DEEL * (time.monotonic() - begin)))


async def nummer_bij(url: str, rolprefix: str) -> int:
    """Give a number to all that is there now, and return how many there were: for who has no worker."""
    aantal = 0

    async def tot_op(verbinding: AsyncConnection[Any]) -> None:
        nonlocal aantal
        while genummerd := await nummer(verbinding):
            aantal += genummerd

    await replace(nummeraar(url, rolprefix), werk=tot_op).neem()
    return aantal
