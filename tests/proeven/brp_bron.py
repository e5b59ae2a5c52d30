"""The BRP of a proof: its test environment as a process, over people of the proof, and what each of them leads to."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

import httpx

from app.bronnen.proef.storing import PAD
from domain.nummers import is_bsn
from tests.buitenwereld import brp_regel, in_letters
from tests.domain.bouw import identificeren, zoeken
from tests.domain.wereld import mens
from tests.productie.opstelling import WORTEL, wacht_op
from tests.proeven.programma import vrije_poort

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from domain.persoon import Persoon
    from tests.domain.bouw import Invoer

EERSTE_BSN: Final = 300_000_000


class Afloop(StrEnum):
    """What an identification leads to once the BRP answers."""

    BSN = "BSN"
    ONDERWIJSNUMMER = "onderwijsnummer"
    AFGEKEURD = "afgekeurd"
    KEUZE = "keuze"


@dataclass(frozen=True)
class Geval:
    """One identification: what is delivered, whom the BRP knows of it, and what should come of it."""

    levering: Invoer
    brp: tuple[Persoon, ...]
    afloop: Afloop


def gevallen(aantal: int) -> list[Geval]:
    """Make so many: by number, by name, of people nobody knows, with a wrong birth date, and of two with one name."""
    nummers = (str(nummer) for nummer in range(EERSTE_BSN, 10 * EERSTE_BSN) if is_bsn(str(nummer)))
    return [_geval(plaats, *islice(nummers, 2)) for plaats in range(aantal)]


def _geval(plaats: int, bsn: str, ander: str) -> Geval:
    naam, kenmerk = f"Proef {in_letters(plaats)}", f"brp-{plaats}"
    een = mens(bsn, voornamen="Kim", geslachtsnaam=naam)
    op_naam = zoeken(kenmerk=kenmerk, geslachtsnaam=naam, voornamen="Kim")
    match plaats % 10:
        case 0:
            return Geval(op_naam, (), Afloop.ONDERWIJSNUMMER)
        case 1 | 2 | 3:
            return Geval(op_naam, (een,), Afloop.BSN)
        case 4:
            anders = identificeren(kenmerk=kenmerk, burgerservicenummer=bsn, geboortedatum="1999-01-01")
            return Geval(anders, (een,), Afloop.AFGEKEURD)
        case 5:
            return Geval(op_naam, (een, mens(ander, voornamen="Kim Maria", geslachtsnaam=naam)), Afloop.KEUZE)
        case _:
            return Geval(identificeren(kenmerk=kenmerk, burgerservicenummer=bsn), (een,), Afloop.BSN)


@dataclass(frozen=True)
class Bron:
    """A BRP that answers, or fails as it is told."""

    adres: str

    def stoor(self, soort: str | None) -> None:
        """Turn a fault on (see app/bronnen/proef/storing.py), or off with None."""
        httpx.post(self.adres + PAD, json={"soort": soort}, trust_env=False).raise_for_status()


@contextmanager
def brp_met(personen: list[dict[str, Any]], map_: Path) -> Iterator[Bron]:
    """Run the test environment of the BRP over these records."""
    bestand, poort = map_ / "brp.json", vrije_poort()
    bestand.write_text(json.dumps(personen), "utf-8")
    opdracht = [sys.executable, "-m", "app.bronnen.proef.brp", "--port", str(poort), "--personen", str(bestand)]
    with subprocess.Popen(opdracht, cwd=WORTEL, start_new_session=True) as proces:  # noqa: S603 - our own
        try:
            adres = f"http://127.0.0.1:{poort}"
            wacht_op(adres + PAD, proces)
            yield Bron(adres)
        finally:
            proces.terminate()


def records(alle: list[Geval]) -> list[dict[str, Any]]:
    """Return whom the BRP knows."""
    return [brp_regel(persoon) for geval in alle for persoon in geval.brp]
