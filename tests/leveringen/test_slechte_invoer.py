"""Bad input: an unreadable request is refused as a whole, an unreadable value is a signal on one delivery."""

from __future__ import annotations

import json
from itertools import count
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.domain.bouw import aanleveren, aanleveren_bpv, identificeren, periode, zoeken
from tests.klant import SAMEN, enkel, ingevuld, signalen

if TYPE_CHECKING:
    import httpx

    from tests.klant import Klant
    from tests.register import Register

Json = dict[str, Any]
GRAPHQL: Final = "application/graphql-response+json"
HEEL_DIEP: Final = json.loads("[" * 25 + "]" * 25)


def geweigerd(antwoord: httpx.Response, code: str = "ONGELDIG_VERZOEK") -> list[Json]:
    """Return the errors of a request that is refused as a whole; none of them repeats what was sent."""
    inhoud = antwoord.json()
    assert "data" not in inhoud
    fouten: list[Json] = inhoud["errors"]
    assert {fout["extensions"]["code"] for fout in fouten} == {code}
    assert all(fout["extensions"]["correlatieId"] for fout in fouten)
    assert "999900006" not in antwoord.text
    return fouten


VERKEERD: Final[dict[str, Json]] = {
    "tekst voor een getal": {"verwachteVersie": "1"},
    "breuk voor een getal": {"verwachteVersie": 1.5},
    "te groot getal": {"verwachteVersie": 2**31},
    "ja als tekst": {"proef": "true"},
    "getal als datum": {"datumInschrijving": 20250801},
    "onbekend veld": {"datumInschijving": "2025-08-01"},
    "leeg en verplicht": {"datumInschrijving": None},
    "object voor een tekst": {"inschrijvingvolgnummer": {"nummer": 1}},
    "getal als volgnummer": {"inschrijvingvolgnummer": 1},
    "lijst voor een tekst": {"inschrijvingvolgnummer": ["1"]},
    "onbekende waarde": {"perioden": [periode(leertraject="BOLL")]},
    "waarde in kleine letters": {"perioden": [periode(leertraject="bol")]},
    "tekst voor een object": {"perioden": ["2025-08-01"]},
    "leeg in een lijst": {"perioden": [None]},
    "twee sleutels": {"persoon": {"burgerservicenummer": "999900006", "onderwijsnummer": "100000004"}},
    "geen sleutel": {"persoon": {}},
    "lege sleutel": {"persoon": {"burgerservicenummer": None}},
    "sleutel als tekst": {"persoon": "999900006"},
    "diep": {"perioden": HEEL_DIEP},
}


@pytest.mark.parametrize("anders", VERKEERD)
def test_een_verkeerde_vorm_weigert_het_hele_verzoek(bewoond: Register, hier: Klant, anders: str) -> None:
    voor = bewoond.stand("raadpleging")
    levering = aanleveren(**VERKEERD[anders])
    invoer = levering.velden
    fouten = geweigerd(hier.stuur(enkel(levering), input=invoer))
    assert all(fout["locations"] for fout in fouten)
    buren = [{"identificerenPersoon": ingevuld(identificeren())}, {"aanleverenInschrijving": invoer}]
    geweigerd(hier.stuur(SAMEN, leveringen=buren))
    assert bewoond.stand("raadpleging") == voor


@pytest.mark.parametrize(
    "leveringen",
    [
        [{}],
        [{"identificerenPersoon": ingevuld(identificeren()), "aanleverenInschrijving": ingevuld(aanleveren())}],
        [{"identificerenPersoon": None}],
        [{"bestaatNiet": {}}],
        [None],
        None,
        "alles",
    ],
    ids=str,
)
def test_een_levering_is_precies_een_soort(bewoond: Register, hier: Klant, leveringen: object) -> None:
    voor = bewoond.stand("raadpleging")
    geweigerd(hier.stuur(SAMEN, leveringen=leveringen))
    assert bewoond.stand("raadpleging") == voor


def test_zonder_kenmerk_of_zonder_invoer_is_er_geen_levering(hier: Klant) -> None:
    zonder = {naam: waarde for naam, waarde in ingevuld(aanleveren()).items() if naam != "kenmerk"}
    geweigerd(hier.stuur(enkel(aanleveren()), input=zonder))
    geweigerd(hier.stuur(enkel(aanleveren())))
    geweigerd(hier.stuur("mutation { aanleverenInschrijving { status } }"))


