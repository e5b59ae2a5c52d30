"""The figures of a school there and back, between two marks in docs/metingen.md."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from bench.machine import machine

Uitkomst = dict[str, Any]
_PAGINA: Final = Path(__file__).parent.parent / "docs" / "metingen.md"
_BEGIN: Final = "<!-- rondgang: begin -->"
_EINDE: Final = "<!-- rondgang: end -->"


def schrijf(uitkomsten: list[Uitkomst]) -> None:
    """Replace what stands between the marks; ValueError without marks."""
    voor, begin, rest = _PAGINA.read_text(encoding="utf-8").partition(_BEGIN)
    _, einde, na = rest.partition(_EINDE)
    if not begin or not einde:
        raise ValueError(f"{_PAGINA} heeft geen plek voor de rondgang")
    _PAGINA.write_text(f"{voor}{_BEGIN}\n{_tekst(uitkomsten)}\n{_EINDE}{na}", encoding="utf-8")


def _tekst(uitkomsten: list[Uitkomst]) -> str:
    kop = "| | " + " | ".join(f"{een['inschrijvingen']:,} enrolments" for een in uitkomsten) + " |"
    regels = [
        ("file", [f"{een['regels']:,} lines, {een['bytes'] / 1e6:.1f} MB" for een in uitkomsten]),
        *(
            (
                stap["stap"],
                [f"{een['stappen'][nr]['seconden']} s, {een['stappen'][nr]['piekMb']} MB" for een in uitkomsten],
            )
            for nr, stap in enumerate(uitkomsten[0]["stappen"])
        ),
        ("the same out as in, and again", ["yes" if een["gelijk"] else "NO" for een in uitkomsten]),
    ]
    tabel = [f"| {naam} | {' | '.join(waarden)} |" for naam, waarden in regels]
    op = ", ".join(f"{naam} {waarde}" for naam, waarde in machine().items())
    streep = "| --- |" + " --- |" * len(uitkomsten)
    return "\n".join([f"Measured on {datetime.now(UTC).date().isoformat()}: {op}.", "", kop, streep, *tabel])
