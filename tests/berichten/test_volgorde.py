"""The order of the inbox: whatever writers do at the same time, a reader that goes on sees each message once."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import psycopg
import pytest

from app.achtergrond import beurt
from app.achtergrond.nummeraar import nummeraar
from app.opslag.berichten.nummeren import KANAAL, SLOT
from tests.berichten.postbus import nummer
from tests.proeven import volgorde

if TYPE_CHECKING:
    from tests.berichten.postbus import Postbus
    from tests.postgres import Database
    from tests.register import Register

HOUDER = """
    SELECT pid FROM pg_locks JOIN pg_database ON pg_database.oid = database
    WHERE locktype = 'advisory' AND objid = %s AND granted AND datname = current_database()
"""
LAATSTE = "SELECT count(positie), max(positie) FROM bericht"


@pytest.mark.parametrize("seed", range(2))
def test_elk_bericht_precies_een_keer_en_in_volgorde(gevulde_database: Database, seed: int) -> None:
    """64 writers, a reader that pages, and somebody who holds a transaction open; `make soak` does this at length."""
    verslag = volgorde.doe(gevulde_database, seed=seed, schrijvers=64, berichten=640, wisselingen=2)
    assert verslag["bevindingen"] == dict.fromkeys(verslag["bevindingen"], 0)
    assert verslag["gelezen"] >= 640


def test_wat_later_vastligt_komt_achteraan(register: Register, postbus: Postbus) -> None:
    """The id is taken at insert, the place after commit: who commits last is last."""
    with psycopg.connect(register.database.eigenaar_url) as traag:
        traag.execute("INSERT INTO bericht (soort, instelling, inhoud) VALUES ('BEHEER', '27DV', '{\"nummer\": 1}')")
        postbus.ontvang(2)
        assert postbus.nummers() == [2]
        traag.commit()
    nummer(register)
    assert postbus.nummers() == [2, 1]


def test_wat_wordt_teruggedraaid_laat_geen_gat_dat_iemand_merkt(register: Register, postbus: Postbus) -> None:
    with psycopg.connect(register.database.eigenaar_url) as traag:
        traag.execute("INSERT INTO bericht (soort, instelling, inhoud) VALUES ('BEHEER', '27DV', '{\"nummer\": 1}')")
        postbus.ontvang(2)
        traag.rollback()
    postbus.ontvang(3)
    assert postbus.nummers() == [2, 3]


def test_alleen_de_nummeraar_meldt_zich_en_noemt_alleen_de_ontvanger(register: Register, postbus: Postbus) -> None:
    """No NOTIFY in a delivery: it would make commits wait for each other (besluit 0045)."""
    with psycopg.connect(register.database.direct_url, autocommit=True) as oor:
        oor.execute(f"LISTEN {KANAAL}")
        postbus.schrijf(1, 2)
        postbus.schrijf(3, instelling=None, afnemer="CBS")
        assert list(oor.notifies(timeout=0.1)) == []
        nummer(register)
        gehoord = [melding.payload for melding in oor.notifies(timeout=5, stop_after=2)]
    assert sorted(gehoord) == ["AFNEMER:CBS", "MBO:27DV"]


def test_een_tegelijk_en_wie_wegvalt_wordt_afgelost(
    register: Register, postbus: Postbus, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two workers: one numbers. Its backend is killed, as a kill -9 of the worker would: the other goes on."""
    monkeypatch.setattr(beurt, "NA_STORING", 0.01)
    database = register.database

    async def draai() -> tuple[int, int]:
        taken = [asyncio.create_task(nummeraar(database.direct_url, database.rolprefix)()) for _ in range(2)]
        try:
            await _tot(register, 1)
            ((eerste,),) = register.rijen(HOUDER, SLOT)
            register.rijen("SELECT pg_terminate_backend(%s)", eerste)
            postbus.schrijf(2)
            await _tot(register, 2)
            ((tweede,),) = register.rijen(HOUDER, SLOT)
        finally:
            for taak in taken:
                taak.cancel()
            await asyncio.gather(*taken, return_exceptions=True)
        return eerste, tweede

    postbus.schrijf(1)
    eerste, tweede = asyncio.run(draai())
    assert eerste != tweede
    assert postbus.nummers() == [1, 2]


async def _tot(register: Register, aantal: int) -> None:
    """Wait until so many messages have a place."""
    async with asyncio.timeout(30):
        while register.rij("SELECT count(positie) FROM bericht")[0] < aantal:  # noqa: ASYNC110 - it is in Postgres
            await asyncio.sleep(0.01)


def test_de_werker_nummert_zonder_te_kunnen_lezen_wat_erin_staat(register: Register, postbus: Postbus) -> None:
    postbus.schrijf(1)
    with psycopg.connect(register.database.direct_url) as werker:
        werker.execute(f"SET ROLE {register.database.rolprefix}werker")
        assert werker.execute("SELECT instelling FROM bericht").fetchall() == [("27DV",)]
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            werker.execute("SELECT inhoud FROM bericht")
