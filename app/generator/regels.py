"""Rows in the text format of COPY, and the columns of each table in the order in which they are sent.

Nothing is escaped: the texts made here hold no tab, newline, quote or backslash (tests/generator prove it).
"""

from __future__ import annotations

import json
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

from app.opslag.tabellen import metadata
from app.opslag.tabellen.versies import VERSIETABELLEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

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
    "resultaat",
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


_WAARDEN: Final = {tabel: itemgetter(*kolommen) for tabel, kolommen in KOLOMMEN.items()}


def regel(tabel: str, rij: Mapping[str, Any]) -> str:
    """Return the row as a line; KeyError for a column that is not there."""
    return "\t".join(
        [
            NIETS if waarde is None else waarde if type(waarde) is str else _VORM.get(type(waarde), str)(waarde)
            for waarde in _WAARDEN[tabel](rij)
        ]
    )


def _reeks(waarden: Iterable[str]) -> str:
    return "{" + ",".join(f'"{waarde}"' for waarde in waarden) + "}"


def _lijst(waarde: list[Any]) -> str:
    return _json(waarde) if waarde else "[]"


_json: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode
canoniek: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode
"""JSON without spaces, keys in order: of texts, whole numbers and booleans that is the form of RFC 8785."""
_VORM: Final[Mapping[type, Callable[[Any], str]]] = {list: _lijst, dict: _json, tuple: _reeks}
"""How COPY reads what is more than a text: a list or dict as json, a tuple as an array of texts."""
