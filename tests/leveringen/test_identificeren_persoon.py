"""identificerenPersoon: by number or by data, in the register, in the BRP, or with a new onderwijsnummer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.buitenwereld import TWEELING
from tests.domain.bouw import ADRES, BEHEER, aanleveren, identificeren, zoeken
from tests.domain.wereld import NIET_BESTAAND, ONBEKENDE, OVERLEDENE, STUDENT, VREEMDE
from tests.klant import signalen
from tests.leveringen.bewijs import is_afgekeurd, is_bewaard, is_gemeld, is_geregistreerd, is_namens

if TYPE_CHECKING:
    from tests.klant import Klant
    from tests.register import Register

PERSOON: Final = """
  persoon {
    id burgerservicenummer onderwijsnummer voornamen geslachtsnaam geboortedatum geslacht geverifieerd overlijdensdatum
    adres { straatnaam huisnummer postcode woonplaats } nationaliteiten { code datumBegin }
  }
"""
NUMMERS: Final = "SELECT soort, nummer FROM persoonsnummer ORDER BY nummer"
WERK: Final = "SELECT soort, instelling, inhoud FROM werk"
ANNA: Final = {"geslachtsnaam": "Bakker", "voornamen": "Anna"}


def test_een_bsn_haalt_de_persoon_uit_de_brp(register: Register, school: Klant) -> None:
    uitkomst = is_geregistreerd(register, school, identificeren(), PERSOON)
    uitkomst["persoon"].pop("id")
    assert uitkomst["persoon"] == {
        "burgerservicenummer": STUDENT,
        "onderwijsnummer": None,
        "voornamen": "Anna",
        "geslachtsnaam": "Bakker",
        "geboortedatum": "2005-06-15",
        "geslacht": "V",
        "geverifieerd": True,
        "overlijdensdatum": None,
        "adres": ADRES,
        "nationaliteiten": [{"code": "0001", "datumBegin": "2005-06-15"}],
    }
    (regel,) = uitkomst["mutaties"]
    assert (regel["register"], regel["soort"], regel["entiteit"], regel["sleutel"]) == (
        "PERSOON",
        "TOEVOEGING",
        "Persoon",
        "",
    )
    assert register.rijen(NUMMERS) == [("burgerservicenummer", STUDENT)]
    (levering,) = register.rij("SELECT id FROM levering")
    assert register.rijen("SELECT instelling, levering_id FROM persoon_instelling") == [("27DV", levering)]


def test_onbekende_delen_van_de_geboortedatum_passen_op_alles(register: Register, school: Klant) -> None:
    is_geregistreerd(register, school, identificeren(geboortedatum="2005-00-00"))
    is_geregistreerd(register, school, identificeren(geboortedatum="0000-00-00"))


def test_een_tweede_keer_of_een_tweede_school_verandert_de_persoon_niet(
    register: Register, school: Klant, andere: Klant
) -> None:
    eerst = school.lever(identificeren(), PERSOON)
    weer = is_geregistreerd(register, school, identificeren(), PERSOON)
    elders = is_geregistreerd(register, andere, identificeren(), PERSOON)
    assert eerst["persoon"] == weer["persoon"] == elders["persoon"]
    assert weer["mutaties"] == elders["mutaties"] == []
    assert register.rijen("SELECT instelling FROM persoon_instelling ORDER BY 1") == [("25LX",), ("27DV",)]
    assert (register.aantal("persoon"), register.aantal("persoon_historie")) == (1, 0)
    assert register.brp.gevraagd == 1


def test_zonder_nummer_vindt_de_brp_er_een(register: Register, school: Klant) -> None:
    uitkomst = is_geregistreerd(register, school, zoeken(**ANNA), PERSOON)
    assert uitkomst["persoon"]["burgerservicenummer"] == STUDENT


def test_zonder_nummer_gaat_het_eigen_register_voor_de_brp(register: Register, school: Klant, andere: Klant) -> None:
    andere.registreer(identificeren())
    register.brp.stoor("503")
    uitkomst = is_geregistreerd(register, school, zoeken(**ANNA), PERSOON)
    assert uitkomst["persoon"]["burgerservicenummer"] == STUDENT


def test_wie_niemand_kent_krijgt_een_onderwijsnummer(register: Register, school: Klant) -> None:
    uitkomst = is_gemeld(register, school, zoeken(), ("P08", ""), velden=PERSOON)
    persoon = uitkomst["persoon"]
    assert (persoon["onderwijsnummer"][:2], persoon["burgerservicenummer"]) == ("10", None)
    assert (persoon["geslachtsnaam"], persoon["geverifieerd"]) == ("Jansen", False)
    assert register.rijen(NUMMERS) == [("onderwijsnummer", persoon["onderwijsnummer"])]
    nummer = {"persoon": {"onderwijsnummer": persoon["onderwijsnummer"]}}
    is_geregistreerd(register, school, aanleveren(**nummer))


def test_dezelfde_gegevens_krijgen_geen_tweede_onderwijsnummer(
    register: Register, school: Klant, andere: Klant
) -> None:
    eerst = school.lever(zoeken(), PERSOON)
    weer = is_geregistreerd(register, andere, zoeken(), PERSOON)
    assert weer["persoon"] == eerst["persoon"]
    verhuisd = is_gemeld(register, andere, zoeken(adres=ADRES | {"huisnummer": 2}), ("P08", ""), velden=PERSOON)
    assert verhuisd["persoon"]["onderwijsnummer"] != eerst["persoon"]["onderwijsnummer"]


def test_wie_in_het_buitenland_woont_krijgt_een_nummer_zonder_melding(register: Register, school: Klant) -> None:
    adres = {"landcode": "5010", "regelsBuitenland": ["Rue Haute 1", "1000 Brussel"]}
    nationaliteit = {"code": "0052", "datumBegin": "2005-00-00"}
    levering = zoeken(adres=adres, nationaliteiten=[nationaliteit])
    uitkomst = is_geregistreerd(register, school, levering, "persoon { adres { landcode regelsBuitenland } }")
    assert uitkomst["persoon"] == {"adres": adres}
    assert register.rij("SELECT nationaliteiten FROM persoon") == (
        [{"code": "0052", "datum_begin": "2005-00-00", "datum_einde": None}],
    )


def test_meer_kandidaten_zijn_werk_voor_ipo(register: Register, school: Klant) -> None:
    levering = zoeken(geslachtsnaam="Tweeling", voornamen="Noor")
    voor = register.stand("ontvangst", "levering", "raadpleging", "werk")
    uitkomst = school.lever(levering, PERSOON)
    assert (uitkomst["status"], signalen(uitkomst)) == ("IN_BEHANDELING", [("P04", "")])
    assert (uitkomst["persoon"], uitkomst["mutaties"]) == (None, [])
    is_bewaard(register, school, levering, uitkomst)
    assert register.stand("ontvangst", "levering", "raadpleging", "werk") == voor
    ((soort, instelling, inhoud),) = register.rijen(WERK)
    assert (soort, instelling) == ("IDENTIFICATIE", "27DV")
    gevonden = {kandidaat["burgerservicenummer"] for kandidaat in inhoud["kandidaten"]}
    assert gevonden == {persoon.burgerservicenummer for persoon in TWEELING}


def test_wie_overleden_is_wordt_gemeld(register: Register, school: Klant) -> None:
    levering = identificeren(burgerservicenummer=OVERLEDENE)
    uitkomst = is_gemeld(register, school, levering, ("P05", ""), velden=PERSOON)
    assert uitkomst["persoon"]["overlijdensdatum"] == "2025-12-24"


def test_ipo_identificeert_namens_de_school(register: Register, school: Klant, ipo: Klant) -> None:
    is_namens(register, ipo, school, identificeren())
    assert register.rijen("SELECT instelling FROM persoon_instelling") == [("27DV",)]
    is_geregistreerd(register, school, aanleveren())


def test_ipo_neemt_een_bestaand_onderwijsnummer_over(register: Register, school: Klant, ipo: Klant) -> None:
    levering = identificeren(burgerservicenummer=None, onderwijsnummer=ONBEKENDE)
    is_afgekeurd(register, school, levering, ("P10", "onderwijsnummer"))
    is_namens(register, ipo, school, levering)
    assert register.rijen(NUMMERS) == [("onderwijsnummer", ONBEKENDE)]
    assert register.rijen("SELECT geverifieerd, geslachtsnaam FROM persoon") == [(False, None)]
    assert register.brp.gevraagd == 0
    uitgegeven = school.lever(zoeken(), PERSOON)["persoon"]["onderwijsnummer"]
    assert uitgegeven > ONBEKENDE


def test_nummer_en_gegevens_moeten_bij_elkaar_horen(register: Register, school: Klant) -> None:
    is_afgekeurd(register, school, identificeren(geslacht="M"), ("P03", ""))
    is_afgekeurd(register, school, identificeren(geboortedatum="2005-06-16"), ("P03", ""))
    is_afgekeurd(register, school, identificeren(burgerservicenummer=VREEMDE), ("P03", ""))
    is_afgekeurd(register, school, identificeren(burgerservicenummer=NIET_BESTAAND), ("P10", "burgerservicenummer"))


def test_zonder_nummer_zijn_naam_en_adres_nodig(register: Register, school: Klant) -> None:
    is_afgekeurd(register, school, zoeken(geslachtsnaam=None, adres=None), ("P09", "adres"), ("P09", "geslachtsnaam"))
    is_afgekeurd(register, school, zoeken(adres={}), ("P09", "adres.huisnummer"), ("P09", "adres.postcode"))


def test_wie_afgekeurd_wordt_is_niet_geidentificeerd(register: Register, school: Klant, andere: Klant) -> None:
    andere.registreer(identificeren())
    uitkomst = is_afgekeurd(register, school, identificeren(geslacht="M"), ("P03", ""))
    assert register.rij("SELECT persoon_id FROM levering WHERE kenmerk = %s", uitkomst["kenmerk"]) == (None,)
    is_afgekeurd(register, school, aanleveren(), ("P07", "persoon.burgerservicenummer"))


def test_niet_bekostigd_onderwijs_identificeert_zoals_elk_ander(register: Register, particulier: Klant) -> None:
    is_geregistreerd(register, particulier, identificeren())


def test_op_het_eigen_id_van_het_register_is_de_persoon_ook_aan_te_wijzen(
    register: Register, school: Klant, andere: Klant
) -> None:
    id_ = school.lever(identificeren(), PERSOON)["persoon"]["id"]
    is_geregistreerd(register, school, aanleveren(persoon={"id": id_}))
    is_afgekeurd(register, andere, aanleveren(persoon={"id": id_}), ("P07", "persoon.id"))
    is_afgekeurd(register, school, aanleveren(persoon={"id": "SW5zY2hyaWp2aW5nOjE"}), ("P07", "persoon.id"))


def test_ipo_zonder_beheer_en_school_met_beheer_zijn_l05(register: Register, school: Klant, ipo: Klant) -> None:
    is_afgekeurd(register, ipo, identificeren(), ("L05", "beheer"))
    is_afgekeurd(register, school, identificeren(beheer=BEHEER), ("L05", "beheer"))
    is_afgekeurd(register, ipo, identificeren(beheer=BEHEER | {"reden": " "}), ("L05", "beheer.reden"))
