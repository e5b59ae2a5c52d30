"""The story that most tests begin with: one student, enrolled once, with one placement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.domain.bouw import (
    aanleveren,
    aanleveren_bpv,
    aanleveren_diploma,
    aanleveren_resultaat,
    geo,
    identificeren,
    kzd,
)
from tests.domain.wereld import REKENEN_2F

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


def afgestudeerd(**anders: object) -> tuple[Invoer, ...]:
    """The student, out of enrolment 1 on the last day of January 2026."""
    uit = {"datumUitschrijvingWerkelijk": "2026-01-31", "redenUitschrijving": "01"}
    return ingeschreven(**uit | anders)


def met_diploma(**anders: object) -> tuple[Invoer, ...]:
    """The student with diploma 1 and its parts 11, 12 and 13, as wijzigen_diploma delivers it."""
    onderdelen = {
        "generiekeExamenonderdelen": [
            geo("11", eindcijfer=7, cijferInstellingsexamen="7.4", cijferCentraalExamen="6.2"),
            geo("12", REKENEN_2F),
        ],
        "keuzedelen": [kzd("13")],
    }
    return *afgestudeerd(), aanleveren_diploma(**{"resultaatvolgnummer": "1", **onderdelen} | anders)


def met_los_resultaat(**anders: object) -> tuple[Invoer, ...]:
    """The student with loose keuzedeel 4."""
    resultaat = {"keuzedeel": kzd("4", certificaat=True)}
    return *afgestudeerd(), aanleveren_resultaat(**{"resultaat": resultaat} | anders)
