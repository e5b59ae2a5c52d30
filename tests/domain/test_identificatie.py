"""Identification by number and by data (register.md 4.1 to 4.5): who it turns out to be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from domain.codes import Geslacht, Verwerkingsstatus
from domain.tijd import OnvolledigeDatum
from tests.domain.bouw import ADRES, BEHEER, BEKEND, IPO, Invoer, Register, identificeren, register, school, zoeken
from tests.domain.wereld import ADRES as WOONADRES
from tests.domain.wereld import (
    ANDERE,
    BUURMAN,
    MENSEN,
    NIET_BESTAAND,
    NIEUWKOMER,
    ONBEKENDE,
    STUDENT,
    VREEMDE,
    VRIJ,
    WISSELAAR,
    Buitenwereld,
    dossier,
    mens,
)

if TYPE_CHECKING:
    from domain.persoon import Persoon
    from domain.uitslag import Uitslag

BAKKER = zoeken(geslachtsnaam="Bakker", voornamen="Anna")
EVA = mens(onderwijsnummer=ONBEKENDE, geslachtsnaam="Jansen", voornamen="Eva")


def nummer(uitslag: Uitslag) -> str | None:
    """The number that comes back, None while there is no person."""
    return uitslag.dossier.persoon.nummer[1] if uitslag.dossier and uitslag.dossier.persoon else None


def codes(uitslag: Uitslag) -> list[str]:
    return [signaal.code for signaal in uitslag.signalen]


def leeg(*mensen: Persoon, weg: bool = False) -> Register:
    """A register that knows someone else only, and a BRP with these people."""
    return register(dossier(9, MENSEN[2]), buiten=Buitenwereld(mensen=mensen, brp_weg=weg))


@pytest.mark.parametrize(
    ("levering", "hier", "verwacht"),
    [
        pytest.param(identificeren(), register(), STUDENT, id="wie het register kent"),
        pytest.param(identificeren(), register(buiten=Buitenwereld(brp_weg=True)), STUDENT, id="ook zonder BRP"),
        pytest.param(identificeren(), register(aanroeper=school(ANDERE)), STUDENT, id="wie een andere school kent"),
        pytest.param(identificeren(burgerservicenummer=NIEUWKOMER), register(), NIEUWKOMER, id="wie de BRP kent"),
        pytest.param(identificeren(burgerservicenummer=None, onderwijsnummer=ONBEKENDE), register(dossier(2, EVA)),
                     ONBEKENDE, id="onderwijsnummer uit het register"),
        pytest.param(identificeren(burgerservicenummer=None, onderwijsnummer=ONBEKENDE),
                     register(BEKEND, oude_nummers=[(ONBEKENDE, 1)]), STUDENT,
         id="een oud nummer leidt naar het nieuwe"),
        pytest.param(BAKKER, register(buiten=Buitenwereld(brp_weg=True)), STUDENT,
         id="zoeken: het eigen register eerst"),
        pytest.param(BAKKER, leeg(MENSEN[0]), STUDENT, id="zoeken: daarna de BRP"),
        pytest.param(BAKKER, register(BEKEND, buiten=Buitenwereld(mensen=())), STUDENT,
         id="zoeken: BRP niet meer nodig"),
        pytest.param(zoeken(geslachtsnaam="YILDIZ", voornamen="cem", geslacht="M"), leeg(), VRIJ[0], id="ı is geen i"),
        pytest.param(zoeken(geslachtsnaam="BAKKER", voornamen="ANNA"), register(), STUDENT, id="zoeken: hoofdletters"),
        pytest.param(zoeken(geslachtsnaam="Bakker", voornamen=None), register(), STUDENT,
         id="zoeken: zonder voornamen"),
        pytest.param(zoeken(geslachtsnaam="Bakker", voornamen="Anna", geboortedatum="2005-00-00"), register(), STUDENT,
                     id="zoeken: alleen het geboortejaar"),
        pytest.param(zoeken(geslachtsnaam="Bakker", voornamen="Anna",
         adres=ADRES | {"postcode": "1234 ab"}), register(),
                     STUDENT, id="zoeken: postcode met spatie"),
        pytest.param(zoeken(), leeg(), VRIJ[0], id="zoeken: niemand, een nieuw onderwijsnummer"),
        pytest.param(zoeken(), register(dossier(2, EVA)), ONBEKENDE, id="zoeken: een bestaand onderwijsnummer"),
    ],
)  # fmt: skip
def test_wie_het_is(levering: Invoer, hier: Register, verwacht: str) -> None:
    (uitslag,) = hier.lever(levering)
    assert nummer(uitslag) == verwacht
    assert uitslag.dossier is not None
    assert hier.aanroeper.instelling in uitslag.dossier.geidentificeerd_door


@pytest.mark.parametrize(
    "anders",
    [
        pytest.param({"geslachtsnaam": "Jansens"}, id="andere naam"),
        pytest.param({"voornamen": "Eva Lot"}, id="een voornaam meer"),
        pytest.param({"voorvoegsel": "van"}, id="een voorvoegsel"),
        pytest.param({"geboortedatum": "2005-06-00"}, id="een onbekende dag is hier geen jokerteken"),
        pytest.param({"geslacht": "O"}, id="ander geslacht"),
        pytest.param({"adres": ADRES | {"huisnummer": 2}}, id="ander huisnummer"),
        pytest.param({"adres": ADRES | {"huisletter": "a"}}, id="een huisletter"),
    ],
)
def test_een_onderwijsnummer_gaat_alleen_naar_wie_in_alles_gelijk_is(anders: dict[str, object]) -> None:
    (uitslag,) = register(dossier(2, EVA)).lever(zoeken(**anders))
    assert nummer(uitslag) == VRIJ[0]


@pytest.mark.parametrize(
    "anders",
    [
        pytest.param({"geboortedatum": "2005-06-16"}, id="andere dag"),
        pytest.param({"geslacht": "M"}, id="ander geslacht"),
        pytest.param({"voornamen": "Bo"}, id="andere voornaam"),
        pytest.param({"adres": ADRES | {"postcode": "1234AC"}}, id="andere postcode"),
        pytest.param({"adres": ADRES | {"huisnummer": 2}}, id="ander huisnummer"),
        pytest.param({"voorvoegsel": "de"}, id="een voorvoegsel"),
    ],
)
def test_een_bsn_gaat_niet_naar_wie_in_iets_afwijkt(anders: dict[str, object]) -> None:
    (uitslag,) = register().lever(BAKKER.met(kenmerk="x", **anders))
    assert nummer(uitslag) == VRIJ[0]


GENT = {"landcode": "5010", "postcode": "9000", "woonplaats": "Gent"}


@pytest.mark.parametrize(
    ("eerst", "daarna", "zelfde"),
    [
        pytest.param(ADRES, ADRES | {"landcode": "6030"}, True, id="geen land is Nederland"),
        pytest.param(ADRES, ADRES | {"postcode": "1234 ab"}, True, id="postcode met spatie"),
        pytest.param(GENT, GENT, True, id="in België"),
        pytest.param(GENT, GENT | {"landcode": "6029"}, False, id="een ander land"),
        pytest.param(
            ADRES | {"woonplaats": "Gent"}, ADRES | {"woonplaats": "Gent", "landcode": "5010"}, False, id="buiten"
        ),
    ],
)
def test_hetzelfde_adres_is_dezelfde_persoon(
    eerst: dict[str, object], daarna: dict[str, object], *, zelfde: bool
) -> None:
    een, twee = leeg().lever(zoeken(adres=eerst), zoeken(adres=daarna))
    assert (nummer(een) == nummer(twee)) is zelfde


def test_een_postcode_in_het_buitenland_sluit_in_de_brp_niemand_uit() -> None:
    (uitslag,) = leeg(MENSEN[0]).lever(BAKKER.met(adres=GENT))
    assert nummer(uitslag) == STUDENT


def test_wie_in_het_register_geen_naam_heeft_wordt_op_naam_niet_gevonden() -> None:
    """A name without letters compares like no name at all; it may not lead to a stranger's BSN."""
    naamloos = dossier(2, mens(BUURMAN, geslachtsnaam=None, voornamen=None, adres=None))
    (uitslag,) = register(naamloos, buiten=Buitenwereld(mensen=())).lever(zoeken(geslachtsnaam="-", voornamen=None))
    assert nummer(uitslag) == VRIJ[0]


