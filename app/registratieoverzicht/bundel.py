"""Records of a file put together by person, on disk: a file of any size, in any order, in a bounded piece of memory."""

from __future__ import annotations

import json
import sqlite3
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from app.registratieoverzicht.records import INDELINGEN, Record

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLAATS: Final = {soort: plaats for plaats, soort in enumerate(INDELINGEN)}
# A database without a name is a file that nobody else can find, and that is gone with its connection.
_MAAK: Final = """
    PRAGMA cache_size = -16000;
    PRAGMA temp_store = FILE;
    CREATE TABLE record (regel INTEGER PRIMARY KEY, persoon TEXT, plaats INTEGER, soort TEXT, tekst TEXT, velden TEXT);
"""
_VOEG_TOE: Final = "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?)"
_LEES: Final = """
    SELECT persoon, soort, regel, tekst, velden FROM (
        SELECT *, min(regel) OVER (PARTITION BY persoon) AS eerste FROM record
    ) ORDER BY eerste, plaats, regel
"""


class Bundel:
    """Records that are about a person; it can be read any number of times."""

    def __init__(self) -> None:
        self._bank = sqlite3.connect("")
        self._bank.executescript(_MAAK)

    def voeg_toe(self, record: Record) -> None:
        """Put a record away."""
        velden = json.dumps(record.velden, ensure_ascii=False)
        rij = (" ".join(record.persoon), _PLAATS[record.soort], record.soort, record.tekst, velden)
        self._bank.execute(_VOEG_TOE, (record.regel, *rij))

    def per_persoon(self) -> Iterator[Iterator[Record]]:
        """Yield the records of each person, who stand in order of their first line; of one by kind, then by line."""
        for _, rijen in groupby(self._bank.execute(_LEES), key=itemgetter(0)):
            yield (
                Record(soort=soort, regel=regel, tekst=tekst, velden=json.loads(velden))
                for _, soort, regel, tekst, velden in rijen
            )
