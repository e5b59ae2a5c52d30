"""Better data for a person with an onderwijsnummer (register.md 4.4), and who hears of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pytest

from domain.bericht import Bericht
from domain.codes import BerichtSoort, Verwerkingsstatus
from tests.domain.bouw import ADRES, BEHEER, IPO, Invoer, Register, identificeren, opnieuw, register, uitschrijven
from tests.domain.wereld import ADRES as WOONADRES
from tests.domain.wereld import (
    ANDERE,
    MENSEN,
    NIET_BESTAAND,
    NIEUWKOMER,
    ONBEKENDE,
    PARTICULIER,
    SCHOOL,
    STUDENT,
    VREEMDE,
    Buitenwereld,
    dossier,
    ingeschreven,
    mens,
    stage,
)

if TYPE_CHECKING:
    from domain.uitslag import Uitslag

DINA: Final = mens(onderwijsnummer=ONBEKENDE, geslachtsnaam="Wit", voornamen="Dina")
SCHOLEN: Final = frozenset({SCHOOL, ANDERE, PARTICULIER})
IN_BRP: Final = MENSEN[4]


def hier_bekend(**anders: object) -> Register:
    """Dina at three schools, with an enrolment and a BPV at the first; the BRP knows her by her other name."""
    eigen = dossier(2, DINA, ingeschreven(), stage(), door=SCHOLEN)
    return register(eigen, dossier(1, MENSEN[0]), **anders)  # type: ignore[arg-type]


def codes(uitslag: Uitslag) -> list[str]:
    return [signaal.code for signaal in uitslag.signalen]


def sleutelwijziging(brin: str) -> Bericht:
    inhoud = {"oud": {"onderwijsnummer": ONBEKENDE}, "nieuw": {"burgerservicenummer": NIEUWKOMER}}
    return Bericht(soort=BerichtSoort.SLEUTELWIJZIGING, instelling=brin, inhoud=inhoud)


@pytest.mark.parametrize(
    "levering",
    [
        pytest.param(opnieuw(burgerservicenummer=NIEUWKOMER), id="met het bsn"),
        pytest.param(opnieuw(geslachtsnaam="de Wit"), id="met de juiste naam"),
        pytest.param(opnieuw(geslachtsnaam="De Wit", geboortedatum="2005-00-00"), id="met minder van de geboortedatum"),
    ],
)
def test_een_gevonden_bsn_wordt_de_sleutel_en_elke_school_hoort_het(levering: Invoer) -> None:
    hier = hier_bekend()
    (uitslag,) = hier.lever(levering)
    assert (uitslag.status, uitslag.signalen) == (Verwerkingsstatus.GOEDGEKEURD, ())
    assert uitslag.dossier == replace(hier_bekend().dossiers[2], persoon=IN_BRP)
    assert uitslag.berichten == tuple(map(sleutelwijziging, sorted(SCHOLEN)))
    assert hier.nummers[ONBEKENDE] == hier.nummers[NIEUWKOMER] == 2


@pytest.mark.parametrize(
    ("levering", "verwacht"),
    [
        pytest.param(opnieuw(burgerservicenummer=STUDENT), (DINA, MENSEN[0]), id="op bsn"),
        pytest.param(opnieuw(geslachtsnaam="Bakker", voornamen="Anna"), (DINA, MENSEN[0]), id="op naam"),
    ],
)
def test_het_bsn_van_een_ander_in_het_register_is_voor_ipo(levering: Invoer, verwacht: tuple[object, ...]) -> None:
    hier = hier_bekend()
    (uitslag,) = hier.lever(levering)
    assert (uitslag.status, codes(uitslag)) == (Verwerkingsstatus.IN_BEHANDELING, ["P04"])
    assert uitslag.kandidaten == verwacht
    assert (uitslag.mutaties, uitslag.berichten) == ((), ())
    assert hier == hier_bekend()


def test_meer_kandidaten_in_de_brp_zijn_voor_ipo() -> None:
    twee = (
        mens(VREEMDE, voornamen="Dina", geslachtsnaam="Zwart"),
        mens(NIEUWKOMER, voornamen="Dina", geslachtsnaam="Zwart"),
    )
    (uitslag,) = hier_bekend(buiten=Buitenwereld(mensen=twee)).lever(opnieuw(geslachtsnaam="Zwart"))
    assert (codes(uitslag), uitslag.kandidaten) == (["P04"], twee)


def test_niemand_gevonden_vervangt_de_gegevens_en_de_anderen_horen_welke() -> None:
    hier = hier_bekend(buiten=Buitenwereld(mensen=()))
    (uitslag,) = hier.lever(opnieuw(voornamen="Diana", adres=ADRES | {"huisnummer": 3}))
    beter = replace(DINA, voornamen="Diana", adres=replace(WOONADRES, huisnummer=3))
    assert hier.dossiers[2].persoon == beter
    inhoud = {"persoon": {"onderwijsnummer": ONBEKENDE}, "velden": ["voornamen", "adres"]}
    assert uitslag.berichten == tuple(
        Bericht(soort=BerichtSoort.PERSOONSMUTATIE, instelling=brin, inhoud=inhoud)
        for brin in sorted({ANDERE, PARTICULIER})
    )


def test_een_nieuwe_geslachtsnaam_zonder_voorvoegsel_heeft_er_geen() -> None:
    oud = dossier(2, replace(DINA, voorvoegsel="de"))
    hier = register(oud, buiten=Buitenwereld(mensen=()))
    hier.lever(opnieuw(geslachtsnaam="Zwart"))
    assert hier.dossiers[2].persoon == replace(DINA, geslachtsnaam="Zwart")


def test_wat_niet_geleverd_is_blijft() -> None:
    hier = register(dossier(2, replace(DINA, voorvoegsel="de")), buiten=Buitenwereld(mensen=()))
    (uitslag,) = hier.lever(opnieuw(voornamen="Dina"))
    assert hier.dossiers[2].persoon == replace(DINA, voorvoegsel="de")
    assert (uitslag.mutaties, uitslag.berichten) == ((), ())


@pytest.mark.parametrize(
    ("levering", "anders", "verwacht"),
    [
        pytest.param(opnieuw(burgerservicenummer=VREEMDE), {}, ["P03"], id="bsn van een man"),
        pytest.param(opnieuw(burgerservicenummer=NIEUWKOMER, geboortedatum="2005-06-16"), {}, ["P03"],
         id="andere geboortedatum"),
        pytest.param(opnieuw(burgerservicenummer=NIET_BESTAAND), {}, ["P10"], id="bsn dat niemand kent"),
        pytest.param(opnieuw(burgerservicenummer=NIEUWKOMER), {"buiten": Buitenwereld(brp_weg=True)}, ["P06"],
         id="BRP weg, op bsn"),
        pytest.param(opnieuw(geslachtsnaam="de Wit"), {"buiten": Buitenwereld(brp_weg=True)}, ["P06"],
         id="BRP weg, op naam"),
    ],
)  # fmt: skip
def test_wat_niet_slaagt_laat_de_persoon_zoals_hij_was(
    levering: Invoer, anders: dict[str, object], verwacht: list[str]
) -> None:
    hier = hier_bekend(**anders)
    (uitslag,) = hier.lever(levering)
    assert codes(uitslag) == verwacht
    assert (uitslag.mutaties, uitslag.berichten) == ((), ())
    assert hier.dossiers == hier_bekend().dossiers


def met_bsn() -> Register:
    """Dina after her BSN was found; her old number still leads to her."""
    return register(dossier(2, IN_BRP), oude_nummers=[(ONBEKENDE, 2)])


@pytest.mark.parametrize(
    ("anders", "verwacht"),
    [
        pytest.param({"geslachtsnaam": "Zwart"}, [], id="andere naam: de BRP weet het beter"),
        pytest.param(
            {"burgerservicenummer": NIEUWKOMER, "geboortedatum": "2005-06-00", "geslacht": "V"}, [], id="gelijk"
        ),
        pytest.param({"burgerservicenummer": STUDENT}, ["P03"], id="een ander bsn"),
        pytest.param({"geboortedatum": "2005-06-16"}, ["P03"], id="een andere geboortedatum"),
        pytest.param({"geslacht": "M"}, ["P03"], id="een ander geslacht"),
    ],
)
def test_wie_zijn_bsn_al_heeft_blijft_zoals_hij_is(anders: dict[str, object], verwacht: list[str]) -> None:
    hier = met_bsn()
    (uitslag,) = hier.lever(opnieuw(**anders))
    assert (codes(uitslag), uitslag.mutaties, uitslag.berichten) == (verwacht, (), ())
    assert hier.dossiers == met_bsn().dossiers


def test_een_bericht_over_gewijzigde_gegevens_bevat_geen_waarden() -> None:
    """Who has no enrolment any more keeps seeing the data as they were: only the names of the fields go out."""
    (uitslag,) = hier_bekend(buiten=Buitenwereld(mensen=())).lever(opnieuw(voornamen="Diana"))
    assert "Diana" not in str([bericht.inhoud for bericht in uitslag.berichten])


def test_beheer_meldt_de_instelling_wat_ipo_in_haar_naam_deed() -> None:
    hier = register(aanroeper=IPO)
    (uitslag,) = hier.lever(uitschrijven(kenmerk="ipo-1", beheer=BEHEER))
    inhoud = {"soort": "AANLEVEREN_UITSCHRIJVING", "kenmerk": "ipo-1", "reden": BEHEER["reden"]}
    assert uitslag.berichten == (Bericht(soort=BerichtSoort.BEHEER, instelling=SCHOOL, inhoud=inhoud),)
    assert uitslag.instelling == SCHOOL


@pytest.mark.parametrize(
    ("levering", "verwacht"),
    [
        pytest.param(opnieuw(burgerservicenummer=NIEUWKOMER, beheer=BEHEER),
                     [*(("SLEUTELWIJZIGING", brin) for brin in sorted(SCHOLEN)), ("BEHEER", SCHOOL)], id="sleutel"),
        pytest.param(opnieuw(geslachtsnaam="Zwart", beheer=BEHEER),
                     [("PERSOONSMUTATIE", ANDERE), ("PERSOONSMUTATIE", PARTICULIER), ("BEHEER", SCHOOL)],
         id="gegevens"),
        pytest.param(identificeren(beheer=BEHEER), [("BEHEER", SCHOOL)], id="identificeren"),
        pytest.param(opnieuw(burgerservicenummer=STUDENT, beheer=BEHEER), [("BEHEER", SCHOOL)], id="in behandeling"),
        pytest.param(opnieuw(burgerservicenummer=NIET_BESTAAND, beheer=BEHEER), [], id="afgekeurd"),
    ],
)  # fmt: skip
def test_beheer_door_ipo_bereikt_ook_wie_het_aangaat(levering: Invoer, verwacht: list[tuple[str, str]]) -> None:
    (uitslag,) = hier_bekend(aanroeper=IPO).lever(levering)
    assert [(str(bericht.soort), bericht.instelling) for bericht in uitslag.berichten] == verwacht


def test_een_school_die_zelf_levert_krijgt_geen_bericht() -> None:
    (uitslag,) = register().lever(uitschrijven())
    assert uitslag.berichten == ()
