"""wijzigenResultaat: a loose result is replaced, within its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from tests.domain.bouw import aanleveren_resultaat, amo, geo, kzd, wijzigen_resultaat
from tests.leveringen.bewijs import is_afgekeurd, is_gemeld, is_geregistreerd, is_namens, levering_id
from tests.leveringen.verhaal import met_diploma, met_los_resultaat

if TYPE_CHECKING:
    from tests.klant import Klant
    from tests.register import Register

NU: Final = """
  resultaat {
    versie datumResultaat onderwijsaanbieder signalen { code }
    ... on KeuzedeelResultaat { keuzedeelcode behaald certificaat }
  }
"""


@pytest.fixture(autouse=True)
def _student(school: Klant) -> None:
    school.registreer(*met_los_resultaat(onderwijsaanbieder="100A100"))


def test_wat_is_weggelaten_wordt_leeg(register: Register, school: Klant) -> None:
    levering = wijzigen_resultaat(
        datumResultaat="2025-12-02", resultaat={"keuzedeel": kzd("4", behaald=False)}, verwachteVersie=1
    )
    uitkomst = is_geregistreerd(register, school, levering, NU)
    assert uitkomst["resultaat"] == {
        "versie": 2,
        "datumResultaat": "2025-12-02",
        "onderwijsaanbieder": None,
        "signalen": [],
        "keuzedeelcode": "K0001",
        "behaald": False,
        "certificaat": None,
    }
    (regel,) = uitkomst["mutaties"]
    assert (regel["soort"], regel["entiteit"], regel["sleutel"]) == ("WIJZIGING", "KeuzedeelResultaat", "27DV/4")
    assert {"veld": "behaald", "oud": "true", "nieuw": "false"} in regel["velden"]
    historie = "SELECT versie, behaald, certificaat, beeindigd_door FROM resultaat_historie"
    assert register.rijen(historie) == [(1, True, True, levering_id(uitkomst))]


def test_dezelfde_inhoud_geeft_geen_versie(register: Register, school: Klant) -> None:
    voor = register.stand()
    assert is_geregistreerd(register, school, wijzigen_resultaat(onderwijsaanbieder="100A100"))["mutaties"] == []
    assert register.stand() == voor


def test_de_soort_blijft_dezelfde(register: Register, school: Klant) -> None:
    for naam, onderdeel in (("amvbOnderdeel", amo("4", certificaat=True)), ("generiekExamenonderdeel", geo("4"))):
        levering = wijzigen_resultaat(resultaat={naam: onderdeel})
        is_afgekeurd(register, school, levering, ("R01", f"resultaat.{naam}.resultaatvolgnummer"))


def test_een_onderdeel_van_een_diploma_is_zo_niet_te_wijzigen(register: Register, school: Klant) -> None:
    school.registreer(met_diploma()[-1])
    for nummer in ("13", "9"):
        levering = wijzigen_resultaat(resultaat={"keuzedeel": kzd(nummer)})
        is_afgekeurd(register, school, levering, ("R01", "resultaat.keuzedeel.resultaatvolgnummer"))


def test_een_verouderde_versie_is_l04(register: Register, school: Klant) -> None:
    is_afgekeurd(register, school, wijzigen_resultaat(verwachteVersie=2), ("L04", "verwachteVersie"))


def test_meldingen_zijn_die_van_de_laatste_wijziging(register: Register, school: Klant) -> None:
    fout = {"generiekExamenonderdeel": geo("6", eindcijfer=7, cijferCentraalExamen="6.4")}
    goed = {"generiekExamenonderdeel": geo("6", eindcijfer=6, cijferCentraalExamen="6.4")}
    pad = "resultaat.generiekExamenonderdeel.eindcijfer"
    is_gemeld(register, school, aanleveren_resultaat(resultaat=fout), ("R09", pad))
    assert school.lever(wijzigen_resultaat(resultaat=goed), NU)["resultaat"]["signalen"] == []
    assert register.rijen("SELECT code FROM signaal_historie") == [("R09",)]


def test_ipo_wijzigt_namens_de_school(register: Register, school: Klant, ipo: Klant) -> None:
    is_namens(register, ipo, school, wijzigen_resultaat())
    assert register.rijen("SELECT onderwijsaanbieder, versie FROM resultaat") == [(None, 2)]
