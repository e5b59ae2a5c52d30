"""A placement that was taken in without SBB is judged when SBB is back: its signals, its leerbedrijf, a message."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.domain.bouw import BEHEER, aanleveren_bpv, verwijderen_bpv, wijzigen_bpv
from tests.domain.wereld import ALLEEN_KAPPER, BEDRIJF, KAPPER
from tests.klant import signalen
from tests.leveringen.bewijs import is_bewaard, levering_id, toon_levering
from tests.leveringen.verhaal import ingeschreven

if TYPE_CHECKING:
    from tests.domain.bouw import Invoer
    from tests.klant import Klant
    from tests.register import Register
    from tests.werkplaats import Werkplaats

Json = dict[str, Any]
ONBEKEND: Final = "123456789"
B11: Final = ("B11", "leerbedrijfId")
VELDEN: Final = "bpv { id versie leerbedrijf { naam } signalen { code soort pad } }"
BERICHTEN: Final = "SELECT soort, instelling, inhoud FROM bericht ORDER BY id"
OPEN: Final = "SELECT soort FROM werk WHERE afgehandeld_op IS NULL"
BANEN: Final = "SELECT task_name, attempts FROM procrastinate.procrastinate_jobs WHERE task_name = 'erkenning'"


@pytest.fixture(autouse=True)
def _ingeschreven(school: Klant) -> None:
    school.registreer(*ingeschreven())


def zonder_sbb(register: Register, klant: Klant, levering: Invoer, *meer: tuple[str, str]) -> Json:
    """Deliver a placement while SBB is away, and let it come back; return the outcome."""
    register.sbb.stoor("503")
    uitkomst = klant.lever(levering, VELDEN)
    assert (uitkomst["status"], set(signalen(uitkomst))) == ("GOEDGEKEURD_MET_SIGNAAL", {B11, *meer})
    register.sbb.stoor(None)
    return uitkomst


def op_de_bpv(klant: Klant, uitkomst: Json) -> list[tuple[str, str]]:
    vraag = "query Bpv($id: ID!) { node(id: $id) { ... on Bpv { signalen { code soort } } } }"
    gevonden = klant.vraag(vraag, id=uitkomst["bpv"]["id"])["node"]["signalen"]
    return [(een["code"], een["soort"]) for een in gevonden]


def bericht(levering: Invoer, vervallen: list[str], nieuw: list[str]) -> tuple[str, str, Json]:
    inhoud = {
        "kenmerk": levering.velden["kenmerk"],
        "soort": str(levering.soort),
        "inschrijvingvolgnummer": "1",
        "bpvvolgnummer": levering.velden["bpvvolgnummer"],
        "vervallen": vervallen,
        "signalen": nieuw,
    }
    return "KWALITEITSSIGNAAL", "27DV", inhoud


def test_wat_sbb_goed_vindt_verliest_b11(register: Register, school: Klant, werkplaats: Werkplaats) -> None:
    levering = aanleveren_bpv()
    eerst = zonder_sbb(register, school, levering)
    werkplaats.werk()
    nu = school.lever(levering, VELDEN)
    assert (nu["status"], nu["signalen"], nu["mutaties"]) == ("GOEDGEKEURD", [], eerst["mutaties"])
    assert nu["bpv"] == {**eerst["bpv"], "leerbedrijf": {"naam": f"Bedrijf {BEDRIJF}"}, "signalen": []}
    assert register.rijen(BERICHTEN) == [bericht(levering, ["B11"], [])]
    assert (register.rijen(OPEN), register.rijen(BANEN)) == ([], [])
    assert register.rijen("SELECT naam, gecontroleerd FROM leerbedrijf") == [(f"Bedrijf {BEDRIJF}", True)]


def test_het_archief_en_de_eerste_uitkomst_blijven(register: Register, school: Klant, werkplaats: Werkplaats) -> None:
    levering = aanleveren_bpv()
    eerst = zonder_sbb(register, school, levering)
    werkplaats.werk()
    nummer = levering_id(eerst)
    vraag = "SELECT status, beeindigd_door FROM levering_historie WHERE id = %s"
    assert register.rijen(vraag, nummer) == [("GOEDGEKEURD_MET_SIGNAAL", nummer)]
    assert register.rijen("SELECT code, beeindigd_door FROM signaal_historie") == [("B11", nummer)]
    getoond = toon_levering(school, eerst["kenmerk"])
    is_bewaard(register, school, levering, {**getoond["antwoord"], "levering": eerst["levering"]})


@pytest.mark.parametrize(
    ("anders", "meer", "nieuw"),
    [
        ({"leerbedrijfId": ALLEEN_KAPPER}, (), [("B06", "MELDING")]),
        ({"leerbedrijfId": ONBEKEND}, (), [("B05", "FOUTMELDING")]),
        ({"omvang": None}, (("B16", "omvang"),), []),
        ({"leerbedrijfId": ALLEEN_KAPPER, "omvang": None}, (("B16", "omvang"),), [("B06", "MELDING")]),
    ],
    ids=["niet erkend", "onbekend", "wat al bleek blijft", "beide"],
)
def test_wat_sbb_niet_goed_vindt_komt_op_de_bpv(
    register: Register,
    school: Klant,
    werkplaats: Werkplaats,
    anders: Json,
    meer: tuple[tuple[str, str], ...],
    nieuw: list[tuple[str, str]],
) -> None:
    levering = aanleveren_bpv(**anders)
    eerst = zonder_sbb(register, school, levering, *meer)
    werkplaats.werk()
    blijft = [(code, "MELDING") for code, _ in meer]
    assert sorted(op_de_bpv(school, eerst)) == sorted([*nieuw, *blijft])
    nu = school.lever(levering)
    assert nu["status"] == ("GOEDGEKEURD_MET_SIGNAAL" if nieuw or meer else "GOEDGEKEURD")
    assert sorted(code for code, _ in signalen(nu)) == sorted(code for code, _ in [*nieuw, *blijft])
    assert register.rijen(BERICHTEN) == [bericht(levering, ["B11"], [code for code, _ in nieuw])]


def test_een_fout_achteraf_verdwijnt_met_de_verbetering(
    register: Register, school: Klant, werkplaats: Werkplaats
) -> None:
    eerst = zonder_sbb(register, school, aanleveren_bpv(leerbedrijfId=ONBEKEND))
    werkplaats.werk()
    school.registreer(wijzigen_bpv(bpvvolgnummer="2"))
    assert op_de_bpv(school, eerst) == []


def test_een_sbb_die_weg_blijft_verandert_niets_en_het_werk_blijft(
    register: Register, school: Klant, werkplaats: Werkplaats
) -> None:
    zonder_sbb(register, school, aanleveren_bpv())
    register.sbb.stoor("503")
    voor = register.stand("raadpleging")
    werkplaats.werk()
    assert register.stand("raadpleging") == voor
    assert register.rijen(BANEN) == [("erkenning", 1)]


@pytest.mark.parametrize("hoe", ["wijzigen", "verwijderen", "nog eens wijzigen zonder sbb"])
def test_wat_intussen_anders_is_beoordeelt_een_ander(
    register: Register, school: Klant, werkplaats: Werkplaats, hoe: str
) -> None:
    zonder_sbb(register, school, aanleveren_bpv())
    if hoe == "wijzigen":
        school.registreer(wijzigen_bpv(bpvvolgnummer="2"))
    elif hoe == "verwijderen":
        school.registreer(verwijderen_bpv(bpvvolgnummer="2"))
    else:
        laatste = wijzigen_bpv(bpvvolgnummer="2", opleidingcode=KAPPER, leerbedrijfId=ALLEEN_KAPPER)
        zonder_sbb(register, school, laatste, ("B09", "opleidingcode"))
    werkplaats.werk()
    assert (register.rijen(OPEN), register.rijen(BANEN)) == ([], [])
    gemeld = register.rijen(BERICHTEN)
    assert gemeld == ([bericht(laatste, ["B11"], [])] if hoe.startswith("nog eens") else [])


def test_ook_met_de_id_van_de_persoon_geleverd(register: Register, school: Klant, werkplaats: Werkplaats) -> None:
    (dossier,) = school.vraag("{ inschrijvingen { edges { node { persoon { id } } } } }")["inschrijvingen"]["edges"]
    levering = aanleveren_bpv(persoon={"id": dossier["node"]["persoon"]["id"]})
    zonder_sbb(register, school, levering)
    werkplaats.werk()
    assert school.lever(levering)["status"] == "GOEDGEKEURD"


def test_de_dag_van_ontvangst_telt(register: Register, school: Klant, werkplaats: Werkplaats) -> None:
    """Unknown to SBB and over since: it still ran on the day it came in."""
    (morgen,) = register.rij("SELECT (now() + interval '1 day')::date::text")
    eerst = zonder_sbb(register, school, aanleveren_bpv(leerbedrijfId=ONBEKEND, datumEindeWerkelijk=morgen))
    replace(werkplaats, dag=date.fromisoformat(morgen) + timedelta(days=9)).werk()
    assert op_de_bpv(school, eerst) == [("B05", "FOUTMELDING")]


def test_wat_ipo_voor_de_school_leverde_hoort_de_school(register: Register, ipo: Klant, werkplaats: Werkplaats) -> None:
    levering = aanleveren_bpv(beheer=BEHEER)
    zonder_sbb(register, ipo, levering)
    werkplaats.werk()
    assert [(soort, wie) for soort, wie, _ in register.rijen(BERICHTEN)] == [
        ("BEHEER", "27DV"),
        ("KWALITEITSSIGNAAL", "27DV"),
    ]


def test_twee_werkers_doen_niets_twee_keer(register: Register, school: Klant, werkplaats: Werkplaats) -> None:
    leveringen = [aanleveren_bpv(bpvvolgnummer=str(nummer)) for nummer in range(10, 16)]
    for levering in leveringen:
        zonder_sbb(register, school, levering)
    register.verbinding.execute("""
        INSERT INTO procrastinate.procrastinate_jobs (queue_name, task_name, args)
        SELECT queue_name, task_name, args FROM procrastinate.procrastinate_jobs WHERE task_name = 'erkenning'
    """)
    werkers = [threading.Thread(target=werkplaats.werk) for _ in range(2)]
    for werker in werkers:
        werker.start()
    for werker in werkers:
        werker.join()
    kenmerken = sorted(inhoud["kenmerk"] for *_, inhoud in register.rijen(BERICHTEN))
    assert kenmerken == sorted(levering.velden["kenmerk"] for levering in leveringen)
    assert (register.rijen(OPEN), register.rijen(BANEN)) == ([], [])
