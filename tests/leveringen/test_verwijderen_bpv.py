"""verwijderenBpv: the placement goes with its signals, into the history; its enrolment stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.domain.bouw import aanleveren_bpv, periode, verwijderen_bpv
from tests.domain.wereld import BEDRIJF
from tests.leveringen.bewijs import is_afgekeurd, is_geregistreerd, is_namens, levering_id
from tests.leveringen.verhaal import met_stage

if TYPE_CHECKING:
    from tests.klant import Klant
    from tests.register import Register


@pytest.fixture(autouse=True)
def _student(school: Klant) -> None:
    school.registreer(*met_stage(omvang=None))  # B16: a signal on the placement


def test_de_bpv_gaat_met_haar_signalen(register: Register, school: Klant) -> None:
    uitkomst = is_geregistreerd(register, school, verwijderen_bpv(verwachteVersie=1), "bpv { versie }")
    assert uitkomst["bpv"] is None
    (regel,) = uitkomst["mutaties"]
    assert (regel["soort"], regel["entiteit"], regel["sleutel"]) == ("VERWIJDERING", "Bpv", "27DV/1/1")
    assert {"veld": "leerbedrijfId", "oud": BEDRIJF, "nieuw": None} in regel["velden"]
    weg = levering_id(uitkomst)
    for tabel in ("bpv", "signaal"):
        assert register.aantal(tabel) == 0
        assert register.rijen(f"SELECT beeindigd_door FROM {tabel}_historie") == [(weg,)]
    assert register.rijen("SELECT versie FROM inschrijving") == [(1,)]


def test_een_tweede_keer_is_b01(register: Register, school: Klant) -> None:
    school.registreer(verwijderen_bpv())
    is_afgekeurd(register, school, verwijderen_bpv(), ("B01", "bpvvolgnummer"))


def test_een_verouderde_versie_is_l04(register: Register, school: Klant) -> None:
    is_afgekeurd(register, school, verwijderen_bpv(verwachteVersie=2), ("L04", "verwachteVersie"))


def test_daarna_mag_het_volgnummer_opnieuw(register: Register, school: Klant) -> None:
    school.registreer(verwijderen_bpv())
    is_geregistreerd(register, school, aanleveren_bpv(bpvvolgnummer="1"))
    assert register.rijen("SELECT versie FROM bpv") == [(1,)]


def test_ipo_verwijdert_namens_de_school(register: Register, school: Klant, ipo: Klant) -> None:
    is_namens(register, ipo, school, verwijderen_bpv())
    assert register.aantal("bpv") == 0


def test_een_school_verwijdert_alleen_het_hare(register: Register, particulier: Klant) -> None:
    student, inschrijving, bpv = met_stage()
    particulier.registreer(student, inschrijving.met(perioden=[periode(indicatieBekostigbaar=False)]), bpv)
    is_geregistreerd(register, particulier, verwijderen_bpv())
    assert register.rijen("SELECT instelling FROM bpv") == [("27DV",)]
