"""Several commands on the same data: one server, which the last one stops, whatever happened to the others."""

from __future__ import annotations

import os
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

from app.ingebed import gebruiker, ingebed, ruim_op
from tests.ingebed.conftest import eigen_map
from tests.ingebed.processen import ander, eerste_regel, levenden, postmaster

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def data() -> Iterator[Path]:
    """One cluster for all: every test here begins and ends without a server."""
    with eigen_map() as map_:
        yield map_
        ruim_op(map_)


@pytest.fixture
def gegevens(data: Path) -> Path:
    return data / "postgres" / "gegevens"


def test_na_het_laatste_gebruik_zijn_er_alleen_nog_gegevens(data: Path, gegevens: Path) -> None:
    with ingebed(data) as url, psycopg.connect(url) as verbinding:
        server = postmaster(gegevens)
        verbinding.execute("CREATE TABLE blijft ()")
    assert levenden(gegevens) == set()
    assert not Path(f"/proc/{server}").exists()
    assert not (data / "postgres" / "sockets").exists()
    with ingebed(data) as url, psycopg.connect(url) as verbinding:
        assert verbinding.execute("SELECT to_regclass('blijft') IS NOT NULL").fetchone() == (True,)


def test_twee_die_tegelijk_beginnen_delen_een_server_tot_de_laatste_gaat(open_map: Path) -> None:
    gegevens = open_map / "postgres" / "gegevens"
    with ander(open_map) as een, ander(open_map) as twee:
        assert eerste_regel(een) == eerste_regel(twee)
        server = postmaster(gegevens)
        assert een.communicate() == ("", "")
        assert levenden(gegevens) > {server}
        assert twee.communicate() == ("", "")
    assert levenden(gegevens) == set()


def test_een_server_waarvan_de_starter_is_gedood_wordt_overgenomen(data: Path, gegevens: Path) -> None:
    with ander(data) as starter:
        eerste_regel(starter)
        server = postmaster(gegevens)
        starter.kill()
    with ingebed(data):
        assert postmaster(gegevens) == server
    assert levenden(gegevens) == set()


def test_na_de_dood_van_alles_komt_wat_vastlag_terug(data: Path, gegevens: Path) -> None:
    with ander(data) as starter:
        with psycopg.connect(eerste_regel(starter)) as verbinding:
            verbinding.execute("CREATE TABLE lag_vast ()")
        starter.kill()
        for proces in levenden(gegevens):
            with suppress(ProcessLookupError):  # the others also leave by themselves when the first is gone
                os.kill(proces, signal.SIGKILL)
    assert (gegevens / "postmaster.pid").exists()
    with ingebed(data) as url, psycopg.connect(url) as verbinding:
        assert verbinding.execute("SELECT to_regclass('lag_vast') IS NOT NULL").fetchone() == (True,)


def test_het_nummer_van_een_dode_server_mag_nu_van_een_ander_programma_zijn(data: Path, gegevens: Path) -> None:
    """Postgres itself refuses to start here: it takes the sleeper for its predecessor."""
    with ingebed(data):
        pidbestand = (gegevens / "postmaster.pid").read_text().split("\n")
    slaper = subprocess.Popen(["sleep", "600"], user=gebruiker.kies().uid)  # noqa: S607 - of the system
    try:
        (gegevens / "postmaster.pid").write_text("\n".join([str(slaper.pid), *pidbestand[1:]]))
        with ingebed(data):
            assert postmaster(gegevens) != slaper.pid
    finally:
        slaper.kill()
        slaper.wait()


@pytest.mark.parametrize("nummer", [signal.SIGINT, signal.SIGTERM])
def test_een_stopsignaal_aan_de_groep_stopt_de_server_netjes(
    data: Path, gegevens: Path, nummer: signal.Signals
) -> None:
    with ander(data) as starter:
        eerste_regel(starter)
        os.killpg(starter.pid, nummer)
        starter.communicate()
    assert starter.returncode in {128 + nummer, -signal.SIGINT}
    assert levenden(gegevens) == set()
    assert "database system is shut down" in (data / "postgres" / "logboek").read_text()


def test_een_afgebroken_aanmaak_wordt_overgedaan(data: Path, gegevens: Path) -> None:
    with ingebed(data):
        pass
    gegevens.rename(gegevens.with_suffix(".nieuw"))
    with ingebed(data) as url, psycopg.connect(url) as verbinding:
        assert verbinding.execute("SELECT current_database()").fetchone() == ("bron",)
    assert not gegevens.with_suffix(".nieuw").exists()
