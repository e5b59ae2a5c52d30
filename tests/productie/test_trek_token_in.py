"""`bron trek-token-in` and what a worker reads of it."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING

import psycopg
import pytest
from psycopg_pool import AsyncConnectionPool

from app.cli import main
from app.configuratie import DEV_UITGEVER
from app.opslag import intrekking
from app.opslag.intrekking import lees_ingetrokken, trek_in
from tests.register import AANROEPERS, register_op

if TYPE_CHECKING:
    from tests.postgres import Database

UITGEVER = "https://uitgever.voorbeeld"


def _bron(monkeypatch: pytest.MonkeyPatch, database: Database, *opties: str) -> int:
    monkeypatch.setenv("BRON_DATABASE_URL", database.eigenaar_url)
    monkeypatch.setattr(sys, "argv", ["bron", "trek-token-in", "--uitgever", UITGEVER, *opties])
    with pytest.raises(SystemExit) as einde:
        main()
    return int(einde.value.code or 0)


def _lees(database: Database) -> dict[tuple[str, str, str], float]:
    async def vraag() -> dict[tuple[str, str, str], float]:
        async with AsyncConnectionPool(
            database.dienst_url, min_size=1, max_size=1, open=False, kwargs={"autocommit": True}
        ) as pool:
            return await lees_ingetrokken(pool, database.rolprefix)

    return asyncio.run(vraag())


def test_wat_is_ingetrokken_leest_elke_werker(monkeypatch: pytest.MonkeyPatch, database: Database) -> None:
    assert _bron(monkeypatch, database, "--jti", "een") == 0
    assert _bron(monkeypatch, database, "--client", "sis") == 0
    assert set(_lees(database)) == {(UITGEVER, "jti", "een"), (UITGEVER, "azp", "sis")}


def test_nog_eens_intrekken_verschuift_het_moment(database: Database) -> None:
    trek_in(database.eigenaar_url, UITGEVER, "azp", "sis", dagen=30)
    (eerst,) = _lees(database).values()
    trek_in(database.eigenaar_url, UITGEVER, "azp", "sis", dagen=1)
    (later,) = _lees(database).values()
    assert later > eerst


def test_wat_niet_meer_kan_gelden_verdwijnt(database: Database) -> None:
    trek_in(database.eigenaar_url, UITGEVER, "jti", "oud", dagen=1)
    with psycopg.connect(database.eigenaar_url, autocommit=True) as eigenaar:
        eigenaar.execute("UPDATE ingetrokken_token SET tot = now()")
        assert _lees(database) == {}
        trek_in(database.eigenaar_url, UITGEVER, "jti", "nieuw", dagen=1)
        rijen = eigenaar.execute("SELECT waarde FROM ingetrokken_token").fetchall()
    assert rijen == [("nieuw",)]


def test_de_lijst_heeft_een_grens(
    monkeypatch: pytest.MonkeyPatch, database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(intrekking, "MEESTE", 1)
    assert _bron(monkeypatch, database, "--jti", "een") == 0
    assert _bron(monkeypatch, database, "--jti", "twee") == 1
    assert "trek een client in" in capsys.readouterr().err


@pytest.mark.parametrize("opties", [(), ("--jti", "a", "--client", "b"), ("--jti", "a", "--dagen", "0")])
def test_er_is_een_ding_om_in_te_trekken(
    monkeypatch: pytest.MonkeyPatch, database: Database, opties: tuple[str, ...]
) -> None:
    assert _bron(monkeypatch, database, *opties) == 2
    assert _lees(database) == {}


def test_de_dienst_kan_niets_intrekken_of_herstellen(database: Database) -> None:
    with (
        psycopg.connect(database.dienst_url, autocommit=True) as dienst,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        dienst.execute(f"SET ROLE {database.rolprefix}schrijver; DELETE FROM ingetrokken_token")  # type: ignore[arg-type]


def test_een_ingetrokken_client_krijgt_geen_antwoord_meer(gevulde_database: Database) -> None:
    with register_op(gevulde_database, intrekking_houdbaar=1e-9) as register:
        school = register.als(AANROEPERS["school"])
        assert school.vraag("{ ik { rol } }") == {"ik": {"rol": "MBO"}}
        trek_in(gevulde_database.eigenaar_url, DEV_UITGEVER, "azp", DEV_UITGEVER, dagen=1)
        antwoord = school.stuur("{ ik { rol } }")
    assert antwoord.status_code == 401
    assert antwoord.json()["errors"][0]["extensions"]["code"] == "NIET_AANGEMELD"
