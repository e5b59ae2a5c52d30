"""The story that most tests begin with: one student, enrolled once, with one placement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.domain.bouw import aanleveren, aanleveren_bpv, identificeren

if TYPE_CHECKING:
    from tests.domain.bouw import Invoer


def geidentificeerd() -> tuple[Invoer, ...]:
    """The student, known and nothing more."""
    return (identificeren(),)


def ingeschreven(**anders: object) -> tuple[Invoer, ...]:
    """The student with enrolment 1."""
    return *geidentificeerd(), aanleveren(**{"inschrijvingvolgnummer": "1"} | anders)


def met_stage(**anders: object) -> tuple[Invoer, ...]:
    """The student with enrolment 1 and placement 1."""
    return *ingeschreven(), aanleveren_bpv(**{"bpvvolgnummer": "1"} | anders)
