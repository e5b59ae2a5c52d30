"""README.md: what it says can be typed, and answers what it says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from typer.main import get_command

from app.cli import app
from app.naslag import DOCS
from domain.aanroeper import Aanroeper, Rol
from tests.docs.voorbeelden import van_curl, voorbeelden

if TYPE_CHECKING:
    from tests.docs.conftest import Register

README: Final = DOCS.parent / "README.md"
TEKST: Final = README.read_text(encoding="utf-8")
SCHOOL: Final = Aanroeper(rol=Rol.MBO, instelling="27DV")


def test_de_eerste_vraag_en_de_leveringen_geven_wat_er_staat(register: Register) -> None:
    """On the sample school, as `make run` delivers it."""
    register.lever_voorbeeldschool()
    verhaal = [van_curl(README), *voorbeelden(README)]
    for voorbeeld, antwoord in zip(verhaal, register.beantwoord([(SCHOOL, een) for een in verhaal]), strict=True):
        assert antwoord == voorbeeld.antwoord, voorbeeld.kop


def test_elke_opdracht_van_make_staat_er_en_bestaat() -> None:
    makefile = (DOCS.parent / "Makefile").read_text(encoding="utf-8")
    bestaand = set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE)) - {"help"}
    assert set(re.findall(r"`make ([\w-]+)`", TEKST)) == bestaand


def test_elke_opdracht_van_bron_staat_er_en_bestaat() -> None:
    bestaand: Any = get_command(app)
    assert set(re.findall(r"^\| `bron ([\w-]+)", TEKST, re.MULTILINE)) == set(bestaand.commands)
