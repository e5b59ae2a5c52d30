"""Asking for a registratieoverzicht: judged at once, a kenmerk counts once, and a refusal leaves no work behind."""

from __future__ import annotations

import asyncio
import json
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
import rfc8785

from domain.aanroeper import Aanroeper, Rol
from tests.overzichten.aanvragen import AANVRAAG, aanvraag, toon, vraag_aan
from tests.register import AANROEPERS

if TYPE_CHECKING:
    from tests.klant import Klant
    from tests.register import Register
    from tests.werkplaats import Werkplaats

WERK = "SELECT count(*)::int FROM procrastinate.procrastinate_jobs WHERE task_name = 'overzicht'"


def test_een_aanvraag_geeft_een_overzicht_in_de_wachtrij(register: Register, school: Klant) -> None:
    uitkomst = vraag_aan(school, kenmerk="ro-a")
    overzicht = uitkomst.pop("overzicht")
    assert uitkomst == {"kenmerk": "ro-a", "status": "GOEDGEKEURD", "signalen": []}
    moment, nummer = overzicht.pop("aangevraagdOp"), overzicht.pop("id")
    assert moment.endswith("Z")
    assert toon(school, {"id": nummer}) == {**overzicht, "id": nummer, "aangevraagdOp": moment}
    assert {naam: waarde for naam, waarde in overzicht.items() if waarde is not None} == {
        "soort": "REGISTRATIEOVERZICHT",
        "status": "AANGEVRAAGD",
        "voortgang": 0,
        "van": "2025-08-01",
        "totEnMet": "2026-07-31",
        "instelling": {"brin": "27DV"},
    }
    assert register.rij(WERK) == (1,)


def test_de_aanvraag_staat_in_het_archief_zoals_zij_kwam(register: Register, school: Klant) -> None:
    invoer = aanvraag(kenmerk="ro-b")
    school.vraag(AANVRAAG, input=invoer)
    bericht = rfc8785.dumps(invoer)
    vraag = "SELECT afzender, gebruiker, instelling, kenmerk, soort, bericht, hash FROM ontvangst"
    hash_ = sha256(bericht).hexdigest()
    verwacht = ("MBO:27DV", "j.de.vries", "27DV", "ro-b", "REGISTRATIEOVERZICHT", bericht.decode(), hash_)
    assert register.rijen(vraag) == [verwacht]


def test_nog_eens_hetzelfde_is_hetzelfde_overzicht(register: Register, school: Klant, werkplaats: Werkplaats) -> None:
    """With its state of now: that is what a sender who heard nothing wants to know."""
    eerst = vraag_aan(school, kenmerk="ro-c")
    werkplaats.werk()
    nogmaals = vraag_aan(school, kenmerk="ro-c")
    assert nogmaals["overzicht"]["id"] == eerst["overzicht"]["id"]
    assert (nogmaals["status"], nogmaals["overzicht"]["status"]) == ("GOEDGEKEURD", "GEREED")
    assert [register.aantal(tabel) for tabel in ("ontvangst", "aanvraag", "overzicht")] == [2, 1, 1]
    assert register.rij(WERK) == (0,)


def test_een_kenmerk_met_andere_inhoud_is_l02(register: Register, school: Klant) -> None:
    vraag_aan(school, kenmerk="ro-d")
    voor = register.stand()
    uitkomst = vraag_aan(school, kenmerk="ro-d", totEnMet="2026-07-30")
    assert (uitkomst["status"], uitkomst["overzicht"]) == ("AFGEKEURD", None)
    assert [(signaal["code"], signaal["pad"]) for signaal in uitkomst["signalen"]] == [("L02", [])]
    assert register.stand() == voor


def test_een_afgekeurde_aanvraag_geeft_nog_eens_hetzelfde_antwoord(register: Register, school: Klant) -> None:
    invoer = {"kenmerk": "ro-e", "van": "2026-08-01"}
    eerst = vraag_aan(school, **invoer)
    assert [signaal["code"] for signaal in eerst["signalen"]] == ["L01"]
    assert vraag_aan(school, **invoer) == eerst
    assert register.aantal("aanvraag") == 1


