"""`python -m bench`: measure, write the figures as JSON, and with --verslag the page docs/metingen.md."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from bench.loop import meet
from bench.machine import machine
from bench.meten import Maat, Uitkomst
from bench.verslag import schrijf

_VERSLAG: Final = Path(__file__).parent.parent / "docs" / "metingen.md"


def main() -> None:
    """Measure the sizes that are asked for, one after the other."""
    opties = _opties()
    for map_ in (opties.data, opties.json.parent):
        map_.mkdir(parents=True, exist_ok=True)
    maat = Maat(rondes=opties.rondes, seconden=opties.seconden)
    uitkomst: Uitkomst = {
        "op": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": machine(),
        "maat": {"rondes": maat.rondes, "seconden": maat.seconden, "leveringenPerRonde": maat.leveringen},
        "registers": [],
    }
    for personen in opties.personen:
        uitkomst["registers"].append(meet(opties.data / str(personen), personen, maat, _meld))
        opties.json.write_text(json.dumps(uitkomst, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    _meld(f"cijfers in {opties.json}")
    if opties.verslag:
        schrijf(_VERSLAG, uitkomst)
        _meld(f"verslag in {_VERSLAG}")


def _opties() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Meet het register onder belasting.")
    parser.add_argument("--personen", type=int, nargs="+", default=[20_000], help="groottes van het register")
    parser.add_argument("--rondes", type=int, default=7, help="rondes per meting; de mediaan telt")
    parser.add_argument("--seconden", type=float, default=3.0, help="belasting per ronde en dienst")
    parser.add_argument("--data", type=Path, default=Path(".data/bench"), help="map van registers en logboeken")
    parser.add_argument("--json", type=Path, default=Path(".data/bench/uitkomst.json"), help="waar de cijfers komen")
    parser.add_argument("--verslag", action="store_true", help="vervang de cijfers in docs/metingen.md")
    return parser.parse_args()


def _meld(tekst: str) -> None:
    sys.stderr.write(f"{datetime.now(UTC):%H:%M:%S} {tekst}\n")


if __name__ == "__main__":
    main()
