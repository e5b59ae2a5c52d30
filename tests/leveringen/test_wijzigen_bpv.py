"""wijzigenBpv: the whole placement is replaced, and what it was stays in the history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from tests.domain.bouw import periode, wijzigen_bpv
from tests.domain.wereld import ALLEEN_KAPPER, BEDRIJF, INGETROKKEN
from tests.leveringen.bewijs import is_afgekeurd, is_gemeld, is_geregistreerd, is_namens, levering_id
from tests.leveringen.verhaal import met_stage

if TYPE_CHECKING:
    from tests.klant import Klant
    from tests.register import Register

NU: Final = """
  bpv { versie datumEindeWerkelijk omvang opleidingcode keuzedeelcode leerbedrijf { leerbedrijfId } signalen { code } }
"""


@pytest.fixture(autouse=True)
def _student(school: Klant) -> None:
    school.registreer(*met_stage(datumEindeWerkelijk="2026-01-31"))


def test_wat_is_weggelaten_wordt_leeg(register: Register, school: Klant) -> None:
    levering = wijzigen_bpv(opleidingcode=None, keuzedeelcode="K0001", leerbedrijfId=INGETROKKEN, verwachteVersie=1)
    uitkomst = is_geregistreerd(register, school, levering, NU)
    assert uitkomst["bpv"] == {
        "versie": 2,
        "datumEindeWerkelijk": None,
        "omvang": 400,
        "opleidingcode": None,
        "keuzedeelcode": "K0001",
        "leerbedrijf": {"leerbedrijfId": INGETROKKEN},
        "signalen": [],
    }
    (regel,) = uitkomst["mutaties"]
    assert (regel["soort"], regel["sleutel"]) == ("WIJZIGING", "27DV/1/1")
    assert {"veld": "leerbedrijfId", "oud": BEDRIJF, "nieuw": INGETROKKEN} in regel["velden"]
    nieuwe = levering_id(uitkomst)
    historie = "SELECT versie, leerbedrijf_id, datum_einde_werkelijk::text, beeindigd_door FROM bpv_historie"
    assert register.rijen(historie) == [(1, BEDRIJF, "2026-01-31", nieuwe)]
    assert register.rijen("SELECT versie FROM inschrijving") == [(1,)]


def test_dezelfde_inhoud_geeft_geen_versie(register: Register, school: Klant) -> None:
    voor = register.stand()
    uitkomst = is_geregistreerd(register, school, wijzigen_bpv(datumEindeWerkelijk="2026-01-31"), NU)
    assert (uitkomst["mutaties"], uitkomst["bpv"]["versie"]) == ([], 1)
    assert register.stand() == voor


def test_een_verouderde_versie_is_l04(register: Register, school: Klant) -> None:
    school.registreer(wijzigen_bpv(verwachteVersie=1))
    uitkomst = is_afgekeurd(register, school, wijzigen_bpv(omvang=1, verwachteVersie=1), ("L04", "verwachteVersie"))
    assert uitkomst["signalen"][0]["parameters"] == [
        {"naam": "huidig", "waarde": "2"},
        {"naam": "verwacht", "waarde": "1"},
    ]


def test_wat_er_niet_is_is_niet_te_wijzigen(register: Register, school: Klant) -> None:
    is_afgekeurd(register, school, wijzigen_bpv(bpvvolgnummer="9"), ("B01", "bpvvolgnummer"))
    is_afgekeurd(register, school, wijzigen_bpv(inschrijvingvolgnummer="9"), ("I01", "inschrijvingvolgnummer"))


def test_alle_signalen_komen_tegelijk(register: Register, school: Klant) -> None:
    levering = wijzigen_bpv(
        datumEindeGepland="2025-08-31", datumEindeWerkelijk="2025-08-30", omvang=0, leerbedrijfId=ALLEEN_KAPPER
    )
    verwacht = (
        ("B03", "datumEindeGepland"),
        ("B03", "datumEindeWerkelijk"),
        ("B06", "leerbedrijfId"),
        ("B10", "omvang"),
    )
    is_afgekeurd(register, school, levering, *verwacht)


def test_meldingen_zijn_die_van_de_laatste_wijziging(register: Register, school: Klant) -> None:
    is_gemeld(register, school, wijzigen_bpv(omvang=None), ("B16", "omvang"))
    assert register.rijen("SELECT code FROM signaal") == [("B16",)]
    assert school.lever(wijzigen_bpv(), NU)["bpv"]["signalen"] == []
    assert register.rijen("SELECT code FROM signaal_historie") == [("B16",)]


def test_ipo_wijzigt_namens_de_school(register: Register, school: Klant, ipo: Klant) -> None:
    is_namens(register, ipo, school, wijzigen_bpv(omvang=1))
    assert register.rijen("SELECT omvang, versie FROM bpv") == [(1, 2)]


def test_niet_bekostigd_onderwijs_wijzigt_de_eigen_bpv(register: Register, particulier: Klant) -> None:
    student, inschrijving, bpv = met_stage()
    particulier.registreer(student, inschrijving.met(perioden=[periode(indicatieBekostigbaar=False)]), bpv)
    is_geregistreerd(register, particulier, wijzigen_bpv(omvang=1))
    assert register.rijen("SELECT instelling, omvang FROM bpv ORDER BY 1") == [("27DV", 400), ("30ZZ", 1)]
