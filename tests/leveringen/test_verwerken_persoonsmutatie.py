"""verwerkenPersoonsmutatie: by the BRP alone; what it changes, who hears of it, and who goes on seeing what was."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.achtergrond.werkvoorraad import handel_af, voorraad
from tests.domain.bouw import (
    WIS,
    aanleveren,
    identificeren,
    opnieuw,
    persoonsmutatie,
    uitschrijven,
    vooropleiding,
    zoeken,
)
from tests.domain.wereld import NIET_BESTAAND, NIEUWKOMER, STUDENT, VREEMDE
from tests.klant import signalen
from tests.leveringen.bewijs import is_van_bronregister
from tests.leveringen.verhaal import ingeschreven
from tests.register import AANROEPERS

if TYPE_CHECKING:
    from tests.klant import Klant
    from tests.register import Register

Json = dict[str, Any]
VRAAG: Final = """
query Student($persoon: PersoonSleutelInput!) {
  studentendossier(persoon: $persoon) { persoon {
    id burgerservicenummer voornamen voorvoegsel geslachtsnaam geboortedatum geslacht overlijdensdatum geboorteland
    datumVestigingInNederland datumVertrekUitNederland landVertrek
    adres { straatnaam huisnummer huisletter postcode woonplaats landcode regelsBuitenland }
    nationaliteiten { code datumBegin datumEinde } verblijfstitels { code datumBegin datumEinde }
    geverifieerd identificatieInBehandeling
  } }
}
"""
BERICHTEN: Final = "SELECT instelling, soort, inhoud FROM bericht ORDER BY soort, instelling"
NUMMERS: Final = "SELECT nummer FROM persoonsnummer ORDER BY nummer"
VROEGER: Final = "SELECT geslachtsnaam FROM persoon_historie ORDER BY historie_id"
ANDERS: Final[Json] = {
    "voornamen": "Anna Sofie",
    "voorvoegsel": "van",
    "geslachtsnaam": "Dijk",
    "geboortedatum": "2005-06-00",
    "geslacht": "O",
    "overlijdensdatum": "2026-03-01",
    "geboorteland": "5010",
    "datumVestigingInNederland": "2010-01-02",
    "datumVertrekUitNederland": "2026-02-00",
    "landVertrek": "9089",
    "adres": {"landcode": "9089", "regelsBuitenland": ["Musterweg 14", "48455 Bad Bentheim"]},
    "nationaliteiten": [{"code": "0052", "datumBegin": "2005-06-15", "datumEinde": "2026-01-01"}, {
        "code": "0001", "datumBegin": "2026-01-01",
    }],
    "verblijfstitels": [{"code": "21", "datumBegin": "2020-00-00"}],
}  # fmt: skip


@pytest.fixture
def brp(register: Register) -> Klant:
    return register.als(AANROEPERS["brp"])


def student(klant: Klant, nummer: str = STUDENT) -> Json:
    gevonden = klant.vraag(VRAAG, persoon={"burgerservicenummer": nummer})["studentendossier"]
    return dict(gevonden["persoon"])


def sleutelwijziging(oud: str, nieuw: str) -> Json:
    return {"oud": {"burgerservicenummer": oud}, "nieuw": {"burgerservicenummer": nieuw}}


def test_elk_veld_wordt_gewijzigd_en_de_school_hoort_welke(register: Register, school: Klant, brp: Klant) -> None:
    school.registreer(*ingeschreven())
    voor = student(school)
    assert is_van_bronregister(register, brp, persoonsmutatie(**ANDERS))["status"] == "GOEDGEKEURD"
    na = student(school)
    adres = dict.fromkeys(("straatnaam", "huisnummer", "huisletter", "postcode", "woonplaats"))
    titels = [{"code": "21", "datumBegin": "2020-00-00", "datumEinde": None}]
    verwacht = ANDERS | {"adres": adres | ANDERS["adres"], "verblijfstitels": titels}
    verwacht["nationaliteiten"] = [{"datumEinde": None} | een for een in ANDERS["nationaliteiten"]]
    assert na == voor | verwacht
    inhoud = {"persoon": {"burgerservicenummer": STUDENT}, "velden": list(ANDERS), "ingangsdatum": "2026-03-09"}
    assert register.rijen(BERICHTEN) == [("27DV", "PERSOONSMUTATIE", inhoud)]
    assert register.rijen(VROEGER) == [("Bakker",)]


def test_ipo_leest_wat_er_wijzigde_en_de_brp_niet(school: Klant, ipo: Klant, brp: Klant) -> None:
    school.registreer(*ingeschreven())
    brp.lever(persoonsmutatie(kenmerk="m1", geslachtsnaam="Dijk"))
    levering = ipo.vraag('{ levering(kenmerk: "m1", afzender: "KETEN:BRP") { soort antwoord persoon { id } } }')[
        "levering"
    ]
    (regel,) = levering["antwoord"]["mutaties"]
    assert regel["velden"] == [{"veld": "geslachtsnaam", "oud": "Bakker", "nieuw": "Dijk"}]
    assert levering["persoon"] == {"id": student(ipo)["id"]}


def test_weggelaten_blijft_en_null_maakt_leeg(register: Register, school: Klant, brp: Klant) -> None:
    school.registreer(*ingeschreven())
    brp.lever(persoonsmutatie(**ANDERS))
    vol = student(school)
    assert is_van_bronregister(register, brp, persoonsmutatie())["status"] == "GOEDGEKEURD"
    assert student(school) == vol
    brp.lever(persoonsmutatie(**dict.fromkeys(ANDERS, WIS), nieuwBurgerservicenummer=WIS))
    leeg = dict.fromkeys(ANDERS) | {"geboortedatum": "0000-00-00", "geslacht": "O"}
    assert student(school) == vol | leeg | {"nationaliteiten": [], "verblijfstitels": []}


def test_een_adres_en_een_lijst_vervangen_het_hele_vorige(register: Register, school: Klant, brp: Klant) -> None:
    school.registreer(*ingeschreven())
    brp.lever(persoonsmutatie(adres={"woonplaats": "Breda", "postcode": "4811AA"}, nationaliteiten=[]))
    na = student(school)
    assert (na["adres"]["straatnaam"], na["adres"]["woonplaats"], na["nationaliteiten"]) == (None, "Breda", [])
    assert register.rij("SELECT velden FROM (SELECT inhoud -> 'velden' AS velden FROM bericht) b") == (
        ["adres", "nationaliteiten"],
    )


def test_dezelfde_inhoud_geeft_geen_versie_en_geen_bericht(register: Register, school: Klant, brp: Klant) -> None:
    school.registreer(*ingeschreven())
    voor = register.stand()
    assert is_van_bronregister(register, brp, persoonsmutatie(geslachtsnaam="Bakker"))["status"] == "GOEDGEKEURD"
    assert register.stand() == voor


def test_wie_een_lopende_of_komende_inschrijving_heeft_hoort_het(
    register: Register, school: Klant, andere: Klant, particulier: Klant, brp: Klant
) -> None:
    """One that begins later, one that ends today, and none at all for who only identified the student."""
    school.registreer(*ingeschreven(datumInschrijving="2026-09-01", perioden=[periode_vanaf("2026-09-01")]))
    andere.registreer(identificeren(), aanleveren(datumUitschrijvingWerkelijk="2026-03-10", redenUitschrijving="01"))
    particulier.registreer(identificeren())
    brp.lever(persoonsmutatie(geslachtsnaam="Dijk"))
    assert [(brin, soort) for brin, soort, _ in register.rijen(BERICHTEN)] == [
        ("25LX", "PERSOONSMUTATIE"),
        ("27DV", "PERSOONSMUTATIE"),
    ]
    assert student(particulier)["geslachtsnaam"] == "Dijk"


def periode_vanaf(begin: str) -> Json:
    (periode,) = aanleveren().velden["perioden"]
    return dict(periode) | {"datumBegin": begin}


def test_na_de_laatste_inschrijving_hoort_de_school_niets_en_ziet_zij_wat_was(
    register: Register, school: Klant, ipo: Klant, brp: Klant
) -> None:
    school.registreer(*ingeschreven(), uitschrijven(datumUitschrijvingWerkelijk="2026-03-09"))
    voor = student(school)
    brp.lever(persoonsmutatie(geslachtsnaam="Dijk", overlijdensdatum="2026-03-01"))
    assert register.rijen(BERICHTEN) == []
    assert student(school) == voor
    assert student(ipo)["geslachtsnaam"] == "Dijk"


def test_een_nieuw_bsn_wordt_de_sleutel_en_het_oude_blijft_wijzen(
    register: Register, school: Klant, andere: Klant, brp: Klant
) -> None:
    school.registreer(*ingeschreven())
    andere.registreer(identificeren(), aanleveren(datumUitschrijvingWerkelijk="2026-01-31", redenUitschrijving="01"))
    mutatie = persoonsmutatie(nieuwBurgerservicenummer=NIEUWKOMER)
    assert is_van_bronregister(register, brp, mutatie)["status"] == "GOEDGEKEURD"
    wijziging = sleutelwijziging(STUDENT, NIEUWKOMER)
    assert register.rijen(BERICHTEN) == [
        ("25LX", "SLEUTELWIJZIGING", wijziging),
        ("27DV", "SLEUTELWIJZIGING", wijziging),
    ]
    assert register.rijen(NUMMERS) == [(STUDENT,), (NIEUWKOMER,)]
    assert student(school) == student(school, NIEUWKOMER)
    assert student(school)["burgerservicenummer"] == NIEUWKOMER
    school.registreer(aanleveren(inschrijvingvolgnummer="3"))
    brp.lever(persoonsmutatie(geslachtsnaam="Dijk"))
    assert student(school)["geslachtsnaam"] == "Dijk"


def test_een_nieuw_bsn_met_andere_gegevens_geeft_elk_bericht_aan_wie_het_aangaat(
    register: Register, school: Klant, andere: Klant, brp: Klant
) -> None:
    school.registreer(*ingeschreven())
    andere.registreer(identificeren())
    brp.lever(persoonsmutatie(nieuwBurgerservicenummer=NIEUWKOMER, geslachtsnaam="Dijk"))
    gezien = [(brin, soort, inhoud.get("velden")) for brin, soort, inhoud in register.rijen(BERICHTEN)]
    assert gezien == [
        ("27DV", "PERSOONSMUTATIE", ["geslachtsnaam"]),
        ("25LX", "SLEUTELWIJZIGING", None),
        ("27DV", "SLEUTELWIJZIGING", None),
    ]


def test_een_bsn_kan_terugkomen(register: Register, school: Klant, brp: Klant) -> None:
    school.registreer(*ingeschreven())
    brp.lever(persoonsmutatie(nieuwBurgerservicenummer=NIEUWKOMER))
    terug = persoonsmutatie(burgerservicenummer=NIEUWKOMER, nieuwBurgerservicenummer=STUDENT)
    assert is_van_bronregister(register, brp, terug)["status"] == "GOEDGEKEURD"
    assert student(school, NIEUWKOMER)["burgerservicenummer"] == STUDENT
    assert register.rijen(NUMMERS) == [(STUDENT,), (NIEUWKOMER,)]
    zelfde = persoonsmutatie(nieuwBurgerservicenummer=STUDENT)
    voor = register.stand()
    is_van_bronregister(register, brp, zelfde)
    assert register.stand() == voor


def test_bij_een_nieuw_bsn_hoort_wat_daaronder_wachtte(register: Register, school: Klant, brp: Klant) -> None:
    school.registreer(*ingeschreven())
    register.als(AANROEPERS["vo"]).lever(vooropleiding(persoon={"burgerservicenummer": NIEUWKOMER}))
    brp.lever(persoonsmutatie(nieuwBurgerservicenummer=NIEUWKOMER))
    assert register.rij("SELECT nummer, persoon_id = (SELECT id FROM persoon) FROM vooropleiding") == (None, True)


def test_een_nieuw_bsn_dat_een_ander_is_beslist_ipo(
    register: Register, school: Klant, andere: Klant, brp: Klant
) -> None:
    """It is a merge: nothing changes, both stand on the work list, and nobody hears of it yet."""
    school.registreer(*ingeschreven())
    andere.registreer(identificeren(burgerservicenummer=VREEMDE, geslacht="M"))
    voor = register.stand("ontvangst", "levering", "raadpleging", "werk")
    mutatie = persoonsmutatie(kenmerk="m1", nieuwBurgerservicenummer=VREEMDE, geslachtsnaam="Dijk")
    uitkomst = is_van_bronregister(register, brp, mutatie, ("P04", ""))
    assert (uitkomst["status"], uitkomst["signalen"][0]["parameters"]) == (
        "IN_BEHANDELING",
        [{"naam": "aantal", "waarde": "2"}],
    )
    assert register.stand("ontvangst", "levering", "raadpleging", "werk") == voor
    soort, instelling, inhoud, open_ = register.rij(
        "SELECT soort, instelling, inhoud, afgehandeld_op IS NULL FROM werk"
    )
    personen = [id_ for (id_,) in register.rijen("SELECT id FROM persoon ORDER BY burgerservicenummer")]
    kandidaten = [kandidaat["id"] for kandidaat in inhoud["kandidaten"]]
    assert (soort, instelling, kandidaten, open_) == ("IDENTIFICATIE", None, personen, True)
    assert brp.lever(mutatie)["status"] == "IN_BEHANDELING"
    assert register.aantal("werk") == 1


@pytest.mark.parametrize("gekozen", [None, {"burgerservicenummer": STUDENT}])
def test_zonder_samenvoegen_wijzigt_ipo_de_rest_en_blijft_het_nummer(
    register: Register, school: Klant, andere: Klant, ipo: Klant, brp: Klant, gekozen: Json | None
) -> None:
    school.registreer(*ingeschreven())
    andere.registreer(identificeren(burgerservicenummer=VREEMDE, geslacht="M"))
    mutatie = persoonsmutatie(nieuwBurgerservicenummer=VREEMDE, geslachtsnaam="Dijk")
    brp.lever(mutatie)
    (werk,) = voorraad(ipo)
    assert {een["burgerservicenummer"] for een in werk["kandidaten"]} == {STUDENT, VREEMDE}
    ander = handel_af(ipo, werk, {"burgerservicenummer": VREEMDE})
    assert (ander["status"], signalen(ander)) == ("AFGEKEURD", [("L01", "persoon")])
    assert handel_af(ipo, werk, gekozen)["status"] == "GOEDGEKEURD"
    na = student(school)
    assert (na["burgerservicenummer"], na["geslachtsnaam"]) == (STUDENT, "Dijk")
    assert [(brin, soort) for brin, soort, _ in register.rijen(BERICHTEN)] == [("27DV", "PERSOONSMUTATIE")]
    assert brp.lever(mutatie)["status"] == "GOEDGEKEURD"
    assert voorraad(ipo) == []


def test_een_onbekende_is_goed_en_er_gebeurt_niets(register: Register, brp: Klant) -> None:
    voor = register.stand()
    mutatie = persoonsmutatie(nieuwBurgerservicenummer=NIEUWKOMER, geslachtsnaam="Dijk")
    assert is_van_bronregister(register, brp, mutatie)["status"] == "GOEDGEKEURD"
    assert register.stand() == voor
    assert register.rij("SELECT persoon_id FROM levering") == (None,)


def test_wie_met_een_onderwijsnummer_begon_is_op_het_bsn_te_vinden(
    register: Register, school: Klant, brp: Klant
) -> None:
    persoon = school.lever(zoeken(), "persoon { onderwijsnummer }")["persoon"]
    school.registreer(opnieuw(**persoon, burgerservicenummer=NIEUWKOMER), aanleveren(persoon=persoon))
    is_van_bronregister(register, brp, persoonsmutatie(burgerservicenummer=NIEUWKOMER, voornamen="Dineke"))
    assert student(school, NIEUWKOMER)["voornamen"] == "Dineke"


def test_na_overlijden_meldt_een_levering_p05(school: Klant, brp: Klant) -> None:
    school.registreer(*ingeschreven())
    brp.lever(persoonsmutatie(overlijdensdatum="2026-03-01"))
    assert signalen(school.lever(aanleveren())) == [("P05", "")]
    brp.lever(persoonsmutatie(overlijdensdatum=WIS))
    assert signalen(school.lever(aanleveren(inschrijvingvolgnummer="3"))) == []


def test_een_kenmerk_telt_een_keer(register: Register, school: Klant, brp: Klant) -> None:
    school.registreer(*ingeschreven())
    eerst = brp.lever(persoonsmutatie(kenmerk="m1", geslachtsnaam="Dijk"))
    brp.lever(persoonsmutatie(geslachtsnaam="Bakker"))
    voor = register.stand()
    assert brp.lever(persoonsmutatie(kenmerk="m1", geslachtsnaam="Dijk")) == eerst
    assert signalen(brp.lever(persoonsmutatie(kenmerk="m1", geslachtsnaam=WIS))) == [("L02", "")]
    assert register.stand() == voor


FOUT: Final[list[tuple[Json, tuple[str, str]]]] = [
    ({"burgerservicenummer": "999900007"}, ("P01", "burgerservicenummer")),
    ({"nieuwBurgerservicenummer": "999900007"}, ("P01", "nieuwBurgerservicenummer")),
    ({"burgerservicenummer": "9" * 21}, ("L01", "burgerservicenummer")),
    ({"nieuwBurgerservicenummer": "\0"}, ("L01", "nieuwBurgerservicenummer")),
    ({"ingangsdatum": "2026-02-29"}, ("L01", "ingangsdatum")),
    ({"voornamen": "x" * 201}, ("L01", "voornamen")),
    ({"geslachtsnaam": "a\0"}, ("L01", "geslachtsnaam")),
    ({"geboortedatum": "2005-02-29"}, ("P12", "geboortedatum")),
    ({"overlijdensdatum": "2026-13-01"}, ("L01", "overlijdensdatum")),
    ({"datumVestigingInNederland": "2010-00-01"}, ("L01", "datumVestigingInNederland")),
    ({"datumVertrekUitNederland": "gisteren"}, ("L01", "datumVertrekUitNederland")),
    ({"geboorteland": "België"}, ("L01", "geboorteland")),
    ({"landVertrek": "60300"}, ("L01", "landVertrek")),
    ({"adres": {"huisletter": "bis"}}, ("L01", "adres.huisletter")),
    ({"nationaliteiten": [{"code": "0001", "datumBegin": "2005-00-01"}]}, ("L01", "nationaliteiten.0.datumBegin")),
    ({"verblijfstitels": [{"code": "210", "datumBegin": "2005-00-00"}]}, ("L01", "verblijfstitels.0.code")),
]


@pytest.mark.parametrize(("anders", "verwacht"), FOUT, ids=str)
def test_een_slechte_waarde_wijst_haar_plaats_aan(
    register: Register, school: Klant, brp: Klant, anders: Json, verwacht: tuple[str, str]
) -> None:
    school.registreer(*ingeschreven())
    mutatie = persoonsmutatie(**{"voorvoegsel": "van"} | anders)
    assert is_van_bronregister(register, brp, mutatie, verwacht)["status"] == "AFGEKEURD"
    onbekende = mutatie.met(kenmerk="onbekend", **{"burgerservicenummer": NIET_BESTAAND} | anders)
    assert signalen(brp.lever(onbekende)) == [verwacht]


def test_tegelijk_raakt_geen_wijziging_weg(register: Register, school: Klant, brp: Klant) -> None:
    school.registreer(*ingeschreven())
    velden = [*ANDERS, "nieuwBurgerservicenummer"]

    def lever(veld: str) -> str:
        waarde = NIEUWKOMER if veld == "nieuwBurgerservicenummer" else ANDERS[veld]
        return str(brp.lever(persoonsmutatie(**{veld: waarde}))["status"])

    with ThreadPoolExecutor(7) as groep:
        assert set(groep.map(lever, velden)) == {"GOEDGEKEURD"}
    na = student(school)
    assert (na["burgerservicenummer"], na["voornamen"], na["landVertrek"]) == (NIEUWKOMER, "Anna Sofie", "9089")
    assert register.aantal("persoon_historie") == len(velden)
    assert register.aantal("bericht") == len(velden)
