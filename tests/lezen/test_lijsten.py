"""Lists: pages by cursor, filters, and counts only when asked."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from resolvers.globale_id import globale_id
from tests.lezen.gesprek import ANDERE, IPO

if TYPE_CHECKING:
    from tests.lezen.gegevens import Gegevens
    from tests.lezen.gesprek import Gesprek, Json

BLADZIJDE = """
query Bladzijde($first: Int, $after: String) {
  inschrijvingen(first: $first, after: $after) {
    edges { cursor node { id inschrijvingvolgnummer } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    totalCount
  }
}
"""


@pytest.fixture
def vijf(gegevens: Gegevens) -> list[int]:
    """Five enrolments of ours, with those of another school between them."""
    persoon = gegevens.persoon(bij=("27DV", "01AA"))
    nummers = []
    for volgnummer in "abcde":
        nummers.append(gegevens.inschrijving(persoon, inschrijvingvolgnummer=volgnummer))
        gegevens.inschrijving(persoon, "01AA", inschrijvingvolgnummer=volgnummer)
    return nummers


def bladzijde(gesprek: Gesprek, **variabelen: object) -> Json:
    return gesprek.data(BLADZIJDE, **variabelen)["inschrijvingen"]


def volgnummers(lijst: Json) -> str:
    return "".join(edge["node"]["inschrijvingvolgnummer"] for edge in lijst["edges"])


def test_bladeren_komt_elk_object_een_keer_tegen_en_slaat_verborgen_rijen_over(
    gesprek: Gesprek, vijf: list[int]
) -> None:
    eerste = bladzijde(gesprek, first=2)
    tweede = bladzijde(gesprek, first=2, after=eerste["pageInfo"]["endCursor"])
    derde = bladzijde(gesprek, first=2, after=tweede["edges"][-1]["cursor"])
    assert [volgnummers(lijst) for lijst in (eerste, tweede, derde)] == ["ab", "cd", "e"]
    assert [lijst["pageInfo"]["hasNextPage"] for lijst in (eerste, tweede, derde)] == [True, True, False]
    assert [lijst["pageInfo"]["hasPreviousPage"] for lijst in (eerste, tweede, derde)] == [False, True, True]
    assert {lijst["totalCount"] for lijst in (eerste, tweede, derde)} == {5}
    assert eerste["edges"][0]["cursor"] == eerste["edges"][0]["node"]["id"] == globale_id("Inschrijving", vijf[0])
    assert eerste["pageInfo"]["startCursor"] == globale_id("Inschrijving", vijf[0])


def test_een_lege_bladzijde_heeft_geen_cursors(gesprek: Gesprek, vijf: list[int]) -> None:
    voorbij = bladzijde(gesprek, after=globale_id("Inschrijving", vijf[-1] + 100))
    assert voorbij == {
        "edges": [],
        "pageInfo": {"hasNextPage": False, "hasPreviousPage": True, "startCursor": None, "endCursor": None},
        "totalCount": 5,
    }
    assert bladzijde(gesprek, first=0)["pageInfo"]["hasNextPage"] is True


@pytest.mark.usefixtures("vijf")
def test_first_weggelaten_of_null_is_vijftig(gegevens: Gegevens, gesprek: Gesprek) -> None:
    persoon = gegevens.persoon(bij=("27DV",))
    for volgnummer in range(50):
        gegevens.inschrijving(persoon, inschrijvingvolgnummer=str(volgnummer))
    assert len(bladzijde(gesprek)["edges"]) == len(bladzijde(gesprek, first=None)["edges"]) == 50
    assert len(bladzijde(gesprek, first=500)["edges"]) == 55


@pytest.mark.parametrize("first", [-1, 501, 2**31 - 1])
def test_first_buiten_de_grenzen_is_geen_geldig_verzoek(gesprek: Gesprek, first: int) -> None:
    fout = gesprek.fout(BLADZIJDE, first=first)
    assert fout["extensions"]["code"] == "ONGELDIG_VERZOEK"
    assert fout["path"] == ["inschrijvingen"]


@pytest.mark.parametrize(
    "after", ["", "x", "999910061", globale_id("Bpv", 1), globale_id("Inschrijving", 1) + "=", "€"]
)
def test_een_cursor_die_niet_van_deze_lijst_is_is_geen_geldig_verzoek(gesprek: Gesprek, after: str) -> None:
    fout = gesprek.fout(BLADZIJDE, after=after)
    assert (fout["extensions"]["code"], fout["message"]) == ("ONGELDIG_VERZOEK", "after: geen cursor van deze lijst.")


def test_ook_een_lijst_binnen_een_dossier_wordt_vooraf_getoetst(gesprek: Gesprek) -> None:
    vraag = """{ studentendossier(persoon: {id: "x"}) { ... on MboStudentendossier {
      leveringen(first: 501) { totalCount } } } ik { naam } }"""
    assert gesprek.fout(vraag)["path"] == ["studentendossier", "leveringen"]


@pytest.mark.usefixtures("vijf")
def test_dezelfde_lijst_kan_op_verschillende_manieren_naast_elkaar_staan(gesprek: Gesprek) -> None:
    vraag = """{ a: inschrijvingen(first: 1) { __typename x: edges { __typename node { id } } y: edges { cursor }
      edges { node { __typename versie } } pageInfo { __typename } } b: inschrijvingen { n: totalCount __typename } }"""
    gevonden = gesprek.data(vraag)
    assert gevonden["a"]["__typename"] == "InschrijvingConnection"
    assert gevonden["a"]["x"][0]["node"]["id"] == gevonden["a"]["y"][0]["cursor"]
    assert gevonden["b"] == {"n": 5, "__typename": "InschrijvingConnection"}


@pytest.mark.usefixtures("vijf")
def test_een_school_die_om_een_andere_instelling_vraagt_krijgt_een_lege_lijst(gesprek: Gesprek) -> None:
    vraag = '{ inschrijvingen(filter: {instelling: "01AA"}) { totalCount edges { cursor } } }'
    assert gesprek.data(vraag) == {"inschrijvingen": {"totalCount": 0, "edges": []}}
    assert gesprek.data(vraag, ANDERE)["inschrijvingen"]["totalCount"] == 5
    assert gesprek.data(vraag, IPO)["inschrijvingen"]["totalCount"] == 5
    assert gesprek.data("{ inschrijvingen { totalCount } }", IPO)["inschrijvingen"]["totalCount"] == 10


def test_inschrijvingen_filteren_op_moment_en_signaal(gegevens: Gegevens, gesprek: Gesprek) -> None:
    persoon = gegevens.persoon(bij=("27DV",))
    oud = gegevens.inschrijving(persoon, bekend_vanaf=datetime(2024, 1, 1, tzinfo=UTC))
    nieuw = gegevens.inschrijving(persoon, inschrijvingvolgnummer="2", bekend_vanaf=datetime(2026, 1, 1, tzinfo=UTC))
    gegevens.signaal(persoon, inschrijving_id=oud, code="I22")
    vraag = "query($f: InschrijvingFilter) { inschrijvingen(filter: $f) { edges { node { id } } } }"

    def gevonden(**filter_: str) -> list[str]:
        return [edge["node"]["id"] for edge in gesprek.data(vraag, f=filter_)["inschrijvingen"]["edges"]]

    assert gevonden(geregistreerdVanaf="2026-01-01T01:00:00+01:00") == [globale_id("Inschrijving", nieuw)]
    assert gevonden(geregistreerdVanaf="2026-01-01T00:00:00.000001Z") == []
    assert gevonden(signaalcode="I22") == [globale_id("Inschrijving", oud)]
    assert gevonden(signaalcode="I22", geregistreerdVanaf="2026-01-01T00:00:00Z") == []


def test_bpvs_filteren(gegevens: Gegevens, gesprek: Gesprek) -> None:
    inschrijving = gegevens.inschrijving(gegevens.persoon(bij=("27DV",)))
    gegevens.bpv(inschrijving, opleidingcode="25655")
    gegevens.bpv(inschrijving, bpvvolgnummer="2", keuzedeelcode="K0072", leerbedrijf_id="100000002")
    vraag = "query($f: BpvFilter) { bpvs(filter: $f) { edges { node { bpvvolgnummer } } } }"

    def gevonden(**filter_: str) -> list[str]:
        return [edge["node"]["bpvvolgnummer"] for edge in gesprek.data(vraag, f=filter_)["bpvs"]["edges"]]

    assert gevonden() == ["1", "2"]
    assert gevonden(opleidingcode="25655") == ["1"]
    assert gevonden(keuzedeelcode="K0072") == gevonden(leerbedrijfId="100000002") == ["2"]
    assert gevonden(keuzedeelcode="K0072", opleidingcode="25655") == gevonden(instelling="01AA") == []


@pytest.mark.parametrize(
    ("filter_", "wat"),
    [
        (
            {"geregistreerdVanaf": "2026-01-01T00:00:00"},
            "filter.geregistreerdVanaf: geen geldige waarde voor DateTime.",
        ),
        (
            {"geregistreerdVanaf": "2026-02-30T00:00:00Z"},
            "filter.geregistreerdVanaf: geen geldige waarde voor DateTime.",
        ),
        ({"opleidingcode": "2\u00005"}, "filter.opleidingcode: ten hoogste 200 tekens, zonder NUL."),
        ({"signaalcode": "I" * 201}, "filter.signaalcode: ten hoogste 200 tekens, zonder NUL."),
    ],
)
def test_een_onmogelijke_waarde_in_een_vraag_is_geen_geldig_verzoek(
    gesprek: Gesprek, filter_: dict[str, str], wat: str
) -> None:
    fout = gesprek.fout("query($f: InschrijvingFilter) { inschrijvingen(filter: $f) { totalCount } }", f=filter_)
    assert (fout["extensions"]["code"], fout["message"]) == ("ONGELDIG_VERZOEK", wat)


@pytest.mark.parametrize("dag", ["2026-02-30", "20260201", "2026-2-1", "", "2026-02-01T00:00:00Z", "0000-01-01"])
def test_een_onmogelijke_peildatum_is_geen_geldig_verzoek(gesprek: Gesprek, dag: str) -> None:
    fout = gesprek.fout("query($d: Date) { bpvs(peildatum: $d) { totalCount } }", d=dag)
    assert fout["extensions"]["code"] == "ONGELDIG_VERZOEK"
