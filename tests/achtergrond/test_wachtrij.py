"""Background work: queued with what asks for it or not at all, done once, done again when a worker fell away."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
import pytest

from app.achtergrond.taken import POGINGEN, Taken
from app.achtergrond.wachtrij import Wachtrij
from app.achtergrond.werker import Werker

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tests.postgres import Database

# What comes round by the clock may stand beside it, whatever the minute at which the test runs.
BANEN = """
    SELECT task_name, args, status::text, attempts FROM procrastinate.procrastinate_jobs
    WHERE task_name = 'overzicht' ORDER BY id
"""


def _werker(database: Database, overzicht: Callable[[int], Awaitable[None]]) -> Werker:
    async def niets() -> None:
        return None

    async def klaar(_: int) -> bool:
        return True

    taken = Taken(overzicht=overzicht, kwaliteit=niets, identificatie=klaar, erkenning=klaar)
    return Werker(url=database.dienst_url, rolprefix=database.rolprefix, taken=taken, rust=0.05, stoppen=0.2)


async def _stel_uit(database: Database, nummer: int, *, breek_af: bool = False) -> None:
    async with await psycopg.AsyncConnection.connect(database.dienst_url) as verbinding:
        await verbinding.execute(f"SET ROLE {database.rolprefix}schrijver")
        await Wachtrij().stel_uit(verbinding, "overzicht", slot=f"o-{nummer}", overzicht_id=nummer)
        if breek_af:
            await verbinding.rollback()


def _zet_klaar(eigenaar: psycopg.Connection[Any], taak: str) -> None:
    """Queue what comes round by the clock, as the clock does."""
    eigenaar.execute(
        "SELECT procrastinate_defer_jobs_v1(ARRAY[ROW('default', %(taak)s::text, 0, %(taak)s::text, %(taak)s::text,"
        " '{\"timestamp\": 0}', NULL)::procrastinate_job_to_defer_v1])",
        {"taak": taak},
    )


def _banen(database: Database) -> list[tuple[object, ...]]:
    with psycopg.connect(database.eigenaar_url) as eigenaar:
        return eigenaar.execute(BANEN).fetchall()


def test_werk_komt_met_zijn_transactie_in_de_wachtrij_of_niet(database: Database) -> None:
    asyncio.run(_stel_uit(database, 1))
    asyncio.run(_stel_uit(database, 2, breek_af=True))
    assert _banen(database) == [("overzicht", {"overzicht_id": 1}, "todo", 0)]


def test_een_werker_doet_het_en_dan_is_het_weg(database: Database) -> None:
    gedaan: list[int] = []

    async def overzicht(nummer: int) -> None:
        gedaan.append(nummer)

    for nummer in (1, 2):
        asyncio.run(_stel_uit(database, nummer))
    asyncio.run(_werker(database, overzicht).werk_bij())
    assert sorted(gedaan) == [1, 2]
    assert _banen(database) == []


def test_de_wachtrij_meldt_zich_niet(database: Database) -> None:
    """A NOTIFY takes a lock of the whole server until its commit: the worker asks by itself."""
    with psycopg.connect(database.eigenaar_url, autocommit=True) as eigenaar:
        eigenaar.execute('LISTEN "procrastinate_any_queue_v1"')
        asyncio.run(_stel_uit(database, 1))
        assert list(eigenaar.notifies(timeout=0.2)) == []


def test_een_werker_stopt_als_het_moet_en_het_werk_gaat_terug(database: Database) -> None:
    """What does not end in time is broken off, and tried again by the next."""

    async def draai() -> None:
        begonnen = asyncio.Event()

        async def overzicht(_: int) -> None:
            begonnen.set()
            await asyncio.Event().wait()

        taak = asyncio.create_task(_werker(database, overzicht).werk())
        await _stel_uit(database, 1)
        await begonnen.wait()
        taak.cancel()
        with pytest.raises(asyncio.CancelledError):
            await taak

    asyncio.run(draai())
    assert _banen(database) == [("overzicht", {"overzicht_id": 1}, "todo", 1)]


def test_wat_een_weggevallen_werker_in_handen_had_wordt_hersteld(database: Database) -> None:
    gedaan: list[int] = []

    async def overzicht(nummer: int) -> None:
        gedaan.append(nummer)

    asyncio.run(_stel_uit(database, 1))
    with psycopg.connect(database.eigenaar_url, autocommit=True) as eigenaar:
        eigenaar.execute("SET search_path TO procrastinate")
        eigenaar.execute("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '1 hour')")
        eigenaar.execute(
            "UPDATE procrastinate_jobs SET status = 'doing', worker_id = (SELECT id FROM procrastinate_workers)"
        )
        _zet_klaar(eigenaar, "herstel")
    werker = _werker(database, overzicht)
    asyncio.run(werker.werk_bij())
    asyncio.run(werker.werk_bij())
    assert gedaan == [1]
    assert _banen(database) == []


def test_een_ronde_van_de_klok_die_bleef_hangen_houdt_geen_ander_werk_op(database: Database) -> None:
    """Its successor is queued already, and waits for the slot of a worker that is gone."""
    gedaan: list[int | str] = []

    async def overzicht(nummer: int) -> None:
        gedaan.append(nummer)

    async def kwaliteit() -> None:
        gedaan.append("kwaliteit")

    with psycopg.connect(database.eigenaar_url, autocommit=True) as eigenaar:
        eigenaar.execute("SET search_path TO procrastinate")
        for taak in ("kwaliteit", "herstel"):
            _zet_klaar(eigenaar, taak)
        eigenaar.execute("UPDATE procrastinate_jobs SET status = 'doing' WHERE task_name = 'kwaliteit'")
        asyncio.run(_stel_uit(database, 1))
        eigenaar.execute("UPDATE procrastinate_jobs SET status = 'doing' WHERE task_name = 'overzicht'")
        _zet_klaar(eigenaar, "kwaliteit")
    gewoon = _werker(database, overzicht)
    werker = replace(gewoon, taken=replace(gewoon.taken, kwaliteit=kwaliteit))
    asyncio.run(werker.werk_bij())
    asyncio.run(werker.werk_bij())
    assert gedaan.count(1) == 1
    assert "kwaliteit" in gedaan  # once more in the minutes after its own time on the clock


def test_een_werker_overleeft_een_database_die_even_weg_is(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    rondes: list[str] = []
    ronde = Werker._ronde  # noqa: SLF001 - the moment at which the database can be away

    async def eerst_weg(self: Werker, *, wait: bool) -> None:
        rondes.append("")
        if len(rondes) == 1:
            raise psycopg.OperationalError
        await ronde(self, wait=wait)

    async def draai() -> None:
        gedaan = asyncio.Event()

        async def overzicht(_: int) -> None:
            gedaan.set()

        await _stel_uit(database, 1)
        taak = asyncio.create_task(_werker(database, overzicht).werk())
        await asyncio.wait_for(gedaan.wait(), 30)
        taak.cancel()
        await asyncio.gather(taak, return_exceptions=True)

    monkeypatch.setattr("app.achtergrond.werker.NA_STORING", 0.05)
    monkeypatch.setattr(Werker, "_ronde", eerst_weg)
    asyncio.run(draai())
    assert len(rondes) == 2


def test_niet_eindeloos_opnieuw() -> None:
    assert POGINGEN.max_attempts == 4


def test_de_migratie_is_die_van_de_versie_die_er_is() -> None:
    """Another version of the library may bring another schema: then there is a migration to write."""
    migratie = Path(__file__).parents[2] / "alembic" / "sql" / "procrastinate_3_10_0.sql"
    assert migratie.read_text("utf-8") == files("procrastinate.sql").joinpath("schema.sql").read_text("utf-8")
