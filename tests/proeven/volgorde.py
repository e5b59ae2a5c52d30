"""The order of messages under pressure: many writers, one who holds a transaction open, sequencers that fall away.

A reader pages on from its last cursor all the while. Whatever happened, it saw every message that was committed exactly
once, and the list read again from the start is what it saw.
"""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import psycopg

from app.achtergrond.nummeraar import nummeraar
from app.opslag.berichten.nummeren import SLOT
from tests.register import AANROEPERS, register_op

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.klant import Klant
    from tests.postgres import Database

ONTVANGERS: Final = {"27DV": "school", "25LX": "andere"}
TERUGGEDRAAID: Final = 0.1
LANGSTE_PAUZE: Final = 0.005  # seconds between a message and its commit
_SCHRIJF: Final = """
    INSERT INTO bericht (soort, instelling, inhoud) VALUES ('BEHEER', %s, jsonb_build_object('nummer', %s::text))
"""
_LEES: Final = """
query Lees($first: Int, $after: String) {
  berichten(first: $first, after: $after) { pageInfo { hasNextPage } edges { cursor node { inhoud } } }
}
"""
_ZONDER_PLAATS: Final = "SELECT FROM bericht WHERE positie IS NULL LIMIT 1"
_DOOD_NUMMERAAR: Final = """
    SELECT pg_terminate_backend(pid) FROM pg_locks
    WHERE locktype = 'advisory' AND objid = %s AND granted
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""


@dataclass
class Volgorde:
    """What was committed, in order for each writer, and what each receiver saw."""

    database: Database
    lot: random.Random
    vastgelegd: dict[str, list[str]] = field(default_factory=lambda: {brin: [] for brin in ONTVANGERS})
    gezien: dict[str, list[str]] = field(default_factory=lambda: {brin: [] for brin in ONTVANGERS})
    klaar: bool = False

    async def schrijf(self, schrijver: int, aantal: int) -> None:
        """Write messages, one or some to a transaction; some transactions come to nothing."""
        lot = random.Random(self.lot.random())  # noqa: S311 - it must be repeatable
        async with await psycopg.AsyncConnection.connect(self.database.eigenaar_url) as verbinding:
            geschreven = 0
            while geschreven < aantal:
                samen = [
                    (lot.choice(list(ONTVANGERS)), f"{schrijver}-{geschreven + nr}")
                    for nr in range(lot.choice((1, 1, 3)))
                ]
                for bericht in samen:
                    await verbinding.execute(_SCHRIJF, bericht)
                await asyncio.sleep(lot.random() * LANGSTE_PAUZE)
                if lot.random() < TERUGGEDRAAID:
                    await verbinding.rollback()
                    continue
                await verbinding.commit()
                geschreven += len(samen)
                self._onthoud(samen)

    async def houd_vast(self, klaar: asyncio.Event) -> None:
        """Write first and commit last: its messages have the lowest ids of all."""
        samen = [(brin, f"traag-{nr}") for nr, brin in enumerate(ONTVANGERS)]
        async with await psycopg.AsyncConnection.connect(self.database.eigenaar_url) as verbinding:
            for bericht in samen:
                await verbinding.execute(_SCHRIJF, bericht)
            await klaar.wait()
            await verbinding.commit()
        self._onthoud(samen)

    async def lees(self, klant: Klant, brin: str) -> None:
        """Page on until all was written and read."""
        na: str | None = None
        while True:
            laatste_keer = self.klaar
            antwoord = await asyncio.to_thread(klant.vraag, _LEES, first=self.lot.randint(1, 40), after=na)
            bladzijde = antwoord["berichten"]["edges"]
            self.gezien[brin] += [edge["node"]["inhoud"]["nummer"] for edge in bladzijde]
            na = bladzijde[-1]["cursor"] if bladzijde else na
            if laatste_keer and not bladzijde:
                return

    async def dood_nummeraars(self, keren: int) -> None:
        """Kill the one that numbers, again and again."""
        async with await psycopg.AsyncConnection.connect(self.database.eigenaar_url, autocommit=True) as verbinding:
            while keren:
                await asyncio.sleep(0.05 + 0.1 * self.lot.random())
                keren -= (await verbinding.execute(_DOOD_NUMMERAAR, (SLOT,))).rowcount

    async def tot_alles_genummerd(self) -> None:
        """Return when every message has a place."""
        async with await psycopg.AsyncConnection.connect(self.database.eigenaar_url, autocommit=True) as verbinding:
            while (await verbinding.execute(_ZONDER_PLAATS)).rowcount:  # noqa: ASYNC110 - it is in Postgres
                await asyncio.sleep(0.02)
        self.klaar = True

    def _onthoud(self, samen: list[tuple[str, str]]) -> None:
        for brin, nummer in samen:
            self.vastgelegd[brin].append(nummer)


def doe(database: Database, *, seed: int, schrijvers: int, berichten: int, wisselingen: int) -> dict[str, Any]:
    """Write so many messages or a few more while others read, with so many sequencers killed; gives what was found.

    It begins with an empty inbox, for a database that was used before.
    """
    with psycopg.connect(database.eigenaar_url, autocommit=True) as eigenaar:
        eigenaar.execute("TRUNCATE bericht")
    volgorde = Volgorde(database, random.Random(seed))  # noqa: S311 - it must be repeatable
    with register_op(database) as register:
        klanten = {brin: register.als(AANROEPERS[wie]) for brin, wie in ONTVANGERS.items()}
        asyncio.run(_draai(volgorde, klanten, schrijvers, berichten // schrijvers, wisselingen))
        opnieuw = {brin: list(_alles(klant)) for brin, klant in klanten.items()}
    return {
        "schrijvers": schrijvers,
        "gelezen": sum(map(len, volgorde.gezien.values())),
        "nummeraars gedood": wisselingen,
        "bevindingen": {
            "gemist": sum((Counter(volgorde.vastgelegd[b]) - Counter(volgorde.gezien[b])).total() for b in ONTVANGERS),
            "dubbel of te veel": sum(
                (Counter(volgorde.gezien[b]) - Counter(volgorde.vastgelegd[b])).total() for b in ONTVANGERS
            ),
            "andere volgorde bij opnieuw lezen": sum(volgorde.gezien[b] != opnieuw[b] for b in ONTVANGERS),
            "door elkaar voor een schrijver": sum(_door_elkaar(volgorde, b) for b in ONTVANGERS),
        },
    }


async def _draai(
    volgorde: Volgorde, klanten: dict[str, Klant], schrijvers: int, per_schrijver: int, wisselingen: int
) -> None:
    database = volgorde.database
    nummeraars = [asyncio.create_task(nummeraar(database.direct_url, database.rolprefix)()) for _ in range(2)]
    geschreven = asyncio.Event()
    lezers = [asyncio.create_task(volgorde.lees(klant, brin)) for brin, klant in klanten.items()]
    vasthouder = asyncio.create_task(volgorde.houd_vast(geschreven))
    try:
        await asyncio.gather(
            volgorde.dood_nummeraars(wisselingen), *(volgorde.schrijf(nr, per_schrijver) for nr in range(schrijvers))
        )
        geschreven.set()
        await vasthouder
        await volgorde.tot_alles_genummerd()
        await asyncio.gather(*lezers)
    finally:
        for taak in (*nummeraars, *lezers, vasthouder):
            taak.cancel()
        await asyncio.gather(*nummeraars, *lezers, vasthouder, return_exceptions=True)


def _alles(klant: Klant) -> Iterator[str]:
    """Read the whole inbox from the start, in large pages."""
    na: str | None = None
    while edges := klant.vraag(_LEES, first=500, after=na)["berichten"]["edges"]:
        yield from (edge["node"]["inhoud"]["nummer"] for edge in edges)
        na = edges[-1]["cursor"]


def _door_elkaar(volgorde: Volgorde, brin: str) -> bool:
    """Tell whether a receiver saw what one writer committed in another order than it was committed."""

    def per_schrijver(nummers: list[str]) -> dict[str, list[str]]:
        gevonden: dict[str, list[str]] = {}
        for nummer in nummers:
            gevonden.setdefault(nummer.split("-")[0], []).append(nummer)
        return gevonden

    return per_schrijver(volgorde.gezien[brin]) != per_schrijver(volgorde.vastgelegd[brin])
