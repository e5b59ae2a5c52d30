"""A whole file: read once and judged as a whole, then given out student by student, whatever its size and order."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Final

from app.registratieoverzicht.bundel import Bundel
from app.registratieoverzicht.inlezen import Leesfout, lees_records
from app.registratieoverzicht.student import Student

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.registratieoverzicht.records import Record

EENMALIG: Final = ("VLP", "SLR")
MEESTE_FOUTEN: Final = 50


class OnleesbaarOverzicht(Exception):  # noqa: N818 - Dutch: what is unreadable is the error
    """The file cannot be read and nothing of it was offered; fouten are the first so many, aantal is all of them."""

    def __init__(self, fouten: Iterable[Leesfout]) -> None:
        gesorteerd = sorted(fouten)
        self.aantal = len(gesorteerd)
        self.fouten = tuple(gesorteerd[:MEESTE_FOUTEN])
        super().__init__("\n".join(map(str, self.fouten)))


@dataclass(slots=True)
class Overzicht:
    """What a file holds; eenmalig are its leading and closing record, when it has them."""

    geteld: Counter[str] = field(default_factory=Counter)
    eenmalig: dict[str, Record] = field(default_factory=dict)
    _bundel: Bundel = field(default_factory=Bundel)

    def neem(self, record: Record) -> Leesfout | None:
        """Take a record in; returns why it cannot be."""
        self.geteld[record.soort] += 1
        if record.soort not in EENMALIG:
            self._bundel.voeg_toe(record)
        elif (eerder := self.eenmalig.setdefault(record.soort, record)) is not record:
            return Leesfout(record.regel, f"{record.soort} staat ook op regel {eerder.regel}")
        return None

    def studenten(self) -> Iterator[Student]:
        """Yield the students in order of their first line."""
        return map(Student.van, self._bundel.per_persoon())

    @property
    def aantal_te_leveren(self) -> int:
        """Return how many records are offered to the register."""
        return sum(aantal for soort, aantal in self.geteld.items() if soort not in EENMALIG)

    @property
    def verschillen(self) -> dict[str, tuple[int, int]]:
        """Return the kinds of record of which the closing record counts another number: expected and found."""
        verwacht = self.eenmalig["SLR"].velden if "SLR" in self.eenmalig else {}
        paren = {soort: (aantal, self.geteld[soort]) for soort, aantal in verwacht.items()}
        return {soort: paar for soort, paar in paren.items() if paar[0] != paar[1]}


def lees_overzicht(regels: Iterable[str], instelling: str) -> Overzicht:
    """Read a file that should be of this institution; raises OnleesbaarOverzicht with every fault in it."""
    overzicht = Overzicht()
    fouten = [fout for fout in _lees(regels, overzicht) if fout]
    fouten += chain.from_iterable(student.fouten for student in overzicht.studenten())
    voorloop = overzicht.eenmalig.get("VLP")
    if voorloop and voorloop.velden["brin"] != instelling:
        fouten.append(Leesfout(voorloop.regel, f"het bestand is niet van instelling {instelling}"))
    if not overzicht.geteld and not fouten:
        fouten.append(Leesfout(0, "het bestand bevat geen records"))
    if fouten:
        raise OnleesbaarOverzicht(fouten)
    return overzicht


def _lees(regels: Iterable[str], overzicht: Overzicht) -> Iterator[Leesfout | None]:
    try:
        for gelezen in lees_records(regels):
            yield gelezen if isinstance(gelezen, Leesfout) else overzicht.neem(gelezen)
    except UnicodeDecodeError:
        yield Leesfout(0, "het bestand is geen tekst in UTF-8")
