"""Results: rows of four types in one list, each read as its own; the dossier is a tree, the list is flat."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import pytest

from resolvers.globale_id import globale_id
from tests.lezen.gegevens import BSN
from tests.lezen.gesprek import ANDERE, IPO

if TYPE_CHECKING:
    from tests.lezen.gegevens import Gegevens
    from tests.lezen.gesprek import Gesprek, Json

DOSSIER: Final = """
query Dossier($bsn: String = "999910061", $op: Date) {
  studentendossier(persoon: {burgerservicenummer: $bsn}, peildatum: $op) {
    resultaten { __typename ...Gedeeld ...Diploma ... on KeuzedeelResultaat { diploma { id } keuzedeelcode behaald } }
    inschrijvingen { inschrijvingvolgnummer resultaten { resultaatvolgnummer } }
  }
}
fragment Gedeeld on Resultaat {
  resultaatvolgnummer datumResultaat inschrijvingvolgnummer onderwijsaanbieder versie
  inschrijving { inschrijvingvolgnummer } instelling { naam } signalen { code } persoon { burgerservicenummer }
}
fragment Diploma on Diploma {
  opleidingcode indicatieBekostigbaar opleiding { naam }
  generiekeExamenonderdelen {
    ...Gedeeld diploma { resultaatvolgnummer } code omschrijving eindcijfer vrijstelling
    cijferInstellingsexamen vrijstellingInstellingsexamen cijferCentraalExamen vrijstellingCentraalExamen
  }
  keuzedelen { resultaatvolgnummer behaald certificaat }
  amvbOnderdelen { resultaatvolgnummer code certificaat }
}
"""
LIJST: Final = """
query Lijst($filter: ResultaatFilter, $op: Date, $first: Int, $after: String) {
  resultaten(filter: $filter, peildatum: $op, first: $first, after: $after) {
    totalCount edges { cursor node { __typename id resultaatvolgnummer } } pageInfo { hasNextPage endCursor }
  }
}
"""
SOORTEN: Final = {
    "Diploma": "DIPLOMA",
    "GeneriekExamenonderdeel": "GENERIEK_EXAMENONDERDEEL",
    "KeuzedeelResultaat": "KEUZEDEEL",
    "AmvbOnderdeel": "AMVB_ONDERDEEL",
}


@pytest.fixture
def student(gegevens: Gegevens) -> int:
    """A student with a diploma and its parts, a loose keuzedeel before it, and a result elsewhere."""
    persoon = gegevens.persoon(BSN, bij=("27DV", "01AA"))
    gegevens.voeg_toe("instelling", brin="27DV", naam="Het College", bekostigd=True)
    gegevens.voeg_toe("examenonderdeel", code="3001", soort="GEO", omschrijving="Nederlandse taal 2F")
    gegevens.opleiding()
    inschrijving = gegevens.inschrijving(persoon)
    onder = {"inschrijving_id": inschrijving, "onderwijsaanbieder": "100A404", "versie": 2}
    diploma = gegevens.resultaat(persoon, resultaatvolgnummer="d", inschrijvingvolgnummer="1", **onder)
    gegevens.signaal(persoon, resultaat_id=diploma, code="R05")
    deel = {"diploma_id": diploma, "inschrijvingvolgnummer": "1", **onder}
    gegevens.resultaat(persoon, soort="GENERIEK_EXAMENONDERDEEL", resultaatvolgnummer="g", vrijstelling="MBO", **deel)
    gegevens.resultaat(persoon, soort="KEUZEDEEL", resultaatvolgnummer="k", **deel)
    gegevens.resultaat(persoon, soort="KEUZEDEEL", resultaatvolgnummer="K", behaald=False, **deel)
    gegevens.resultaat(persoon, soort="AMVB_ONDERDEEL", resultaatvolgnummer="a", **deel)
    gegevens.resultaat(
        persoon, soort="KEUZEDEEL", resultaatvolgnummer="los", datum_resultaat=date(2026, 1, 31),
        inschrijving_id=inschrijving, certificaat=True,
    )  # fmt: skip
    gegevens.resultaat(persoon, "01AA", resultaatvolgnummer="elders", datum_resultaat=date(2025, 1, 31))
    return persoon


@pytest.mark.usefixtures("student")
def test_een_dossier_toont_diplomas_met_hun_onderdelen_en_losse_resultaten(gesprek: Gesprek) -> None:
    gedeeld = {
        "datumResultaat": "2026-06-30",
        "inschrijvingvolgnummer": "1",
        "onderwijsaanbieder": "100A404",
        "versie": 2,
        "inschrijving": {"inschrijvingvolgnummer": "1"},
        "instelling": {"naam": "Het College"},
        "persoon": {"burgerservicenummer": BSN},
    }
    los, diploma = gesprek.data(DOSSIER)["studentendossier"]["resultaten"]
    assert (los["__typename"], los["resultaatvolgnummer"], los["diploma"]) == ("KeuzedeelResultaat", "los", None)
    assert (los["inschrijvingvolgnummer"], los["inschrijving"]) == (None, {"inschrijvingvolgnummer": "1"})
    assert diploma == {
        "__typename": "Diploma",
        "resultaatvolgnummer": "d",
        **gedeeld,
        "signalen": [{"code": "R05"}],
        "opleidingcode": "25655",
        "indicatieBekostigbaar": True,
        "opleiding": {"naam": "Kok"},
        "generiekeExamenonderdelen": [
            {
                "resultaatvolgnummer": "g",
                **gedeeld,
                "signalen": [],
                "diploma": {"resultaatvolgnummer": "d"},
                "code": "3001",
                "omschrijving": "Nederlandse taal 2F",
                "eindcijfer": 7,
                "vrijstelling": "MBO",
                "cijferInstellingsexamen": None,
                "vrijstellingInstellingsexamen": None,
                "cijferCentraalExamen": "7.4",
                "vrijstellingCentraalExamen": None,
            }
        ],
        "keuzedelen": [
            {"resultaatvolgnummer": "K", "behaald": False, "certificaat": None},
            {"resultaatvolgnummer": "k", "behaald": True, "certificaat": None},
        ],
        "amvbOnderdelen": [{"resultaatvolgnummer": "a", "code": "C0004", "certificaat": None}],
    }


def test_resultaten_staan_op_datum_en_dan_op_volgnummer_hoofdletters_eerst(
    gegevens: Gegevens, gesprek: Gesprek
) -> None:
    persoon = gegevens.persoon(BSN, bij=("27DV",))
    soorten = [*SOORTEN.values(), "KEUZEDEEL"]
    for volgnummer, soort in zip(["b", "B", "10", "9", "a"], soorten, strict=True):
        gegevens.resultaat(persoon, soort=soort, resultaatvolgnummer=volgnummer)
    gegevens.resultaat(persoon, resultaatvolgnummer="z", datum_resultaat=date(2026, 6, 29))
    resultaten = gesprek.data(DOSSIER)["studentendossier"]["resultaten"]
    assert [een["resultaatvolgnummer"] for een in resultaten] == ["z", "10", "9", "B", "a", "b"]


@pytest.mark.usefixtures("student")
def test_een_inschrijving_toont_wat_eronder_valt_ook_als_het_register_haar_koos(gesprek: Gesprek) -> None:
    (inschrijving,) = gesprek.data(DOSSIER)["studentendossier"]["inschrijvingen"]
    assert inschrijving["resultaten"] == [{"resultaatvolgnummer": "los"}, {"resultaatvolgnummer": "d"}]


@pytest.mark.usefixtures("student")
def test_ipo_ziet_de_resultaten_van_alle_instellingen(gesprek: Gesprek) -> None:
    resultaten = gesprek.data(DOSSIER, IPO)["studentendossier"]["resultaten"]
    assert [een["resultaatvolgnummer"] for een in resultaten] == ["elders", "los", "d"]
    van_de_ander = gesprek.data(DOSSIER, ANDERE)["studentendossier"]["resultaten"]
    assert [een["resultaatvolgnummer"] for een in van_de_ander] == ["elders"]


@pytest.mark.usefixtures("student")
@pytest.mark.parametrize(
    ("op", "gevonden"),
    [("2026-01-30", []), ("2026-01-31", ["los"]), ("2026-06-29", ["los"]), ("2026-06-30", ["los", "d"])],
)
def test_op_een_peildatum_staat_er_wat_dan_behaald_is(gesprek: Gesprek, op: str, gevonden: list[str]) -> None:
    """A result does not end: what was gained stays gained (besluit 0018)."""
    dossier = gesprek.data(DOSSIER, op=op)["studentendossier"]
    (inschrijving,) = dossier["inschrijvingen"]
    assert [een["resultaatvolgnummer"] for een in dossier["resultaten"]] == gevonden
    assert [een["resultaatvolgnummer"] for een in inschrijving["resultaten"]] == gevonden
    lijst = gesprek.data(LIJST, op=op)["resultaten"]
    assert lijst["totalCount"] == len(gevonden) + (4 if "d" in gevonden else 0)


@pytest.mark.usefixtures("student")
def test_omhoog_kijken_verbergt_niets(gesprek: Gesprek) -> None:
    vraag = """{ inschrijvingen(peildatum: "2026-01-31") { edges { node { resultaten {
      inschrijving { inschrijvingvolgnummer } ... on KeuzedeelResultaat { diploma { id } } } } } } }"""
    (edge,) = gesprek.data(vraag)["inschrijvingen"]["edges"]
    assert edge["node"]["resultaten"] == [{"inschrijving": {"inschrijvingvolgnummer": "1"}, "diploma": None}]


@pytest.mark.usefixtures("student")
def test_de_lijst_is_plat_en_bladert_over_de_soorten_heen(gesprek: Gesprek) -> None:
    gevonden, na = [], None
    while True:
        bladzijde = gesprek.data(LIJST, first=2, after=na)["resultaten"]
        gevonden += bladzijde["edges"]
        na = bladzijde["pageInfo"]["endCursor"]
        if not bladzijde["pageInfo"]["hasNextPage"]:
            break
    assert "".join(edge["node"]["resultaatvolgnummer"] for edge in gevonden) == "dgkKalos"
    assert bladzijde["totalCount"] == len(gevonden) == 6
    assert gevonden[-1]["cursor"] == na


@pytest.mark.usefixtures("student")
def test_elk_resultaat_is_met_zijn_id_op_te_vragen_en_alleen_als_wat_het_is(gesprek: Gesprek) -> None:
    vraag = "query($id: ID!) { node(id: $id) { __typename id ... on Resultaat { resultaatvolgnummer } } }"
    for edge in gesprek.data(LIJST)["resultaten"]["edges"]:
        assert gesprek.data(vraag, id=edge["node"]["id"]) == {"node": edge["node"]}
        assert gesprek.data(vraag, ANDERE, id=edge["node"]["id"]) == {"node": None}
        assert gesprek.data(vraag, id=edge["cursor"]) == {"node": None}


def test_een_id_onder_de_naam_van_een_andere_soort_is_geen_id(gegevens: Gegevens, gesprek: Gesprek) -> None:
    nummer = gegevens.resultaat(gegevens.persoon(bij=("27DV",)), soort="KEUZEDEEL")
    vraag = "query($id: ID!) { node(id: $id) { __typename } }"
    gevonden = {soort: gesprek.data(vraag, id=globale_id(soort, nummer))["node"] for soort in SOORTEN}
    assert gevonden == {**dict.fromkeys(SOORTEN), "KeuzedeelResultaat": {"__typename": "KeuzedeelResultaat"}}


@pytest.mark.usefixtures("student")
@pytest.mark.parametrize(
    ("filter_", "gevonden"),
    [
        ({"soort": "DIPLOMA"}, "d"),
        ({"soort": "GENERIEK_EXAMENONDERDEEL"}, "g"),
        ({"soort": "KEUZEDEEL"}, "kKlos"),
        ({"soort": "AMVB_ONDERDEEL"}, "a"),
        ({"opleidingcode": "25655"}, "dgkKa"),
        ({"opleidingcode": "25655", "soort": "KEUZEDEEL"}, "kK"),
        ({"opleidingcode": "99999"}, ""),
        ({"datumVanaf": "2026-02-01"}, "dgkKa"),
        ({"datumVanaf": "2026-01-31", "datumTotEnMet": "2026-01-31"}, "los"),
        ({"datumTotEnMet": "2026-01-30"}, ""),
        ({"instelling": "27DV"}, "dgkKalos"),
        ({"instelling": "01AA"}, ""),
    ],
    ids=str,
)
def test_resultaten_filteren(gesprek: Gesprek, filter_: dict[str, str], gevonden: str) -> None:
    lijst = gesprek.data(LIJST, filter=filter_)["resultaten"]
    assert "".join(edge["node"]["resultaatvolgnummer"] for edge in lijst["edges"]) == gevonden
    assert lijst["totalCount"] == len(lijst["edges"])


@pytest.mark.usefixtures("student")
def test_ipo_filtert_op_instelling(gesprek: Gesprek) -> None:
    lijst = gesprek.data(LIJST, IPO, filter={"instelling": "01AA"})["resultaten"]
    assert [edge["node"]["resultaatvolgnummer"] for edge in lijst["edges"]] == ["elders"]


def test_een_onmogelijke_datum_in_het_filter_is_geen_geldig_verzoek(gesprek: Gesprek) -> None:
    fout = gesprek.fout(LIJST, filter={"datumVanaf": "2026-02-30"})
    assert (fout["extensions"]["code"], fout["message"]) == (
        "ONGELDIG_VERZOEK",
        "filter.datumVanaf: geen geldige waarde voor Date.",
    )


@pytest.mark.usefixtures("student")
def test_fragmenten_op_interfaces_en_soorten_vloeien_samen_per_rij(gesprek: Gesprek) -> None:
    vraag = """query Samen($weg: Boolean = true) { resultaten { edges { node {
      soort: __typename
      ... on Node { id }
      ... on Resultaat { wie: persoon { id } }
      ... on Resultaat { wie: persoon { bsn: burgerservicenummer } }
      ... on KeuzedeelResultaat { wat: keuzedeelcode diploma { bij: resultaatvolgnummer } }
      ... on Diploma { wat: opleidingcode ... on Diploma @skip(if: $weg) { versie } }
      ... on AmvbOnderdeel @include(if: $weg) { wat: code }
      ... on GeneriekExamenonderdeel { wat: omschrijving }
    } } } }"""
    rijen = [edge["node"] for edge in gesprek.data(vraag)["resultaten"]["edges"]]
    assert [(rij["soort"], rij["wat"]) for rij in rijen] == [
        ("Diploma", "25655"),
        ("GeneriekExamenonderdeel", "Nederlandse taal 2F"),
        ("KeuzedeelResultaat", "K0072"),
        ("KeuzedeelResultaat", "K0072"),
        ("AmvbOnderdeel", "C0004"),
        ("KeuzedeelResultaat", "K0072"),
    ]
    assert [rij.get("diploma") for rij in rijen] == [None, None, {"bij": "d"}, {"bij": "d"}, None, None]
    assert {tuple(rij["wie"]) for rij in rijen} == {("id", "bsn")}
    assert [*rijen[0]] == ["soort", "id", "wie", "wat"]


@pytest.mark.usefixtures("student")
def test_velden_die_een_soort_niet_heeft_laten_een_leeg_object(gesprek: Gesprek) -> None:
    vraag = "{ resultaten(first: 2) { edges { node { ... on KeuzedeelResultaat { behaald } } } } }"
    edges = gesprek.data(vraag)["resultaten"]["edges"]
    assert edges == [{"node": {}}, {"node": {}}]


@pytest.mark.usefixtures("student")
def test_wie_resultaten_ziet_raadpleegt_de_student(gegevens: Gegevens, gesprek: Gesprek, student: int) -> None:
    gesprek.antwoord("query Hoeveel { resultaten { totalCount } }")
    assert gegevens.gezien() == []
    gesprek.antwoord(LIJST)
    assert gegevens.gezien() == [(student, "MBO:27DV", "MBO", "j.de.vries", "Lijst")]


def cijfers(gesprek: Gesprek) -> Json:
    vraag = """{ resultaten { edges { node {
      ... on GeneriekExamenonderdeel { cijferInstellingsexamen cijferCentraalExamen } } } } }"""
    return [edge["node"] for edge in gesprek.data(vraag)["resultaten"]["edges"]]


def test_een_cijfer_is_een_tekst_met_een_decimaal(gegevens: Gegevens, gesprek: Gesprek) -> None:
    gegevens.resultaat(
        gegevens.persoon(bij=("27DV",)),
        soort="GENERIEK_EXAMENONDERDEEL",
        cijfer_instellingsexamen="10.0",
        cijfer_centraal_examen="5.1",
    )
    assert cijfers(gesprek) == [{"cijferInstellingsexamen": "10.0", "cijferCentraalExamen": "5.1"}]
