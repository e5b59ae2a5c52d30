"""aanleverenUitschrijving: the actual end of an enrolment is set, overwritten, and undone by wijzigen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from tests.domain.bouw import identificeren, periode, steun, uitschrijven, wijzigen
from tests.domain.wereld import ALLEEN_BOL
from tests.leveringen.bewijs import is_afgekeurd, is_gemeld, is_geregistreerd, is_namens
from tests.leveringen.verhaal import ingeschreven

if TYPE_CHECKING:
    from tests.klant import Klant
    from tests.register import Register

NU: Final = """
  inschrijving {
    versie datumUitschrijvingWerkelijk redenUitschrijving perioden { datumBegin datumEinde } signalen { code }
  }
"""


@pytest.fixture(autouse=True)
def _student(school: Klant) -> None:
    perioden = [periode(), periode("2025-10-01", leertraject="BBL")]
    school.registreer(*ingeschreven(perioden=perioden, extraOndersteuning=[steun("2025-09-01")]))


def test_de_uitschrijving_eindigt_ook_de_laatste_periode(register: Register, school: Klant) -> None:
    uitkomst = is_geregistreerd(register, school, uitschrijven(), NU)
    assert uitkomst["inschrijving"] == {
        "versie": 2,
        "datumUitschrijvingWerkelijk": "2026-01-31",
        "redenUitschrijving": "01",
        "perioden": [
            {"datumBegin": "2025-08-01", "datumEinde": "2025-09-30"},
            {"datumBegin": "2025-10-01", "datumEinde": "2026-01-31"},
        ],
        "signalen": [],
    }
    (regel,) = uitkomst["mutaties"]
    assert regel["velden"] == [
        {"veld": "datumUitschrijvingWerkelijk", "oud": None, "nieuw": "2026-01-31"},
        {"veld": "redenUitschrijving", "oud": None, "nieuw": "01"},
    ]
    assert register.rijen("SELECT versie, datum_uitschrijving_werkelijk FROM inschrijving_historie") == [(1, None)]
    assert register.aantal("inschrijvingsperiode_historie") == 0


def test_een_tweede_uitschrijving_overschrijft_de_eerste(register: Register, school: Klant) -> None:
    school.lever(uitschrijven())
    later = uitschrijven(datumUitschrijvingWerkelijk="2026-02-28", redenUitschrijving="08", verwachteVersie=2)
    assert is_geregistreerd(register, school, later, NU)["inschrijving"]["versie"] == 3
    assert (
        school.lever(uitschrijven(datumUitschrijvingWerkelijk="2026-02-28", redenUitschrijving="08"))["mutaties"] == []
    )
    assert register.rijen("SELECT versie FROM inschrijving") == [(3,)]


def test_wijzigen_zonder_einde_maakt_de_uitschrijving_ongedaan(register: Register, school: Klant) -> None:
    school.lever(uitschrijven())
    uitkomst = is_geregistreerd(register, school, wijzigen(), NU)
    assert uitkomst["inschrijving"]["datumUitschrijvingWerkelijk"] is None
    assert uitkomst["inschrijving"]["redenUitschrijving"] is None


def test_zonder_reden_en_na_de_planning_zijn_meldingen(register: Register, school: Klant) -> None:
    levering = uitschrijven(datumUitschrijvingWerkelijk="2027-08-01", redenUitschrijving=None)
    verwacht = ("I19", "redenUitschrijving"), ("I23", "datumUitschrijvingWerkelijk")
    uitkomst = is_gemeld(register, school, levering, *verwacht, velden=NU)
    assert uitkomst["inschrijving"]["signalen"] == [{"code": "I19"}, {"code": "I23"}]
    school.lever(uitschrijven())
    assert register.aantal("signaal") == 0


def test_meldingen_over_iets_anders_blijven_in_de_volgorde_van_de_catalogus(register: Register, school: Klant) -> None:
    school.registreer(wijzigen(perioden=[periode(opleidingcode=ALLEEN_BOL, leertraject="BBL")]))
    levering = uitschrijven(redenUitschrijving=None)
    uitkomst = is_gemeld(register, school, levering, ("I19", "redenUitschrijving"), velden=NU)
    assert uitkomst["inschrijving"]["signalen"] == [{"code": "I19"}, {"code": "I27"}]


def test_een_einde_voor_de_laatste_periode_is_i11(register: Register, school: Klant) -> None:
    veld = "datumUitschrijvingWerkelijk"
    levering = uitschrijven(datumUitschrijvingWerkelijk="2025-09-30", redenUitschrijving="10")
    is_afgekeurd(register, school, levering, ("I11", veld), ("I17", "redenUitschrijving"))
    is_afgekeurd(register, school, uitschrijven(datumUitschrijvingWerkelijk="2025-07-31"), ("I09", veld), ("I11", veld))


def test_een_verouderde_versie_is_l04(register: Register, school: Klant) -> None:
    is_afgekeurd(register, school, uitschrijven(verwachteVersie=7), ("L04", "verwachteVersie"))


def test_een_andere_school_schrijft_niet_uit(register: Register, andere: Klant) -> None:
    andere.registreer(identificeren())
    is_afgekeurd(register, andere, uitschrijven(), ("I01", "inschrijvingvolgnummer"))


def test_ipo_schrijft_uit_namens_de_school(register: Register, school: Klant, ipo: Klant) -> None:
    is_namens(register, ipo, school, uitschrijven())
    assert register.rijen("SELECT reden_uitschrijving FROM inschrijving") == [("01",)]


def test_niet_bekostigd_onderwijs_schrijft_uit(register: Register, particulier: Klant) -> None:
    particulier.registreer(*ingeschreven(perioden=[periode(indicatieBekostigbaar=False)]))
    is_geregistreerd(register, particulier, uitschrijven())
