"""The worker of dev in a process of its own, to be killed: `python -m tests.proeven.bezorgproces`, settings as ever."""

from __future__ import annotations

import asyncio

from app.configuratie import laad
from app.logboek import richt_in
from app.samenstelling import werk_mee


async def werk() -> None:
    """Work until killed."""
    configuratie = laad("database_url", "brp_url", "sbb_url")
    richt_in("ERROR")
    async with werk_mee(configuratie):
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(werk())
