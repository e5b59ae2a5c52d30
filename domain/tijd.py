"""Dates of the register: partly unknown dates, ages and study years. Nothing here reads a clock."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
EEN_DAG = timedelta(days=1)
_VORM = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class OnvolledigeDatum:
    """A date of which the day, day and month, or all may be unknown (0), as the BRP knows them: ccyy-mm-dd with 00."""

    jaar: int
    maand: int = 0
    dag: int = 0

    def __post_init__(self) -> None:
        """Refuse with ValueError what cannot exist: a known part after an unknown one, or a day outside its month."""
        if (self.dag and not self.maand) or (self.maand and not self.jaar):
            raise ValueError("an unknown part stands before a known one")
        if self.maand and self.jaar:
            date(self.jaar, self.maand, self.dag or 1)

    @classmethod
    def uit_tekst(cls, tekst: str) -> Self:
        """Read ccyy-mm-dd; ValueError when it has another form or cannot exist."""
        gevonden = _VORM.fullmatch(tekst)
        if not gevonden:
            raise ValueError("not of the form ccyy-mm-dd")
        return cls(*(int(deel) for deel in gevonden.groups()))

    @classmethod
    def van(cls, datum: date) -> Self:
        """Return the fully known date."""
        return cls(datum.year, datum.month, datum.day)

    def __str__(self) -> str:
        return f"{self.jaar:04}-{self.maand:02}-{self.dag:02}"

    def komt_overeen_met(self, ander: OnvolledigeDatum) -> bool:
        """Tell whether both can be the same day: an unknown part agrees with everything (register.md 4.1)."""
        paren = ((self.jaar, ander.jaar), (self.maand, ander.maand), (self.dag, ander.dag))
        return all(een == twee or 0 in {een, twee} for een, twee in paren)

    def vroegste(self) -> date | None:
        """Return the earliest day it can be; None when nothing is known."""
        return date(self.jaar, self.maand or 1, self.dag or 1) if self.jaar else None

    def laatste(self) -> date | None:
        """Return the last day it can be; None when nothing is known."""
        if not self.jaar:
            return None
        maand = self.maand or 12
        return date(self.jaar, maand, self.dag or calendar.monthrange(self.jaar, maand)[1])


def datum_uit_tekst(tekst: str) -> date:
    """Read a full date ccyy-mm-dd and nothing else (`date.fromisoformat` takes more); ValueError otherwise."""
    if not _VORM.fullmatch(tekst):
        raise ValueError("not of the form ccyy-mm-dd")
    return date.fromisoformat(tekst)


def leeftijd(geboortedatum: OnvolledigeDatum, op: date) -> int | None:
    """Return the age in years on a day; with unknown parts the oldest possible (register.md 2, own choice)."""
    geboren = geboortedatum.vroegste()
    if geboren is None:
        return None
    return op.year - geboren.year - ((op.month, op.day) < (geboren.month, geboren.day))


def studiejaar(datum: date) -> int:
    """Return the calendar year in which the study year of this day begins (1 August)."""
    return datum.year if datum.month >= 8 else datum.year - 1  # noqa: PLR2004 - August


@dataclass(frozen=True, slots=True)
class Tijdvak:
    """Days from begin up to and including einde; None is open."""

    begin: date
    einde: date | None = None

    def bevat(self, dag: date) -> bool:
        """Tell whether the day lies in it."""
        return self.begin <= dag and (self.einde is None or dag <= self.einde)

    def omvat(self, ander: Tijdvak) -> bool:
        """Tell whether the other lies within it; an open end lies within whatever end there is."""
        return self.bevat(ander.begin) and (ander.einde is None or self.bevat(ander.einde))

    def overlapt(self, ander: Tijdvak) -> bool:
        """Tell whether both have a day in common."""
        return (ander.einde is None or self.begin <= ander.einde) and (self.einde is None or ander.begin <= self.einde)
