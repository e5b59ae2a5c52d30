"""`bron laad-referentie`: what it writes, for people and for programs, and how it ends."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
import typer
from psycopg.conninfo import conninfo_to_dict
from typer.testing import CliRunner

from app.cli import laad_referentie as opdracht
from tests.referentie.bouw import schrijf

if TYPE_CHECKING:
    from pathlib import Path

    from typer.testing import Result

    from tests.postgres import Database


@pytest.fixture
def op_database(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    delen = {"password": "", **conninfo_to_dict(database.eigenaar_url)}
    plek = {naam: quote(str(waarde), safe="") for naam, waarde in delen.items()}
    url = "postgresql://{user}:{password}@{host}:{port}/{dbname}".format_map(plek)
    monkeypatch.setenv("BRON_DATABASE_URL", url)


def voer_uit(*argumenten: str) -> Result:
    bron = typer.Typer()
    bron.command()(opdracht.laad_referentie)
    return CliRunner().invoke(bron, argumenten)


@pytest.mark.usefixtures("op_database")
def test_zonder_terminal_staat_er_json_per_bestand(tmp_path: Path) -> None:
    schrijf(tmp_path, "keuzedelen.csv", "code;naam", "K0001;a", "K0002;b")
    for verwacht in ({"nieuw": 2, "gewijzigd": 0, "gelijk": 0}, {"nieuw": 0, "gewijzigd": 0, "gelijk": 2}):
        uitkomst = voer_uit(str(tmp_path))
        assert uitkomst.exit_code == 0
        assert json.loads(uitkomst.stdout) == {"bestanden": [{"bestand": "keuzedelen.csv", **verwacht}]}


@pytest.mark.usefixtures("op_database")
def test_een_foute_regel_eindigt_met_2_en_noemt_de_plaats(tmp_path: Path) -> None:
    schrijf(tmp_path, "keuzedelen.csv", "code;naam", "K0001;a", "K2;b")
    uitkomst = voer_uit(str(tmp_path), "--json")
    antwoord: dict[str, Any] = json.loads(uitkomst.stdout)
    assert uitkomst.exit_code == opdracht.ONJUISTE_INVOER
    assert antwoord["aantal"] == 1
    assert antwoord["fouten"][0] | {"melding": ""} == {
        "bestand": "keuzedelen.csv",
        "regel": 3,
        "kolom": "code",
        "reden": "VORM",
        "waarde": "K2",
        "melding": "",
    }


@pytest.mark.usefixtures("op_database")
def test_een_mens_ziet_een_tabel_of_de_fouten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    schrijf(tmp_path, "keuzedelen.csv", "code;naam", "K0001;a")
    opdracht.laad_referentie(tmp_path)
    assert "keuzedelen.csv" in capsys.readouterr().out
    schrijf(tmp_path, "keuzedelen.csv", "code;naam", *["fout;a"] * 60)
    with pytest.raises(typer.Exit) as einde:
        opdracht.laad_referentie(tmp_path)
    gezien = capsys.readouterr()
    assert einde.value.exit_code == opdracht.ONJUISTE_INVOER
    assert gezien.out == ""
    assert gezien.err.splitlines()[1].startswith("keuzedelen.csv, regel 2: code: 'fout'")
    assert gezien.err.splitlines()[-1] == "en nog 10"
