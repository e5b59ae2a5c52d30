"""The house as text: which files there are, and what they call and import."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

WORTEL: Final = Path(__file__).resolve().parents[2]
KAMERS: Final = ("app", "schema", "resolvers", "domain")


def bestanden(*kamers: str) -> list[Path]:
    """The modules of these rooms, relative to the root."""
    return sorted(pad.relative_to(WORTEL) for kamer in kamers for pad in (WORTEL / kamer).rglob("*.py"))


def boom(bestand: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse((WORTEL / bestand).read_text(encoding="utf-8"))


def aanroepen(bestand: Path, *namen: str) -> list[str]:
    """Each call of a function or method by one of these names, as `name:line`."""
    return [f"{naam}:{regel}" for naam, regel in _aanroepen(bestand) if naam in namen]


def _aanroepen(bestand: Path) -> Iterator[tuple[str, int]]:
    for knoop in ast.walk(boom(bestand)):
        if isinstance(knoop, ast.Call):
            functie = knoop.func
            yield str(getattr(functie, "attr", getattr(functie, "id", ""))), knoop.lineno


def invoer(bestand: Path) -> set[str]:
    """The modules that a module imports, those for type checking too."""
    gevonden = set()
    for knoop in ast.walk(boom(bestand)):
        if isinstance(knoop, ast.Import):
            gevonden |= {alias.name for alias in knoop.names}
        elif isinstance(knoop, ast.ImportFrom) and knoop.module:
            gevonden |= {knoop.module, *(f"{knoop.module}.{alias.name}" for alias in knoop.names)}
    return gevonden


def teksten(bestand: Path) -> Iterator[str]:
    """The literal texts of a module, bytes too."""
    for knoop in ast.walk(boom(bestand)):
        if isinstance(knoop, ast.Constant) and isinstance(knoop.value, str | bytes):
            yield knoop.value.decode() if isinstance(knoop.value, bytes) else knoop.value