def tweeling() -> tuple[Persoon, Persoon]:
    """Two people who differ in number and given name only; the first is the one that the register may know."""
    return MENSEN[0], replace(MENSEN[0], burgerservicenummer=NIEUWKOMER, voornamen="Boukje")


def test_wie_het_register_al_kent_verbergt_geen_tweeling_die_het_nog_niet_kent() -> None:
    """Besluit 0004: the register alone would have given the first of the two for the second."""
    hier = register(BEKEND, buiten=Buitenwereld(mensen=tweeling()))
    (uitslag,) = hier.beoordeel(zoeken(geslachtsnaam="Bakker", voornamen=None))
    assert (codes(uitslag), uitslag.status) == (["P04"], Verwerkingsstatus.IN_BEHANDELING)
    assert {persoon.burgerservicenummer for persoon in uitslag.kandidaten} == {STUDENT, NIEUWKOMER}


@pytest.mark.parametrize("voornamen", [None, "A"], ids=["zonder voornamen", "met een deel ervan"])
def test_zonder_brp_beslist_het_register_niet_over_wie_een_tweeling_kan_hebben(voornamen: str | None) -> None:
    hier = register(BEKEND, buiten=Buitenwereld(brp_weg=True))
    (uitslag,) = hier.beoordeel(zoeken(geslachtsnaam="Bakker", voornamen=voornamen))
    assert codes(uitslag) == ["P06"]


