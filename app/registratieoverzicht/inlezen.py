"""From the lines of a file to its records, one at a time; what cannot be read is a fault with its line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.registratieoverzicht.records import INDELINGEN, Record, lees_velden
from app.registratieoverzicht.vormen import OnleesbareWaardeError, getoond

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SCHEIDINGSTEKENS: Final = "|;"


@dataclass(frozen=True, slots=True, order=True)
class Leesfout:
    """Why a line cannot be read, in Dutch; line 0 is the file as a whole."""

    regel: int
    reden: str

    def __str__(self) -> str:
        return f"regel {self.regel}: {self.reden}" if self.regel else self.reden


def lees_records(regels: Iterable[str]) -> Iterator[Record | Leesfout]:
    """Yield what each line holds, in order; lines without any content are no records."""
    scheiding = ""
    for nummer, regel in enumerate(regels, start=1):
        tekst = regel.rstrip("\r\n")
        scheiding = scheiding or next((teken for teken in tekst if teken in SCHEIDINGSTEKENS), "")
        if tekst.strip(SCHEIDINGSTEKENS + " "):
            yield _record(nummer, tekst, scheiding or SCHEIDINGSTEKENS[0])


def _record(nummer: int, tekst: str, scheiding: str) -> Record | Leesfout:
    soort, *delen = (deel.strip() for deel in tekst.split(scheiding))
    if any(teken in soort for teken in SCHEIDINGSTEKENS):
        return Leesfout(nummer, f"het scheidingsteken van dit bestand is {scheiding!r}")
    if soort not in INDELINGEN:
        return Leesfout(nummer, f"recordsoort {getoond(soort)} bestaat niet")
    try:
        return Record(soort=soort, regel=nummer, tekst=tekst, velden=lees_velden(soort, delen))
    except OnleesbareWaardeError as fout:
        return Leesfout(nummer, str(fout))
