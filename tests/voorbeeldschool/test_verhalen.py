"""The sample school tells the truth: every story leads to what it says, and telling it again changes nothing."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import pytest

from app.bronnen.proef import PERSONEN
from app.voorbeeldschool.leveren import lever_verhalen, lever_voorbeeldschool
from app.voorbeeldschool.verhalen import VERHALEN
from domain.codes import LeveringSoort, Verwerkingsstatus
from tests.meegeleverd import VANDAAG, laad_meegeleverd, schrijfpad

if TYPE_CHECKING:
    from pathlib import Path

    from app.voorbeeldschool.leveren import Voortgang
    from tests.postgres import Database

STAPPEN = [stap for verhaal in VERHALEN for stap in verhaal.stappen]


def _beloofd_en_gehoord(verteld: list[Voortgang]) -> tuple[dict[str, object], dict[str, object]]:
    beloofd: dict[str, object] = {}
    gehoord: dict[str, object] = {}
    for een in verteld:
        for stap, uitkomst in zip(een.verhaal.stappen, een.uitkomsten, strict=True):
            beloofd[uitkomst.kenmerk] = (stap.status, stap.codes)
            gehoord[uitkomst.kenmerk] = (uitkomst.status, tuple(signaal.code for signaal in uitkomst.signalen))
    return beloofd, gehoord


@pytest.mark.parametrize("vandaag", [VANDAAG, date(2028, 3, 1)])
def test_elk_verhaal_loopt_zoals_het_zegt(database: Database, vandaag: date) -> None:
    laad_meegeleverd(database)
    with schrijfpad(database, vandaag=vandaag) as pad:
        beloofd, gehoord = _beloofd_en_gehoord(pad.doe(lever_verhalen(pad.leveren)))
    assert gehoord == beloofd


def test_nog_eens_vertellen_verandert_niets(database: Database) -> None:
    laad_meegeleverd(database)
    with schrijfpad(database) as pad:
        eerste = pad.doe(lever_verhalen(pad.leveren))
        stand = pad.stand()
    with schrijfpad(database) as pad:
        tweede = pad.doe(lever_verhalen(pad.leveren))
        assert pad.stand() == stand
    assert [een.uitkomsten for een in tweede] == [een.uitkomsten for een in eerste]
    assert stand["inschrijving"]
    assert stand["bpv"]


def test_andere_personen_in_de_brp_worden_gemeld(
    database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With BRON_PROEF_BRP_PERSONEN the sample finds nobody; dev starts all the same and says so."""
    laad_meegeleverd(database)
    leeg = tmp_path / "personen.json"
    leeg.write_text("[]")
    with schrijfpad(database, personen=leeg) as pad:
        pad.doe(lever_voorbeeldschool(pad.leveren))
    assert "voorbeeldschool_wijkt_af" in capsys.readouterr().out


def test_iedereen_uit_de_proef_brp_heeft_een_verhaal() -> None:
    personen = {persoon["burgerservicenummer"] for persoon in json.loads(PERSONEN.read_text("utf-8"))}
    genoemd = json.dumps([[verhaal.bsn, *(stap.invoer for stap in verhaal.stappen)] for verhaal in VERHALEN])
    assert {bsn for bsn in personen if bsn not in genoemd} == set()


def test_elk_verhaal_heeft_een_eigen_naam_en_een_zin() -> None:
    assert max(Counter(verhaal.naam for verhaal in VERHALEN).values()) == 1
    assert all(verhaal.tekst.endswith(".") for verhaal in VERHALEN)


def test_alle_soorten_leveringen_en_uitkomsten_komen_voor() -> None:
    assert {stap.soort for stap in STAPPEN} == set(LeveringSoort)
    assert {stap.status for stap in STAPPEN} == set(Verwerkingsstatus)
    assert {stap.wie.naam for stap in STAPPEN} == {
        "MBO:27DV",
        "MBO:25LX",
        "MBO:30ZZ",
        "IPO",
        "KETEN:BRP",
        "KETEN:SBB",
        "KETEN:VO",
    }
