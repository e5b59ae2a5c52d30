"""While a source is left alone the worker waits with what it has in hand, and takes no more of that queue."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

import psycopg

from app.achtergrond.taken import Taken
from app.achtergrond.uitstel import BRP, Uitstel
from app.achtergrond.werker import Werker
from domain.wachtend import Wacht

if TYPE_CHECKING:
    from tests.register import Register

TEGELIJK: Final = 2
EERST: Final = list(range(1, 11))
IN_HANDEN: Final = "SELECT count(*) FROM procrastinate.procrastinate_jobs WHERE status = 'doing'"


def test_wat_op_een_stille_bron_wacht_blijft_in_de_wachtrij(register: Register) -> None:
    gedaan: list[int] = []
    wachtenden: set[object] = set()
    in_handen, stil = asyncio.Event(), True

    async def identificatie(levering_id: int) -> bool:
        gedaan.append(levering_id)
        return True

    async def niets(*_: object) -> bool:
        return True

    def rust() -> float:
        wachtenden.add(asyncio.current_task())
        if len(wachtenden) == TEGELIJK:
            in_handen.set()
        return 0.01 if stil else 0.0

    async def draai() -> None:
        nonlocal stil
        taken = Taken(
            overzicht=niets, kwaliteit=niets, identificatie=identificatie, erkenning=niets, rust={BRP: rust}
        )  # fmt: skip
        database = register.database
        werker = Werker(url=database.dienst_url, rolprefix=database.rolprefix, taken=taken, tegelijk=TEGELIJK)
        async with await psycopg.AsyncConnection.connect(database.eigenaar_url) as verbinding:
            await Uitstel(wachtfactor=0.0)(verbinding, Wacht.BRP, EERST)
        werk = asyncio.create_task(werker.werk_bij())
        await in_handen.wait()
        assert (register.rij(IN_HANDEN), gedaan) == ((TEGELIJK,), [])
        stil = False
        await werk

    asyncio.run(draai())
    assert sorted(gedaan) == EERST
