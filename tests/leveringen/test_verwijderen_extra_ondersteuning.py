"""verwijderenExtraOndersteuning: one period goes, by its first day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from tests.domain.bouw import aanleveren, ondersteuning_weg, periode, steun
from tests.leveringen.bewijs import is_afgekeurd, is_geregistreerd, is_namens, levering_id
from tests.leveringen.verhaal import ingeschreven

if TYPE_CHECKING:
    from tests.klant import Klant
    from tests.register import Register

NU: Final = "inschrijving { versie extraOndersteuning { datumBegin datumEinde } }"
STEUN: Final = [steun("2025-10-01", "2025-11-30"), steun("2025-12-01", "2026-01-31")]


@pytest.fixture(autouse=True)
def _student(school: Klant) -> None:
    school.registreer(*ingeschreven(extraOndersteuning=STEUN))


def test_een_periode_gaat_en_de_andere_blijft(register: Register, school: Klant) -> None:
    uitkomst = is_geregistreerd(register, school, ondersteuning_weg(), NU)
    assert uitkomst["inschrijving"] == {"versie": 2, "extraOndersteuning": [STEUN[1]]}
    (regel,) = uitkomst["mutaties"]
    assert (regel["soort"], regel["entiteit"]) == ("WIJZIGING", "Inschrijving")
    assert regel["velden"] == [
        {"veld": "extraOndersteuning.2025-10-01.datumBegin", "oud": "2025-10-01", "nieuw": None},
        {"veld": "extraOndersteuning.2025-10-01.datumEinde", "oud": "2025-11-30", "nieuw": None},
    ]
    weg = levering_id(uitkomst)
    historie = "SELECT datum_begin::text, beeindigd_door FROM extra_ondersteuning_historie"
    assert register.rijen(historie) == [("2025-10-01", weg)]


def test_een_dag_waarop_geen_periode_begint_is_i26(register: Register, school: Klant) -> None:
    is_afgekeurd(register, school, ondersteuning_weg(datumBegin="2025-10-02"), ("I26", "datumBegin"))


def test_een_tweede_keer_is_i26(register: Register, school: Klant) -> None:
    school.registreer(ondersteuning_weg())
    is_afgekeurd(register, school, ondersteuning_weg(), ("I26", "datumBegin"))


def test_ipo_verwijdert_namens_de_school(register: Register, school: Klant, ipo: Klant) -> None:
    is_namens(register, ipo, school, ondersteuning_weg())
    assert register.aantal("extra_ondersteuning") == 1


def test_alleen_van_de_eigen_inschrijving(register: Register, school: Klant, particulier: Klant) -> None:
    school.registreer(aanleveren(perioden=[periode(indicatieBekostigbaar=False)]))
    is_afgekeurd(register, school, ondersteuning_weg(inschrijvingvolgnummer="2"), ("I26", "datumBegin"))
    is_afgekeurd(register, particulier, ondersteuning_weg(), ("P07", "persoon.burgerservicenummer"))
