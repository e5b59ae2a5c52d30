"""aanleverenExtraOndersteuning: periods are added to what is registered; each addition is a version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from tests.domain.bouw import ondersteunen, periode, steun, uitschrijven
from tests.leveringen.bewijs import is_afgekeurd, is_geregistreerd, is_namens
from tests.leveringen.verhaal import ingeschreven

if TYPE_CHECKING:
    from tests.klant import Klant
    from tests.register import Register

NU: Final = "inschrijving { versie extraOndersteuning { datumBegin datumEinde } }"
EERST: Final = steun("2025-09-01", "2025-11-30")


@pytest.fixture(autouse=True)
def _student(school: Klant) -> None:
    school.registreer(*ingeschreven(extraOndersteuning=[EERST]))


def test_perioden_komen_bij_wat_er_staat(register: Register, school: Klant) -> None:
    nieuw = [steun("2026-02-01"), EERST, steun("2025-12-01", "2026-01-31")]
    uitkomst = is_geregistreerd(register, school, ondersteunen(perioden=nieuw), NU)
    assert uitkomst["inschrijving"] == {
        "versie": 2,
        "extraOndersteuning": [EERST, nieuw[2], {"datumBegin": "2026-02-01", "datumEinde": None}],
    }
    (regel,) = uitkomst["mutaties"]
    assert (regel["soort"], regel["entiteit"], regel["sleutel"]) == ("WIJZIGING", "Inschrijving", "27DV/1")
    assert {"veld": "extraOndersteuning.2026-02-01.datumBegin", "oud": None, "nieuw": "2026-02-01"} in regel["velden"]
    assert register.rijen("SELECT versie FROM inschrijving_historie") == [(1,)]
    assert register.aantal("extra_ondersteuning_historie") == 0


def test_een_periode_die_er_al_staat_verandert_niets(register: Register, school: Klant) -> None:
    voor = register.stand()
    uitkomst = is_geregistreerd(register, school, ondersteunen(perioden=[EERST]), NU)
    assert (uitkomst["mutaties"], uitkomst["inschrijving"]["versie"]) == ([], 1)
    assert register.stand() == voor


def test_ondersteuning_valt_binnen_de_inschrijving_en_naast_de_andere(register: Register, school: Klant) -> None:
    school.registreer(uitschrijven())
    perioden = [
        steun("2025-11-30", "2025-12-15"),
        steun("2025-07-31", "2025-08-15"),
        steun("2026-01-15", "2026-01-01"),
        steun("2026-01-31", "2026-02-01"),
        steun("2026-01-20", "2026-01-21"),
    ]
    verwacht = [("I20", f"perioden.{plaats}") for plaats in range(4)]
    is_afgekeurd(register, school, ondersteunen(perioden=perioden), *verwacht)


def test_niet_bekostigd_onderwijs_heeft_geen_extra_ondersteuning(register: Register, particulier: Klant) -> None:
    particulier.registreer(*ingeschreven(perioden=[periode(indicatieBekostigbaar=False)]))
    is_afgekeurd(register, particulier, ondersteunen(), ("I21", "perioden"))


def test_ipo_voegt_toe_namens_de_school(register: Register, school: Klant, ipo: Klant) -> None:
    is_namens(register, ipo, school, ondersteunen())
    assert register.aantal("extra_ondersteuning") == 2


def test_zonder_inschrijving_is_er_niets_om_bij_te_ondersteunen(register: Register, school: Klant) -> None:
    is_afgekeurd(register, school, ondersteunen(inschrijvingvolgnummer="2"), ("I01", "inschrijvingvolgnummer"))
