"""Writers at once, in two processes' worth of service: nothing is lost, nothing is double, nobody waits for ever."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.buitenwereld import KLAS, in_letters
from tests.domain.bouw import (
    aanleveren,
    aanleveren_bpv,
    identificeren,
    opnieuw,
    verwijderen_bpv,
    wijzigen,
    wijzigen_bpv,
    zoeken,
)
from tests.klant import signalen
from tests.leveringen.klas import bekend, van
from tests.leveringen.verhaal import ingeschreven
from tests.register import AANROEPERS, Register, register_op

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tests.domain.bouw import Invoer
    from tests.klant import Klant
    from tests.postgres import Database

VERSIES: Final = """
    SELECT versie, levering_id FROM inschrijving UNION ALL SELECT versie, levering_id FROM inschrijving_historie
    ORDER BY versie
"""
IMPASSES: Final = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"
HOUD_VAST: Final = """
    INSERT INTO persoon
        (id, persoon_id, burgerservicenummer, naamsleutel, geboortedatum, geslacht, geverifieerd, levering_id)
    VALUES (-1, -1, %s, '', '0000-00-00', 'V', true, 0)
"""
WACHTENDEN: Final = """
    SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
"""
WIJZIGINGEN: Final = "SELECT count(*) FROM levering WHERE soort = 'WIJZIGEN_INSCHRIJVING' AND status = 'GOEDGEKEURD'"


@pytest.fixture
def diensten(gevulde_database: Database) -> Iterator[list[Register]]:
    """Two services on one database, each with its own pool and event loop."""
    with ExitStack() as stapel:
        yield [stapel.enter_context(register_op(gevulde_database)) for _ in range(2)]


@pytest.fixture
def scholen(diensten: list[Register]) -> list[Klant]:
    return [dienst.als(AANROEPERS["school"]) for dienst in diensten]


def tegelijk(
    scholen: list[Klant], leveringen: Iterable[Iterable[Invoer]], doe: Callable[..., Any] | None = None
) -> list[Any]:
    """Let each batch be delivered in a thread of its own, by turns to the one and the other service."""
    batches = [list(batch) for batch in leveringen]
    with ThreadPoolExecutor(len(batches)) as groep:
        werk = [
            groep.submit(doe or type(school).lever_samen, school, *batch)
            for school, batch in zip(scholen * len(batches), batches, strict=False)
        ]
        return [deel.result() for deel in werk]


def gelukt(gehoord: list[dict[str, Any]]) -> list[Any]:
    """All outcomes; none of them a fault of the register."""
    uitkomsten = list(chain.from_iterable(deel["uitkomsten"] for deel in gehoord))
    assert not [een for een in uitkomsten if ("L06", "") in signalen(een)]
    return uitkomsten


def test_alle_wijzigingen_van_een_inschrijving_komen_er_in_volgorde_in(
    diensten: list[Register], scholen: list[Klant]
) -> None:
    scholen[0].registreer(*ingeschreven())
    batches = [
        [wijzigen(datumUitschrijvingGepland=f"20{30 + schrijver}-0{maand}-01") for maand in range(1, 6)]
        for schrijver in range(4)
    ]
    gelukt(tegelijk(scholen, batches))
    versies = diensten[0].rijen(VERSIES)
    assert [versie for versie, _ in versies] == list(range(1, 22))
    assert len({levering for _, levering in versies}) == 21
    assert diensten[0].rij(WIJZIGINGEN) == (20,)
    keten = """
        SELECT h.beeindigd_door = volgende.levering_id FROM inschrijving_historie h JOIN (
            SELECT versie, levering_id FROM inschrijving UNION ALL SELECT versie, levering_id FROM inschrijving_historie
        ) volgende ON volgende.versie = h.versie + 1
    """
    assert diensten[0].rijen(keten) == [(True,)] * 20


def test_van_twee_op_dezelfde_versie_hoort_de_tweede_l04(diensten: list[Register], scholen: list[Klant]) -> None:
    scholen[0].registreer(*ingeschreven())
    for versie in range(1, 6):
        paar = [
            [wijzigen(datumUitschrijvingGepland=f"20{30 + versie}-0{wie}-01", verwachteVersie=versie)] for wie in (1, 2)
        ]
        uitkomsten = gelukt(tegelijk(scholen, paar))
        assert sorted(signalen(een) for een in uitkomsten) == [[], [("L04", "verwachteVersie")]]
    assert diensten[0].rijen("SELECT versie FROM inschrijving") == [(6,)]


def test_niemand_krijgt_een_onderwijsnummer_dat_een_ander_heeft(diensten: list[Register], scholen: list[Klant]) -> None:
    namen = [f"Nieuw {in_letters(nummer)}" for nummer in range(32)]
    batches = [[zoeken(geslachtsnaam=naam) for naam in namen[schrijver::4]] for schrijver in range(4)]
    gelukt(tegelijk(scholen, batches))
    assert diensten[0].rij("SELECT count(*), count(DISTINCT onderwijsnummer) FROM persoon") == (32, 32)
    assert diensten[0].rij("SELECT count(*), count(DISTINCT persoon_id) FROM persoonsnummer") == (32, 32)


def test_dezelfde_onbekende_tegelijk_is_een_persoon(diensten: list[Register], scholen: list[Klant]) -> None:
    uitkomsten = gelukt(tegelijk(scholen, [[zoeken()] for _ in range(4)]))
    assert [een["status"] for een in uitkomsten].count(
        "GOEDGEKEURD_MET_SIGNAAL"
    ) == 1  # P08 is heard once: by the first
    assert diensten[0].aantal("persoon") == diensten[0].aantal("persoonsnummer") == 1


def test_hetzelfde_bsn_tegelijk_is_een_persoon(diensten: list[Register]) -> None:
    wie = [dienst.als(AANROEPERS[rol]) for dienst in diensten for rol in ("school", "andere")]
    gelukt(tegelijk(wie, [[identificeren()] for _ in range(4)]))
    assert diensten[0].aantal("persoon") == 1
    assert diensten[0].aantal("persoon_instelling") == 2


def test_hetzelfde_bsn_met_en_zonder_nummer_tegelijk_is_een_persoon(
    diensten: list[Register], scholen: list[Klant]
) -> None:
    uitkomsten = gelukt(tegelijk(scholen, [[zoeken(geslachtsnaam="Bakker", voornamen="Anna")], [identificeren()]] * 2))
    assert {een["status"] for een in uitkomsten} == {"GOEDGEKEURD"}
    assert diensten[0].aantal("persoon") == 1


def test_tegengestelde_volgorde_geeft_geen_impasse(diensten: list[Register], scholen: list[Klant]) -> None:
    studenten = range(12)
    scholen[0].registreer(*(levering for student in studenten for levering in bekend(student)))
    for jaar in (30, 31, 32):
        heen = [wijzigen(datumUitschrijvingGepland=f"20{jaar}-01-01", **van(student)) for student in studenten]
        terug = [
            wijzigen(datumUitschrijvingGepland=f"20{jaar}-02-01", **van(student)) for student in reversed(studenten)
        ]
        gelukt(tegelijk(scholen, [heen, terug]))
    assert diensten[0].rijen("SELECT DISTINCT versie FROM inschrijving") == [(7,)]


def test_nieuwe_studenten_in_tegengestelde_volgorde_geven_geen_impasse(diensten: list[Register]) -> None:
    """Rows go in by what makes them unique, or each would hold what the other waits for once the middle one is free."""
    wie = [dienst.als(AANROEPERS[rol]) for dienst, rol in zip(diensten, ("school", "andere"), strict=True)]
    nieuw = [identificeren(burgerservicenummer=een.burgerservicenummer) for een in KLAS[:40]]
    with ThreadPoolExecutor(1) as groep:
        with diensten[0].verbinding.transaction(force_rollback=True):
            diensten[0].verbinding.execute(HOUD_VAST, [KLAS[20].burgerservicenummer])
            beide = groep.submit(tegelijk, wie, [nieuw, list(reversed(nieuw))])
            while diensten[1].rij(WACHTENDEN) != (2,):
                assert not beide.done()
        uitkomsten = gelukt(beide.result())
    assert {een["status"] for een in uitkomsten} == {"GOEDGEKEURD"}
    assert diensten[0].aantal("persoon") == 40
    assert diensten[0].rij(IMPASSES) == (0,)


def test_dezelfde_kenmerken_in_tegengestelde_volgorde_geven_geen_impasse(
    diensten: list[Register], scholen: list[Klant]
) -> None:
    scholen[0].registreer(*(levering for student in range(20) for levering in bekend(student)))
    for ronde in range(5):
        leveringen = [aanleveren(inschrijvingvolgnummer=f"r{ronde}", **van(student)) for student in range(20)]
        heen, terug = tegelijk(scholen, [leveringen, list(reversed(leveringen))])
        assert heen["uitkomsten"] == list(reversed(terug["uitkomsten"]))
    assert diensten[0].rij(IMPASSES) == (0,)


def test_zestien_schrijvers_op_acht_studenten(diensten: list[Register], scholen: list[Klant]) -> None:
    """Everything at once on the same few: additions, changes, deletions, searches; afterwards the books are right."""
    scholen[0].registreer(*(levering for student in range(8) for levering in bekend(student)))

    def batch(schrijver: int) -> Iterator[Invoer]:
        for student in (schrijver % 8, (schrijver + 3) % 8, (schrijver + 5) % 8):
            eigen = f"s{schrijver}"
            yield zoeken(geslachtsnaam=KLAS[student].geslachtsnaam, voornamen="Kim")
            yield aanleveren(inschrijvingvolgnummer=eigen, **van(student))
            yield wijzigen(datumUitschrijvingGepland=f"20{30 + schrijver}-07-31", **van(student))
            yield aanleveren_bpv(inschrijvingvolgnummer=eigen, bpvvolgnummer="1", **van(student))
            yield wijzigen_bpv(omvang=schrijver + 1, **van(student))
            yield verwijderen_bpv(inschrijvingvolgnummer=eigen, **van(student))

    uitkomsten = gelukt(tegelijk(scholen, map(batch, range(16))))
    assert {een["status"] for een in uitkomsten} == {"GOEDGEKEURD"}
    hier = diensten[0]
    assert hier.aantal("ontvangst") == hier.aantal("levering") == 8 * 3 + 16 * 3 * 6
    assert hier.aantal("inschrijving") == 8 + 16 * 3
    assert hier.rijen("SELECT DISTINCT versie FROM inschrijving WHERE inschrijvingvolgnummer = '1'") == [(7,)]
    assert hier.rij("SELECT count(*), sum(versie) FROM bpv") == (8, 8 * 7)
    assert hier.rijen("SELECT DISTINCT versie FROM bpv") == [(7,)]
    assert hier.rij("SELECT count(*) FROM bpv_historie") == (8 * 6 + 16 * 3,)


def test_tegelijk_een_beter_nummer_en_een_levering_op_het_oude(diensten: list[Register], scholen: list[Klant]) -> None:
    persoon = scholen[0].lever(zoeken(geslachtsnaam="Nieuw"), "persoon { onderwijsnummer }")["persoon"]
    beter = opnieuw(onderwijsnummer=persoon["onderwijsnummer"], burgerservicenummer=KLAS[0].burgerservicenummer)
    batches = [[beter], [aanleveren(persoon=persoon)], [identificeren(burgerservicenummer=KLAS[0].burgerservicenummer)]]
    uitkomsten = gelukt(tegelijk(scholen, batches))
    assert uitkomsten[1]["status"] == "GOEDGEKEURD"
    if diensten[0].aantal("persoon") == 1:
        assert uitkomsten[0]["status"] == "GOEDGEKEURD"
    else:
        assert signalen(uitkomsten[0]) == [("P04", "")]  # the BSN was another person by then: a merge, for IPO
