"""A little of the hour of `make soak`: the BRP away, and Postgres killed on the way.

What a killed worker had in hand is found by its silence, after a minute and a half: too long for here.
"""

from __future__ import annotations

from tests.proeven import brp_weg


def test_wat_op_de_brp_wacht_overleeft_postgres_en_houdt_niemand_op() -> None:
    verslag = brp_weg.doe(seed=1, aantal=60, uur=6.0, kills=("postmaster",), werkers=1)
    assert {naam for naam, aantal in verslag["bevindingen"].items() if aantal} == set(), verslag
    assert verslag["gehoord"] == {"IN_BEHANDELING": 60}
    assert verslag["wachtend toen de BRP terugkwam"] == 60
    assert verslag["inschrijvingen"]["weg"] > 0
    assert verslag["p95 inschrijving ms"]["weg"] < 1000 * brp_weg.TIME_OUT, verslag
