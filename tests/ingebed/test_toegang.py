"""Who gets in: over a socket in a closed folder, with the password, and no other way."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
import sqlalchemy

from app.ingebed import ingebed
from tests.ingebed.conftest import eigen_map
from tests.ingebed.processen import levenden, postmaster
from tests.postgres import adres

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def draaiend() -> Iterator[tuple[str, Path]]:
    """One server for all questions here: its URL and the folder of its cluster."""
    with eigen_map() as data, ingebed(data) as url:
        yield url, data / "postgres"


@pytest.fixture
def url(draaiend: tuple[str, Path]) -> str:
    return draaiend[0]


@pytest.fixture
def cluster(draaiend: tuple[str, Path]) -> Path:
    return draaiend[1]


def test_de_eigenaar_werkt_op_een_duurzame_databank_in_utf8(url: str) -> None:
    with psycopg.connect(url) as verbinding:
        instellingen: dict[str, str] = dict(verbinding.execute("SELECT name, setting FROM pg_settings").fetchall())
        wie = verbinding.execute("SELECT current_user, current_database(), datcollate FROM pg_database").fetchone()
    assert wie == ("bron_eigenaar", "bron", "C")
    verwacht = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on", "server_encoding": "UTF8"}
    assert verwacht.items() <= instellingen.items()
    assert instellingen["server_version"].startswith("18.")
    assert instellingen["listen_addresses"] == ""


def test_sqlalchemy_leest_hetzelfde_adres(url: str) -> None:
    engine = sqlalchemy.create_engine(url)
    with engine.connect() as verbinding:
        assert verbinding.scalar(sqlalchemy.text("SELECT current_user")) == "bron_eigenaar"
    engine.dispose()


@pytest.mark.parametrize("aanmelding", ["bron_eigenaar:fout", "bron_eigenaar", "postgres", "root"])
def test_zonder_het_wachtwoord_komt_niemand_binnen(url: str, aanmelding: str) -> None:
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(adres(url, "bron", aanmelding))


def test_elke_regel_van_toegang_is_scram(url: str) -> None:
    with psycopg.connect(url) as verbinding:
        regels = verbinding.execute("SELECT DISTINCT auth_method, error FROM pg_hba_file_rules").fetchall()
    assert regels == [("scram-sha-256", None)]


def test_mappen_en_wachtwoord_zijn_alleen_voor_de_eigenaar(cluster: Path) -> None:
    mappen = (cluster, cluster / "sockets", cluster / "gegevens")
    assert [stat.S_IMODE(map_.stat().st_mode) for map_ in mappen] == [0o700] * 3
    assert stat.S_IMODE((cluster / "wachtwoord").stat().st_mode) == 0o600


def test_een_fout_komt_zonder_gegevens_van_personen_in_het_logboek(url: str, cluster: Path) -> None:
    with psycopg.connect(url) as verbinding, pytest.raises(psycopg.DataError):
        verbinding.execute("SELECT 1 / 0, '999999011'")
    logboek = (cluster / "logboek").read_text()
    assert "division by zero" in logboek
    assert "999999011" not in logboek


def test_de_server_is_nooit_van_root_en_staat_in_een_eigen_sessie(cluster: Path) -> None:
    server = postmaster(cluster / "gegevens")
    assert levenden(cluster / "gegevens") > {server}
    assert Path(f"/proc/{server}").stat().st_uid != 0
    assert os.getsid(server) == server
