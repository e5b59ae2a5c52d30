"""What points somewhere arrives: links between pages, paths they name, and decisions that the code refers to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest

from app.naslag import DOCS

if TYPE_CHECKING:
    from pathlib import Path

WORTEL: Final = DOCS.parent
BLADEN: Final = [WORTEL / "README.md", WORTEL / "CHANGELOG.md", *sorted(DOCS.rglob("*.md"))]
BESLUITEN: Final = sorted((DOCS / "besluiten").glob("*.md"))
KOPPEN: Final = ("**Context.** ", "**Decision.** ", "**Consequences.** ", "**What holds it.** ")
_VERWIJZING: Final = re.compile(r"\]\(([^)\s]+)\)")
_BESLUIT: Final = re.compile(r"[Bb]esluit (\d{4})")
_PAD: Final = re.compile(r"`((?:app|schema|resolvers|domain|alembic|tests|docs)/[\w./-]*)`")


def _namen(paden: list[Path]) -> list[object]:
    return [pytest.param(pad, id=str(pad.relative_to(WORTEL))) for pad in paden]


@pytest.mark.parametrize("blad", _namen(BLADEN))
def test_elke_verwijzing_komt_aan(blad: Path) -> None:
    for doel in _VERWIJZING.findall(blad.read_text(encoding="utf-8")):
        if "://" not in doel:
            pad, _, kop = doel.partition("#")
            assert (blad.parent / pad).exists(), doel
            assert not kop or f"# {kop}" in blad.read_text(encoding="utf-8").lower(), doel


@pytest.mark.parametrize("blad", _namen(BLADEN))
def test_elk_genoemd_pad_bestaat(blad: Path) -> None:
    for pad in _PAD.findall(blad.read_text(encoding="utf-8")):
        assert (WORTEL / pad).exists(), pad


@pytest.mark.parametrize("besluit", _namen(BESLUITEN))
def test_een_besluit_is_een_zin_met_haar_reden_gevolg_en_bewaker(besluit: Path) -> None:
    """One sentence that can be quoted, and what makes it more than an intention."""
    tekst = besluit.read_text(encoding="utf-8")
    assert tekst.startswith(f"# {besluit.name[:4]} ")
    assert len(re.findall(r"^> .+\.$", tekst, re.MULTILINE)) == 1
    plaatsen = [tekst.find(kop) for kop in KOPPEN]
    assert -1 not in plaatsen
    assert plaatsen == sorted(plaatsen)
    assert _PAD.search(tekst, plaatsen[-1]), "what holds it is a place in the house"


def test_elk_besluit_wordt_in_de_code_genoemd_en_elk_genoemd_besluit_bestaat() -> None:
    """A decision that no code refers to is about another house; a number without a page explains nothing."""
    code = [*_python("app", "schema", "resolvers", "domain", "alembic")]
    genoemd = {nummer for bestand in code for nummer in _BESLUIT.findall(bestand.read_text(encoding="utf-8"))}
    assert genoemd == {besluit.name[:4] for besluit in BESLUITEN}


def test_elk_besluit_dat_een_test_noemt_bestaat() -> None:
    bekend = {besluit.name[:4] for besluit in BESLUITEN}
    for bestand in _python("tests"):
        assert set(_BESLUIT.findall(bestand.read_text(encoding="utf-8"))) <= bekend, bestand


def test_de_code_verwijst_alleen_naar_bladen_die_meekomen() -> None:
    namen = {blad.name for blad in BLADEN} | {"HERKOMST.md"}
    for bestand in _python("app", "schema", "resolvers", "domain", "alembic"):
        for naam in re.findall(r"\b[\w-]+\.md\b", bestand.read_text(encoding="utf-8")):
            assert naam in namen, (bestand, naam)


def _python(*kamers: str) -> list[Path]:
    return [pad for kamer in kamers for pad in (WORTEL / kamer).rglob("*.py")]
