"""The records of one person, linked by key and never by position (PvE chapter 15)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Self, TypeAlias

from app.registratieoverzicht.inlezen import Leesfout

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.registratieoverzicht.records import Record

Sleutel: TypeAlias = tuple[str, ...]
ONDERDELEN: Final = ("AMO", "GEO", "KZD")
_SLEUTELVELDEN: Final = {
    "PER": (),
    "ISG": ("inschrijvingvolgnummer",),
    "BPV": ("inschrijvingvolgnummer", "bpvvolgnummer"),
    "DIP": ("resultaatvolgnummer",),
}
"""What may stand once; two periods on one day, or results with one number, are for the register to judge (I11, R17)."""


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


@dataclass(slots=True, kw_only=True)
class Student:
    """The records of one person; fouten are those that have no place in it."""

    sleutel: tuple[str, str]
    persoon: Record | None = None
    inschrijvingen: dict[str, Inschrijfrecords] = field(default_factory=dict)
    bpvs: list[Record] = field(default_factory=list)
    diplomas: dict[str, Diplomarecords] = field(default_factory=dict)
    losse_resultaten: list[Record] = field(default_factory=list)
    fouten: list[Leesfout] = field(default_factory=list)

    @classmethod
    def van(cls, records: Iterable[Record]) -> Self:
        """Put the records of a person together; they come by kind, as what they belong to must be there before."""
        student: Self | None = None
        gezien: dict[Sleutel, int] = {}
        for record in records:
            student = student or cls(sleutel=record.persoon)
            eerder = gezien.setdefault(_sleutel(record), record.regel)
            reden = f"staat ook op regel {eerder}" if eerder != record.regel else student.plaats(record)
            if reden:
                student.fouten.append(Leesfout(record.regel, f"{record.soort} {reden}"))
        if student is None:
            raise ValueError("a person of whom there is nothing")
        return student

    def plaats(self, record: Record) -> str | None:
        """Put a record where it belongs; returns why it belongs nowhere."""
        match record.soort:
            case "PER":
                self.persoon = record
            case "BPV":
                self.bpvs.append(record)
            case "ISG":
                self.inschrijvingen[record.velden["inschrijvingvolgnummer"]] = Inschrijfrecords(inschrijving=record)
            case "DIP":
                self.diplomas[record.velden["resultaatvolgnummer"]] = Diplomarecords(diploma=record)
            case soort if soort in ONDERDELEN:
                return self._plaats_resultaat(record)
            case _:
                return self._plaats_deel(record)
        return None

    def _plaats_deel(self, record: Record) -> str | None:
        inschrijving = self.inschrijvingen.get(record.velden["inschrijvingvolgnummer"])
        if inschrijving is None:
            return "hoort bij een inschrijving die niet in het bestand staat"
        (inschrijving.perioden if record.soort == "ISP" else inschrijving.ondersteuning).append(record)
        return None

    def _plaats_resultaat(self, record: Record) -> str | None:
        """Put a result with its diploma, or by itself when it names none."""
        volgnummer = record.velden.get("resultaatvolgnummerDiploma")
        diploma = self.diplomas.get(volgnummer or "")
        if volgnummer is not None and diploma is None:
            return "hoort bij een diploma dat niet in het bestand staat"
        (diploma.onderdelen if diploma else self.losse_resultaten).append(record)
        return None


def _sleutel(record: Record) -> Sleutel:
    """Return what makes it another record than all others: its key, or else its line."""
    if record.soort not in _SLEUTELVELDEN:
        return (str(record.regel),)
    return (record.soort, *(record.velden[veld] for veld in _SLEUTELVELDEN[record.soort]))
