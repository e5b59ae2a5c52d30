"""A trial answers what would happen, and leaves nothing: no receipt, no kenmerk, no number, no row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from tests.buitenwereld import KLAS
from tests.domain.bouw import (
    BEHEER,
    aanleveren,
    aanleveren_bpv,
    aanleveren_diploma,
    aanleveren_resultaat,
    identificeren,
    ondersteunen,
    ondersteuning_weg,
    opnieuw,
    steun,
    uitschrijven,
    verwijderen,
    verwijderen_bpv,
    verwijderen_diploma,
    verwijderen_resultaat,
    wijzigen,
    wijzigen_bpv,
    wijzigen_diploma,
    wijzigen_resultaat,
    zoeken,
)
from tests.domain.wereld import GASTHEER
from tests.klant import signalen
from tests.leveringen.verhaal import ingeschreven, met_diploma, met_los_resultaat, met_stage

if TYPE_CHECKING:
    from tests.domain.bouw import Invoer
    from tests.klant import Klant
    from tests.register import Register

NUMMER: Final = "SELECT last_value, is_called FROM onderwijsnummer_volgnummer"
PROEVEN: Final = (
    identificeren(burgerservicenummer=KLAS[0].burgerservicenummer),
    zoeken(geslachtsnaam="Onbekend"),
    zoeken(geslachtsnaam="Tweeling", voornamen="Noor"),
    aanleveren(),
    aanleveren(perioden=[]),
    wijzigen(datumUitschrijvingGepland="2028-07-31"),
    uitschrijven(),
    ondersteunen(),
    ondersteuning_weg(),
    aanleveren_bpv(),
    wijzigen_bpv(omvang=1),
    verwijderen_bpv(),
    verwijderen(),
    aanleveren_diploma(opleidingcode=GASTHEER, datumResultaat="2025-12-01"),
    wijzigen_diploma(keuzedelen=[]),
    verwijderen_diploma(),
    aanleveren_resultaat(),
    aanleveren_resultaat(inschrijvingvolgnummer="9"),
    wijzigen_resultaat(datumResultaat="2025-12-02"),
    verwijderen_resultaat(),
)


@pytest.fixture
def bewoond(register: Register, school: Klant) -> Register:
    ondersteuning = ondersteunen(perioden=[steun("2025-10-01", "2025-12-31")])
    school.registreer(*met_stage(), ondersteuning, met_diploma()[-1], met_los_resultaat()[-1])
    return register


@pytest.mark.parametrize("proef", [levering.met(proef=True) for levering in PROEVEN], ids=lambda een: str(een.soort))
def test_een_proef_laat_niets_na_en_zegt_wat_er_zou_gebeuren(bewoond: Register, school: Klant, proef: Invoer) -> None:
    voor, nummer = bewoond.stand("raadpleging"), bewoond.rij(NUMMER)
    geprobeerd = school.lever(proef)
    assert (bewoond.stand("raadpleging"), bewoond.rij(NUMMER)) == (voor, nummer)
    assert (geprobeerd["kenmerk"], geprobeerd["levering"]) == (proef.velden["kenmerk"], None)
    echt = school.lever(proef.met(proef=None))
    uitgegeven = {"veld": "onderwijsnummer", "oud": None, "nieuw": "(wordt uitgegeven)"}
    if any(uitgegeven in regel["velden"] for regel in geprobeerd["mutaties"]):
        geprobeerd["mutaties"][0]["velden"].remove(uitgegeven)
        echt["mutaties"][0]["velden"] = [
            veld for veld in echt["mutaties"][0]["velden"] if veld["veld"] != "onderwijsnummer"
        ]
    assert echt | {"levering": None} == geprobeerd


def test_proeven_bouwen_op_elkaar_en_op_wat_echt_is(register: Register, school: Klant) -> None:
    """In one batch a trial sees the trials before it; what is really delivered sees none of them."""
    school.registreer(identificeren())
    voor = register.stand("raadpleging")
    proeven = (aanleveren().met(proef=True), aanleveren_bpv(inschrijvingvolgnummer="2").met(proef=True))
    gehoord = school.lever_samen(*proeven)["uitkomsten"]
    assert [uitkomst["status"] for uitkomst in gehoord] == ["GOEDGEKEURD", "GOEDGEKEURD"]
    assert register.stand("raadpleging") == voor
    _, echt = school.lever_samen(aanleveren().met(proef=True), aanleveren_bpv(inschrijvingvolgnummer="2"))["uitkomsten"]
    assert signalen(echt) == [("I01", "inschrijvingvolgnummer")]


def test_een_proef_neemt_geen_kenmerk(school: Klant) -> None:
    school.registreer(identificeren())
    levering = aanleveren(kenmerk="later")
    assert school.lever(levering.met(proef=True, inschrijvingvolgnummer="9"))["status"] == "GOEDGEKEURD"
    assert school.lever(levering)["status"] == "GOEDGEKEURD"
    assert school.lever(levering.met(proef=True))["levering"] is None


def test_ook_ipo_probeert_zonder_dat_de_school_het_hoort(register: Register, school: Klant, ipo: Klant) -> None:
    school.registreer(*ingeschreven())
    voor = register.stand("raadpleging")
    uitkomst = ipo.lever(uitschrijven(beheer=BEHEER, proef=True))
    assert uitkomst["mutaties"][0]["velden"][0]["nieuw"] == "2026-01-31"
    assert register.stand("raadpleging") == voor


def test_een_proef_vraagt_de_bronnen_wel(register: Register, school: Klant) -> None:
    register.brp.stoor("503")
    uitkomst = school.lever(identificeren(proef=True))
    assert (uitkomst["status"], signalen(uitkomst)) == ("IN_BEHANDELING", [("P06", "")])
    assert register.aantal("werk") == 0


def test_een_proef_van_opnieuw_identificeren(register: Register, school: Klant) -> None:
    nummer = school.lever(zoeken(), "persoon { onderwijsnummer }")["persoon"]["onderwijsnummer"]
    voor = register.stand("raadpleging")
    uitkomst = school.lever(opnieuw(onderwijsnummer=nummer, voornamen="Eva Maria", proef=True))
    assert uitkomst["mutaties"][0]["velden"] == [{"veld": "voornamen", "oud": "Eva", "nieuw": "Eva Maria"}]
    assert register.stand("raadpleging") == voor
