"""/gereed tells the truth about the database: its roles, its schema, its reference data; and about one to come."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import psycopg
import pytest
from psycopg_pool import AsyncConnectionPool

from app.opslag.gereed import controleer
from app.opslag.migreren import verouderde_versies

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.postgres import Database

MET_GEGEVENS = """
    INSERT INTO referentieversie (versie) VALUES (1);
    INSERT INTO opleiding (opleidingcode, naam, soort, specialist, leerwegen, vws)
    VALUES ('25655', 'x', 'KWALIFICATIE', false, '{}', false);
"""
ALLES = {"database": True, "rollen": True, "schema": True, "referentie": True}
BIJNA: dict[str, tuple[str, Mapping[str, bool]]] = {
    "alles": ("SELECT 1", ALLES),
    "een later schema": ("UPDATE alembic_version SET version_num = 'later'", ALLES),
    "een ouder schema": ("UPDATE alembic_version SET version_num = '0002'", ALLES | {"schema": False}),
    "geen schema": ("DELETE FROM alembic_version", ALLES | {"schema": False}),
    "geen referentiegegevens": ("DELETE FROM opleiding", ALLES | {"referentie": False}),
    "niet gemigreerd": ("DROP TABLE alembic_version", ALLES | {"schema": False, "referentie": False}),
    "versie niet te lezen": (
        "REVOKE SELECT ON alembic_version FROM PUBLIC, {lezer}",
        ALLES | {"schema": False, "referentie": False},
    ),
}


def _controleer(database: Database, rolprefix: str) -> Mapping[str, bool]:
    async def vraag() -> Mapping[str, bool]:
        async with AsyncConnectionPool(
            database.dienst_url, min_size=1, max_size=1, open=False, kwargs={"autocommit": True}
        ) as pool:
            return await controleer(pool, rolprefix, verouderde_versies())

    return asyncio.run(vraag())


@pytest.mark.parametrize(("ingreep", "stand"), BIJNA.values(), ids=BIJNA)
def test_gereed_is_wat_de_database_is(database: Database, ingreep: str, stand: Mapping[str, bool]) -> None:
    with psycopg.connect(database.eigenaar_url) as eigenaar:
        eigenaar.execute(MET_GEGEVENS)
        eigenaar.execute(ingreep.format(lezer=f"{database.rolprefix}lezer"))  # type: ignore[arg-type]
    assert _controleer(database, database.rolprefix) == stand


def test_zonder_rollen_is_de_dienst_niet_gereed(database: Database) -> None:
    stand = {"database": True, "rollen": False, "schema": False, "referentie": False}
    assert _controleer(database, "onbekend_") == stand


def test_de_huidige_versie_is_niet_verouderd() -> None:
    assert verouderde_versies() >= {"0001", "0002"}
