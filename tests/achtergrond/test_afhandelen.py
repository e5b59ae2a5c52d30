"""IPO decides of an identification that is not unique: once, and the school hears it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.achtergrond.werkvoorraad import HANDEL_AF, beslissing, handel_af, toon, voorraad
from tests.buitenwereld import TWEELING
from tests.domain.bouw import BEHEER, aanleveren, identificeren, opnieuw, zoeken
from tests.domain.wereld import NIEUWKOMER, STUDENT
from tests.klant import signalen
from tests.register import AANROEPERS

if TYPE_CHECKING:
    from tests.domain.bouw import Invoer
    from tests.klant import Klant
    from tests.register import Register
    from tests.werkplaats import Werkplaats

Json = dict[str, Any]
NOOR, NOOR_MARIA = (str(een.burgerservicenummer) for een in TWEELING)
ANDERE: Final = str(AANROEPERS["andere"].instelling)
PERSOON: Final = "persoon { id burgerservicenummer onderwijsnummer }"
BERICHTEN: Final = "SELECT soort, instelling, inhoud FROM bericht ORDER BY id"
BESLIS: Final = """
mutation Beslis($input: AfhandelenIdentificatieInput!) { afhandelenIdentificatie(input: $input) { kenmerk } }
"""
GROEIT: Final = ("ontvangst", "aanvraag", "raadpleging")


def tweeling(**anders: object) -> Invoer:
    return zoeken(geslachtsnaam="Tweeling", voornamen="Noor", **anders)


def met_p04(klant: Klant, levering: Invoer) -> Json:
    uitkomst = klant.lever(levering, PERSOON)
    assert (uitkomst["status"], signalen(uitkomst)) == ("IN_BEHANDELING", [("P04", "")])
    return uitkomst


def blijft_staan(register: Register, ipo: Klant, invoer: Json, *verwacht: tuple[str, str]) -> Json:
    """Prove that a decision is refused with these signals, and that nothing came of it."""
    voor = register.stand(*GROEIT)
    uitkomst: Json = ipo.vraag(HANDEL_AF, input=invoer)["uitkomst"]
    assert (uitkomst["status"], signalen(uitkomst)) == ("AFGEKEURD", list(verwacht))
    assert (uitkomst["mutaties"], uitkomst["persoon"]) == ([], None)
    assert register.stand(*GROEIT) == voor
    return uitkomst


def test_ipo_ziet_de_levering_en_de_kandidaten(school: Klant, ipo: Klant) -> None:
    gehoord = met_p04(school, tweeling())
    (werk,) = voorraad(ipo)
    assert (werk["soort"], werk["afgehandeldOp"]) == ("IDENTIFICATIE", None)
    assert werk["levering"] == {
        "id": gehoord["levering"]["id"],
        "kenmerk": gehoord["kenmerk"],
        "status": "IN_BEHANDELING",
    }
    gezien = [(een["burgerservicenummer"], een["voornamen"], een["adres"]) for een in werk["kandidaten"]]
    adres = {"postcode": "1234AB"}
    assert sorted(gezien) == [(NOOR, "Noor", adres), (NOOR_MARIA, "Noor Maria", adres)]
    assert {een["leeftijd"] for een in werk["kandidaten"]} == {20}
    assert "afhandelenIdentificatie" in werk["toelichting"]
    assert toon(ipo, werk) == werk


def test_wie_gezien_is_staat_in_het_logboek(register: Register, school: Klant, ipo: Klant) -> None:
    school.registreer(identificeren(burgerservicenummer=NOOR))
    met_p04(school, tweeling())
    register.verbinding.execute("ALTER TABLE raadpleging DISABLE TRIGGER USER")
    register.verbinding.execute("DELETE FROM raadpleging")
    (werk,) = voorraad(ipo)
    gelogd = {persoon for (persoon,) in register.rijen("SELECT persoon_id FROM raadpleging WHERE aanroeper = 'IPO'")}
    (bekend,) = register.rij("SELECT id FROM persoon")
    (inhoud,) = register.rij("SELECT inhoud FROM werk")
    assert gelogd == {een["id"] for een in inhoud["kandidaten"]}
    assert bekend in gelogd
    assert len(werk["kandidaten"]) == 2


def test_alleen_ipo_ziet_werk_en_beslist(register: Register, school: Klant, ipo: Klant, andere: Klant) -> None:
    met_p04(school, tweeling())
    (werk,) = voorraad(ipo)
    voor = register.stand()
    for klant in (school, andere, *(register.als(AANROEPERS[wie]) for wie in ("afnemer", "brp", "sbb", "vo"))):
        gevraagd: tuple[tuple[str, Json], ...] = (
            ("{ werkvoorraad { totalCount } }", {}),
            (BESLIS, {"input": beslissing(werk)}),
        )
        for document, velden in gevraagd:
            fouten = klant.stuur(document, **velden).json()["errors"]
            assert {fout["extensions"]["code"] for fout in fouten} == {"NIET_BEVOEGD"}, fouten
    assert school.vraag("query N($id: ID!) { node(id: $id) { id } }", id=werk["id"]) == {"node": None}
    assert register.stand() == voor


def test_ipo_kiest_een_kandidaat(register: Register, school: Klant, ipo: Klant) -> None:
    levering = tweeling()
    gehoord = met_p04(school, levering)
    (werk,) = voorraad(ipo)
    (gekozen,) = (een for een in werk["kandidaten"] if een["burgerservicenummer"] == NOOR_MARIA)
    uitkomst = handel_af(ipo, werk, {"id": gekozen["id"]})
    assert (uitkomst["status"], uitkomst["signalen"], uitkomst["levering"]) == ("GOEDGEKEURD", [], gehoord["levering"])
    assert (uitkomst["persoon"]["id"], uitkomst["persoon"]["burgerservicenummer"]) == (gekozen["id"], NOOR_MARIA)
    assert [regel["soort"] for regel in uitkomst["mutaties"]] == ["TOEVOEGING"]

    herhaald = school.lever(levering, PERSOON)
    assert (herhaald["status"], herhaald["persoon"]) == ("GOEDGEKEURD", uitkomst["persoon"])
    inhoud = {
        "kenmerk": gehoord["kenmerk"],
        "soort": "IDENTIFICEREN_PERSOON",
        "status": "GOEDGEKEURD",
        "signalen": [],
        "persoon": {"burgerservicenummer": NOOR_MARIA},
    }
    assert register.rijen(BERICHTEN) == [("IDENTIFICATIE_AFGEROND", "27DV", inhoud)]
    assert school.registreer(aanleveren(persoon={"burgerservicenummer": NOOR_MARIA}))
    assert register.rijen("SELECT status FROM levering_historie") == [("IN_BEHANDELING",)]


def test_wat_is_afgehandeld_is_uit_de_voorraad_en_van_een_ander_blijft_niets(
    register: Register, school: Klant, ipo: Klant
) -> None:
    met_p04(school, tweeling())
    (werk,) = voorraad(ipo)
    handel_af(ipo, werk, {"burgerservicenummer": NOOR})
    assert voorraad(ipo) == []
    getoond = toon(ipo, werk)
    assert getoond["afgehandeldOp"] is not None
    assert [een["burgerservicenummer"] for een in getoond["kandidaten"]] == [NOOR]
    assert register.rijen("SELECT id FROM persoon WHERE burgerservicenummer = %s", NOOR_MARIA) == []
    (inhoud,) = register.rij("SELECT inhoud FROM werk")
    assert [sorted(een) for een in inhoud["kandidaten"]] == [["id"], ["id"]]


def test_geen_van_de_kandidaten_is_niemand_gevonden(register: Register, school: Klant, ipo: Klant) -> None:
    levering = tweeling()
    met_p04(school, levering)
    (werk,) = voorraad(ipo)
    uitkomst = handel_af(ipo, werk)
    assert (uitkomst["status"], signalen(uitkomst)) == ("GOEDGEKEURD_MET_SIGNAAL", [("P08", "")])
    nummer = uitkomst["persoon"]["onderwijsnummer"]
    assert register.rijen("SELECT nummer FROM persoonsnummer") == [(nummer,)]
    ((soort, _, inhoud),) = register.rijen(BERICHTEN)
    assert (soort, inhoud["persoon"], inhoud["signalen"]) == (
        "IDENTIFICATIE_AFGEROND",
        {"onderwijsnummer": nummer},
        ["P08"],
    )


def test_een_kandidaat_die_intussen_bekend_werd_is_dezelfde_persoon(
    register: Register, school: Klant, andere: Klant, ipo: Klant
) -> None:
    met_p04(school, tweeling())
    andere.registreer(identificeren(burgerservicenummer=NOOR))
    (werk,) = voorraad(ipo)
    (bekend,) = register.rij("SELECT id FROM persoon")
    (gekozen,) = (een for een in werk["kandidaten"] if een["burgerservicenummer"] == NOOR)
    register.brp.stoor("503")
    uitkomst = handel_af(ipo, werk, {"id": gekozen["id"]})
    assert (uitkomst["status"], uitkomst["mutaties"]) == ("GOEDGEKEURD", [])
    assert register.rijen("SELECT id FROM persoon") == [(bekend,)]
    wie = register.rijen("SELECT instelling FROM persoon_instelling WHERE persoon_id = %s ORDER BY 1", bekend)
    assert wie == [(ANDERE,), ("27DV",)]


def test_opnieuw_identificeren_met_een_gekozen_kandidaat_wijzigt_de_sleutel(
    register: Register, school: Klant, andere: Klant, ipo: Klant
) -> None:
    nummer = school.lever(zoeken(geslachtsnaam="Twijfel"), PERSOON)["persoon"]["onderwijsnummer"]
    andere.registreer(identificeren(burgerservicenummer=None, onderwijsnummer=nummer))
    school.registreer(aanleveren(persoon={"onderwijsnummer": nummer}))
    met_p04(school, opnieuw(onderwijsnummer=nummer, geslachtsnaam="Tweeling", voornamen="Noor"))
    (werk,) = voorraad(ipo)
    uitkomst = handel_af(ipo, werk, {"burgerservicenummer": NOOR})
    assert (uitkomst["status"], uitkomst["persoon"]["burgerservicenummer"]) == ("GOEDGEKEURD", NOOR)
    assert [(soort, wie) for soort, wie, _ in register.rijen(BERICHTEN)] == [
        ("SLEUTELWIJZIGING", ANDERE),
        ("SLEUTELWIJZIGING", "27DV"),
        ("IDENTIFICATIE_AFGEROND", "27DV"),
    ]
    assert school.registreer(aanleveren(persoon={"onderwijsnummer": nummer}, inschrijvingvolgnummer="9"))


@pytest.fixture
def samenvoeging(school: Klant) -> str:
    """The onderwijsnummer of a student whose BSN turned out to be another person in the register."""
    school.registreer(identificeren())
    nummer = school.lever(zoeken(), PERSOON)["persoon"]["onderwijsnummer"]
    met_p04(school, opnieuw(onderwijsnummer=nummer, burgerservicenummer=STUDENT))
    return str(nummer)


def test_samenvoegen_kan_met_een_keuze_niet(register: Register, ipo: Klant, samenvoeging: str) -> None:
    (werk,) = voorraad(ipo)
    assert "voeg de personen" in werk["toelichting"]
    uitkomst = blijft_staan(register, ipo, beslissing(werk, {"burgerservicenummer": STUDENT}), ("L01", "persoon"))
    assert "samen" in uitkomst["signalen"][0]["tekst"]
    assert [een["id"] for een in voorraad(ipo)] == [werk["id"]]
    assert {een["onderwijsnummer"] for een in werk["kandidaten"]} == {samenvoeging, None}


@pytest.mark.parametrize("keuze", ["geen", "de student zelf"])
def test_wie_het_bsn_niet_heeft_krijgt_betere_gegevens_zonder_bsn(
    register: Register, ipo: Klant, samenvoeging: str, keuze: str
) -> None:
    (werk,) = voorraad(ipo)
    uitkomst = handel_af(ipo, werk, None if keuze == "geen" else {"onderwijsnummer": samenvoeging})
    assert (uitkomst["status"], uitkomst["persoon"]["onderwijsnummer"]) == ("GOEDGEKEURD", samenvoeging)
    assert [soort for soort, *_ in register.rijen(BERICHTEN)] == ["IDENTIFICATIE_AFGEROND"]
    assert voorraad(ipo) == []


def test_een_ander_dan_een_kandidaat_kan_niet(register: Register, school: Klant, ipo: Klant) -> None:
    school.registreer(identificeren())
    met_p04(school, tweeling())
    (werk,) = voorraad(ipo)
    (student,) = register.rij("SELECT id FROM persoon")
    for persoon in ({"burgerservicenummer": STUDENT}, {"burgerservicenummer": NIEUWKOMER}, {"id": "onzin"}):
        blijft_staan(register, ipo, beslissing(werk, persoon), ("L01", "persoon"))
    assert student


def test_onbekend_werk_en_onleesbare_invoer_kan_niet(register: Register, school: Klant, ipo: Klant) -> None:
    met_p04(school, tweeling())
    (werk,) = voorraad(ipo)
    blijft_staan(register, ipo, beslissing({"id": werk["levering"]["id"]}), ("L01", "werkId"))
    blijft_staan(register, ipo, beslissing(werk, reden=" "), ("L01", "reden"))
    blijft_staan(register, ipo, beslissing(werk, kenmerk="met spatie"), ("L01", "kenmerk"))
    blijft_staan(
        register, ipo, beslissing(werk, {"burgerservicenummer": "1\0"}), ("L01", "persoon.burgerservicenummer")
    )


def test_wat_nog_op_de_brp_wacht_is_niet_aan_ipo(register: Register, school: Klant, ipo: Klant) -> None:
    register.brp.stoor("503")
    school.lever(identificeren())
    assert voorraad(ipo) == []


def test_nog_eens_beslissen_kan_niet_en_herhalen_wel(register: Register, school: Klant, ipo: Klant) -> None:
    met_p04(school, tweeling())
    (werk,) = voorraad(ipo)
    invoer = beslissing(werk, {"burgerservicenummer": NOOR})
    eerst = ipo.vraag(HANDEL_AF, input=invoer)["uitkomst"]
    voor = register.stand("ontvangst", "raadpleging")
    assert ipo.vraag(HANDEL_AF, input=invoer)["uitkomst"] == eerst
    assert register.stand("ontvangst", "raadpleging") == voor
    anders = {**invoer, "persoon": {"burgerservicenummer": NOOR_MARIA}}
    blijft_staan(register, ipo, anders, ("L02", ""))
    blijft_staan(register, ipo, beslissing(werk, {"burgerservicenummer": NOOR_MARIA}), ("L01", "werkId"))


def test_twee_mensen_tegelijk_beslissen_samen_een_keer(register: Register, school: Klant, ipo: Klant) -> None:
    met_p04(school, tweeling())
    (werk,) = voorraad(ipo)
    gehoord: list[Json] = []

    def beslis(bsn: str) -> None:
        gehoord.append(handel_af(ipo, werk, {"burgerservicenummer": bsn}))

    mensen = [threading.Thread(target=beslis, args=(bsn,)) for bsn in (NOOR, NOOR_MARIA) * 3]
    for mens in mensen:
        mens.start()
    for mens in mensen:
        mens.join()
    assert sorted(een["status"] for een in gehoord) == ["AFGEKEURD"] * 5 + ["GOEDGEKEURD"]
    assert {code for een in gehoord if een["status"] == "AFGEKEURD" for code in signalen(een)} == {("L01", "werkId")}
    assert register.aantal("persoon") == 1
    assert [soort for soort, *_ in register.rijen(BERICHTEN)] == ["IDENTIFICATIE_AFGEROND"]


def test_zonder_brp_wordt_een_onbekende_niet_gekozen(register: Register, school: Klant, ipo: Klant) -> None:
    met_p04(school, tweeling())
    (werk,) = voorraad(ipo)
    register.brp.stoor("503")
    voor = register.stand("raadpleging")
    antwoord = ipo.stuur(HANDEL_AF, input=beslissing(werk, {"burgerservicenummer": NOOR})).json()
    assert [fout["extensions"]["code"] for fout in antwoord["errors"]] == ["BRON_ONBEREIKBAAR"]
    assert register.stand("raadpleging") == voor
    register.brp.stoor(None)
    assert handel_af(ipo, werk, {"burgerservicenummer": NOOR})["status"] == "GOEDGEKEURD"


def test_wat_ipo_zelf_leverde_beslist_ipo_ook(register: Register, ipo: Klant) -> None:
    met_p04(ipo, tweeling(beheer=BEHEER))
    (werk,) = voorraad(ipo)
    assert handel_af(ipo, werk, {"burgerservicenummer": NOOR})["status"] == "GOEDGEKEURD"
    assert [(soort, wie) for soort, wie, _ in register.rijen(BERICHTEN)] == [
        ("BEHEER", "27DV"),
        ("IDENTIFICATIE_AFGEROND", "27DV"),
    ]


def test_de_beslissing_staat_in_het_archief(register: Register, school: Klant, ipo: Klant) -> None:
    gehoord = met_p04(school, tweeling())
    (werk,) = voorraad(ipo)
    invoer = beslissing(werk, {"burgerservicenummer": NOOR})
    ipo.vraag(HANDEL_AF, input=invoer)
    rij = register.rij("SELECT afzender, gebruiker, kenmerk, bericht::json FROM ontvangst ORDER BY id DESC LIMIT 1")
    assert rij == ("IPO", "p.jansen", invoer["kenmerk"], invoer)
    aanvraag = register.rij("SELECT soort, status, levering_id FROM aanvraag")
    (levering,) = register.rij("SELECT id FROM levering WHERE kenmerk = %s", gehoord["kenmerk"])
    assert aanvraag == ("AFHANDELEN_IDENTIFICATIE", "GOEDGEKEURD", levering)


def test_wie_later_niet_uniek_blijkt_gaat_dezelfde_weg(
    register: Register, school: Klant, ipo: Klant, werkplaats: Werkplaats
) -> None:
    register.brp.stoor("503")
    levering = tweeling()
    school.lever(levering)
    register.brp.stoor(None)
    werkplaats.werk()
    (werk,) = voorraad(ipo, "IDENTIFICATIE")
    assert handel_af(ipo, werk, {"burgerservicenummer": NOOR})["status"] == "GOEDGEKEURD"
    assert [soort for soort, *_ in register.rijen(BERICHTEN)] == ["IDENTIFICATIE_AFGEROND"]
    assert school.lever(levering, PERSOON)["persoon"]["burgerservicenummer"] == NOOR
