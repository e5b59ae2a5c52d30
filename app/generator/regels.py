"""Rows in the text format of COPY, and the columns of each table in the order in which they are sent.

Nothing is escaped: the texts made here hold no tab, newline, quote or backslash (tests/generator prove it).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from app.opslag.tabellen import metadata
from app.opslag.tabellen.versies import VERSIETABELLEN

if TYPE_CHECKING:
    from collections.abc import Mapping

Rij = dict[str, Any]
NIETS: Final = "\\N"
TABELLEN: Final = (
    "persoon",
    "persoonsnummer",
    "persoon_instelling",
    "inschrijving",
    "inschrijvingsperiode",
    "extra_ondersteuning",
    "bpv",
    "signaal",
    "levering",
    "ontvangst",
    *(f"{tabel}_historie" for tabel in VERSIETABELLEN),
)
"""What is filled, in an order in which every reference finds its row."""
VAN_DE_DATABASE: Final = {"historie_id"}
KOLOMMEN: Final[Mapping[str, tuple[str, ...]]] = {
    tabel: tuple(
        kolom.name
        for kolom in metadata.tables[tabel].columns
        if kolom.name not in VAN_DE_DATABASE and (tabel, kolom.name) != ("ontvangst", "id")
    )
    for tabel in TABELLEN
}


def regel(tabel: str, rij: Mapping[str, Any]) -> str:
    """Return the row as a line; KeyError for a column that is not there."""
    waarden = [rij[kolom] for kolom in KOLOMMEN[tabel]]
    return "\t".join(
        [NIETS if waarde is None else waarde if type(waarde) is str else tekst(waarde) for waarde in waarden]
    )


def tekst(waarde: object) -> str:
    """Return a value as COPY reads it; a list or dict is json, a tuple an array of texts."""
    if isinstance(waarde, list | dict):
        return compact(waarde)
    if isinstance(waarde, tuple):
        return "{" + ",".join(f'"{deel}"' for deel in waarde) + "}"
    return str(waarde)


compact: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode
"""JSON without spaces, keys in order: of texts, whole numbers and booleans that is the form of RFC 8785."""
