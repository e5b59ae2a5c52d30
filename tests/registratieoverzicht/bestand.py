"""The overview of the tests, a fiction of our own, and the dialects that such files come in."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

BESTAND: Final = Path(__file__).with_name("RO_27DV_20250801_20261124.CSV")
REGELS: Final = tuple(BESTAND.read_text("utf-8").splitlines())
AANTALLEN: Final = {"PER": 3, "ISG": 4, "ISP": 6, "ISE": 2, "BPV": 3, "DIP": 1, "AMO": 1, "GEO": 1, "KZD": 1}


def met_dag_voorop(regels: tuple[str, ...]) -> tuple[str, ...]:
    """Write dates as a spreadsheet does: 2025-08-01 as 1-8-2025, and unknown parts as 0."""
    return tuple(
        re.sub(r"\b(\d{4})-(\d{2})-(\d{2})\b", lambda m: f"{int(m[3])}-{int(m[2])}-{m[1]}", regel) for regel in regels
    )


def in_rekenblad(regels: tuple[str, ...]) -> tuple[str, ...]:
    """Do all that a spreadsheet does: semicolons, days first, zeros gone, as many fields as the widest line."""
    anders = [regel.replace("|08", "|8").replace("|", ";") for regel in met_dag_voorop(regels)]
    breedst = max(regel.count(";") for regel in anders)
    return tuple(regel + ";" * (breedst - regel.count(";")) for regel in anders)


def zonder_lege_velden_achteraan(regels: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(regel.rstrip("|") for regel in regels)


def andersom(regels: tuple[str, ...]) -> tuple[str, ...]:
    """Every record in another place: what belongs together is to be linked by key."""
    return tuple(reversed(regels))


DIALECTEN: Final = {
    "puntkomma": tuple(regel.replace("|", ";") for regel in REGELS),
    "dag voorop": met_dag_voorop(REGELS),
    "rekenblad": in_rekenblad(REGELS),
    "kort": zonder_lege_velden_achteraan(REGELS),
    "zonder voorloop": REGELS[1:],
    "sluitrecord voorop": (REGELS[-1], *REGELS[:-1]),
    "lege regels": ("", *REGELS, "", ";;;"),
    "regeleinden": tuple(f"{regel}\r\n" for regel in REGELS),
}
