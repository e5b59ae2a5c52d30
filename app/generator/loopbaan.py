"""What a student did at school: enrolments one after the other, at one institution or more, as they stand now."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from app.generator.lot import Verdeling
from app.generator.wereld import BEGIN, PEIL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.generator.lot import Lot
    from app.generator.wereld import School, Wereld

ACTIEF: Final = 0.2
"""The share of the persons with a running enrolment: 500,000 of 2.5 million (register.md 11)."""
_AANTAL: Final = Verdeling.van([(1, 68), (2, 25), (3, 7)])
_INSTROOM: Final = Verdeling.van([(2023, 15), (2024, 25), (2025, 28), (2026, 32)])
_EEN_JAAR: Final = 365


class Verblijf(NamedTuple):
    """A stay at an institution; einde None: it still runs. claim: this enrolment asks for funding."""

    school: School
    begin: date
    einde: date | None
    claim: bool


def loopbaan(lot: Lot, wereld: Wereld) -> list[Verblijf]:
    """Return the stays of a person, the first one first."""
    verblijven = list(_terug(lot, wereld))[::-1]
    laatste = verblijven[-1]
    if laatste.einde is None and lot.kans(0.15):  # a second training beside it: 600,000 running for 500,000 students
        begin = min(laatste.begin + timedelta(days=lot.tussen(0, 90)), PEIL - timedelta(days=20))
        verblijven.append(Verblijf(laatste.school, max(begin, laatste.begin), None, claim=False))
    return verblijven


def _terug(lot: Lot, wereld: Wereld) -> Iterator[Verblijf]:
    """Yield the stays from the last one back, as far as BEGIN."""
    school, einde = wereld.scholen.kies(lot), None
    if lot.kans(ACTIEF):
        begin = _dag(lot, _INSTROOM.kies(lot))
    else:
        einde = PEIL - timedelta(days=lot.tussen(30, 9 * _EEN_JAAR))
        begin = _begin_voor(lot, einde)
    yield Verblijf(school, begin, einde, school.bekostigd)
    for _ in range(_AANTAL.kies(lot) - 1):
        einde = begin - timedelta(days=lot.tussen(1, 400))
        if lot.kans(0.03):
            einde = min(
                begin + timedelta(days=lot.tussen(20, 60)), PEIL
            )  # not signed out in time: two claims at once (I15)
        if einde < BEGIN + timedelta(days=200):
            return
        school = school if lot.kans(0.5) else wereld.scholen.kies(lot)
        begin = _begin_voor(lot, einde)
        yield Verblijf(school, begin, einde, school.bekostigd)


def _begin_voor(lot: Lot, einde: date) -> date:
    """Return the begin of an enrolment that ended: some months to four years before, often on 1 August."""
    begin = max(einde - timedelta(days=lot.tussen(100, 4 * _EEN_JAAR)), BEGIN)
    augustus = date(begin.year, 8, 1)
    return augustus if lot.kans(0.7) and BEGIN <= augustus < einde - timedelta(days=30) else begin


def _dag(lot: Lot, jaar: int) -> date:
    """Return a day on which a student begins in the school year of this calendar year."""
    augustus = date(jaar, 8, 1)
    return augustus if lot.kans(0.75) else min(augustus + timedelta(days=lot.tussen(1, 250)), PEIL - timedelta(days=10))
