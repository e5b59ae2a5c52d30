"""Where the cluster and its binaries stand when the account of the server cannot come everywhere."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

from app.ingebed import IngebedFout, cluster, gebruiker, ingebed, plaats, programmas, ruim_op
from app.ingebed.gebruiker import Gebruiker
from tests.ingebed.processen import postmaster

if TYPE_CHECKING:
    from collections.abc import Iterator

IS_ROOT = os.geteuid() == 0


@pytest.fixture
def dichte_data(open_map: Path) -> Iterator[Path]:
    """Below a folder of ours alone, as /root is."""
    dicht = open_map / "dicht"
    dicht.mkdir(mode=0o700)
    yield dicht / "data"
    ruim_op(dicht / "data")


def modi(pad: Path) -> list[int]:
    return [ouder.stat().st_mode for ouder in pad.parents]


def test_achter_een_dichte_map_staat_het_cluster_elders_en_blijft_elke_modus_staan(dichte_data: Path) -> None:
    vooraf = modi(dichte_data)
    with ingebed(dichte_data) as url, psycopg.connect(url) as verbinding:
        (gegevens,) = verbinding.execute("SHOW data_directory").fetchone() or ()
        assert modi(dichte_data) == vooraf
    assert (dichte_data / plaats.VERWIJZING).exists() == IS_ROOT
    assert Path(gegevens).is_relative_to(plaats.ELDERS if IS_ROOT else dichte_data)
    assert plaats.vind(dichte_data) == Path(gegevens).parent


def test_een_verwezen_cluster_is_van_ons_alleen_wordt_teruggevonden_en_opgeruimd(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Gebruiker, "kan_in", lambda *_: False)
    monkeypatch.setattr(programmas, "leesbaar", lambda installatie, *_: installatie)
    with ingebed(data) as eerst:
        elders = Path((data / plaats.VERWIJZING).read_text())
        assert elders.stat().st_mode & 0o777 == 0o700
    with ingebed(data) as daarna:
        assert daarna == eerst
    ruim_op(data)
    assert not elders.exists()
    assert not (data / plaats.VERWIJZING).exists()


def test_een_verdwenen_cluster_wordt_gemeld_en_opnieuw_gemaakt(
    data: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    data.mkdir()
    (data / plaats.VERWIJZING).write_text(str(tmp_path / "weg"))
    with ingebed(data):
        assert "is daar weg" in caplog.text


def test_van_onleesbare_programmas_draait_een_kopie(
    data: Path, dichte_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wiel, dicht = programmas.uit_wiel().parent, dichte_data.parent
    for deel in (wiel.name, f"{wiel.name}.libs"):
        shutil.copytree(wiel.with_name(deel), dicht / deel)
    monkeypatch.setattr(programmas, "uit_wiel", lambda: dicht / wiel.name / "pginstall")
    with ingebed(data):
        programma = Path(f"/proc/{postmaster(data / 'postgres' / 'gegevens')}/exe").readlink()
    assert programma.is_relative_to(data / "postgres" if IS_ROOT else dicht)


def test_zonder_het_wiel_staat_er_hoe_je_het_installeert(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programmas, "find_spec", lambda _: None)
    with pytest.raises(IngebedFout, match=r"pip install '\.\[ingebed\]'"), ingebed(data):
        pass


def test_bij_een_te_lang_pad_staat_de_socket_in_tmp(open_map: Path) -> None:
    data = open_map / ("lang" * 30)
    with ingebed(data) as url, psycopg.connect(url) as verbinding:
        sockets = Path(verbinding.info.host)
        assert sockets.parent == Path("/tmp")  # noqa: S108
        assert sockets.stat().st_mode & 0o777 == 0o700
    assert not sockets.exists()


def test_een_socketmap_van_een_ander_wordt_geweigerd(
    open_map: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster.Cluster, "sockets", tmp_path)
    tmp_path.chmod(0o777)
    with pytest.raises(IngebedFout, match="is van een ander"), ingebed(open_map):
        pass


def test_een_cluster_van_een_andere_gebruiker_wordt_geweigerd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: tmp_path.stat().st_uid + 1)
    with pytest.raises(IngebedFout, match="andere gebruiker"):
        gebruiker.van(tmp_path)


def test_een_bestand_als_datamap_wordt_geweigerd(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    with pytest.raises(IngebedFout, match="niet te maken"), ingebed(tmp_path / "data"):
        pass