def test_een_verzoekfout_heeft_haar_plaats_en_status(hier: Klant) -> None:
    document = 'mutation { aanleverenInschrijving(input: {kenmerk: "x", persoon: {}}) { status } }'
    koppen = {"Authorization": f"Bearer {hier.token}", "Content-Type": "application/json", "Accept": GRAPHQL}
    antwoord = hier.lus.doe(hier.http.post("/graphql", content=json.dumps({"query": document}), headers=koppen))
    assert (antwoord.status_code, antwoord.headers["content-type"].split(";")[0]) == (400, GRAPHQL)
    assert all(fout["locations"][0]["line"] == 1 for fout in geweigerd(antwoord))
    assert hier.stuur(document).status_code == 200


@pytest.mark.parametrize("in_", ["naam", "kenmerk", "sleutel", "veldnaam"])
def test_een_los_surrogaat_weigert_het_verzoek(bewoond: Register, hier: Klant, in_: str) -> None:
    voor = bewoond.stand("raadpleging")
    invoer = {
        "naam": lambda: zoeken(geslachtsnaam="\ud800"),
        "kenmerk": lambda: zoeken(kenmerk="a\udfffb"),
        "sleutel": lambda: aanleveren(persoon={"id": "\ud83d"}),
        "veldnaam": lambda: zoeken(**{"\ud800": 1}),
    }[in_]()
    geweigerd(hier.stuur(enkel(invoer), input=invoer.velden))
    geweigerd(hier.stuur(SAMEN, leveringen=[{"identificerenPersoon": ingevuld(identificeren())}, {in_: "\ud800"}]))
    assert bewoond.stand("raadpleging") == voor


def test_een_los_surrogaat_in_het_document_weigert_het_verzoek(hier: Klant) -> None:
    for tekst in (r"\ud800", r"\u{d800}", r"\u{110000}", r"\uD83D\u0041"):
        document = f'mutation {{ identificerenPersoon(input: {{kenmerk: "{tekst}"}}) {{ status }} }}'
        geweigerd(hier.stuur(document))


@pytest.mark.parametrize("id_", [True, 1.5, {"id": 1}, ["x"]])
def test_wat_geen_id_is_weigert_het_verzoek(hier: Klant, id_: object) -> None:
    levering = aanleveren(persoon={"id": id_})
    geweigerd(hier.stuur(enkel(levering), input=levering.velden))


GEKKE_TEKST: Final = st.text(
    st.characters(codec="utf-8") | st.sampled_from("\0'\"\\%{}$\u202e\ufeff\u0301"), max_size=30
)
GEKKE_WAARDE: Final = (
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False, allow_infinity=False)
    | GEKKE_TEKST
    | st.lists(GEKKE_TEKST, max_size=2)
    | st.dictionaries(GEKKE_TEKST, GEKKE_TEKST, max_size=2)
)
VOLGENDE: Final = count()
SJABLONEN: Final = (aanleveren(), aanleveren_bpv(), zoeken(), identificeren())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_wat_er_ook_komt_het_is_nooit_een_storing(hier: Klant, data: st.DataObject) -> None:
    """Fields of a good delivery replaced by anything: refused, rejected or accepted, and never a fault of ours."""
    sjabloon = data.draw(st.sampled_from(SJABLONEN))
    namen = data.draw(st.lists(st.sampled_from(sorted(sjabloon.velden)), max_size=3, unique=True))
    soort = GEKKE_TEKST if data.draw(st.booleans()) else GEKKE_WAARDE
    gek = {naam: data.draw(soort) for naam in namen}
    antwoord = hier.stuur(enkel(sjabloon), input=sjabloon.velden | {"kenmerk": f"gek-{next(VOLGENDE)}"} | gek)
    inhoud = antwoord.json()
    assert antwoord.status_code == 200
    assert {fout["extensions"]["code"] for fout in inhoud.get("errors", ())} <= {"ONGELDIG_VERZOEK"}
    if "data" in inhoud:
        assert "L06" not in {code for code, _ in signalen(inhoud["data"]["uitkomst"])}
