"""docs/berichten.md: its examples answer what stands there, and its way to check a signature checks ours."""

from __future__ import annotations

import asyncio
import re
import time
from typing import TYPE_CHECKING, Any, Final

from app.achtergrond.nummeraar import nummer_bij
from app.bezorgen.gebeurtenis import handtekening
from app.naslag import DOCS
from domain.aanroeper import Aanroeper, Rol
from domain.codes import BerichtSoort
from tests.docs.voorbeelden import Voorbeeld, voorbeelden

if TYPE_CHECKING:
    import pytest

    from tests.docs.conftest import Register
    from tests.postgres import Database

BLAD: Final = DOCS / "berichten.md"
TEKST: Final = BLAD.read_text(encoding="utf-8")
SCHOOL: Final = Aanroeper(rol=Rol.MBO, instelling="27DV")
BEHEER: Final = Voorbeeld(
    kop="",
    document="mutation ($input: IdentificerenPersoonInput!) { identificerenPersoon(input: $input) { status } }",
    variabelen={
        "input": {
            "kenmerk": "ipo-1",
            "burgerservicenummer": "999940041",
            "geboortedatum": "2003-01-17",
            "geslacht": "M",
            "beheer": {"instelling": "27DV", "reden": "herstel na storing"},
        }
    },
    antwoord={"data": {"identificerenPersoon": {"status": "GOEDGEKEURD"}}},
)


def test_elk_voorbeeld_geeft_het_antwoord_dat_er_staat(register: Register, database: Database) -> None:
    assert register.beantwoord([(Aanroeper(rol=Rol.IPO), BEHEER)]) == [BEHEER.antwoord]
    assert asyncio.run(nummer_bij(database.direct_url, database.rolprefix)) == 1
    verhaal = list(voorbeelden(BLAD))
    assert [voorbeeld.kop for voorbeeld in verhaal] == ["Pull", "Confirm", "Webhook"]
    antwoorden = register.beantwoord([(SCHOOL, voorbeeld) for voorbeeld in verhaal])
    for voorbeeld, antwoord in zip(verhaal, antwoorden, strict=True):
        assert antwoord == voorbeeld.antwoord, voorbeeld.kop


def test_elke_soort_bericht_staat_op_het_blad() -> None:
    assert {soort for soort in BerichtSoort if f"| `{soort}` |" not in TEKST} == set()


def test_zo_toetst_een_ontvanger_de_handtekening(monkeypatch: pytest.MonkeyPatch) -> None:
    (code,) = re.findall(r"^```python\n(.*?)^```$", TEKST, re.DOTALL | re.MULTILINE)
    hier: dict[str, Any] = {}
    exec(code, hier)  # noqa: S102 - what the page tells others to run
    nu, lichaam = int(time.time()), b'{"a":1}'
    kop = handtekening("geheim", lichaam, nu)
    assert hier["klopt"]("geheim", kop, lichaam)
    assert not hier["klopt"]("anders", kop, lichaam)
    assert not hier["klopt"]("geheim", kop, lichaam + b" ")
    monkeypatch.setattr(time, "time", lambda: nu + 301.0)
    assert not hier["klopt"]("geheim", kop, lichaam)
