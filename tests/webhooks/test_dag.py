"""A day away, scaled, and a kill -9 in the middle of coming back: a short version of what `make soak` does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.proeven import webhooks

if TYPE_CHECKING:
    from tests.postgres import Database


def test_na_een_dag_weg_en_een_kill_is_alles_er_en_in_volgorde(gevulde_database: Database) -> None:
    verslag = webhooks.doe(gevulde_database, seed=1, berichten=1_000, weg=2.0, kills=1)
    assert verslag["bevindingen"] == dict.fromkeys(verslag["bevindingen"], 0), verslag
    assert verslag["pogingen terwijl de ontvanger weg was"] > 1, verslag
    assert verslag["twee keer bezorgd"] <= 200, verslag
