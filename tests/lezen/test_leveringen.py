"""Deliveries as they came in: the message untouched, the answer as it reads now, each for its own sender."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tests.lezen.gegevens import BSN
from tests.lezen.gesprek import ANDERE, IPO

if TYPE_CHECKING:
    from tests.lezen.gegevens import Gegevens
    from tests.lezen.gesprek import Gesprek

SIGNALEN = [
    {
        "code": "I15",
        "soort": "MELDING",
        "tekst": "Ook elders ingeschreven",
        "pad": [],
        "parameters": [],
        "ipo": {"tekst": "Ook ingeschreven bij 01AA", "parameters": [{"naam": "instelling", "waarde": "01AA"}]},
    },
    {
        "code": "I22",
        "soort": "MELDING",
        "tekst": "x",
        "pad": ["perioden", "0"],
        "parameters": [{"naam": "z", "waarde": "1"}],
    },
]
MUTATIES = [
    {"register": "ONDERWIJSDEELNAME", "soort": "TOEVOEGING", "entiteit": "Bpv", "sleutel": "27DV/1/1", "velden": []}
]
VRAAG = """query($kenmerk: String!, $afzender: String) { levering(kenmerk: $kenmerk, afzender: $afzender) {
  kenmerk soort status ontvangenOp afzender hash bericht antwoord reden beheer accountantsmutatie
  signalen { code tekst pad parameters { naam waarde } } instelling { naam } persoon { geslachtsnaam } } }"""


def test_een_levering_is_te_lezen_zoals_ontvangen_met_het_antwoord_van_nu(gegevens: Gegevens, gesprek: Gesprek) -> None:
    gegevens.voeg_toe("instelling", brin="27DV", naam="Het College", bekostigd=True)
    persoon = gegevens.persoon(BSN, bij=("27DV",))
    gegevens.levering("k1", persoon, signalen=SIGNALEN, mutaties=MUTATIES, status="GOEDGEKEURD_MET_SIGNAAL")
    levering = gesprek.data(VRAAG, kenmerk="k1")["levering"]
    uitgeschreven = [{naam: waarde for naam, waarde in een.items() if naam != "ipo"} for een in SIGNALEN]
    assert levering.pop("antwoord") == {
        "kenmerk": "k1",
        "status": "GOEDGEKEURD_MET_SIGNAAL",
        "signalen": uitgeschreven,
        "mutaties": MUTATIES,
    }
    assert levering == {
        "kenmerk": "k1",
        "soort": "AANLEVEREN_INSCHRIJVING",
        "status": "GOEDGEKEURD_MET_SIGNAAL",
        "ontvangenOp": "2025-09-01T08:30:00.000000Z",
        "afzender": "MBO:27DV",
        "hash": f"{'k1':0>64}",
        "bericht": {"kenmerk": "k1"},
        "reden": None,
        "beheer": False,
        "accountantsmutatie": False,
        "signalen": [{naam: een[naam] for naam in ("code", "tekst", "pad", "parameters")} for een in SIGNALEN],
        "instelling": {"naam": "Het College"},
        "persoon": {"geslachtsnaam": "Jansen"},
    }


def test_ipo_leest_de_andere_instelling_in_signaal_en_antwoord(gegevens: Gegevens, gesprek: Gesprek) -> None:
    gegevens.levering("k1", signalen=SIGNALEN)
    levering = gesprek.data(VRAAG, IPO, kenmerk="k1", afzender="MBO:27DV")["levering"]
    assert (
        levering["signalen"][0]["tekst"] == levering["antwoord"]["signalen"][0]["tekst"] == "Ook ingeschreven bij 01AA"
    )
    assert levering["signalen"][0]["parameters"] == [{"naam": "instelling", "waarde": "01AA"}]
    assert gesprek.data(VRAAG, IPO, kenmerk="k1") == {"levering": None}


@pytest.mark.parametrize("bericht", ['{"naam":"a\\u0000b"}', '{"b":1,"a":[2.50,{"z":null}]}', '"\\ud83d\\ude00"'])
def test_een_bericht_gaat_uit_zoals_het_binnenkwam(gegevens: Gegevens, gesprek: Gesprek, bericht: str) -> None:
    gegevens.levering("k1", bericht=bericht)
    antwoord = gesprek.antwoord('{ levering(kenmerk: "k1") { bericht } }').lichaam
    assert antwoord == b'{"data":{"levering":{"bericht":%b}}}' % bericht.encode()
    assert gesprek.data('{ levering(kenmerk: "k1") { bericht } }')["levering"]["bericht"] == json.loads(bericht)


def test_een_school_leest_niet_wat_een_ander_stuurde(gegevens: Gegevens, gesprek: Gesprek) -> None:
    gegevens.levering("k1")
    assert gesprek.data(VRAAG, kenmerk="k1", afzender="MBO:27DV")["levering"]["kenmerk"] == "k1"
    assert gesprek.data(VRAAG, ANDERE, kenmerk="k1") == {"levering": None}
    fout = gesprek.fout(VRAAG, ANDERE, kenmerk="k1", afzender="MBO:27DV")
    assert (fout["extensions"]["code"], fout["path"]) == ("NIET_BEVOEGD", ["levering"])


def test_wat_ipo_namens_de_instelling_deed_staat_in_haar_lijst(gegevens: Gegevens, gesprek: Gesprek) -> None:
    gegevens.levering("k1", afzender="IPO", beheer=True, reden="verzoek")
    gevonden = gesprek.data("{ leveringen { edges { node { afzender reden } } } }")
    assert gevonden == {"leveringen": {"edges": [{"node": {"afzender": "IPO", "reden": "verzoek"}}]}}
    assert gesprek.data(VRAAG, kenmerk="k1") == {"levering": None}


def test_leveringen_filteren(gegevens: Gegevens, gesprek: Gesprek) -> None:
    persoon = gegevens.persoon(BSN, bij=("27DV",))
    gegevens.levering("a", persoon, status="AFGEKEURD")
    gegevens.levering("b", soort="AANLEVEREN_BPV", ontvangen_op=datetime(2026, 1, 1, tzinfo=UTC))
    vraag = "query($f: LeveringFilter) { leveringen(filter: $f) { edges { node { kenmerk } } } }"

    def gevonden(**filter_: object) -> list[str]:
        return [edge["node"]["kenmerk"] for edge in gesprek.data(vraag, f=filter_)["leveringen"]["edges"]]

    assert gevonden(soort="AANLEVEREN_BPV") == gevonden(ontvangenVanaf="2026-01-01T00:00:00Z") == ["b"]
    assert gevonden(status="AFGEKEURD") == gevonden(ontvangenTot="2026-01-01T00:00:00Z") == ["a"]
    assert gevonden(persoon={"burgerservicenummer": BSN}) == ["a"]
    assert gevonden(persoon={"burgerservicenummer": "999990019"}) == gevonden(persoon={"id": "onzin"}) == []
    assert gevonden(soort="AANLEVEREN_BPV", status="AFGEKEURD") == []
    assert gevonden() == ["a", "b"]


def test_leveringen_in_het_dossier_zijn_die_van_de_student(gegevens: Gegevens, gesprek: Gesprek) -> None:
    persoon = gegevens.persoon(BSN, bij=("27DV", "01AA"))
    gegevens.levering("a", persoon)
    gegevens.levering("b", persoon, "01AA")
    gegevens.levering("c", gegevens.persoon(bij=("27DV",)))
    vraag = """query($bsn: String = "999910061") { studentendossier(persoon: {burgerservicenummer: $bsn}) {
      ... on MboStudentendossier { leveringen { totalCount edges { node { kenmerk } } } }
      ... on IpoStudentendossier { alle: leveringen { totalCount } } } }"""
    eigen = gesprek.data(vraag.replace("... on IpoStudentendossier { alle: leveringen { totalCount } }", ""))
    assert eigen["studentendossier"]["leveringen"] == {"totalCount": 1, "edges": [{"node": {"kenmerk": "a"}}]}
    assert gesprek.data(vraag, IPO)["studentendossier"] == {"alle": {"totalCount": 2}}
