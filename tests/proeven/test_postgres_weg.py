"""Connections that break: idle ones are passed over, a reading is sent again, a delivery says how to find out."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.domain.bouw import aanleveren, identificeren
from tests.klant import enkel, ingevuld
from tests.register import AANROEPERS, register_op

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.klant import Klant
    from tests.postgres import Database
    from tests.register import Register

VERBREEK: Final = """
    SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
WACHTENDEN: Final = """
    SELECT pid FROM pg_locks JOIN pg_database ON pg_database.oid = database
    WHERE NOT granted AND datname = current_database()
"""
"""Not pg_stat_activity: that does not change within a transaction."""
VERBREEK_WACHTENDEN: Final = f"SELECT pg_terminate_backend(pid, 5000) FROM ({WACHTENDEN}) wachtend"
LIJST: Final = "{ inschrijvingen { totalCount edges { node { inschrijvingvolgnummer } } } }"


@pytest.fixture
def school(register: Register) -> Klant:
    school = register.als(AANROEPERS["school"])
    school.registreer(identificeren(), aanleveren())
    return school


@pytest.fixture
def volle_pool(register: Register, school: Klant) -> Iterator[Klant]:
    """Who asks when many connections lie in the pool; their number is that of the readings that waited at once."""
    with ThreadPoolExecutor(4) as groep:
        with register.verbinding.transaction():
            register.verbinding.execute("LOCK TABLE raadpleging")
            lezingen = [groep.submit(school.vraag, LIJST) for _ in range(4)]
            _wacht_op(register, 4)
        assert all(lezing.result()["inschrijvingen"]["totalCount"] == 1 for lezing in lezingen)
    return school


def _wacht_op(register: Register, aantal: int) -> None:
    einde = time.monotonic() + 20
    while len(register.rijen(WACHTENDEN)) < aantal:
        assert time.monotonic() < einde


def _verbreek_wachtende(register: Register) -> None:
    """Break the one connection that waits for our lock."""
    _wacht_op(register, 1)
    assert register.rijen(VERBREEK_WACHTENDEN) == [(True,)]


def test_wie_na_een_herstart_komt_merkt_niets_van_dode_verbindingen(register: Register, volle_pool: Klant) -> None:
    for _ in range(2):
        assert register.rij(VERBREEK)[0] >= 4
        assert volle_pool.vraag(LIJST)["inschrijvingen"]["totalCount"] == 1
        assert register.rij(VERBREEK)[0] >= 1
        assert volle_pool.lever(identificeren())["status"] == "GOEDGEKEURD"


def test_een_lezing_waarvan_de_verbinding_breekt_wordt_nog_eens_gestuurd(register: Register, school: Klant) -> None:
    with ThreadPoolExecutor(1) as groep:
        with register.verbinding.transaction():
            register.verbinding.execute("LOCK TABLE raadpleging")
            lezing = groep.submit(school.vraag, LIJST)
            _verbreek_wachtende(register)
        assert lezing.result()["inschrijvingen"]["totalCount"] == 1


def test_een_lezing_wordt_niet_eindeloos_herhaald(register: Register, school: Klant) -> None:
    with ThreadPoolExecutor(1) as groep, register.verbinding.transaction():
        register.verbinding.execute("LOCK TABLE raadpleging")
        lezing = groep.submit(school.stuur, LIJST)
        for _ in range(2):
            _verbreek_wachtende(register)
        antwoord = lezing.result()
    assert antwoord.status_code == 503
    assert antwoord.json()["errors"][0]["extensions"]["code"] == "BRON_ONBEREIKBAAR"


def test_een_levering_waarvan_de_verbinding_breekt_zegt_hoe_het_verder_gaat(register: Register, school: Klant) -> None:
    levering = aanleveren(kenmerk="onderweg", inschrijvingvolgnummer="3")
    with ThreadPoolExecutor(1) as groep:
        with register.verbinding.transaction():
            register.verbinding.execute("LOCK TABLE levering")
            poging = groep.submit(school.stuur, enkel(levering), input=ingevuld(levering))
            _verbreek_wachtende(register)
        fout: dict[str, Any] = poging.result().json()["errors"][0]
    assert fout["extensions"]["code"] == "BRON_ONBEREIKBAAR"
    assert fout["message"].endswith("blijkt door haar met hetzelfde kenmerk te herhalen.")
    assert school.lever(levering)["status"] == "GOEDGEKEURD"
    assert register.aantal("inschrijving") == 2


def test_zonder_vrije_verbinding_is_de_tijd_om_en_daarna_is_er_weer_plaats(gevulde_database: Database) -> None:
    """Sixteen callers, two connections, and a database that answers nobody: all hear so, nobody waits for ever."""
    with register_op(gevulde_database, pool_grootte=2, time_out_pool=0.2, time_out_statement=2.0) as register:
        school = register.als(AANROEPERS["school"])
        school.registreer(identificeren(), aanleveren())
        with ThreadPoolExecutor(16) as groep:
            with register.verbinding.transaction():
                register.verbinding.execute("LOCK TABLE raadpleging, levering")
                werk = [groep.submit(_doe, school, beurt) for beurt in range(16)]
                codes = [deel.result() for deel in werk]
            assert set(codes) <= {"TIJD_OVERSCHREDEN", "L06"}
            assert "TIJD_OVERSCHREDEN" in codes
            assert [deel.result() for deel in [groep.submit(_doe, school, beurt) for beurt in range(2)]] == [None, None]


def _doe(school: Klant, beurt: int) -> str | None:
    """Read or deliver; gives the code of what went wrong, as an error or as the signal of a fault."""
    if beurt % 2:
        gehoord = school.stuur(LIJST).json()
    else:
        levering = aanleveren(inschrijvingvolgnummer=f"v{beurt}")
        gehoord = school.stuur(enkel(levering), input=ingevuld(levering)).json()
    if "errors" in gehoord:
        return str(gehoord["errors"][0]["extensions"]["code"])
    codes = [signaal["code"] for signaal in gehoord["data"].get("uitkomst", {}).get("signalen", ())]
    return codes[0] if codes else None