def test_een_kandidaat_uit_de_brp_die_het_register_al_kent_is_dezelfde_persoon() -> None:
    verhuisd = mens(STUDENT, geslachtsnaam="Bakker-Smit")
    hier = register(dossier(1, verhuisd), buiten=Buitenwereld(mensen=[MENSEN[0]]))
    (uitslag,) = hier.lever(BAKKER)
    assert (nummer(uitslag), uitslag.mutaties) == (STUDENT, ())


def test_wie_uit_de_brp_komt_krijgt_de_gegevens_van_de_brp() -> None:
    (uitslag,) = leeg(MENSEN[0]).lever(identificeren(geslachtsnaam="Anders", geboortedatum="2005-06-00"))
    assert uitslag.dossier is not None
    assert uitslag.dossier.persoon == MENSEN[0]
    assert [mutatie.oud for mutatie in uitslag.mutaties] == [None]


def test_wie_een_onderwijsnummer_krijgt_staat_er_zoals_geleverd() -> None:
    nationaliteit = {"code": "0100", "datumBegin": "2005-06-15"}
    (uitslag,) = leeg().lever(zoeken(voorvoegsel="van", nationaliteiten=[nationaliteit]))
    assert uitslag.dossier is not None
    persoon = uitslag.dossier.persoon
    assert persoon is not None
    assert (persoon.onderwijsnummer, persoon.burgerservicenummer) == (VRIJ[0], None)
    assert (persoon.voornamen, persoon.voorvoegsel, persoon.geslachtsnaam) == ("Eva", "van", "Jansen")
    assert (persoon.geboortedatum, persoon.geslacht) == (OnvolledigeDatum(2005, 6, 15), Geslacht.V)
    assert (persoon.adres, persoon.geverifieerd) == (WOONADRES, False)
    assert [(n.code, str(n.datum_begin)) for n in persoon.nationaliteiten] == [("0100", "2005-06-15")]
    assert type(persoon.nationaliteiten[0]).__name__ == "Nationaliteit"


def test_een_school_die_een_bekende_identificeert_verandert_niets_aan_de_persoon() -> None:
    (uitslag,) = register(aanroeper=school(ANDERE)).lever(identificeren(geslachtsnaam="Verzonnen"))
    assert uitslag.mutaties == ()
    assert uitslag.dossier is not None
    assert uitslag.dossier.persoon is MENSEN[0]
    assert uitslag.dossier.geidentificeerd_door == {"27DV", ANDERE}


TWEELING = (mens(VREEMDE, voornamen="Eva Lot"), mens(NIEUWKOMER, voornamen="Eva Sam"))


