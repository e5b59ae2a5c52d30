"""A reading that takes too long is stopped, in Postgres or before it, and leaves its connection fit for the next."""

from __future__ import annotations

from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

import psycopg
import pytest

from app.http.poort import GraphqlVerzoek
from domain.fouten import TijdOverschreden
from tests.lezen.gesprek import SCHOOL, gesprek_met

if TYPE_CHECKING:
    from tests.lezen.gesprek import Gesprek
    from tests.postgres import Database

VRAAG = "{ bpvs { totalCount } }"


def test_een_trage_vraag_wordt_gestopt_en_de_verbinding_blijft_heel(database: Database) -> None:
    with gesprek_met(database, time_out_statement=0.1) as gesprek:
        with psycopg.connect(database.eigenaar_url) as slot:
            slot.execute("LOCK TABLE bpv")
            for _ in range(6):
                with pytest.raises(TijdOverschreden):
                    gesprek.antwoord(VRAAG)
            gewoon = gesprek.antwoord("{ ik { naam } bpvs { totalCount } }")
            assert (gewoon.uitgevoerd, gewoon.uitkomst) == (True, "TIJD_OVERSCHREDEN")
        assert gesprek.data(VRAAG) == {"bpvs": {"totalCount": 0}}


def test_zonder_vrije_verbinding_is_de_tijd_om(database: Database) -> None:
    async def bezet(gesprek: Gesprek) -> None:
        uitvoerder = gesprek.gecompileerd
        verzoek = GraphqlVerzoek(document=VRAAG, operatienaam=None, variabelen={}, alleen_introspectie=False)
        async with AsyncExitStack() as stapel:
            for _ in range(4):
                await stapel.enter_async_context(uitvoerder.lezer.pool.connection(timeout=60))  # connecting takes time
            await uitvoerder(verzoek, SCHOOL, "c0ffee")

    with gesprek_met(database, time_out_pool=0.5) as gesprek:
        with pytest.raises(TijdOverschreden):
            gesprek.runner.run(bezet(gesprek))
        assert gesprek.data(VRAAG) == {"bpvs": {"totalCount": 0}}
