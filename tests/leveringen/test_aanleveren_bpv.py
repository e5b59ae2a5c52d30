"""aanleverenBpv: on an opleiding or, under HKS, on a keuzedeel; SBB is asked about the leerbedrijf."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from tests.domain.bouw import aanleveren, aanleveren_bpv, identificeren, periode, uitschrijven
from tests.domain.wereld import (
    ALLEEN_KAPPER,
    BEDRIJF,
    GASTHEER,
    HORECA_DOSSIER,
    INGETROKKEN,
    KAPPER,
    KOK,
    ONBEKEND_BEDRIJF,
)
from tests.leveringen.bewijs import is_afgekeurd, is_gemeld, is_geregistreerd, is_namens, levering_id
from tests.leveringen.verhaal import ingeschreven

if TYPE_CHECKING:
    from tests.klant import Klant
    from tests.register import Register

BPV: Final = """
  bpv {
    bpvvolgnummer afsluitdatum datumBegin datumEindeGepland datumEindeWerkelijk omvang versie
    opleidingcode keuzedeelcode
    leerbedrijf { leerbedrijfId naam } inschrijving { inschrijvingvolgnummer persoon { geslachtsnaam } }
    signalen { code }
  }
"""
HKS: Final = {"opleidingcode": None, "keuzedeelcode": "K0001"}


@pytest.fixture(autouse=True)
def _student(school: Klant) -> None:
    school.registreer(*ingeschreven())


def test_een_bpv_op_een_opleiding(register: Register, school: Klant) -> None:
    uitkomst = is_geregistreerd(register, school, aanleveren_bpv(inschrijvingvolgnummer="1"), BPV)
    assert uitkomst["bpv"] == {
        "bpvvolgnummer": "2",
        "afsluitdatum": "2025-08-25",
        "datumBegin": "2025-09-01",
        "datumEindeGepland": "2026-06-30",
        "datumEindeWerkelijk": None,
        "omvang": 400,
        "opleidingcode": KOK,
        "keuzedeelcode": None,
        "versie": 1,
        "leerbedrijf": {"leerbedrijfId": BEDRIJF, "naam": f"Bedrijf {BEDRIJF}"},
        "inschrijving": {"inschrijvingvolgnummer": "1", "persoon": {"geslachtsnaam": "Bakker"}},
        "signalen": [],
    }
    (regel,) = uitkomst["mutaties"]
    assert (regel["soort"], regel["entiteit"], regel["sleutel"]) == ("TOEVOEGING", "Bpv", "27DV/1/2")
    levering = levering_id(uitkomst)
    assert register.rijen("SELECT levering_id FROM bpv") == [(levering,)]
    assert register.rijen("SELECT versie FROM inschrijving") == [(1,)]
    assert register.rijen("SELECT leerbedrijf_id, gecontroleerd FROM leerbedrijf") == [(BEDRIJF, True)]


def test_een_bpv_op_een_keuzedeel(register: Register, school: Klant) -> None:
    uitkomst = is_geregistreerd(register, school, aanleveren_bpv(**HKS), BPV)
    assert (uitkomst["bpv"]["opleidingcode"], uitkomst["bpv"]["keuzedeelcode"]) == (None, "K0001")


def test_op_een_keuzedeel_telt_de_erkenning_voor_de_opleiding_van_de_periode(register: Register, school: Klant) -> None:
    levering = aanleveren_bpv(leerbedrijfId=ALLEEN_KAPPER, **HKS)
    uitkomst = is_gemeld(register, school, levering, ("B06", "leerbedrijfId"))
    assert {"naam": "opleiding", "waarde": KOK} in uitkomst["signalen"][0]["parameters"]


def test_een_keuzedeel_hoort_bij_de_opleiding_van_de_periode(register: Register, school: Klant) -> None:
    levering = aanleveren_bpv(keuzedeelcode="K0002", opleidingcode=None, datumBegin="2025-08-30")
    is_gemeld(register, school, levering, ("B13", "keuzedeelcode"))
    te_laat = aanleveren_bpv(bpvvolgnummer="3", keuzedeelcode="K0002", opleidingcode=None, datumBegin="2025-09-02")
    is_afgekeurd(register, school, te_laat, ("B08", "keuzedeelcode"))


def test_de_bpv_rust_op_een_van_beide(register: Register, school: Klant) -> None:
    is_gemeld(register, school, aanleveren_bpv(keuzedeelcode="K0001"), ("B14", ""))
    is_afgekeurd(register, school, aanleveren_bpv(bpvvolgnummer="3", opleidingcode=None), ("B07", ""))


def test_een_kwalificatie_binnen_het_dossier_van_de_inschrijving_past(register: Register, school: Klant) -> None:
    breed = [periode(opleidingcode=HORECA_DOSSIER, niveau="MBO_2", indicatieBekostigbaar=False)]
    school.registreer(aanleveren(perioden=breed))
    is_geregistreerd(register, school, aanleveren_bpv(inschrijvingvolgnummer="2", opleidingcode=GASTHEER))
    vreemd = aanleveren_bpv(inschrijvingvolgnummer="2", bpvvolgnummer="3", opleidingcode=KAPPER)
    is_gemeld(register, school, vreemd, ("B09", "opleidingcode"))


def test_een_ingetrokken_erkenning_telt_op_het_begin(register: Register, school: Klant) -> None:
    is_geregistreerd(register, school, aanleveren_bpv(leerbedrijfId=INGETROKKEN))
    later = aanleveren_bpv(bpvvolgnummer="3", leerbedrijfId=INGETROKKEN, datumBegin="2025-10-01")
    is_gemeld(register, school, later, ("B06", "leerbedrijfId"))


def test_een_onbekend_leerbedrijf_is_fout_zolang_de_bpv_loopt_en_daarna_een_stub(
    register: Register, school: Klant
) -> None:
    is_afgekeurd(register, school, aanleveren_bpv(leerbedrijfId=ONBEKEND_BEDRIJF), ("B05", "leerbedrijfId"))
    voorbij = aanleveren_bpv(leerbedrijfId=ONBEKEND_BEDRIJF, datumEindeWerkelijk="2026-03-09")
    uitkomst = is_gemeld(register, school, voorbij, ("B06", "leerbedrijfId"), velden=BPV)
    assert uitkomst["bpv"]["leerbedrijf"] == {"leerbedrijfId": ONBEKEND_BEDRIJF, "naam": None}
    assert register.rijen("SELECT leerbedrijf_id, gecontroleerd FROM leerbedrijf") == [(ONBEKEND_BEDRIJF, False)]
    assert register.aantal("werk") == 0


def test_voor_de_inschrijving_mag_na_het_einde_niet(register: Register, school: Klant) -> None:
    vroeg = aanleveren_bpv(datumBegin="2025-07-31", omvang=None)
    uitkomst = is_gemeld(register, school, vroeg, ("B15", "datumBegin"), ("B16", "omvang"), velden=BPV)
    assert uitkomst["bpv"]["signalen"] == [{"code": "B15"}, {"code": "B16"}]
    school.registreer(uitschrijven())
    laat = aanleveren_bpv(bpvvolgnummer="3", datumBegin="2026-02-01")
    is_afgekeurd(register, school, laat, ("B04", "datumBegin"))


def test_dezelfde_inhoud_nog_eens_verandert_niets_andere_is_b02(register: Register, school: Klant) -> None:
    school.registreer(aanleveren_bpv(datumEindeWerkelijk="2026-01-31"))
    voor = register.stand()
    assert is_geregistreerd(register, school, aanleveren_bpv())["mutaties"] == []
    assert register.stand() == voor
    is_afgekeurd(register, school, aanleveren_bpv(omvang=401), ("B02", "bpvvolgnummer"))


def test_ipo_levert_namens_de_school(register: Register, school: Klant, ipo: Klant) -> None:
    uitkomst = is_namens(register, ipo, school, aanleveren_bpv())
    assert uitkomst["mutaties"][0]["sleutel"] == "27DV/1/2"


def test_niet_bekostigd_onderwijs_heeft_bpvs(register: Register, particulier: Klant) -> None:
    particulier.registreer(*ingeschreven(perioden=[periode(indicatieBekostigbaar=False)]))
    is_geregistreerd(register, particulier, aanleveren_bpv())


def test_een_andere_school_levert_er_geen_bpv_onder(register: Register, andere: Klant) -> None:
    andere.registreer(identificeren())
    is_afgekeurd(register, andere, aanleveren_bpv(), ("I01", "inschrijvingvolgnummer"))
