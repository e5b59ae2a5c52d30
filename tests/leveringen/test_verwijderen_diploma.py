"""verwijderenDiploma: the diploma goes with its parts and signals, into the history; its enrolment stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.domain.bouw import aanleveren_resultaat, kzd, periode, verwijderen, verwijderen_diploma
from tests.leveringen.bewijs import is_afgekeurd, is_geregistreerd, is_namens, levering_id
from tests.leveringen.verhaal import met_diploma, met_los_resultaat

if TYPE_CHECKING:
    from tests.klant import Klant
    from tests.register import Register


@pytest.fixture(autouse=True)
def _student(school: Klant) -> None:
    school.registreer(*met_diploma(generiekeExamenonderdelen=[]))  # R08: a signal on the diploma


def test_het_diploma_gaat_met_zijn_onderdelen_en_signalen(register: Register, school: Klant) -> None:
    uitkomst = is_geregistreerd(register, school, verwijderen_diploma(verwachteVersie=1), "resultaat { versie }")
    assert uitkomst["resultaat"] is None
    (regel,) = uitkomst["mutaties"]
    assert (regel["soort"], regel["entiteit"], regel["sleutel"]) == ("VERWIJDERING", "Diploma", "27DV/1")
    assert {"veld": "keuzedelen.13.keuzedeelcode", "oud": "K0001", "nieuw": None} in regel["velden"]
    weg = levering_id(uitkomst)
    for tabel, aantal in (("resultaat", 2), ("signaal", 1)):
        assert register.aantal(tabel) == 0
        assert register.rijen(f"SELECT beeindigd_door FROM {tabel}_historie") == [(weg,)] * aantal
    assert register.rijen("SELECT versie FROM inschrijving") == [(1,)]


def test_een_tweede_keer_is_r01(register: Register, school: Klant) -> None:
    school.registreer(verwijderen_diploma())
    is_afgekeurd(register, school, verwijderen_diploma(), ("R01", "resultaatvolgnummer"))


def test_een_onderdeel_of_een_los_resultaat_is_geen_diploma(register: Register, school: Klant) -> None:
    school.registreer(met_los_resultaat()[-1])
    for nummer in ("13", "4"):
        is_afgekeurd(register, school, verwijderen_diploma(resultaatvolgnummer=nummer), ("R01", "resultaatvolgnummer"))


def test_een_verouderde_versie_is_l04(register: Register, school: Klant) -> None:
    is_afgekeurd(register, school, verwijderen_diploma(verwachteVersie=2), ("L04", "verwachteVersie"))


def test_daarna_zijn_de_nummers_en_de_inschrijving_vrij(register: Register, school: Klant) -> None:
    is_afgekeurd(register, school, verwijderen(), ("I18", "inschrijvingvolgnummer"))
    school.registreer(verwijderen_diploma())
    is_geregistreerd(register, school, aanleveren_resultaat(resultaat={"keuzedeel": kzd("13")}))
    assert register.rijen("SELECT resultaatvolgnummer, versie FROM resultaat") == [("13", 1)]


def test_ook_in_een_batch_gaat_de_inschrijving_daarna_weg(register: Register, school: Klant) -> None:
    uitkomsten = school.lever_samen(verwijderen_diploma(), verwijderen())["uitkomsten"]
    assert [uitkomst["status"] for uitkomst in uitkomsten] == ["GOEDGEKEURD"] * 2
    assert (register.aantal("resultaat"), register.aantal("inschrijving")) == (0, 0)


def test_ipo_verwijdert_namens_de_school(register: Register, school: Klant, ipo: Klant) -> None:
    is_namens(register, ipo, school, verwijderen_diploma())
    assert register.aantal("resultaat") == 0


def test_een_school_verwijdert_alleen_het_hare(register: Register, particulier: Klant) -> None:
    student, inschrijving, diploma = met_diploma(indicatieBekostigbaar=False)
    particulier.registreer(student, inschrijving.met(perioden=[periode(indicatieBekostigbaar=False)]), diploma)
    is_geregistreerd(register, particulier, verwijderen_diploma())
    assert register.rijen("SELECT DISTINCT instelling FROM resultaat") == [("27DV",)]
