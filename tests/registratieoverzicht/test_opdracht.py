"""`bron importeer-ro`: what it writes, for people and for programs, and how it ends."""

from __future__ import annotations

import json
import stat
from typing import TYPE_CHECKING, Any, Protocol

import pytest
import typer
from typer.testing import CliRunner

from app.cli.importeer_ro import AFGEKEURD, ONLEESBAAR, importeer_ro
from app.configuratie import Configuratie
from app.ingebed import ruim_op
from tests.cli.conftest import proces
from tests.meegeleverd import BRP, SBB, bronnen_hier, laad_meegeleverd
from tests.registratieoverzicht.bestand import BESTAND, REGELS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from typer.testing import Result

    from tests.postgres import Database


class Importeer(Protocol):
    def __call__(self, *argumenten: str) -> Result: ...


@pytest.fixture
def importeer(database: Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[Importeer]:
    """The command, on the database and the sources of the test."""
    configuratie = Configuratie(rolprefix=database.rolprefix, brp_url=BRP, sbb_url=SBB)
    configuratie = configuratie.model_copy(update={"database_url": database.eigenaar_url})  # a socket is no web address
    monkeypatch.setattr("app.cli.importeer_ro.laad", lambda: configuratie)
    bron = typer.Typer()
    bron.command()(importeer_ro)
    with bronnen_hier(database):
        yield lambda *argumenten: CliRunner().invoke(bron, argumenten)


def _bestand(map_: Path, *regels: str) -> Path:
    pad = map_ / "RO_27DV.CSV"
    pad.write_bytes("".join(f"{regel}\r\n" for regel in regels).encode("utf-8-sig"))
    return pad


def test_alles_aanvaard_is_0_met_tellingen_per_record(importeer: Importeer, database: Database, tmp_path: Path) -> None:
    laad_meegeleverd(database)
    pad = _bestand(tmp_path, *REGELS[:-1], "SLR|3|4|6|2|3|2|1|1|1")
    (tmp_path / "RO_27DV.CSV.afgekeurd.json").write_text("van een vorige keer")
    uitkomst = importeer(str(pad), "--instelling", "27DV")
    assert uitkomst.exit_code == 0, uitkomst.output
    antwoord: dict[str, Any] = json.loads(uitkomst.stdout)
    assert antwoord["records"]["ISG"] == {
        "goedgekeurd": 3,
        "goedgekeurd_met_signaal": 1,
        "afgekeurd": 0,
        "in_behandeling": 0,
    }
    assert antwoord["records"]["AMO"]["goedgekeurd"] == 1
    assert antwoord["verschillenMetSluitrecord"] == {"DIP": {"sluitrecord": 2, "bestand": 1}}
    assert antwoord["afgekeurd"] is None
    assert [bestand.name for bestand in tmp_path.iterdir()] == ["RO_27DV.CSV"]


def test_afgekeurde_regels_komen_in_een_bestand_voor_de_eigenaar_alleen(
    importeer: Importeer, database: Database, tmp_path: Path
) -> None:
    laad_meegeleverd(database)
    pad = _bestand(tmp_path, *(regel.replace("|100312093|", "|1|") for regel in REGELS))
    uitkomst = importeer(str(pad), "--instelling", "27DV")
    assert uitkomst.exit_code == AFGEKEURD
    geschreven = tmp_path / "RO_27DV.CSV.afgekeurd.json"
    assert json.loads(uitkomst.stdout)["afgekeurd"] == str(geschreven)
    assert stat.S_IMODE(geschreven.stat().st_mode) == 0o600
    (rij,) = json.loads(geschreven.read_text("utf-8"))
    assert rij["records"] == [{"regel": 7, "record": REGELS[6].replace("|100312093|", "|1|")}]
    assert [(signaal["code"], signaal["pad"]) for signaal in rij["signalen"]] == [("B05", ["leerbedrijfId"])]


def test_waar_de_afgekeurde_regels_komen_is_te_kiezen(importeer: Importeer, tmp_path: Path) -> None:
    pad, elders = _bestand(tmp_path, *REGELS), tmp_path / "elders.json"
    uitkomst = importeer(str(pad), "--instelling", "27DV", "--afgekeurd", str(elders))
    assert uitkomst.exit_code == AFGEKEURD
    assert len(json.loads(elders.read_text("utf-8"))) == 12


def test_een_plek_waar_niets_kan_worden_geschreven_wordt_genoemd(importeer: Importeer, tmp_path: Path) -> None:
    uitkomst = importeer(
        str(_bestand(tmp_path, *REGELS)), "--instelling", "27DV", "--afgekeurd", str(tmp_path / "nee" / "a.json")
    )
    assert uitkomst.exit_code == AFGEKEURD
    assert "Kies --afgekeurd" in uitkomst.stderr


@pytest.mark.parametrize(
    ("regels", "fouten"),
    [
        ((*REGELS, "XXX|1"), [{"regel": 25, "reden": "recordsoort 'XXX' bestaat niet"}]),
        (("VLP|25LX", *REGELS[1:]), [{"regel": 1, "reden": "het bestand is niet van instelling 27DV"}]),
    ],
)
def test_een_onleesbaar_bestand_is_2_en_levert_niets(
    importeer: Importeer, tmp_path: Path, regels: tuple[str, ...], fouten: list[dict[str, object]]
) -> None:
    uitkomst = importeer(str(_bestand(tmp_path, *regels)), "--instelling", "27DV")
    assert uitkomst.exit_code == ONLEESBAAR
    assert json.loads(uitkomst.stdout) == {"aantal": 1, "fouten": fouten}


def test_een_bestand_dat_geen_tekst_is_is_onleesbaar(importeer: Importeer, tmp_path: Path) -> None:
    pad = tmp_path / "RO.CSV"
    pad.write_bytes(b"PER|\xff")
    uitkomst = importeer(str(pad), "--instelling", "27DV")
    assert uitkomst.exit_code == ONLEESBAAR
    assert "UTF-8" in uitkomst.stdout


def test_een_mens_ziet_een_tabel_of_de_fouten(
    importeer: Importeer,
    database: Database,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert importeer
    laad_meegeleverd(database)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    with pytest.raises(typer.Exit) as einde:
        importeer_ro(_bestand(tmp_path, *REGELS), instelling="27DV")
    assert einde.value.exit_code == 0
    gezien = capsys.readouterr().out
    assert "met signaal" in gezien
    assert "I19: 1 keer. Wel een werkelijke einddatum en geen reden." in gezien
    with pytest.raises(typer.Exit) as einde:
        importeer_ro(_bestand(tmp_path, *["X|"] * 60), instelling="27DV")
    assert einde.value.exit_code == ONLEESBAAR
    fout = capsys.readouterr().err.splitlines()
    assert fout[0] == "Niets geleverd: RO_27DV.CSV is onleesbaar."
    assert fout[1] == "regel 1: recordsoort 'X' bestaat niet"
    assert fout[-1] == "en nog 10"


def test_op_een_map_waar_nog_niets_is(tmp_path: Path) -> None:
    """An empty embedded database is migrated first, and BRP and SBB start beside the command."""
    data, afgekeurd = tmp_path / "data", tmp_path / "afgekeurd.json"
    opties = ("--instelling", "27DV", "--data", str(data), "--afgekeurd", str(afgekeurd))
    opdracht = proces("importeer-ro", str(BESTAND), *opties)
    try:
        uit, fout = opdracht.communicate(timeout=120)
    finally:
        ruim_op(data)
    assert opdracht.returncode == AFGEKEURD, fout
    assert json.loads(uit)["signalen"]["L03"] == 12


def test_een_bestand_dat_er_niet_is_wordt_genoemd(tmp_path: Path) -> None:
    opdracht = proces("importeer-ro", str(tmp_path / "geen.csv"), "--instelling", "27DV")
    _, fout = opdracht.communicate(timeout=60)
    assert opdracht.returncode == ONLEESBAAR
    assert "kan niet worden gelezen" in fout
