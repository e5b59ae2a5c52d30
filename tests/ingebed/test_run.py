"""The databases of a test run: shared by its workers, and gone after it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
from psycopg import sql

from tests.ingebed.processen import WORTEL
from tests.postgres import Run, adres, kloon, maak_sjabloon, start

if TYPE_CHECKING:
    from tests.postgres import Database, Server

PROEF = """
import psycopg

def test_meld(database, server, worker_id):
    with psycopg.connect(database.dienst_url) as verbinding:
        begin, naam = verbinding.execute("SELECT pg_postmaster_start_time(), current_database()").fetchone()
    with open(__file__ + "." + worker_id, "w") as uit:
        print(begin.isoformat(), server.run.map, database.rolprefix, naam, file=uit)
"""


def test_werkers_delen_een_server_en_na_de_run_is_alles_weg(tmp_path: Path) -> None:
    proef = tmp_path / "test_proef.py"
    proef.write_text(PROEF)
    omgeving = os.environ | {"BRON_TEST_DATABASE_URL": ""}
    opties = ("-n", "2", "--dist", "each", "-p", "tests.conftest", "-c", os.devnull, "--rootdir", str(tmp_path))
    opdracht = [sys.executable, "-m", "pytest", "-q", *opties, str(proef)]
    uitkomst = subprocess.run(  # noqa: S603
        opdracht, env=omgeving, cwd=WORTEL, capture_output=True, text=True, check=False
    )
    assert uitkomst.returncode == 0, uitkomst.stdout + uitkomst.stderr

    een, twee = (bestand.read_text().split() for bestand in tmp_path.glob("test_proef.py.gw*"))
    assert een[:3] == twee[:3]
    assert een[3] != twee[3]
    assert not Path(een[1]).exists()


def test_een_run_op_een_bestaande_server_laat_daar_niets_achter(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    def migreer(url: str, *, rolprefix: str) -> None:
        with psycopg.connect(url) as verbinding:
            verbinding.execute(sql.SQL("CREATE ROLE {} NOLOGIN").format(sql.Identifier(rolprefix + "lezer")))

    monkeypatch.setenv("BRON_TEST_DATABASE_URL", server.url)
    run = Run.nieuw()
    with start(run) as zelfde, kloon(zelfde, maak_sjabloon(zelfde, migreer)):
        assert namen_van(server, run) >= {f"{run.rolprefix}{naam}" for naam in ("lezer", "dienst", "sjabloon")}
    run.ruim_op()
    assert namen_van(server, run) == set()
    assert not run.map.exists()


def namen_van(server: Server, run: Run) -> set[str]:
    """The databases and roles of a run."""
    namen = server.beheer.execute("SELECT datname FROM pg_database UNION SELECT rolname FROM pg_roles").fetchall()
    return {naam for (naam,) in namen if naam.startswith(run.rolprefix)}


def test_elke_proef_heeft_een_eigen_databank_met_het_schema(database: Database) -> None:
    with psycopg.connect(database.eigenaar_url) as verbinding:
        verbinding.execute("CREATE TABLE alleen_hier ()")
        assert verbinding.execute("SELECT to_regclass('alembic_version') IS NOT NULL").fetchone() == (True,)


@pytest.mark.parametrize("rol", ["lezer_mbo", "lezer_ipo", "lezer_afnemer", "schrijver", "werker"])
def test_de_dienst_kan_elke_rol_aannemen(database: Database, rol: str) -> None:
    with psycopg.connect(database.dienst_url) as verbinding:
        verbinding.execute(f"SET LOCAL ROLE {database.rolprefix}{rol}")
        assert verbinding.execute("SELECT current_user").fetchone() == (database.rolprefix + rol,)


def test_de_dienst_heeft_zelf_geen_rechten_en_bewaart_niets(database: Database) -> None:
    with psycopg.connect(database.dienst_url, autocommit=True) as verbinding:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            verbinding.execute("SELECT * FROM persoon")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            verbinding.execute(f"SET ROLE {database.rolprefix}bewaren")


def test_niemand_komt_op_het_sjabloon(server: Server, sjabloon: str, database: Database) -> None:
    with pytest.raises(psycopg.OperationalError, match="not currently accepting connections"):
        psycopg.connect(adres(database.eigenaar_url, sjabloon))
    verbonden = server.beheer.execute("SELECT count(*) FROM pg_stat_activity WHERE datname = %s", [sjabloon])
    assert verbonden.fetchone() == (0,)