@pytest.mark.parametrize(
    ("wie", "anders", "code", "pad"),
    [
        ("school", {"van": "2026-08-01"}, "L01", ["totEnMet"]),
        ("school", {"van": "2026-02-30"}, "L01", ["van"]),
        ("school", {"kenmerk": "ro 1"}, "L01", ["kenmerk"]),
        ("school", {"kenmerk": "999900006"}, "L01", ["kenmerk"]),
        ("school", {"instelling": "27DV"}, "L05", ["instelling"]),
        ("ipo", {}, "L05", ["instelling"]),
        ("ipo", {"instelling": "27DVX"}, "L01", ["instelling"]),
        ("ipo", {"instelling": "01AA"}, "L03", ["instelling"]),
        ("ipo", {"instelling": "99ZZ"}, "L03", ["instelling"]),
    ],
)
def test_wat_niet_kan_wordt_afgekeurd_en_doet_niets(
    register: Register, wie: str, anders: dict[str, object], code: str, pad: list[str]
) -> None:
    uitkomst = vraag_aan(register.als(AANROEPERS[wie]), **anders)
    assert (uitkomst["status"], uitkomst["overzicht"]) == ("AFGEKEURD", None)
    assert [(signaal["code"], signaal["pad"]) for signaal in uitkomst["signalen"]] == [(code, pad)]
    assert register.aantal("overzicht") == 0
    assert register.rij(WERK) == (0,)
    assert register.aantal("ontvangst") == 1


def test_een_instelling_die_niet_meer_bestaat_krijgt_geen_overzicht(register: Register) -> None:
    opgeheven = register.als(Aanroeper(rol=Rol.MBO, instelling="01AA"))
    uitkomst = vraag_aan(opgeheven)
    assert [(signaal["code"], signaal["pad"]) for signaal in uitkomst["signalen"]] == [("L03", [])]


def test_ipo_vraagt_namens_een_instelling_en_die_ziet_het(school: Klant, andere: Klant, ipo: Klant) -> None:
    overzicht = vraag_aan(ipo, instelling="27DV")["overzicht"]
    assert toon(school, overzicht) == overzicht
    assert toon(andere, overzicht) is None
    lijst = "{ overzichten { totalCount edges { node { id } } } }"
    assert school.vraag(lijst)["overzichten"] == {"totalCount": 1, "edges": [{"node": {"id": overzicht["id"]}}]}
    assert andere.vraag(lijst)["overzichten"] == {"totalCount": 0, "edges": []}


def test_de_lijst_kan_tot_een_soort_worden_beperkt(school: Klant) -> None:
    vraag_aan(school)
    tel = "query Tel($soort: OverzichtSoort) { overzichten(soort: $soort) { totalCount } }"
    for soort, aantal in (("REGISTRATIEOVERZICHT", 1), ("OBO", 0), (None, 1)):
        assert school.vraag(tel, soort=soort)["overzichten"]["totalCount"] == aantal


@pytest.mark.parametrize("wie", ["afnemer", "brp", "sbb", "vo"])
def test_wie_niet_levert_vraagt_ook_niets_aan(register: Register, wie: str) -> None:
    vraag = "mutation Vraag($i: RegistratieoverzichtInput!) { aanvragenRegistratieoverzicht(input: $i) { status } }"
    antwoord = register.als(AANROEPERS[wie]).stuur(vraag, i=aanvraag())
    assert {fout["extensions"]["code"] for fout in json.loads(antwoord.text)["errors"]} == {"NIET_BEVOEGD"}
    assert register.aantal("ontvangst") == 0


def test_een_paar_keer_tegelijk_is_een_overzicht(register: Register, school: Klant) -> None:
    """The others wait for the first, and hear what that one led to."""
    lichaam = json.dumps({"query": AANVRAAG, "variables": {"input": aanvraag(kenmerk="ro-f")}}).encode()
    koppen = {"Authorization": f"Bearer {school.token}", "Content-Type": "application/json"}

    async def stuur() -> list[str]:
        verzoeken = (school.http.post("/graphql", content=lichaam, headers=koppen) for _ in range(6))
        antwoorden = await asyncio.gather(*verzoeken)
        return [een.json()["data"]["aanvragenRegistratieoverzicht"]["overzicht"]["id"] for een in antwoorden]

    assert len(set(school.lus.doe(stuur()))) == 1
    assert [register.aantal(tabel) for tabel in ("ontvangst", "aanvraag", "overzicht")] == [6, 1, 1]
