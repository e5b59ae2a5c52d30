"""aanleverenResultaat: the three kinds of loose result, from the request to the rows and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.domain.bouw import aanleveren_resultaat, amo, geo, identificeren, kzd, periode, verwijderen
from tests.domain.wereld import AMVB, TAAL_2F
from tests.klant import enkel, ingevuld
from tests.leveringen.bewijs import is_afgekeurd, is_gemeld, is_geregistreerd, is_namens, levering_id
from tests.leveringen.verhaal import afgestudeerd, ingeschreven, met_diploma

if TYPE_CHECKING:
    from tests.klant import Klant
    from tests.register import Register

LOS: Final = """
  resultaat {
    __typename resultaatvolgnummer datumResultaat inschrijvingvolgnummer onderwijsaanbieder versie signalen { code }
    ... on GeneriekExamenonderdeel {
      code eindcijfer vrijstelling cijferInstellingsexamen cijferCentraalExamen diploma { id }
    }
    ... on KeuzedeelResultaat { keuzedeelcode behaald certificaat diploma { id } }
    ... on AmvbOnderdeel { code certificaat diploma { id } }
  }
"""
GEMEEN: Final = {
    "datumResultaat": "2025-12-01",
    "inschrijvingvolgnummer": "1",
    "onderwijsaanbieder": "100A100",
    "versie": 1,
    "signalen": [],
    "diploma": None,
}
SOORTEN: Final[dict[str, tuple[dict[str, Any], dict[str, Any]]]] = {
    "GeneriekExamenonderdeel": (
        {"generiekExamenonderdeel": geo("5", TAAL_2F, 6, cijferInstellingsexamen="7.4", cijferCentraalExamen="5.1")},
        {"code": TAAL_2F, "eindcijfer": 6, "vrijstelling": None, "cijferInstellingsexamen": "7.4",
         "cijferCentraalExamen": "5.1"},
    ),
    "KeuzedeelResultaat": (
        {"keuzedeel": kzd("5", behaald=False)},
        {"keuzedeelcode": "K0001", "behaald": False, "certificaat": None},
    ),
    "AmvbOnderdeel": ({"amvbOnderdeel": amo("5", certificaat=True)}, {"code": AMVB, "certificaat": True}),
}  # fmt: skip


@pytest.fixture(autouse=True)
def _student(school: Klant) -> None:
    school.registreer(*afgestudeerd())


@pytest.mark.parametrize("typenaam", SOORTEN)
def test_een_los_resultaat_is_van_zijn_eigen_soort(register: Register, school: Klant, typenaam: str) -> None:
    geleverd, getoond = SOORTEN[typenaam]
    levering = aanleveren_resultaat(resultaat=geleverd, onderwijsaanbieder="100A100")
    uitkomst = is_geregistreerd(register, school, levering, LOS)
    assert uitkomst["resultaat"] == {"__typename": typenaam, "resultaatvolgnummer": "5", **GEMEEN, **getoond}
    (regel,) = uitkomst["mutaties"]
    assert (regel["register"], regel["soort"]) == ("ONDERWIJSRESULTAAT", "TOEVOEGING")
    assert (regel["entiteit"], regel["sleutel"]) == (typenaam, "27DV/5")
    rij = "SELECT levering_id, diploma_id, inschrijving_id = (SELECT id FROM inschrijving) FROM resultaat"
    assert register.rijen(rij) == [(levering_id(uitkomst), None, True)]


def test_precies_een_onderdeel_anders_is_het_verzoek_fout(register: Register, school: Klant) -> None:
    voor = register.stand()
    for resultaat in ({}, {"keuzedeel": kzd("5"), "amvbOnderdeel": amo("6")}, {"keuzedeel": None}):
        levering = aanleveren_resultaat(resultaat=resultaat)
        antwoord = school.stuur(enkel(levering), input=ingevuld(levering)).json()
        assert (antwoord.get("data"), len(antwoord["errors"])) == (None, 1)
    assert register.stand() == voor


def test_een_cijfer_is_tekst_en_geen_getal(register: Register, school: Klant) -> None:
    for cijfer in (7.4, 7):
        levering = aanleveren_resultaat(resultaat={"generiekExamenonderdeel": geo("5", cijferCentraalExamen=cijfer)})
        assert "errors" in school.stuur(enkel(levering), input=ingevuld(levering)).json()
    assert register.aantal("resultaat") == 0


def test_een_onleesbaar_cijfer_is_l01_op_die_ene_levering(register: Register, school: Klant) -> None:
    fout = aanleveren_resultaat(resultaat={"generiekExamenonderdeel": geo("5", cijferCentraalExamen="7.45")})
    pad = "resultaat.generiekExamenonderdeel.cijferCentraalExamen"
    is_afgekeurd(register, school, fout, ("L01", pad))
    goed = aanleveren_resultaat()
    eerst, daarna = school.lever_samen(fout.met(kenmerk="nog eens"), goed)["uitkomsten"]
    assert (eerst["status"], daarna["status"]) == ("AFGEKEURD", "GOEDGEKEURD")


def test_dezelfde_inhoud_nog_eens_verandert_niets_andere_is_r02(register: Register, school: Klant) -> None:
    school.registreer(aanleveren_resultaat())
    voor = register.stand()
    zelfde = aanleveren_resultaat(inschrijvingvolgnummer=None, resultaat={"keuzedeel": kzd("5")})
    assert is_geregistreerd(register, school, zelfde)["mutaties"] == []
    assert register.stand() == voor
    pad = "resultaat.keuzedeel.resultaatvolgnummer"
    is_afgekeurd(register, school, aanleveren_resultaat(datumResultaat="2025-12-02"), ("R02", pad))


def test_op_het_nummer_van_een_onderdeel_van_een_diploma_is_r02(register: Register, school: Klant) -> None:
    school.registreer(met_diploma()[-1])
    levering = aanleveren_resultaat(resultaat={"keuzedeel": kzd("13")})
    is_afgekeurd(register, school, levering, ("R02", "resultaat.keuzedeel.resultaatvolgnummer"))


def test_zonder_inschrijving_op_de_dag_is_er_geen_resultaat(register: Register, school: Klant) -> None:
    laat = aanleveren_resultaat(datumResultaat="2026-02-01", inschrijvingvolgnummer=None)
    is_afgekeurd(register, school, laat, ("R04", "datumResultaat"))
    levering = aanleveren_resultaat(inschrijvingvolgnummer=None)
    uitkomst = is_gemeld(register, school, levering, ("R18", "inschrijvingvolgnummer"), velden=LOS)
    assert (uitkomst["resultaat"]["inschrijvingvolgnummer"], uitkomst["resultaat"]["signalen"]) == (
        None,
        [{"code": "R18"}],
    )
    is_afgekeurd(register, school, verwijderen(), ("I18", "inschrijvingvolgnummer"))


def test_ipo_levert_namens_de_school(register: Register, school: Klant, ipo: Klant) -> None:
    uitkomst = is_namens(register, ipo, school, aanleveren_resultaat())
    assert uitkomst["mutaties"][0]["sleutel"] == "27DV/5"


def test_niet_bekostigd_onderwijs_heeft_losse_resultaten(register: Register, particulier: Klant) -> None:
    particulier.registreer(*ingeschreven(perioden=[periode(indicatieBekostigbaar=False)]))
    is_geregistreerd(register, particulier, aanleveren_resultaat())


def test_een_andere_school_levert_er_niets_onder(register: Register, andere: Klant) -> None:
    andere.registreer(identificeren())
    is_afgekeurd(register, andere, aanleveren_resultaat(), ("R04", "inschrijvingvolgnummer"))
