"""wijzigenDiploma: the diploma is replaced with all its parts, and what they were stays in the history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from tests.domain.bouw import amo, geo, kzd, periode, wijzigen_diploma
from tests.domain.wereld import AMVB, REKENEN_2F
from tests.leveringen.bewijs import is_afgekeurd, is_gemeld, is_geregistreerd, is_namens, levering_id
from tests.leveringen.verhaal import met_diploma, met_los_resultaat

if TYPE_CHECKING:
    from tests.klant import Klant
    from tests.register import Register

NU: Final = """
  resultaat {
    versie datumResultaat onderwijsaanbieder signalen { code }
    ... on Diploma {
      generiekeExamenonderdelen { resultaatvolgnummer eindcijfer cijferInstellingsexamen versie }
      keuzedelen { resultaatvolgnummer } amvbOnderdelen { resultaatvolgnummer code }
    }
  }
"""
HISTORIE: Final = """
    SELECT resultaatvolgnummer, versie, datum_resultaat::text, beeindigd_door FROM resultaat_historie ORDER BY 1, 2
"""


@pytest.fixture(autouse=True)
def _student(school: Klant) -> None:
    school.registreer(*met_diploma())


def test_wat_is_weggelaten_wordt_leeg(register: Register, school: Klant) -> None:
    levering = wijzigen_diploma(
        onderwijsaanbieder=None,
        generiekeExamenonderdelen=[geo("11", eindcijfer=8), geo("15", REKENEN_2F)],
        keuzedelen=None,
        amvbOnderdelen=[amo("13")],
        verwachteVersie=1,
    )
    uitkomst = is_geregistreerd(register, school, levering, NU)
    assert uitkomst["resultaat"] == {
        "versie": 2,
        "datumResultaat": "2026-01-31",
        "onderwijsaanbieder": None,
        "signalen": [],
        "generiekeExamenonderdelen": [
            {"resultaatvolgnummer": "11", "eindcijfer": 8, "cijferInstellingsexamen": None, "versie": 2},
            {"resultaatvolgnummer": "15", "eindcijfer": 6, "cijferInstellingsexamen": None, "versie": 2},
        ],
        "keuzedelen": [],
        "amvbOnderdelen": [{"resultaatvolgnummer": "13", "code": AMVB}],
    }
    (regel,) = uitkomst["mutaties"]
    assert (regel["soort"], regel["entiteit"], regel["sleutel"]) == ("WIJZIGING", "Diploma", "27DV/1")
    nieuwe = levering_id(uitkomst)
    assert register.rijen(HISTORIE) == [(nummer, 1, "2026-01-31", nieuwe) for nummer in ("1", "11", "12", "13")]
    assert register.rijen("SELECT DISTINCT levering_id FROM resultaat") == [(nieuwe,)]


def test_een_andere_datum_geldt_ook_voor_de_onderdelen(register: Register, school: Klant) -> None:
    is_gemeld(register, school, wijzigen_diploma(datumResultaat="2026-01-30"), ("R12", "datumResultaat"))
    assert register.rijen("SELECT DISTINCT datum_resultaat::text, versie FROM resultaat") == [("2026-01-30", 2)]


def test_dezelfde_inhoud_geeft_geen_versie(register: Register, school: Klant) -> None:
    voor = register.stand()
    uitkomst = is_geregistreerd(register, school, wijzigen_diploma(), NU)
    assert (uitkomst["mutaties"], uitkomst["resultaat"]["versie"]) == ([], 1)
    assert register.stand() == voor


def test_een_verouderde_versie_is_l04(register: Register, school: Klant) -> None:
    school.registreer(wijzigen_diploma(keuzedelen=[], verwachteVersie=1))
    uitkomst = is_afgekeurd(register, school, wijzigen_diploma(verwachteVersie=1), ("L04", "verwachteVersie"))
    assert uitkomst["signalen"][0]["parameters"] == [
        {"naam": "huidig", "waarde": "2"},
        {"naam": "verwacht", "waarde": "1"},
    ]


def test_wat_geen_diploma_is_is_zo_niet_te_wijzigen(register: Register, school: Klant) -> None:
    school.registreer(met_los_resultaat()[-1])
    for nummer in ("9", "4", "13"):
        is_afgekeurd(register, school, wijzigen_diploma(resultaatvolgnummer=nummer), ("R01", "resultaatvolgnummer"),
                     *_botst(nummer))  # fmt: skip


def _botst(nummer: str) -> list[tuple[str, str]]:
    """The parts of the diploma are those of diploma 1: under another number they clash with them."""
    onderdelen = ("generiekeExamenonderdelen.0", "generiekeExamenonderdelen.1", "keuzedelen.0")
    botsend = [("R02", f"{onderdeel}.resultaatvolgnummer") for onderdeel in onderdelen]
    dubbel = [("R17", "keuzedelen.0.resultaatvolgnummer")] if nummer == "13" else []
    return [*(botsend[:-1] if dubbel else botsend), ("R06", "opleidingcode"), ("R16", "opleidingcode"), *dubbel]


def test_meldingen_zijn_die_van_de_laatste_wijziging(register: Register, school: Klant) -> None:
    levering = wijzigen_diploma(keuzedelen=[kzd("13", "K0002")])
    is_gemeld(register, school, levering, ("R11", "keuzedelen.0.keuzedeelcode"))
    assert register.rijen("SELECT code FROM signaal") == [("R11",)]
    assert school.lever(wijzigen_diploma(), NU)["resultaat"]["signalen"] == []
    assert register.rijen("SELECT code FROM signaal_historie WHERE resultaat_id IS NOT NULL") == [("R11",)]


def test_ipo_wijzigt_namens_de_school(register: Register, school: Klant, ipo: Klant) -> None:
    is_namens(register, ipo, school, wijzigen_diploma(keuzedelen=[]))
    assert register.rijen("SELECT count(*), min(versie) FROM resultaat") == [(3, 2)]


def test_niet_bekostigd_onderwijs_wijzigt_het_eigen_diploma(register: Register, particulier: Klant) -> None:
    student, inschrijving, diploma = met_diploma(indicatieBekostigbaar=False)
    particulier.registreer(student, inschrijving.met(perioden=[periode(indicatieBekostigbaar=False)]), diploma)
    is_gemeld(
        register,
        particulier,
        wijzigen_diploma(indicatieBekostigbaar=False, keuzedelen=[]),
        ("R16", "opleidingcode"),
    )
    tellingen = "SELECT instelling, count(*) FROM resultaat GROUP BY 1 ORDER BY 1"
    assert register.rijen(tellingen) == [("27DV", 4), ("30ZZ", 3)]
