"""`make soak`: proofs that take their time, with a seed, a result as JSON and, when asked, in docs/metingen.md."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from app.logboek import richt_in
from tests.productie.opstelling import WORTEL
from tests.proeven import brp_weg, kills, schrijvers, vijandig, volgorde, webhooks
from tests.proeven.fuzz import draaien, losse_waarden, overzichten
from tests.proeven.terrein import terrein

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

NOTITIE: Final = WORTEL / "docs" / "metingen.md"
BEGIN, EINDE = "<!-- soak {naam}: begin -->", "<!-- soak {naam}: end -->"


def _kills(opties: argparse.Namespace) -> dict[str, Any]:
    return kills.doe(seed=opties.seed, aantal=opties.aantal or 200, werkers=opties.werkers)


def _schrijvers(opties: argparse.Namespace) -> dict[str, Any]:
    return schrijvers.doe(
        seed=opties.seed, schrijvers=opties.aantal or 64, seconden=opties.seconden, werkers=opties.werkers
    )


def _vijandig(_: argparse.Namespace) -> dict[str, Any]:
    return vijandig.doe()


def _operaties(opties: argparse.Namespace) -> dict[str, Any]:
    with terrein() as grond:
        return draaien.doe(grond.database, seed=opties.seed, aantal=opties.aantal or 100_000)


def _waarden(opties: argparse.Namespace) -> dict[str, Any]:
    return losse_waarden.doe(seed=opties.seed, aantal=opties.aantal or 800_000)


def _overzichten(opties: argparse.Namespace) -> dict[str, Any]:
    return overzichten.doe(seed=opties.seed, aantal=opties.aantal or 100_000)


def _brp_weg(opties: argparse.Namespace) -> dict[str, Any]:
    return brp_weg.doe(
        seed=opties.seed,
        aantal=opties.aantal or 5_000,
        uur=opties.seconden,
        kills=brp_weg.KILLS if opties.kills else (),
        werkers=opties.werkers,
    )


def _volgorde(opties: argparse.Namespace) -> dict[str, Any]:
    """Run the order of messages again and again, each time by the next seed."""
    seeds = range(opties.seed, opties.seed + (opties.aantal or 100))
    with terrein() as grond:
        verslagen = [
            volgorde.doe(grond.database, seed=seed, schrijvers=64, berichten=3_200, wisselingen=10) for seed in seeds
        ]
    return {
        "keren": len(verslagen),
        "gelezen": sum(een["gelezen"] for een in verslagen),
        "nummeraars gedood": sum(een["nummeraars gedood"] for een in verslagen),
        "bevindingen": {
            naam: sum(een["bevindingen"][naam] for een in verslagen) for naam in verslagen[0]["bevindingen"]
        },
    }


def _webhooks(opties: argparse.Namespace) -> dict[str, Any]:
    with terrein() as grond:
        return webhooks.doe(
            grond.database, seed=opties.seed, berichten=opties.aantal or 10_000, weg=opties.seconden, kills=5
        )


PROEVEN: Final[Mapping[str, Callable[[argparse.Namespace], dict[str, Any]]]] = {
    "kills": _kills,
    "schrijvers": _schrijvers,
    "vijandig": _vijandig,
    "operaties": _operaties,
    "waarden": _waarden,
    "overzichten": _overzichten,
    "brp-weg": _brp_weg,
    "volgorde": _volgorde,
    "webhooks": _webhooks,
}


def main() -> int:
    """Run the proofs that are named, or all; gives 0 when none of them found anything."""
    opties = _opties().parse_args()
    richt_in("ERROR")  # on stderr: stdout is for the result
    verslagen = {naam: PROEVEN[naam](opties) for naam in opties.proef or PROEVEN}
    print(json.dumps(verslagen, indent=2, ensure_ascii=False))  # noqa: T201 - the result of a command
    if opties.notitie:
        tekst = NOTITIE.read_text("utf-8")
        for naam, verslag in verslagen.items():
            tekst = bijgewerkt(tekst, naam, verslag)
        NOTITIE.write_text(tekst, "utf-8")
    return int(any(_bevindingen(verslag) for verslag in verslagen.values()))


def _opties() -> argparse.ArgumentParser:
    lezer = argparse.ArgumentParser(prog="make soak", description=__doc__)
    lezer.add_argument("proef", nargs="*", choices=[*PROEVEN, []], help="welke; zonder: alle")
    lezer.add_argument("--seed", type=int, default=1)
    lezer.add_argument(
        "--aantal",
        type=int,
        help="kills, schrijvers, berichten, mensen, keren of invoer; zonder: docs/metingen.md",
    )
    lezer.add_argument(
        "--seconden", type=float, default=60.0, help="duur van schrijvers, een dag van webhooks, een uur van brp-weg"
    )
    lezer.add_argument("--kills", action="store_true", help="brp-weg: kill -9 van de werker en van Postgres erbij")
    lezer.add_argument("--werkers", type=int, default=2, help="processen van de dienst")
    lezer.add_argument("--notitie", action="store_true", help="schrijf het resultaat in docs/metingen.md")
    return lezer


def _bevindingen(verslag: Mapping[str, Any]) -> list[str]:
    """Name what a proof found that should not be."""
    return [str(naam) for naam, aantal in verslag["bevindingen"].items() if aantal]


def bijgewerkt(tekst: str, naam: str, verslag: Mapping[str, Any]) -> str:
    """Return the note with this result between its markers, which must be there."""
    begin, einde = BEGIN.format(naam=naam), EINDE.format(naam=naam)
    voor, _, rest = tekst.partition(begin)
    _, gevonden, na = rest.partition(einde)
    if not gevonden:
        sys.exit(f"{NOTITIE.name} heeft geen {begin}")
    dag = datetime.now(UTC).date().isoformat()
    inhoud = json.dumps(verslag, indent=1, ensure_ascii=False)
    return f"{voor}{begin}\n{dag}\n```json\n{inhoud}\n```\n{einde}{na}"


if __name__ == "__main__":
    sys.exit(main())
