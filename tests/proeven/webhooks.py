"""Webhooks under force: a receiver that is away for a day while thousands of messages come, and a worker is killed.

The day is scaled by BRON_WACHTFACTOR: only the waits between attempts are. At the end every message was taken in, those
about one person first came in order, and what came twice had the same id.
"""

from __future__ import annotations

import asyncio
import os
import random
import signal
import subprocess
import sys
import time
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, Final

import psycopg

from tests.productie.opstelling import WORTEL
from tests.webhooks.ontvanger import GEHEIM, Ontvanger

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.postgres import Database

DAG: Final = 86_400.0
GEDULD: Final = 300.0
PERSONEN: Final = 500
_WEBHOOK: Final = """
    WITH nieuw AS (INSERT INTO webhook (instelling, url, soorten, positie) VALUES ('27DV', %s, '{}', 0) RETURNING id)
    INSERT INTO webhook_geheim (webhook_id, geheim) SELECT id, %s FROM nieuw
"""
_BERICHTEN: Final = """
    INSERT INTO bericht (soort, instelling, persoon_id, inhoud)
    SELECT 'BEHEER', '27DV', persoon_id, '{}' FROM unnest(%s::bigint[]) AS p (persoon_id)
"""
_PERSONEN: Final = "SELECT positie, persoon_id FROM bericht"
_STAND: Final = "SELECT pogingen, fout FROM webhook"


def doe(database: Database, *, seed: int, berichten: int, weg: float, kills: int) -> dict[str, Any]:
    """Let so many messages come while the receiver is away for `weg` seconds, a scaled day, and kill so often after."""
    lot = random.Random(seed)  # noqa: S311 - it must be repeatable
    return asyncio.run(_draai(database, lot, berichten, weg, kills))


async def _draai(database: Database, lot: random.Random, berichten: int, weg: float, kills: int) -> dict[str, Any]:
    factor, ontvanger, begin = weg / DAG, Ontvanger(), time.monotonic()
    await ontvanger.open()
    await ontvanger.sluit()
    with psycopg.connect(database.eigenaar_url, autocommit=True) as eigenaar:
        eigenaar.execute(_WEBHOOK, (ontvanger.url, GEHEIM))
        async with _werkers(database, factor) as werkers:
            for deel in range(10):
                eigenaar.execute(_BERICHTEN, ([lot.randrange(PERSONEN) for _ in range(berichten // 10)],))
                while not deel and not (eigenaar.execute(_STAND).fetchone() or (0,))[0]:  # noqa: ASYNC110 - as below
                    await asyncio.sleep(0.05)  # the day begins when the worker is up and found nobody there
                await asyncio.sleep(weg / 10)
            pogingen, fout = eigenaar.execute(_STAND).fetchone() or (0, None)
            await ontvanger.open()
            for keer in range(kills):
                await _tot(ontvanger, berichten * (keer + 1) // (kills + 1))
                await werkers.dood()
            await _tot(ontvanger, berichten)
        personen = dict(eigenaar.execute(_PERSONEN).fetchall())
    await ontvanger.sluit()
    uniek = list(dict.fromkeys(ontvanger.posities))
    return {
        "berichten": berichten,
        "seconden": round(time.monotonic() - begin, 1),
        "pogingen terwijl de ontvanger weg was": pogingen,
        "fout toen": fout,
        "kills": kills,
        "twee keer bezorgd": len(ontvanger.posities) - len(uniek),
        "bevindingen": {
            "niet bezorgd": berichten - len(uniek),
            "niet in volgorde voor een persoon": _door_elkaar(uniek, personen),
            "handtekening klopt niet": ontvanger.vals,
        },
    }


class _Werkers:
    """The process that posts; when it is killed another is started."""

    def __init__(self, omgeving: dict[str, str]) -> None:
        self._omgeving = omgeving
        self._proces = self._start()

    def _start(self) -> subprocess.Popen[bytes]:
        opdracht = [sys.executable, "-m", "tests.proeven.bezorgproces"]
        return subprocess.Popen(opdracht, cwd=WORTEL, env=self._omgeving)  # noqa: S603 - our own command

    async def dood(self) -> None:
        """Kill -9, and start another."""
        self._proces.send_signal(signal.SIGKILL)
        await asyncio.to_thread(self._proces.wait)
        self._proces = self._start()

    def stop(self) -> None:
        """End it."""
        self._proces.kill()
        self._proces.wait()


@asynccontextmanager
async def _werkers(database: Database, factor: float) -> AsyncIterator[_Werkers]:
    zonder = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("BRON_")}
    instellingen = {
        "DATABASE_URL": database.direct_url,
        "ROLPREFIX": database.rolprefix,
        "WACHTFACTOR": f"{factor:.9f}",
        "BRP_URL": "http://127.0.0.1:1",
        "SBB_URL": "http://127.0.0.1:1",
    }
    werkers = _Werkers(zonder | {f"BRON_{naam}": waarde for naam, waarde in instellingen.items()})
    try:
        yield werkers
    finally:
        werkers.stop()


async def _tot(ontvanger: Ontvanger, aantal: int) -> None:
    """Wait until so many different messages were taken in, or nothing came for a long time."""
    einde = time.monotonic() + GEDULD
    while len(set(ontvanger.posities)) < aantal and time.monotonic() < einde:  # noqa: ASYNC110 - it is told nothing
        await asyncio.sleep(0.05)


def _door_elkaar(posities: list[int], personen: dict[int, int]) -> int:
    """Count the persons of whom something first came before what went before it."""
    per_persoon: dict[int, list[int]] = {}
    for positie in posities:
        per_persoon.setdefault(personen[positie], []).append(positie)
    return sum(een != sorted(een) for een in per_persoon.values())
