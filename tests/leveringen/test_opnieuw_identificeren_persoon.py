"""opnieuwIdentificerenPersoon: a BSN found becomes the key, otherwise the data are replaced; others hear of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.domain.bouw import ADRES, aanleveren, identificeren, opnieuw, zoeken
from tests.domain.wereld import NIET_BESTAAND, NIEUWKOMER, STUDENT, VREEMDE
from tests.klant import signalen
from tests.leveringen.bewijs import is_afgekeurd, is_bewaard, is_geregistreerd, is_namens

if TYPE_CHECKING:
    from tests.domain.bouw import Invoer
    from tests.klant import Klant
    from tests.register import Register

PERSOON: Final = (
    "persoon { id burgerservicenummer onderwijsnummer voornamen geslachtsnaam geverifieerd adres { huisnummer } }"
)
BERICHTEN: Final = "SELECT instelling, soort, inhoud FROM bericht ORDER BY instelling"


@pytest.fixture
def nummer(school: Klant, andere: Klant) -> str:
    """The onderwijsnummer of a student that two schools know."""
    andere.lever(zoeken())
    return str(school.lever(zoeken(), PERSOON)["persoon"]["onderwijsnummer"])


def met(nummer: str, **anders: Any) -> Invoer:  # noqa: ANN401 - JSON
    return opnieuw(onderwijsnummer=nummer, **anders)


def test_een_bsn_wordt_de_sleutel_en_het_oude_nummer_blijft_wijzen(
    register: Register, school: Klant, nummer: str
) -> None:
    uitkomst = is_geregistreerd(register, school, met(nummer, burgerservicenummer=NIEUWKOMER), PERSOON)
    persoon = uitkomst["persoon"]
    assert (persoon["burgerservicenummer"], persoon["onderwijsnummer"]) == (NIEUWKOMER, None)
    assert (persoon["voornamen"], persoon["geverifieerd"]) == ("Dina", True)
    (regel,) = uitkomst["mutaties"]
    assert regel["soort"] == "WIJZIGING"
    assert {"veld": "burgerservicenummer", "oud": None, "nieuw": NIEUWKOMER} in regel["velden"]
    oud_en_nieuw = {"oud": {"onderwijsnummer": nummer}, "nieuw": {"burgerservicenummer": NIEUWKOMER}}
    assert register.rijen(BERICHTEN) == [
        ("25LX", "SLEUTELWIJZIGING", oud_en_nieuw),
        ("27DV", "SLEUTELWIJZIGING", oud_en_nieuw),
    ]
    assert register.rijen("SELECT onderwijsnummer FROM persoon_historie") == [(nummer,)]
    assert register.rijen("SELECT nummer FROM persoonsnummer ORDER BY 1") == [(nummer,), (NIEUWKOMER,)]
    for sleutel in ({"onderwijsnummer": nummer}, {"burgerservicenummer": NIEUWKOMER}, {"id": persoon["id"]}):
        gevonden = school.vraag(
            "query($p: PersoonSleutelInput!) { studentendossier(persoon: $p) { persoon { id } } }", p=sleutel
        )
        assert gevonden == {"studentendossier": {"persoon": {"id": persoon["id"]}}}
    is_geregistreerd(register, school, aanleveren(persoon={"onderwijsnummer": nummer}))


def test_betere_gegevens_vinden_de_persoon_in_de_brp(register: Register, school: Klant, nummer: str) -> None:
    uitkomst = is_geregistreerd(register, school, met(nummer, geslachtsnaam="de Wit", voornamen="Dina"), PERSOON)
    assert uitkomst["persoon"]["burgerservicenummer"] == NIEUWKOMER


def test_anders_worden_de_gegevens_vervangen_en_horen_de_anderen_welke(
    register: Register, school: Klant, nummer: str
) -> None:
    levering = met(nummer, voornamen="Eva Maria", adres=ADRES | {"huisnummer": 7})
    uitkomst = is_geregistreerd(register, school, levering, PERSOON)
    assert uitkomst["persoon"]["onderwijsnummer"] == nummer
    assert (uitkomst["persoon"]["voornamen"], uitkomst["persoon"]["adres"]) == ("Eva Maria", {"huisnummer": 7})
    assert register.rijen("SELECT voornamen, huisnummer FROM persoon_historie") == [("Eva", 1)]
    inhoud = {"persoon": {"onderwijsnummer": nummer}, "velden": ["voornamen", "adres"]}
    assert register.rijen(BERICHTEN) == [("25LX", "PERSOONSMUTATIE", inhoud)]


def test_een_bsn_van_een_ander_in_het_register_is_een_samenvoeging_voor_ipo(
    register: Register, school: Klant, nummer: str
) -> None:
    school.registreer(identificeren())
    voor = register.stand("ontvangst", "levering", "raadpleging", "werk")
    levering = met(nummer, burgerservicenummer=STUDENT)
    uitkomst = school.lever(levering, PERSOON)
    assert (uitkomst["status"], signalen(uitkomst)) == ("IN_BEHANDELING", [("P04", "")])
    is_bewaard(register, school, levering, uitkomst)
    assert register.stand("ontvangst", "levering", "raadpleging", "werk") == voor
    ((soort, inhoud),) = register.rijen("SELECT soort, inhoud FROM werk")
    nummers = "SELECT json_build_object('id', persoon_id) FROM persoonsnummer WHERE nummer = ANY(%s) ORDER BY nummer"
    bekend = [kandidaat for (kandidaat,) in register.rijen(nummers, [nummer, STUDENT])]
    assert (soort, inhoud["kandidaten"]) == ("IDENTIFICATIE", bekend)


def test_zonder_nieuws_verandert_niets(register: Register, school: Klant, nummer: str) -> None:
    voor = register.stand("ontvangst", "levering", "raadpleging", "persoon_instelling")
    assert is_geregistreerd(register, school, met(nummer))["mutaties"] == []
    assert register.stand("ontvangst", "levering", "raadpleging", "persoon_instelling") == voor


def test_wat_niet_klopt_wordt_afgekeurd(register: Register, school: Klant, nummer: str) -> None:
    is_afgekeurd(register, school, met(nummer, burgerservicenummer=VREEMDE), ("P03", ""))
    is_afgekeurd(register, school, met(nummer, burgerservicenummer="123"), ("P01", "burgerservicenummer"))
    is_afgekeurd(register, school, met(nummer, burgerservicenummer=NIET_BESTAAND), ("P10", "burgerservicenummer"))
    is_afgekeurd(register, school, met(nummer, geboortedatum="2024-02-30"), ("P12", "geboortedatum"))


@pytest.mark.usefixtures("nummer")
def test_alleen_wie_de_school_kent(register: Register, particulier: Klant, nummer: str) -> None:
    is_afgekeurd(register, particulier, met(nummer), ("P07", "onderwijsnummer"))
    is_afgekeurd(register, particulier, met("100000016"), ("P07", "onderwijsnummer"))


def test_ipo_identificeert_opnieuw_namens_de_school(register: Register, school: Klant, ipo: Klant, nummer: str) -> None:
    is_namens(register, ipo, school, met(nummer, burgerservicenummer=NIEUWKOMER))
    assert register.rijen("SELECT burgerservicenummer FROM persoon") == [(NIEUWKOMER,)]
