"""Idempotency: one kenmerk is one message; saying it again costs a receipt and nothing else."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.domain.bouw import aanleveren, identificeren, verwijderen, wijzigen
from tests.domain.wereld import STUDENT
from tests.klant import UITKOMST, enkel, ingevuld, signalen
from tests.leveringen.bewijs import toon_levering
from tests.leveringen.verhaal import geidentificeerd, ingeschreven

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.domain.bouw import Invoer
    from tests.klant import Klant
    from tests.register import Register

ONTVANGSTEN: Final = (
    "SELECT count(*), count(DISTINCT bericht), count(DISTINCT levering_id) FROM ontvangst WHERE kenmerk = %s"
)


@pytest.fixture(autouse=True)
def _student(school: Klant) -> None:
    school.registreer(*geidentificeerd())


def letterlijk(waarde: Any) -> str:  # noqa: ANN401 - JSON
    """JSON as GraphQL writes it in a document; codes in capitals are enum values."""
    match waarde:
        case dict():
            return "{" + ", ".join(f"{naam}: {letterlijk(deel)}" for naam, deel in waarde.items()) + "}"
        case list():
            return "[" + ", ".join(map(letterlijk, waarde)) + "]"
        case "BOL":
            return "BOL"
        case _:
            return json.dumps(waarde)


def in_document(levering: Invoer) -> str:
    return f"mutation {{ uitkomst: aanleverenInschrijving(input: {letterlijk(ingevuld(levering))}) {{ {UITKOMST} }} }}"


def in_delen(levering: Invoer) -> str:
    """The same with a variable deep inside, and one that is declared and not given."""
    invoer = (
        letterlijk(ingevuld(levering)).replace(f'"{STUDENT}"', "$bsn").replace("{kenmerk:", "{proef: $proef, kenmerk:")
    )
    return f"""mutation($bsn: String!, $proef: Boolean) {{
        uitkomst: aanleverenInschrijving(input: {invoer}) {{ {UITKOMST} }}
    }}"""


def omgekeerd(waarde: Any) -> Any:  # noqa: ANN401 - JSON
    """The same JSON with its keys the other way around."""
    if isinstance(waarde, dict):
        return {naam: omgekeerd(deel) for naam, deel in reversed(waarde.items())}
    return [omgekeerd(deel) for deel in waarde] if isinstance(waarde, list) else waarde


MANIEREN: Final[dict[str, Callable[[Klant, Invoer], Any]]] = {
    "letterlijk": lambda klant, levering: klant.vraag(in_document(levering)),
    "variabele erin": lambda klant, levering: klant.vraag(in_delen(levering), bsn=STUDENT),
    "andere volgorde": lambda klant, levering: klant.vraag(enkel(levering), input=omgekeerd(ingevuld(levering))),
    "via leveren": lambda klant, levering: {"uitkomst": klant.lever_samen(levering)["uitkomsten"][0]},
}


@pytest.mark.parametrize("manier", MANIEREN)
def test_hoe_het_ook_geschreven_is_het_is_hetzelfde_bericht(register: Register, school: Klant, manier: str) -> None:
    levering = aanleveren()
    eerst = school.lever(levering)
    voor = register.stand("ontvangst", "raadpleging")
    assert MANIEREN[manier](school, levering)["uitkomst"] == eerst
    assert register.stand("ontvangst", "raadpleging") == voor
    assert register.rij(ONTVANGSTEN, levering.velden["kenmerk"]) == (2, 1, 1)


def test_wat_afwezig_is_blijft_afwezig(register: Register, school: Klant) -> None:
    levering = aanleveren()
    school.vraag(in_document(levering))
    assert toon_levering(school, levering.velden["kenmerk"])["bericht"] == ingevuld(levering)
    uitdrukkelijk = levering.met(proef=False)
    assert signalen(school.lever(uitdrukkelijk)) == [("L02", "")]
    nul = ingevuld(levering) | {"redenUitschrijving": None}
    assert signalen(school.vraag(enkel(levering), input=nul)["uitkomst"]) == [("L02", "")]
    assert register.rij(ONTVANGSTEN, levering.velden["kenmerk"]) == (3, 3, 1)


def test_een_ander_bericht_onder_het_kenmerk_wijst_naar_het_eerste(register: Register, school: Klant) -> None:
    eerst = school.lever(levering := aanleveren())
    voor = register.stand("ontvangst", "raadpleging")
    ander = school.lever(levering.met(inschrijvingvolgnummer="3"))
    assert (ander["status"], signalen(ander), ander["mutaties"]) == ("AFGEKEURD", [("L02", "")], [])
    assert ander["levering"] == eerst["levering"]
    assert register.stand("ontvangst", "raadpleging") == voor
    assert toon_levering(school, eerst["kenmerk"])["status"] == "GOEDGEKEURD"


def test_hetzelfde_bericht_als_andere_soort_is_een_ander_bericht(school: Klant) -> None:
    levering = aanleveren(inschrijvingvolgnummer="1")
    school.lever(levering)
    assert signalen(school.lever(wijzigen(**levering.velden))) == [("L02", "")]


def test_een_herhaling_hoort_wat_er_toen_gezegd_is_en_ziet_wat_er_nu_is(school: Klant) -> None:
    toen = "inschrijving { versie }"
    eerst = school.lever(levering := aanleveren(), toen)
    school.registreer(wijzigen(inschrijvingvolgnummer="2", datumUitschrijvingGepland="2028-07-31"))
    weer = school.lever(levering, toen)
    assert weer == eerst | {"inschrijving": {"versie": 2}}
    school.registreer(verwijderen(inschrijvingvolgnummer="2"))
    assert school.lever(levering, toen) == eerst | {"inschrijving": None}


def test_een_afkeur_wordt_ook_herhaald(register: Register, school: Klant) -> None:
    levering = verwijderen()
    eerst = school.lever(levering)
    assert signalen(eerst) == [("I01", "inschrijvingvolgnummer")]
    school.registreer(*ingeschreven())
    voor = register.stand("ontvangst", "raadpleging")
    assert school.lever(levering) == eerst
    assert register.stand("ontvangst", "raadpleging") == voor
    assert signalen(school.lever(levering.met(inschrijvingvolgnummer="2"))) == [("L02", "")]


def test_een_kenmerk_is_van_zijn_afzender(register: Register, school: Klant, andere: Klant) -> None:
    levering = identificeren()
    assert school.lever(levering)["status"] == andere.lever(levering)["status"] == "GOEDGEKEURD"
    afzenders = "SELECT afzender FROM levering WHERE kenmerk = %s ORDER BY 1"
    assert register.rijen(afzenders, levering.velden["kenmerk"]) == [("MBO:25LX",), ("MBO:27DV",)]


def test_tweemaal_tegelijk_is_een_keer(register: Register, school: Klant) -> None:
    for volgnummer in range(5):
        levering = aanleveren(inschrijvingvolgnummer=f"v{volgnummer}")
        with ThreadPoolExecutor(4) as groep:
            gehoord = list(groep.map(school.lever, [levering] * 4))
        assert all(uitkomst == gehoord[0] for uitkomst in gehoord)
        assert gehoord[0]["status"] == "GOEDGEKEURD"
        assert register.rij(ONTVANGSTEN, levering.velden["kenmerk"]) == (4, 1, 1)
    assert register.aantal("inschrijving") == 5


def test_twee_berichten_tegelijk_onder_een_kenmerk_geven_er_een_l02(school: Klant) -> None:
    leveringen = [aanleveren(kenmerk="samen", inschrijvingvolgnummer=volgnummer) for volgnummer in "12"]
    with ThreadPoolExecutor(2) as groep:
        gehoord = list(groep.map(school.lever, leveringen))
    assert sorted(signalen(uitkomst) for uitkomst in gehoord) == [[], [("L02", "")]]
    assert gehoord[0]["levering"] == gehoord[1]["levering"]


def test_herhaald_binnen_een_leveren(register: Register, school: Klant) -> None:
    levering = aanleveren()
    eerst, weer, ander = school.lever_samen(levering, levering, levering.met(inschrijvingvolgnummer="3"))["uitkomsten"]
    assert weer == eerst
    assert (signalen(ander), ander["levering"]) == ([("L02", "")], eerst["levering"])
    assert register.rij(ONTVANGSTEN, levering.velden["kenmerk"]) == (3, 2, 1)


@pytest.mark.parametrize("kenmerk", ["nr-999900006", "999900006", "bsn:999900006.", "", "k" * 65, "spatie erin", "é"])
def test_een_onleesbaar_kenmerk_wordt_bewaard_zonder_kenmerk(register: Register, school: Klant, kenmerk: str) -> None:
    voor = register.stand("ontvangst", "raadpleging")
    levering = aanleveren(kenmerk=kenmerk)
    uitkomst = school.lever(levering)
    assert (uitkomst["status"], signalen(uitkomst)) == ("AFGEKEURD", [("L01", "kenmerk")])
    assert (uitkomst["kenmerk"], uitkomst["levering"]) == (kenmerk, None)
    assert register.stand("ontvangst", "raadpleging") == voor
    archief = "SELECT kenmerk, levering_id, bericht::json ->> 'kenmerk' FROM ontvangst ORDER BY id DESC LIMIT 1"
    assert register.rij(archief) == (None, None, kenmerk)


@pytest.mark.parametrize("kenmerk", ["A1234567890", "x999900006", "999900001", "k" * 64, "._:-"])
def test_wat_geen_persoonsnummer_bevat_mag(school: Klant, kenmerk: str) -> None:
    assert school.lever(aanleveren(kenmerk=kenmerk))["status"] == "GOEDGEKEURD"
