"""Generated overviews of an institution, made of a good one: they are read, or refused with the lines at fault."""

from __future__ import annotations

import io
import random
import time
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from app.registratieoverzicht.aanbod import bpvs, diplomas, inschrijvingen, losse_resultaten, personen
from app.registratieoverzicht.overzicht import OnleesbaarOverzicht, lees_overzicht
from tests.registratieoverzicht.bestand import DIALECTEN

if TYPE_CHECKING:
    from collections.abc import Callable

STUKJES: Final = (
    b"|",
    b";",
    b"\0",
    b"\xff",
    b"\r",
    b"\n",
    b"ISG",
    b"PER",
    b"9999-99-99",
    b"0",
    b"-1",
    b" ",
    "é".encode(),
    b"",
)
INSTELLING: Final = "27DV"


def doe(*, seed: int, aantal: int) -> dict[str, Any]:
    """Read so many files; gives how many were read and refused, and what broke."""
    telling, bevindingen = Counter[str](), Counter[str]()
    begin = time.monotonic()
    for nummer in range(aantal):
        lot = random.Random(f"{seed}-{nummer}")  # noqa: S311 - it must be repeatable
        try:
            _lees(_bestand(lot))
            telling["gelezen"] += 1
        except OnleesbaarOverzicht as fout:
            telling["geweigerd"] += 1
            if not fout.fouten:
                bevindingen[f"{nummer}: geweigerd zonder reden"] += 1
        except Exception as fout:  # noqa: BLE001 - whatever it is, it is what we look for
            bevindingen[f"{nummer}: {type(fout).__name__}"] += 1
    seconden = round(time.monotonic() - begin, 1)
    return {"seed": seed, "aantal": aantal, "seconden": seconden, **telling, "bevindingen": dict(bevindingen)}


def _lees(inhoud: bytes) -> None:
    with io.TextIOWrapper(io.BytesIO(inhoud), encoding="utf-8-sig") as regels:
        overzicht = lees_overzicht(regels, INSTELLING)
    for student in overzicht.studenten():
        for soort in (personen, inschrijvingen, bpvs, diplomas, losse_resultaten):
            assert all(aanbod.records for aanbod in soort(student))


def _bestand(lot: random.Random) -> bytes:
    regels = [regel.rstrip("\r\n").encode() for regel in lot.choice(list(DIALECTEN.values()))]
    for _ in range(lot.choice((0, 1, 1, 2, 5))):
        lot.choice(_INGREPEN)(lot, regels)
    return b"\n".join(regels)


def _verwijder(lot: random.Random, regels: list[bytes]) -> None:
    if regels:
        del regels[lot.randrange(len(regels))]


def _herhaal(lot: random.Random, regels: list[bytes]) -> None:
    if regels:
        regels.insert(lot.randrange(len(regels)), lot.choice(regels))


def _beschadig(lot: random.Random, regels: list[bytes]) -> None:
    if regels:
        plaats = lot.randrange(len(regels))
        regel = regels[plaats]
        hier = lot.randrange(len(regel) + 1)
        regels[plaats] = regel[:hier] + lot.choice(STUKJES) + regel[hier + lot.randint(0, 3) :]


def _vervang_veld(lot: random.Random, regels: list[bytes]) -> None:
    if regels:
        plaats = lot.randrange(len(regels))
        velden = regels[plaats].split(b"|")
        velden[lot.randrange(len(velden))] = lot.choice(STUKJES)
        regels[plaats] = b"|".join(velden)


def _kap_af(lot: random.Random, regels: list[bytes]) -> None:
    del regels[lot.randrange(len(regels) + 1) :]


_INGREPEN: Final[tuple[Callable[[random.Random, list[bytes]], None], ...]] = (
    _verwijder,
    _herhaal,
    _beschadig,
    _vervang_veld,
    _kap_af,
)
