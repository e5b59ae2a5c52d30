"""wijzigenInschrijving: the whole enrolment is replaced, and what it was stays in the history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from tests.domain.bouw import aanleveren, identificeren, periode, steun, wijzigen
from tests.domain.wereld import GASTHEER
from tests.leveringen.bewijs import is_afgekeurd, is_geregistreerd, is_namens, levering_id
from tests.leveringen.verhaal import ingeschreven

if TYPE_CHECKING:
    from tests.klant import Klant
    from tests.register import Register

NU: Final = """
  inschrijving {
    versie datumUitschrijvingWerkelijk redenUitschrijving hoogsteVooropleiding
    perioden { datumBegin opleidingcode leertraject onderwijsaanbieder } extraOndersteuning { datumBegin datumEinde }
  }
"""
EERST: Final = {
    "datumUitschrijvingWerkelijk": "2026-01-31",
    "redenUitschrijving": "03",
    "hoogsteVooropleiding": "05",
    "perioden": [periode(), periode("2025-10-01", leertraject="BBL"), periode("2025-12-01", opleidingcode=GASTHEER)],
    "extraOndersteuning": [steun("2025-09-01", "2025-11-30")],
}


@pytest.fixture(autouse=True)
def _student(school: Klant) -> None:
    school.registreer(*ingeschreven(**EERST))


def test_wat_is_weggelaten_wordt_leeg_behalve_de_ondersteuning(register: Register, school: Klant) -> None:
    levering = wijzigen(perioden=[periode(onderwijsaanbieder=None), periode("2025-10-01", leertraject="BBL")])
    uitkomst = is_geregistreerd(register, school, levering, NU)
    assert uitkomst["inschrijving"] == {
        "versie": 2,
        "datumUitschrijvingWerkelijk": None,
        "redenUitschrijving": None,
        "hoogsteVooropleiding": None,
        "perioden": [
            {"datumBegin": "2025-08-01", "opleidingcode": "25180", "leertraject": "BOL", "onderwijsaanbieder": None},
            {
                "datumBegin": "2025-10-01",
                "opleidingcode": "25180",
                "leertraject": "BBL",
                "onderwijsaanbieder": "100A100",
            },
        ],
        "extraOndersteuning": [{"datumBegin": "2025-09-01", "datumEinde": "2025-11-30"}],
    }
    (regel,) = uitkomst["mutaties"]
    assert (regel["soort"], regel["sleutel"]) == ("WIJZIGING", "27DV/1")
    assert {"veld": "redenUitschrijving", "oud": "03", "nieuw": None} in regel["velden"]
    assert {"veld": "perioden.2025-12-01.opleidingcode", "oud": GASTHEER, "nieuw": None} in regel["velden"]


def test_wat_er_stond_blijft_in_de_historie_met_wie_het_beeindigde(register: Register, school: Klant) -> None:
    levering = wijzigen(perioden=[periode(onderwijsaanbieder=None), periode("2025-10-01", leertraject="BBL")])
    uitkomst = school.lever(levering)
    nieuwe = levering_id(uitkomst)
    historie = "SELECT versie, reden_uitschrijving, beeindigd_door FROM inschrijving_historie"
    assert register.rijen(historie) == [(1, "03", nieuwe)]
    perioden = (
        "SELECT datum_begin::text, onderwijsaanbieder, beeindigd_door FROM inschrijvingsperiode_historie ORDER BY 1"
    )
    assert register.rijen(perioden) == [("2025-08-01", "100A100", nieuwe), ("2025-12-01", "100A100", nieuwe)]
    assert register.aantal("extra_ondersteuning_historie") == 0
    nu = "SELECT datum_begin::text, levering_id = %s FROM inschrijvingsperiode ORDER BY 1"
    assert register.rijen(nu, nieuwe) == [("2025-08-01", True), ("2025-10-01", False)]


def test_de_kennistijden_sluiten_op_elkaar_aan(register: Register, school: Klant) -> None:
    school.lever(wijzigen())
    school.lever(wijzigen(datumUitschrijvingGepland="2028-07-31"))
    tijden = """
        SELECT versie, bekend_vanaf, bekend_tot FROM inschrijving_historie
        UNION ALL SELECT versie, bekend_vanaf, NULL FROM inschrijving ORDER BY versie
    """
    (een, twee, drie) = register.rijen(tijden)
    assert [een[0], twee[0], drie[0]] == [1, 2, 3]
    assert (een[2], twee[2]) == (twee[1], drie[1])


def test_een_lege_lijst_is_geen_ondersteuning(register: Register, school: Klant) -> None:
    uitkomst = is_geregistreerd(register, school, wijzigen(extraOndersteuning=[]), NU)
    assert uitkomst["inschrijving"]["extraOndersteuning"] == []
    assert register.rijen("SELECT datum_begin::text FROM extra_ondersteuning_historie") == [("2025-09-01",)]


def test_dezelfde_inhoud_geeft_geen_versie(register: Register, school: Klant) -> None:
    voor = register.stand()
    uitkomst = is_geregistreerd(register, school, wijzigen(**EERST, verwachteVersie=1), NU)
    assert (uitkomst["inschrijving"]["versie"], uitkomst["mutaties"]) == (1, [])
    assert register.stand() == voor


def test_een_verouderde_versie_is_l04(register: Register, school: Klant) -> None:
    school.registreer(wijzigen(verwachteVersie=1))
    is_afgekeurd(register, school, wijzigen(redenUitschrijving="04", verwachteVersie=1), ("L04", "verwachteVersie"))


def test_wat_er_niet_is_is_niet_te_wijzigen(register: Register, school: Klant) -> None:
    levering = wijzigen(inschrijvingvolgnummer="bestaatniet", perioden=[periode(opleidingcode="00000")])
    verwacht = ("I01", "inschrijvingvolgnummer"), ("I03", "perioden.0.opleidingcode")
    is_afgekeurd(register, school, levering, *verwacht)


def test_een_melding_vervalt_met_de_wijziging_die_haar_wegneemt(register: Register, school: Klant) -> None:
    school.lever(wijzigen(datumUitschrijvingWerkelijk="2026-01-31"))
    assert register.rijen("SELECT code FROM signaal") == [("I19",)]
    school.lever(wijzigen(datumUitschrijvingWerkelijk="2026-01-31", redenUitschrijving="01"))
    assert register.aantal("signaal") == 0
    assert register.rijen("SELECT code FROM signaal_historie") == [("I19",)]


def test_ipo_wijzigt_namens_de_school(register: Register, school: Klant, ipo: Klant) -> None:
    is_namens(register, ipo, school, wijzigen())
    assert register.rijen("SELECT versie FROM inschrijving") == [(2,)]


def test_perioden_van_plaats_wisselen_kan_in_een_keer(register: Register, school: Klant) -> None:
    anders = [periode(leertraject="BBL"), periode("2025-10-01", opleidingcode=GASTHEER), periode("2025-12-01")]
    uitkomst = is_geregistreerd(register, school, wijzigen(perioden=anders), NU)
    gezien = [(deel["datumBegin"], deel["opleidingcode"]) for deel in uitkomst["inschrijving"]["perioden"]]
    assert gezien == [("2025-08-01", "25180"), ("2025-10-01", GASTHEER), ("2025-12-01", "25180")]
    assert register.aantal("inschrijvingsperiode_historie") == 3


def test_niet_bekostigd_onderwijs_wijzigt_zoals_elk_ander(register: Register, particulier: Klant) -> None:
    zonder = {"inschrijvingvolgnummer": "1", "perioden": [periode(indicatieBekostigbaar=False)]}
    particulier.registreer(identificeren(), aanleveren(**zonder))
    nieuw = wijzigen(perioden=[periode(indicatieBekostigbaar=False, leertraject="OVO")])
    assert is_geregistreerd(register, particulier, nieuw, NU)["inschrijving"]["versie"] == 2
    pad = "perioden.0.indicatieBekostigbaar"  # the other school claims already, and this one never may
    is_afgekeurd(register, particulier, wijzigen(perioden=[periode()]), ("I15", pad), ("I16", pad))
