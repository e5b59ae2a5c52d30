"""Every fault of the test environment against every question to BRP and SBB, as the table of docs/keten.md says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from app.bronnen.proef.storing import Soort
from tests.achtergrond.werkvoorraad import HANDEL_AF, beslissing, voorraad
from tests.domain.bouw import aanleveren_bpv, identificeren, opnieuw, wijzigen_bpv, zoeken
from tests.domain.wereld import BEDRIJF, KOK, NIEUWKOMER, VREEMDE
from tests.klant import signalen
from tests.leveringen.verhaal import met_stage
from tests.register import AANROEPERS, register_op
from tests.werkplaats import EVEN, Werkplaats

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.domain.bouw import Invoer
    from tests.klant import Klant
    from tests.postgres import Database
    from tests.register import Register

Json = dict[str, Any]
BLAD: Final = Path(__file__).parents[2] / "docs" / "keten.md"
VRAGEN: Final = {
    "identificatieLeerbedrijf": '{ v: identificatieLeerbedrijf(naam: "Bedrijf", postcode: "1234AB") { naam } }',
    "leerbedrijf": f'{{ v: leerbedrijf(leerbedrijfId: "{BEDRIJF}") {{ naam }} }}',
    "verificatieLeerbedrijf": f"""{{
        v: verificatieLeerbedrijf(leerbedrijfId: "{BEDRIJF}", opleidingcode: "{KOK}", datumBegin: "2025-09-01") {{
            status signalen {{ code }}
        }}
    }}""",
}


def tabel() -> dict[str, dict[str, str]]:
    """The table by column: what each question leads to."""
    regels = [regel.strip("| ").split(" | ") for regel in BLAD.read_text("utf-8").splitlines() if regel[:1] == "|"]
    (begin,) = (plaats for plaats, rij in enumerate(regels) if rij[0] == "question")
    kop, rijen = regels[begin], [rij for rij in regels[begin + 2 :] if len(rij) == len(regels[begin])]
    return {soort: {rij[0]: rij[plaats] for rij in rijen} for plaats, soort in enumerate(kop) if plaats}


@pytest.fixture
def register(gevulde_database: Database) -> Iterator[Register]:
    with register_op(gevulde_database, brp_time_out=EVEN, sbb_time_out=EVEN) as register:
        yield register


@pytest.fixture
def onderwijsnummer(register: Register) -> str:
    """A student without a BSN, beside one with a placement."""
    school = register.als(AANROEPERS["school"])
    school.registreer(*met_stage())
    return str(school.lever(zoeken(), "persoon { onderwijsnummer }")["persoon"]["onderwijsnummer"])


def gezegd(klant: Klant, levering: Invoer) -> str:
    """The one code that a delivery hears."""
    ((code, _),) = signalen(klant.lever(levering))
    return code


def geantwoord(klant: Klant, document: str, **variabelen: object) -> str:
    """What a question hears: the code of its error, or what it is told."""
    antwoord = klant.stuur(document, **variabelen).json()
    if fouten := antwoord.get("errors"):
        return str(fouten[0]["extensions"]["code"])
    gevonden: Json = antwoord["data"]["v"]
    return f"{gevonden['status']} with {gevonden['signalen'][0]['code']}"


def op_de_achtergrond(register: Register, soort: str) -> str:
    """What becomes of what waits for this, when a worker tries."""
    voor = register.stand("raadpleging")
    Werkplaats(register=register, seconden=EVEN).werk()
    assert register.stand("raadpleging") == voor
    open_werk = register.rijen("SELECT 1 FROM werk WHERE soort = %s AND afgehandeld_op IS NULL", soort)
    return "waits on" if open_werk else "done"


@pytest.mark.parametrize("soort", list(Soort))
def test_wat_de_brp_ook_mankeert(register: Register, onderwijsnummer: str, soort: Soort) -> None:
    school, ipo = register.als(AANROEPERS["school"]), register.als(AANROEPERS["ipo"])
    school.lever(zoeken(geslachtsnaam="Tweeling", voornamen="Noor"))
    (werk,) = voorraad(ipo)
    (kandidaat, _) = werk["kandidaten"]
    opzoeken = zoeken(geslachtsnaam="de Wit", voornamen="Dina")
    register.brp.stoor_na(1, soort)
    uitkomst = {"identificerenPersoon without one, looking up who was found": gezegd(school, opzoeken)}
    met_bsn = opnieuw(onderwijsnummer=onderwijsnummer, burgerservicenummer=VREEMDE)
    keuze = beslissing(werk, {"id": kandidaat["id"]})
    uitkomst |= {
        "identificerenPersoon with a BSN": gezegd(school, identificeren(burgerservicenummer=NIEUWKOMER)),
        "identificerenPersoon without one, searching": gezegd(school, zoeken(geslachtsnaam="Nieuw")),
        "opnieuwIdentificerenPersoon with a BSN": gezegd(school, met_bsn),
        "opnieuwIdentificerenPersoon with data": gezegd(
            school, opnieuw(onderwijsnummer=onderwijsnummer, voornamen="Eva Maria")
        ),
        "afhandelenIdentificatie, a candidate from the BRP": geantwoord(ipo, HANDEL_AF, input=keuze),
        "identification in the background": op_de_achtergrond(register, "BRP_UITGESTELD"),
    }
    assert uitkomst == {naam: wat for naam, wat in tabel()[soort].items() if naam in uitkomst}
    assert register.rijen("SELECT soort FROM werk WHERE afgehandeld_op IS NOT NULL") == []


@pytest.mark.parametrize("soort", list(Soort))
@pytest.mark.usefixtures("onderwijsnummer")
def test_wat_sbb_ook_mankeert(register: Register, soort: Soort) -> None:
    school = register.als(AANROEPERS["school"])
    register.sbb.stoor(soort)
    uitkomst = {naam: geantwoord(school, document) for naam, document in VRAGEN.items()}
    uitkomst |= {
        "aanleverenBpv": gezegd(school, aanleveren_bpv()),
        "wijzigenBpv": gezegd(school, wijzigen_bpv(omvang=1)),
        "check of a BPV in the background": op_de_achtergrond(register, "SBB_UITGESTELD"),
    }
    assert uitkomst == {naam: wat for naam, wat in tabel()[soort].items() if naam in uitkomst}


def test_de_tabel_noemt_elke_storing_en_elke_vraag_een_keer() -> None:
    kolommen = tabel()
    assert list(kolommen) == ["time-out", "503", "429", "traag", "onzin", "verkeerde-persoon"]
    assert set(kolommen) == set(Soort)
    assert len(kolommen["503"]) == 13


def test_wat_traag_is_en_op_tijd_telt_als_elk_antwoord(gevulde_database: Database) -> None:
    with register_op(gevulde_database) as register:
        school = register.als(AANROEPERS["school"])
        for bron in (register.brp, register.sbb):
            bron.stoor("traag", seconden=0.05)
        gehoord = school.registreer(*met_stage(), zoeken(geslachtsnaam="de Wit", voornamen="Dina"))
        assert [een["signalen"] for een in gehoord] == [[]] * len(gehoord)
