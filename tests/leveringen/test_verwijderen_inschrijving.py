"""verwijderenInschrijving: it goes with its periods, support and signals, all of it into the history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from tests.domain.bouw import aanleveren, aanleveren_bpv, identificeren, periode, steun, verwijderen, verwijderen_bpv
from tests.leveringen.bewijs import is_afgekeurd, is_geregistreerd, is_namens, levering_id
from tests.leveringen.verhaal import ingeschreven

if TYPE_CHECKING:
    from tests.klant import Klant
    from tests.register import Register

DELEN: Final = ("inschrijving", "inschrijvingsperiode", "extra_ondersteuning", "signaal")


@pytest.fixture(autouse=True)
def _student(school: Klant) -> None:
    perioden = [periode(), periode("2025-10-01", leertraject="BBL")]
    steunen = [steun("2025-09-01")]
    # An end without its reason is a MELDING, which stays with the enrolment until that goes.
    school.registreer(
        *ingeschreven(perioden=perioden, extraOndersteuning=steunen, datumUitschrijvingWerkelijk="2026-01-31")
    )


def test_alles_ervan_gaat_en_blijft_in_de_historie(register: Register, school: Klant) -> None:
    assert [register.aantal(tabel) for tabel in DELEN] == [1, 2, 1, 1]
    uitkomst = is_geregistreerd(register, school, verwijderen(verwachteVersie=1), "inschrijving { versie }")
    assert uitkomst["inschrijving"] is None
    (regel,) = uitkomst["mutaties"]
    assert (regel["soort"], regel["entiteit"], regel["sleutel"]) == ("VERWIJDERING", "Inschrijving", "27DV/1")
    assert {veld["nieuw"] for veld in regel["velden"]} == {None}
    assert [register.aantal(tabel) for tabel in DELEN] == [0, 0, 0, 0]
    weg = levering_id(uitkomst)
    for tabel, aantal in zip(DELEN, (1, 2, 1, 1), strict=True):
        assert register.rijen(f"SELECT beeindigd_door FROM {tabel}_historie") == [(weg,)] * aantal
    assert school.vraag("{ inschrijvingen { totalCount } }") == {"inschrijvingen": {"totalCount": 0}}


def test_opnieuw_leveren_onder_hetzelfde_volgnummer_is_een_nieuwe_inschrijving(
    register: Register, school: Klant
) -> None:
    (oud,) = register.rij("SELECT id FROM inschrijving")
    school.registreer(verwijderen())
    uitkomst = is_geregistreerd(register, school, aanleveren(inschrijvingvolgnummer="1"), "inschrijving { versie }")
    assert uitkomst["inschrijving"] == {"versie": 1}
    assert register.rijen("SELECT id = %s, versie FROM inschrijving", oud) == [(False, 1)]


def test_met_een_bpv_eronder_verdwijnt_niets_ongezien(register: Register, school: Klant) -> None:
    school.registreer(aanleveren_bpv(bpvvolgnummer="1"))
    uitkomst = is_afgekeurd(register, school, verwijderen(), ("I18", "inschrijvingvolgnummer"))
    assert uitkomst["signalen"][0]["parameters"] == [{"naam": "aantal", "waarde": "1"}]
    school.registreer(verwijderen_bpv(), verwijderen())
    assert register.aantal("inschrijving") == 0


def test_de_student_blijft_bekend(register: Register, school: Klant) -> None:
    school.registreer(verwijderen())
    assert register.aantal("persoon") == register.aantal("persoon_instelling") == 1


def test_een_verouderde_versie_of_een_ander_volgnummer_is_afkeur(register: Register, school: Klant) -> None:
    is_afgekeurd(register, school, verwijderen(verwachteVersie=2), ("L04", "verwachteVersie"))
    is_afgekeurd(register, school, verwijderen(inschrijvingvolgnummer="2"), ("I01", "inschrijvingvolgnummer"))


def test_een_andere_school_verwijdert_niet(register: Register, andere: Klant) -> None:
    is_afgekeurd(register, andere, verwijderen(), ("P07", "persoon.burgerservicenummer"))
    andere.registreer(identificeren())
    is_afgekeurd(register, andere, verwijderen(), ("I01", "inschrijvingvolgnummer"))


def test_ipo_verwijdert_namens_de_school(register: Register, school: Klant, ipo: Klant) -> None:
    is_namens(register, ipo, school, verwijderen())
    assert register.aantal("inschrijving") == 0


def test_niet_bekostigd_onderwijs_verwijdert(register: Register, particulier: Klant) -> None:
    particulier.registreer(*ingeschreven(perioden=[periode(indicatieBekostigbaar=False)]))
    is_geregistreerd(register, particulier, verwijderen())
