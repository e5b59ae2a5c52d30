"""aanleverenVooropleiding: by the VO register alone; of a person we know, or waiting for one we do not know yet."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Final

import pytest

from domain.nummers import onderwijsnummer_van
from tests.domain.bouw import BEHEER, identificeren, opnieuw, vooropleiding, zoeken
from tests.domain.wereld import NIEUWKOMER, ONBEKENDE, STUDENT
from tests.klant import enkel, ingevuld, signalen
from tests.leveringen.bewijs import is_van_bronregister
from tests.leveringen.verhaal import geidentificeerd
from tests.register import AANROEPERS

if TYPE_CHECKING:
    from tests.domain.bouw import Invoer
    from tests.klant import Klant
    from tests.register import Register

VRAAG: Final = """
query Vooropleiding($persoon: PersoonSleutelInput!) {{
  studentendossier(persoon: $persoon) {{
    ... on {}Studentendossier {{
      vooropleidingen {{ soort instelling datumResultaat behaald vakken {{ vakcode eindcijfer }} }}
    }}
  }}
}}
"""
GETOOND: Final = {
    "soort": "06",
    "instelling": "00AA",
    "datumResultaat": "2025-06-14",
    "behaald": True,
    "vakken": [{"vakcode": "NE", "eindcijfer": None}, {"vakcode": "WI", "eindcijfer": 6}],
}
RIJEN: Final = "SELECT persoon_id IS NOT NULL, nummer, soort FROM vooropleiding ORDER BY id"
VERSIES: Final = "SELECT datum_resultaat::text FROM vooropleiding_historie ORDER BY 1"
WACHT: Final = [(False, STUDENT, "06")]


@pytest.fixture
def vo(register: Register) -> Klant:
    return register.als(AANROEPERS["vo"])


def getoond(klant: Klant, dossier: str = "Mbo", **persoon: Any) -> Any:  # noqa: ANN401 - JSON
    sleutel = persoon or {"burgerservicenummer": STUDENT}
    gevonden = klant.vraag(VRAAG.format(dossier), persoon=sleutel)["studentendossier"]
    return gevonden["vooropleidingen"]


def test_wie_de_student_kent_ziet_de_vooropleiding(
    register: Register, school: Klant, andere: Klant, ipo: Klant, vo: Klant
) -> None:
    school.registreer(*geidentificeerd())
    uitkomst = is_van_bronregister(register, vo, vooropleiding())
    assert uitkomst["status"] == "GOEDGEKEURD"
    assert getoond(school) == getoond(ipo, "Ipo") == [GETOOND]
    andere.registreer(*geidentificeerd())
    assert getoond(andere) == [GETOOND]


def test_een_school_ziet_de_levering_niet_en_ipo_wel_met_wat_zij_wijzigde(school: Klant, ipo: Klant, vo: Klant) -> None:
    school.registreer(*geidentificeerd())
    uitkomst = vo.lever(vooropleiding(kenmerk="vo-1"))
    vraag = 'query($a: String) { levering(kenmerk: "vo-1", afzender: $a) { afzender instelling { brin } antwoord } }'
    assert school.vraag(vraag.replace(", afzender: $a", "").replace("($a: String)", ""))["levering"] is None
    levering = ipo.vraag(vraag, a="KETEN:VO")["levering"]
    assert (levering["afzender"], levering["instelling"], uitkomst["mutaties"]) == ("KETEN:VO", None, [])
    (regel,) = levering["antwoord"]["mutaties"]
    assert (regel["register"], regel["entiteit"], regel["sleutel"]) == (
        "ONDERWIJSRESULTAAT",
        "Vooropleiding",
        "00AA/06",
    )
    assert {"veld": "vakken.WI.eindcijfer", "oud": None, "nieuw": "6"} in regel["velden"]


def test_van_een_onbekende_wacht_zij_tot_die_is_geidentificeerd(
    register: Register, school: Klant, ipo: Klant, vo: Klant
) -> None:
    assert is_van_bronregister(register, vo, vooropleiding())["status"] == "GOEDGEKEURD"
    assert register.rijen(RIJEN) == WACHT
    is_van_bronregister(register, vo, vooropleiding(vakken=[]))
    assert register.rijen(RIJEN) == WACHT
    assert register.aantal("persoon") == 0
    school.registreer(identificeren(kenmerk="wie"))
    assert getoond(school) == getoond(ipo, "Ipo") == [GETOOND | {"vakken": []}]
    koppeling = "SELECT kenmerk FROM levering l JOIN vooropleiding v ON v.levering_id = l.id"
    assert register.rijen(koppeling) == [("wie",)]


def test_bij_een_gevonden_bsn_komt_erbij_wat_onder_dat_bsn_wachtte(
    register: Register, school: Klant, vo: Klant
) -> None:
    persoon = school.lever(zoeken(), "persoon { onderwijsnummer }")["persoon"]
    vo.lever(vooropleiding(persoon=persoon, soort="05"))
    vo.lever(vooropleiding(persoon=persoon, datumResultaat="2024-06-14"))
    vo.lever(vooropleiding(persoon={"burgerservicenummer": NIEUWKOMER}))
    school.registreer(opnieuw(**persoon, burgerservicenummer=NIEUWKOMER))
    gezien = getoond(school, burgerservicenummer=NIEUWKOMER)
    assert [een["soort"] for een in gezien] == ["05", "06"]
    assert gezien[1] == GETOOND  # of one soort and school what was registered last
    assert register.rijen(VERSIES) == [("2024-06-14",), ("2025-06-14",)]
    is_van_bronregister(register, vo, vooropleiding(persoon=persoon))
    assert getoond(school, burgerservicenummer=NIEUWKOMER) == gezien


def test_wat_het_laatst_is_geregistreerd_blijft_ook_als_het_andere_wachtte(
    register: Register, school: Klant, vo: Klant
) -> None:
    persoon = school.lever(zoeken(), "persoon { onderwijsnummer }")["persoon"]
    vo.lever(vooropleiding(persoon={"burgerservicenummer": NIEUWKOMER}, datumResultaat="2024-06-14"))
    vo.lever(vooropleiding(persoon=persoon))
    school.registreer(opnieuw(**persoon, burgerservicenummer=NIEUWKOMER))
    assert getoond(school, burgerservicenummer=NIEUWKOMER) == [GETOOND]
    assert register.rijen(VERSIES) == [("2024-06-14",)]


def test_een_overgenomen_onderwijsnummer_krijgt_wat_erop_wachtte(school: Klant, ipo: Klant, vo: Klant) -> None:
    vo.lever(vooropleiding(persoon={"onderwijsnummer": ONBEKENDE}))
    overnemen = identificeren(burgerservicenummer=None, onderwijsnummer=ONBEKENDE, beheer=BEHEER)
    ipo.registreer(overnemen)
    assert getoond(school, onderwijsnummer=ONBEKENDE) == [GETOOND]


def test_een_nummer_waarop_wordt_gewacht_wordt_niet_uitgegeven(school: Klant, vo: Klant) -> None:
    nummers = [nummer for volgnummer in range(20) if (nummer := onderwijsnummer_van(volgnummer))]
    for nummer in nummers[:3]:
        vo.lever(vooropleiding(persoon={"onderwijsnummer": nummer}))
    persoon = school.lever(zoeken(), "persoon { onderwijsnummer }")["persoon"]
    assert persoon["onderwijsnummer"] == nummers[3]
    assert getoond(school, **persoon) == []


def test_hetzelfde_nog_eens_geeft_geen_versie_en_iets_anders_vervangt(
    register: Register, school: Klant, vo: Klant
) -> None:
    school.registreer(*geidentificeerd())
    vo.lever(vooropleiding())
    voor = register.stand()
    zelfde = vooropleiding(vakken=[{"vakcode": "NE", "eindcijfer": None}, {"vakcode": "WI", "eindcijfer": 6}])
    assert is_van_bronregister(register, vo, zelfde)["status"] == "GOEDGEKEURD"
    assert register.stand() == voor
    is_van_bronregister(register, vo, vooropleiding(datumResultaat="2025-06-15", behaald=False))
    (nu,) = getoond(school)
    assert (nu["datumResultaat"], nu["behaald"]) == ("2025-06-15", False)
    assert register.rijen(VERSIES) == [("2025-06-14",)]


@pytest.mark.parametrize("anders", [{"soort": "07"}, {"instelling": "00BB"}, {"instelling": None}])
def test_een_andere_soort_of_school_is_een_andere_vooropleiding(
    school: Klant, vo: Klant, anders: dict[str, Any]
) -> None:
    school.registreer(*geidentificeerd())
    vo.lever(vooropleiding())
    vo.lever(vooropleiding(**anders))
    assert GETOOND in getoond(school)
    assert len(getoond(school)) == 2


def test_zonder_datum_school_en_vakken_is_er_nog_een_vooropleiding(school: Klant, vo: Klant) -> None:
    school.registreer(*geidentificeerd())
    vo.lever(vooropleiding(instelling=None, datumResultaat=None, vakken=None))
    leeg = {"instelling": None, "datumResultaat": None, "vakken": []}
    assert getoond(school) == [GETOOND | leeg]


def test_een_kenmerk_telt_een_keer(register: Register, vo: Klant) -> None:
    eerst = vo.lever(vooropleiding(kenmerk="vo-1"))
    voor = register.stand()
    assert vo.lever(vooropleiding(kenmerk="vo-1")) == eerst
    ander = vo.lever(vooropleiding(kenmerk="vo-1", behaald=False))
    assert (ander["status"], signalen(ander), ander["levering"]) == ("AFGEKEURD", [("L02", "")], None)
    assert register.stand() == voor
    assert register.aantal("ontvangst") == 3


FOUT: Final[list[tuple[dict[str, Any], tuple[str, str]]]] = [
    ({"persoon": {"burgerservicenummer": "999900007"}}, ("P01", "persoon.burgerservicenummer")),
    ({"persoon": {"onderwijsnummer": STUDENT}}, ("P01", "persoon.onderwijsnummer")),
    ({"persoon": {"id": "UGVyc29vbjox"}}, ("L01", "persoon.id")),
    ({"persoon": {"burgerservicenummer": "9" * 21}}, ("L01", "persoon.burgerservicenummer")),
    ({"soort": " "}, ("L01", "soort")),
    ({"soort": "x" * 41}, ("L01", "soort")),
    ({"instelling": ""}, ("L01", "instelling")),
    ({"instelling": "00AA001"}, ("L01", "instelling")),
    ({"datumResultaat": "2025-02-30"}, ("L01", "datumResultaat")),
    ({"datumResultaat": "2026-03-11"}, ("R05", "datumResultaat")),
    ({"vakken": [{"vakcode": "NE"}, {"vakcode": "\0"}]}, ("L01", "vakken.1.vakcode")),
    ({"vakken": [{"vakcode": "NE"}, {"vakcode": "WI", "eindcijfer": 11}]}, ("R14", "vakken.1.eindcijfer")),
    ({"vakken": [{"vakcode": "NE", "eindcijfer": 0}]}, ("R14", "vakken.0.eindcijfer")),
]


@pytest.mark.parametrize(("anders", "verwacht"), FOUT, ids=str)
def test_een_slechte_waarde_wijst_haar_plaats_aan(
    register: Register, school: Klant, vo: Klant, anders: dict[str, Any], verwacht: tuple[str, str]
) -> None:
    school.registreer(*geidentificeerd())
    assert is_van_bronregister(register, vo, vooropleiding(**anders), verwacht)["status"] == "AFGEKEURD"


@pytest.mark.parametrize("veld", ["proef", "beheer", "accountantsmutatie"])
def test_een_bronregister_levert_alleen_voor_zichzelf_en_in_ernst(vo: Klant, veld: str) -> None:
    levering = vooropleiding(**{veld: BEHEER if veld == "beheer" else True})
    antwoord = vo.stuur(enkel(levering), input=ingevuld(levering)).json()
    assert {fout["extensions"]["code"] for fout in antwoord["errors"]} == {"ONGELDIG_VERZOEK"}


def test_het_vo_register_hoort_van_de_student_niets(register: Register, school: Klant, vo: Klant) -> None:
    school.registreer(*geidentificeerd())
    velden = "persoon { id burgerservicenummer } levering { bericht persoon { id } } mutaties { velden { oud } }"
    levering, gezien = vooropleiding(), register.aantal("raadpleging")
    document = enkel(levering, selectie=f"status {velden}")
    gehoord = vo.vraag(document, input=ingevuld(levering))["uitkomst"]
    assert gehoord == {"status": "GOEDGEKEURD", "persoon": None, "levering": None, "mutaties": []}
    assert register.aantal("raadpleging") == gezien


def test_twee_tegelijk_worden_een(register: Register, school: Klant, vo: Klant) -> None:
    """Deliveries of one prior education and the identification of its person, all at once: one row, of that person."""

    def lever(plaats: int) -> Any:  # noqa: ANN401 - JSON
        wie: tuple[Klant, Invoer] = (
            (school, identificeren()) if plaats == 3 else (vo, vooropleiding(datumResultaat=f"2025-06-{10 + plaats}"))
        )
        return wie[0].lever(wie[1])

    with ThreadPoolExecutor(8) as groep:
        assert {een["status"] for een in groep.map(lever, range(8))} == {"GOEDGEKEURD"}
    assert register.rijen(RIJEN) == [(True, None, "06")]
    assert register.aantal("vooropleiding_historie") in {6, 7}
    assert len(getoond(school)) == 1
