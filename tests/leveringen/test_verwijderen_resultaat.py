"""verwijderenResultaat: a loose result goes into the history; a part of a diploma does not go by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.domain.bouw import periode, verwijderen_resultaat
from tests.leveringen.bewijs import is_afgekeurd, is_geregistreerd, is_namens, levering_id
from tests.leveringen.verhaal import met_diploma, met_los_resultaat

if TYPE_CHECKING:
    from tests.klant import Klant
    from tests.register import Register


@pytest.fixture(autouse=True)
def _student(school: Klant) -> None:
    school.registreer(*met_los_resultaat(inschrijvingvolgnummer=None))  # R18: a signal on the result


def test_het_resultaat_gaat_met_zijn_signalen(register: Register, school: Klant) -> None:
    uitkomst = is_geregistreerd(register, school, verwijderen_resultaat(verwachteVersie=1), "resultaat { versie }")
    assert uitkomst["resultaat"] is None
    (regel,) = uitkomst["mutaties"]
    assert (regel["soort"], regel["entiteit"], regel["sleutel"]) == ("VERWIJDERING", "KeuzedeelResultaat", "27DV/4")
    weg = levering_id(uitkomst)
    for tabel in ("resultaat", "signaal"):
        assert register.aantal(tabel) == 0
        assert register.rijen(f"SELECT beeindigd_door FROM {tabel}_historie") == [(weg,)]


def test_een_onderdeel_van_een_diploma_gaat_niet_vanzelf(register: Register, school: Klant) -> None:
    school.registreer(met_diploma()[-1])
    for nummer in ("1", "11", "13"):
        levering = verwijderen_resultaat(resultaatvolgnummer=nummer)
        is_afgekeurd(register, school, levering, ("R01", "resultaatvolgnummer"))


def test_een_tweede_keer_is_r01(register: Register, school: Klant) -> None:
    school.registreer(verwijderen_resultaat())
    is_afgekeurd(register, school, verwijderen_resultaat(), ("R01", "resultaatvolgnummer"))


def test_een_verouderde_versie_is_l04(register: Register, school: Klant) -> None:
    is_afgekeurd(register, school, verwijderen_resultaat(verwachteVersie=2), ("L04", "verwachteVersie"))


def test_ipo_verwijdert_namens_de_school(register: Register, school: Klant, ipo: Klant) -> None:
    is_namens(register, ipo, school, verwijderen_resultaat())
    assert register.aantal("resultaat") == 0


def test_een_school_verwijdert_alleen_het_hare(register: Register, particulier: Klant) -> None:
    student, inschrijving, los = met_los_resultaat()
    particulier.registreer(student, inschrijving.met(perioden=[periode(indicatieBekostigbaar=False)]), los)
    is_geregistreerd(register, particulier, verwijderen_resultaat())
    assert register.rijen("SELECT instelling FROM resultaat") == [("27DV",)]