@pytest.mark.parametrize(
    "hier",
    [
        pytest.param(leeg(*TWEELING), id="uit de BRP"),
        pytest.param(register(dossier(1, TWEELING[0]), dossier(2, TWEELING[1])), id="uit het eigen register"),
    ],
)
def test_p04_bewaart_de_kandidaten_voor_ipo_en_registreert_niets(hier: Register) -> None:
    (uitslag,) = hier.lever(zoeken(geslachtsnaam="Bakker", voornamen="Eva"))
    assert uitslag.status is Verwerkingsstatus.IN_BEHANDELING
    assert uitslag.kandidaten == TWEELING
    assert (uitslag.dossier, uitslag.mutaties, uitslag.berichten) == (None, (), ())


@pytest.mark.parametrize("levering", [zoeken(), identificeren(burgerservicenummer=NIET_BESTAAND)])
def test_p06_wacht_en_geeft_nooit_een_nummer_uit(levering: Invoer) -> None:
    hier = leeg(weg=True)
    (uitslag,) = hier.lever(levering)
    assert uitslag.status is Verwerkingsstatus.IN_BEHANDELING
    assert (uitslag.dossier, uitslag.kandidaten, uitslag.mutaties) == (None, (), ())
    assert hier == leeg(weg=True)


def test_p06_geldt_ook_voor_een_bestaand_onderwijsnummer() -> None:
    """Register first, BRP second: an onderwijsnummer may only be given to who the BRP does not know."""
    (uitslag,) = register(dossier(2, EVA), buiten=Buitenwereld(brp_weg=True)).lever(zoeken())
    assert (uitslag.status, uitslag.dossier) == (Verwerkingsstatus.IN_BEHANDELING, None)


OVERNEMEN = identificeren(burgerservicenummer=None, onderwijsnummer=WISSELAAR, beheer=BEHEER)


def test_ipo_neemt_een_bestaand_onderwijsnummer_over() -> None:
    (uitslag,) = register(aanroeper=IPO).lever(OVERNEMEN)
    assert uitslag.dossier is not None
    persoon = uitslag.dossier.persoon
    assert persoon is not None
    assert (persoon.onderwijsnummer, persoon.geslachtsnaam, persoon.geverifieerd) == (WISSELAAR, None, False)
    assert uitslag.dossier.geidentificeerd_door == {"27DV"}


@pytest.mark.parametrize(
    ("levering", "hier", "verwacht"),
    [
        pytest.param(OVERNEMEN.met(beheer=None), register(), ["P10"], id="een school"),
        pytest.param(OVERNEMEN, register(), ["L05", "P10"], id="een school die beheer voorwendt"),
        pytest.param(OVERNEMEN.met(beheer=None), register(aanroeper=IPO), ["L05", "P10"], id="IPO zonder beheer"),
        pytest.param(OVERNEMEN.met(onderwijsnummer="100000017"), register(aanroeper=IPO), ["P01"], id="fout nummer"),
        pytest.param(identificeren(burgerservicenummer=NIET_BESTAAND, beheer=BEHEER), register(aanroeper=IPO), ["P10"],
                     id="een bsn"),
    ],
)  # fmt: skip
def test_overnemen_kan_niemand_anders_en_niets_anders(levering: Invoer, hier: Register, verwacht: list[str]) -> None:
    (uitslag,) = hier.lever(levering)
    assert codes(uitslag) == verwacht
    assert uitslag.mutaties == ()
    assert uitslag.dossier is None


@pytest.mark.parametrize(
    ("levering", "gevraagd"),
    [
        pytest.param(identificeren(), 0, id="het register weet het zelf"),
        pytest.param(identificeren(burgerservicenummer=NIEUWKOMER), 1, id="op nummer"),
        pytest.param(identificeren(burgerservicenummer="999900007"), 0, id="tikfout"),
        pytest.param(identificeren(onderwijsnummer=ONBEKENDE), 0, id="twee nummers"),
        pytest.param(zoeken(geslachtsnaam=None), 0, id="onvolledig"),
        pytest.param(zoeken(voornamen="x" * 201), 0, id="onleesbaar"),
    ],
)
def test_de_brp_hoort_alleen_wat_nodig_is(levering: Invoer, gevraagd: int) -> None:
    buiten = Buitenwereld()
    register(buiten=buiten).lever(levering)
    assert len(set(buiten.gevraagd)) == gevraagd
