"""SIGTERM under load: what the service began it finishes, and whoever it did not answer it did not register."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg

from tests.productie.opstelling import Uitgever, instantie
from tests.proeven.boekhouding import klopt
from tests.proeven.terrein import ONBEGRENSD
from tests.proeven.verkeer import onder_druk, schrijf_in
from tests.proeven.vijandig import trage_clients

if TYPE_CHECKING:
    from tests.postgres import Database

STUDENTEN = 12


def test_wie_stopt_maakt_af_wat_begonnen_is(gevulde_database: Database) -> None:
    schrijf_in(gevulde_database, STUDENTEN)
    uitgever = Uitgever()
    with (
        instantie(gevulde_database, uitgever, werkers="2", **ONBEGRENSD) as dienst,
        onder_druk(dienst.adres, uitgever.token(), 6, STUDENTEN) as verkeer,
    ):
        verkeer.nog(30)
        dienst.stop()
    with psycopg.connect(gevulde_database.eigenaar_url) as eigenaar:
        geregistreerd = eigenaar.execute("SELECT kenmerk FROM levering WHERE kenmerk LIKE 'w%'").fetchall()
    assert {kenmerk for (kenmerk,) in geregistreerd} == set(verkeer.bevestigd)
    assert verkeer.fouten == {}
    bevindingen = klopt(gevulde_database.eigenaar_url, verkeer.bevestigd)
    assert bevindingen == dict.fromkeys(bevindingen, 0)


def test_trage_zenders_en_lezers_houden_geen_verbinding_bezet(gevulde_database: Database) -> None:
    """More of them than there are connections with Postgres; deliveries go on beside them."""
    schrijf_in(gevulde_database, STUDENTEN)
    uitgever = Uitgever()
    with (
        instantie(gevulde_database, uitgever, pool_grootte="2", **ONBEGRENSD) as dienst,
        trage_clients(dienst.poort, uitgever.token()),
        onder_druk(dienst.adres, uitgever.token(), 3, STUDENTEN) as verkeer,
    ):
        verkeer.nog(30)
    assert (verkeer.fouten, verkeer.verbroken) == ({}, 0)
