"""A few of the kills of `make soak`: a worker, Postgres as a whole, one of its processes; two workers under load."""

from __future__ import annotations

import random

from tests.proeven.kills import doe_deze


def test_wat_bevestigd_is_overleeft_een_werker_postgres_en_een_van_zijn_processen() -> None:
    lot = random.Random(1)  # noqa: S311 - it must be repeatable
    verslag = doe_deze(("werker", "postmaster", "verbinding"), lot, werkers=2)
    fouten = set(verslag["gehoorde fouten"]) - {"BRON_ONBEREIKBAAR", "TIJD_OVERSCHREDEN"}
    assert (fouten, {naam for naam, aantal in verslag["bevindingen"].items() if aantal}) == (set(), set()), verslag
    assert verslag["bevestigd"] > 23, verslag
