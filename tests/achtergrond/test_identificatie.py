"""What waits for the BRP is identified later: the same judgement, once, and the school hears it once."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.buitenwereld import TWEELING, in_letters
from tests.domain.bouw import BEHEER, aanleveren, identificeren, opnieuw, zoeken
from tests.domain.wereld import NIET_BESTAAND, NIEUWKOMER, OVERLEDENE, STUDENT
from tests.klant import signalen
from tests.leveringen.bewijs import is_bewaard, levering_id, toon_levering
from tests.register import AANROEPERS

if TYPE_CHECKING:
    from tests.domain.bouw import Invoer
    from tests.klant import Klant
    from tests.register import Register
    from tests.werkplaats import Werkplaats

Json = dict[str, Any]
BERICHTEN: Final = "SELECT soort, instelling, persoon_id, levering_id, inhoud FROM bericht ORDER BY id"
NUMMER: Final = "SELECT last_value, is_called FROM onderwijsnummer_volgnummer"
OPEN: Final = "SELECT soort FROM werk WHERE afgehandeld_op IS NULL ORDER BY id"
BANEN: Final = """
    SELECT task_name, attempts FROM procrastinate.procrastinate_jobs WHERE task_name = 'identificatie' ORDER BY id
"""
ANDERE: Final = str(AANROEPERS["andere"].instelling)
PERSOON: Final = "persoon { id burgerservicenummer onderwijsnummer }"


def wacht(register: Register, klant: Klant, *leveringen: Invoer) -> list[Json]:
    """Deliver while the BRP is away, and let it come back; return the outcomes."""
    register.brp.stoor("503")
    gehoord: list[Json] = klant.lever_samen(*leveringen)["uitkomsten"]
    assert [(een["status"], signalen(een)) for een in gehoord] == [("IN_BEHANDELING", [("P06", "")])] * len(gehoord)
    register.brp.stoor(None)
    return gehoord


def gemeld(register: Register) -> list[tuple[Any, ...]]:
    return register.rijen(BERICHTEN)


def test_wat_op_de_brp_wacht_wordt_later_geidentificeerd(
    register: Register, school: Klant, werkplaats: Werkplaats
) -> None:
    levering = identificeren()
    (gehoord,) = wacht(register, school, levering)
    werkplaats.werk()
    uitkomst = school.lever(levering, PERSOON)
    assert (uitkomst["status"], uitkomst["signalen"]) == ("GOEDGEKEURD", [])
    assert uitkomst["persoon"]["burgerservicenummer"] == STUDENT
    assert [regel["soort"] for regel in uitkomst["mutaties"]] == ["TOEVOEGING"]
    assert uitkomst["levering"] == gehoord["levering"]
    (persoon,) = register.rij("SELECT persoon_id FROM persoon_instelling WHERE instelling = '27DV'")
    inhoud = {
        "kenmerk": uitkomst["kenmerk"],
        "soort": "IDENTIFICEREN_PERSOON",
        "status": "GOEDGEKEURD",
        "signalen": [],
        "persoon": {"burgerservicenummer": STUDENT},
    }
    assert gemeld(register) == [("IDENTIFICATIE_AFGEROND", "27DV", persoon, levering_id(uitkomst), inhoud)]
    assert (register.rijen(OPEN), register.rijen(BANEN)) == ([], [])
    assert school.registreer(aanleveren())


def test_het_archief_en_de_eerste_uitkomst_blijven(register: Register, school: Klant, werkplaats: Werkplaats) -> None:
    levering = identificeren()
    (gehoord,) = wacht(register, school, levering)
    werkplaats.werk()
    assert register.aantal("ontvangst") == 1
    nummer = levering_id(gehoord)
    assert register.rijen("SELECT status, beeindigd_door FROM levering_historie WHERE id = %s", nummer) == [
        ("IN_BEHANDELING", nummer)
    ]
    getoond = toon_levering(school, gehoord["kenmerk"])
    is_bewaard(register, school, levering, {**gehoord, **getoond["antwoord"], "levering": gehoord["levering"]})


def test_een_brp_die_weg_blijft_verandert_niets_en_het_werk_blijft(
    register: Register, school: Klant, werkplaats: Werkplaats
) -> None:
    wacht(register, school, identificeren(), zoeken(), identificeren(burgerservicenummer=NIEUWKOMER))
    register.brp.stoor("503")
    voor, nummer = register.stand("raadpleging"), register.rij(NUMMER)
    for poging in (1, 2):
        werkplaats.werk()
        assert register.stand("raadpleging") == voor
        assert register.rijen(BANEN) == [("identificatie", poging)] * 3
    assert register.rij(NUMMER) == nummer
    register.brp.stoor(None)
    werkplaats.werk()
    assert (register.rijen(OPEN), register.rijen(BANEN)) == ([], [])
    assert [soort for soort, *_ in gemeld(register)] == ["IDENTIFICATIE_AFGEROND"] * 3


@pytest.mark.parametrize(
    ("levering", "status", "codes"),
    [
        (zoeken(), "GOEDGEKEURD_MET_SIGNAAL", ["P08"]),
        (identificeren(burgerservicenummer=OVERLEDENE), "GOEDGEKEURD_MET_SIGNAAL", ["P05"]),
        (identificeren(burgerservicenummer=NIET_BESTAAND), "AFGEKEURD", ["P10"]),
        (identificeren(geslacht="M"), "AFGEKEURD", ["P03"]),
    ],
    ids=["onderwijsnummer", "overleden", "onbekend", "een ander"],
)
def test_elke_uitkomst_kan_later_komen(
    register: Register, school: Klant, werkplaats: Werkplaats, levering: Invoer, status: str, codes: list[str]
) -> None:
    wacht(register, school, levering)
    werkplaats.werk()
    uitkomst = school.lever(levering, PERSOON)
    assert (uitkomst["status"], [code for code, _ in signalen(uitkomst)]) == (status, codes)
    ((soort, instelling, persoon, _, inhoud),) = gemeld(register)
    assert (soort, instelling) == ("IDENTIFICATIE_AFGEROND", "27DV")
    assert (inhoud["status"], inhoud["signalen"]) == (status, codes)
    assert (persoon is None) == (uitkomst["persoon"] is None) == (status == "AFGEKEURD")


def test_een_onderwijsnummer_komt_er_pas_als_de_brp_niemand_vindt(
    register: Register, school: Klant, werkplaats: Werkplaats
) -> None:
    levering = zoeken()
    wacht(register, school, levering)
    assert register.aantal("persoonsnummer") == 0
    werkplaats.werk()
    nummer = school.lever(levering, PERSOON)["persoon"]["onderwijsnummer"]
    assert register.rijen("SELECT nummer FROM persoonsnummer") == [(nummer,)]
    ((*_, inhoud),) = gemeld(register)
    assert inhoud["persoon"] == {"onderwijsnummer": nummer}


def test_twee_keer_dezelfde_mens_zonder_nummer_krijgt_een_nummer(
    register: Register, school: Klant, andere: Klant, werkplaats: Werkplaats
) -> None:
    wacht(register, school, zoeken(), zoeken())
    wacht(register, andere, zoeken())
    werkplaats.werk()
    assert register.aantal("persoonsnummer") == 1
    assert sorted(instelling for _, instelling, *_ in gemeld(register)) == [ANDERE, "27DV", "27DV"]


def test_wie_niet_uniek_blijkt_gaat_naar_ipo_en_de_school_hoort_nog_niets(
    register: Register, school: Klant, werkplaats: Werkplaats
) -> None:
    levering = zoeken(geslachtsnaam="Tweeling", voornamen="Noor")
    wacht(register, school, levering)
    werkplaats.werk()
    uitkomst = school.lever(levering, PERSOON)
    assert (uitkomst["status"], signalen(uitkomst)) == ("IN_BEHANDELING", [("P04", "")])
    assert (gemeld(register), register.rijen(OPEN), register.rijen(BANEN)) == ([], [("IDENTIFICATIE",)], [])
    (inhoud,) = register.rij("SELECT inhoud FROM werk WHERE afgehandeld_op IS NULL")
    assert {een["burgerservicenummer"] for een in inhoud["kandidaten"]} == {p.burgerservicenummer for p in TWEELING}


def test_opnieuw_identificeren_met_een_bsn_meldt_de_nieuwe_sleutel(
    register: Register, school: Klant, andere: Klant, werkplaats: Werkplaats
) -> None:
    nummer = school.lever(zoeken(), PERSOON)["persoon"]["onderwijsnummer"]
    andere.lever(identificeren(burgerservicenummer=None, onderwijsnummer=nummer))
    levering = opnieuw(onderwijsnummer=nummer, burgerservicenummer=NIEUWKOMER)
    wacht(register, school, levering)
    werkplaats.werk()
    assert school.lever(levering, PERSOON)["persoon"]["burgerservicenummer"] == NIEUWKOMER
    assert [(soort, instelling) for soort, instelling, *_ in gemeld(register)] == [
        ("SLEUTELWIJZIGING", ANDERE),
        ("SLEUTELWIJZIGING", "27DV"),
        ("IDENTIFICATIE_AFGEROND", "27DV"),
    ]
    assert school.registreer(aanleveren(persoon={"onderwijsnummer": nummer}))


def test_wat_ipo_voor_de_school_leverde_hoort_de_school_af(
    register: Register, ipo: Klant, werkplaats: Werkplaats
) -> None:
    wacht(register, ipo, identificeren(beheer=BEHEER))
    werkplaats.werk()
    assert [(soort, instelling) for soort, instelling, *_ in gemeld(register)] == [
        ("BEHEER", "27DV"),
        ("IDENTIFICATIE_AFGEROND", "27DV"),
    ]


def test_de_dag_van_ontvangst_telt(register: Register, school: Klant, werkplaats: Werkplaats) -> None:
    """L03 is about the day received: an institution that ended since then has its identification done."""
    levering = identificeren()
    wacht(register, school, levering)
    (dag,) = register.rij("UPDATE instelling SET geldig_tot = now() WHERE brin = '27DV' RETURNING geldig_tot")
    replace(werkplaats, dag=dag + timedelta(days=2)).werk()
    assert school.lever(levering)["status"] == "GOEDGEKEURD"


def test_twee_werkers_doen_niets_twee_keer(register: Register, school: Klant, werkplaats: Werkplaats) -> None:
    """Each delivery is queued twice, as after a worker that fell away between its commit and the queue's."""
    namen = [f"Nieuw {in_letters(nummer)}" for nummer in range(6)]
    gehoord = wacht(register, school, *(zoeken(geslachtsnaam=naam) for naam in namen), identificeren())
    register.verbinding.execute("""
        INSERT INTO procrastinate.procrastinate_jobs (queue_name, task_name, args)
        SELECT queue_name, task_name, args FROM procrastinate.procrastinate_jobs WHERE task_name = 'identificatie'
    """)
    werkers = [threading.Thread(target=werkplaats.werk) for _ in range(2)]
    for werker in werkers:
        werker.start()
    for werker in werkers:
        werker.join()
    assert (register.rijen(OPEN), register.rijen(BANEN)) == ([], [])
    assert sorted(levering for *_, levering, _ in gemeld(register)) == sorted(map(levering_id, gehoord))
    assert register.aantal("persoonsnummer") == len(gehoord)
    assert register.aantal("levering_historie") == len(gehoord)


def test_wat_intussen_langs_een_andere_weg_bekend_werd_telt(
    register: Register, school: Klant, werkplaats: Werkplaats
) -> None:
    levering = identificeren()
    wacht(register, school, levering)
    school.registreer(identificeren())
    register.brp.stoor("503")
    werkplaats.werk()
    uitkomst = school.lever(levering, PERSOON)
    assert (uitkomst["status"], uitkomst["mutaties"]) == ("GOEDGEKEURD", [])
    assert [soort for soort, *_ in gemeld(register)] == ["IDENTIFICATIE_AFGEROND"]


def test_geen_persoonsgegevens_in_de_wachtrij(register: Register, school: Klant) -> None:
    (gehoord,) = wacht(register, school, identificeren())
    banen = register.rijen("SELECT queue_name, args, lock FROM procrastinate.procrastinate_jobs")
    assert banen == [("brp", {"levering_id": levering_id(gehoord)}, None)]


def test_een_proef_wacht_niet(register: Register, school: Klant) -> None:
    register.brp.stoor("503")
    assert signalen(school.lever(identificeren(proef=True))) == [("P06", "")]
    assert (register.aantal("werk"), register.rijen(BANEN)) == (0, [])
