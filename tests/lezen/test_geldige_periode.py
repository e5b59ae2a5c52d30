"""The valid period with everything that is computed of it, of many enrolments at once."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from tests.lezen.gegevens import VANDAAG

if TYPE_CHECKING:
    from tests.lezen.gegevens import Gegevens
    from tests.lezen.gesprek import Gesprek

LIJST = "{ inschrijvingen { edges { node { geldigePeriode { datumBegin datumEinde niveau } } } } }"


def test_het_einde_van_een_periode_is_dat_van_haar_eigen_inschrijving(gegevens: Gegevens, gesprek: Gesprek) -> None:
    """Found by generated operations: the computed end was looked for among the periods of everybody."""
    for dagen in (30, 60):
        inschrijving = gegevens.inschrijving(gegevens.persoon(bij=("27DV",)))
        gegevens.periode(inschrijving, datum_begin=date(2025, 8, 1))
        gegevens.periode(inschrijving, datum_begin=VANDAAG + timedelta(days=dagen + 1))
    knopen = [edge["node"]["geldigePeriode"] for edge in gesprek.data(LIJST)["inschrijvingen"]["edges"]]
    assert [knoop["datumEinde"] for knoop in knopen] == [
        (VANDAAG + timedelta(days=dagen)).isoformat() for dagen in (30, 60)
    ]
    assert {knoop["datumBegin"] for knoop in knopen} == {"2025-08-01"}
