"""A whole file: the records of each person together, linked by key and never by position (PvE chapter 15)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

from app.registratieoverzicht.inlezen import Leesfout, lees_records
from app.registratieoverzicht.records import INDELINGEN, Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Sleutel: TypeAlias = tuple[str, ...]
_SLEUTELVELDEN: Final = {
    "PER": (),
    "ISG": ("inschrijvingvolgnummer",),
    "BPV": ("inschrijvingvolgnummer", "bpvvolgnummer"),
    "DIP": ("resultaatvolgnummer",),
}
ONDERDELEN: Final = ("AMO", "GEO", "KZD")
_DELEN: Final = ("ISP", "ISE", *ONDERDELEN)  # two on one day, or with one number: the register judges (I11, I20, R17)
MEESTE_FOUTEN: Final = 50


class OnleesbaarOverzicht(Exception):  # noqa: N818 - Dutch: what is unreadable is the error
    """The file cannot be read and nothing of it was offered; fouten are the first so many, aantal is all of them."""

    def __init__(self, fouten: Iterable[Leesfout]) -> None:
        gesorteerd = sorted(fouten)
        self.aantal = len(gesorteerd)
        self.fouten = tuple(gesorteerd[:MEESTE_FOUTEN])
        super().__init__("\n".join(map(str, self.fouten)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Inschrijfrecords:
    """An enrolment (ISG) with its periods (ISP) and its extra support (ISE)."""

    inschrijving: Record
    perioden: list[Record] = field(default_factory=list)
    ondersteuning: list[Record] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Diplomarecords:
    """A diploma (DIP) with its parts (AMO, GEO, KZD)."""

    diploma: Record
    onderdelen: list[Record] = field(default_factory=list)


@dataclass(slots=True)
class Student:
    """The records of one person."""

    persoon: Record | None = None
    inschrijvingen: dict[str, Inschrijfrecords] = field(default_factory=dict)
    bpvs: list[Record] = field(default_factory=list)
    diplomas: dict[str, Diplomarecords] = field(default_factory=dict)
    losse_resultaten: list[Record] = field(default_factory=list)


@dataclass(slots=True)
class Overzicht:
    """What a file holds; verwacht are the counts of its closing record, when it has one."""

    voorloop: Record | None = None
    verwacht: Mapping[str, int] | None = None
    geteld: Counter[str] = field(default_factory=Counter)
    studenten: dict[Sleutel, Student] = field(default_factory=dict)

    @property
    def aantal_te_leveren(self) -> int:
        """Return how many records are offered to the register."""
        return sum(aantal for soort, aantal in self.geteld.items() if soort not in {"VLP", "SLR"})

    @property
    def verschillen(self) -> dict[str, tuple[int, int]]:
        """Return the kinds of record of which the closing record counts another number: expected and found."""
        paren = {soort: (aantal, self.geteld[soort]) for soort, aantal in (self.verwacht or {}).items()}
        return {soort: paar for soort, paar in paren.items() if paar[0] != paar[1]}


def lees_overzicht(regels: Iterable[str], instelling: str) -> Overzicht:
    """Read a file that should be of this institution; raises OnleesbaarOverzicht with every fault in it."""
    records: list[Record] = []
    fouten: list[Leesfout] = []
    try:
        for gelezen in lees_records(regels):
            (fouten if isinstance(gelezen, Leesfout) else records).append(gelezen)  # type: ignore[arg-type]
    except UnicodeDecodeError:
        fouten.append(Leesfout(0, "het bestand is geen tekst in UTF-8"))
    overzicht = _gebundeld(records, fouten)
    if overzicht.voorloop and overzicht.voorloop.velden["brin"] != instelling:
        fouten.append(Leesfout(overzicht.voorloop.regel, f"het bestand is niet van instelling {instelling}"))
    if not records and not fouten:
        fouten.append(Leesfout(0, "het bestand bevat geen records"))
    if fouten:
        raise OnleesbaarOverzicht(fouten)
    return overzicht


def _gebundeld(records: Iterable[Record], fouten: list[Leesfout]) -> Overzicht:
    overzicht = Overzicht()
    gezien: dict[Sleutel, int] = {}
    for record in sorted(records, key=lambda record: tuple(INDELINGEN).index(record.soort)):
        overzicht.geteld[record.soort] += 1
        eerder = record.regel if record.soort in _DELEN else gezien.setdefault(_sleutel(record), record.regel)
        reden = f"staat ook op regel {eerder}" if eerder != record.regel else _plaats(record, overzicht)
        if reden:
            fouten.append(Leesfout(record.regel, f"{record.soort} {reden}"))
    return overzicht


def _sleutel(record: Record) -> Sleutel:
    if record.soort not in _SLEUTELVELDEN:
        return (record.soort,)
    return (record.soort, *record.persoon, *(record.velden[veld] for veld in _SLEUTELVELDEN[record.soort]))


def _plaats(record: Record, overzicht: Overzicht) -> str | None:
    """Put a record where it belongs; returns why it belongs nowhere."""
    match record.soort:
        case "VLP":
            overzicht.voorloop = record
        case "SLR":
            overzicht.verwacht = record.velden
        case _:
            return _plaats_bij(overzicht.studenten.setdefault(record.persoon, Student()), record)
    return None


def _plaats_bij(student: Student, record: Record) -> str | None:
    match record.soort:
        case "PER":
            student.persoon = record
        case "BPV":
            student.bpvs.append(record)
        case "ISG":
            student.inschrijvingen[record.velden["inschrijvingvolgnummer"]] = Inschrijfrecords(inschrijving=record)
        case "DIP":
            student.diplomas[record.velden["resultaatvolgnummer"]] = Diplomarecords(diploma=record)
        case soort if soort in ONDERDELEN:
            return _plaats_resultaat(student, record)
        case _:
            return _plaats_deel(student, record)
    return None


def _plaats_deel(student: Student, record: Record) -> str | None:
    inschrijving = student.inschrijvingen.get(record.velden["inschrijvingvolgnummer"])
    if inschrijving is None:
        return "hoort bij een inschrijving die niet in het bestand staat"
    (inschrijving.perioden if record.soort == "ISP" else inschrijving.ondersteuning).append(record)
    return None


def _plaats_resultaat(student: Student, record: Record) -> str | None:
    """Put a result with its diploma, or by itself when it names none."""
    volgnummer = record.velden.get("resultaatvolgnummerDiploma")
    diploma = student.diplomas.get(volgnummer or "")
    if volgnummer is not None and diploma is None:
        return "hoort bij een diploma dat niet in het bestand staat"
    (diploma.onderdelen if diploma else student.losse_resultaten).append(record)
    return None
