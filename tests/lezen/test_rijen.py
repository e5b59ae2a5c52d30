"""Which rows a caller sees: by the predicate in the SQL, and by row-level security when that is taken away."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from graphql import GraphQLSchema, OperationDefinitionNode, get_variable_values, parse

from app.opslag.lezen.compileren import compileer
from domain.aanroeper import Rol
from resolvers.globale_id import globale_id
from resolvers.leesplan import Raadpleging
from schema.plannen import plan
from tests.lezen.gegevens import VANDAAG
from tests.lezen.gesprek import AFNEMER, ANDERE, IPO, SCHOOL

if TYPE_CHECKING:
    from domain.aanroeper import Aanroeper
    from tests.lezen.gegevens import Gegevens
    from tests.lezen.gesprek import Gesprek, Json

ALLES = """
query Alles($node: ID!) {
  inschrijvingen { totalCount edges { node {
    id persoon { id } perioden { opleidingcode } extraOndersteuning { datumBegin } bpvs { id } signalen { code }
    resultaten { id } } } }
  resultaten { edges { node { id persoon { id } inschrijving { id } signalen { code } ... on Diploma { keuzedelen {
    id diploma { id } } } } } }
  bpvs { edges { node { id inschrijving { id persoon { id } } signalen { code } } } }
  leveringen { edges { node { id kenmerk bericht persoon { id } } } }
  node(id: $node) { id }
}
"""


def bevolk(gegevens: Gegevens, instelling: str) -> dict[str, int]:
    """Give a school a student with everything below it; returns the ids by type."""
    persoon = gegevens.persoon(bij=(instelling,))
    inschrijving = gegevens.inschrijving(persoon, instelling)
    gegevens.periode(inschrijving)
    gegevens.ondersteuning(inschrijving, datum_begin=VANDAAG)
    bpv = gegevens.bpv(inschrijving)
    gegevens.signaal(persoon, instelling, inschrijving_id=inschrijving)
    gegevens.signaal(persoon, instelling, bpv_id=bpv)
    diploma = gegevens.resultaat(persoon, instelling, inschrijving_id=inschrijving)
    keuzedeel = gegevens.resultaat(persoon, instelling, soort="KEUZEDEEL", diploma_id=diploma)
    gegevens.signaal(persoon, instelling, resultaat_id=diploma)
    levering = gegevens.levering(f"k{persoon}", persoon, instelling)
    return {
        "Persoon": persoon,
        "Inschrijving": inschrijving,
        "Bpv": bpv,
        "Diploma": diploma,
        "KeuzedeelResultaat": keuzedeel,
        "Levering": levering,
    }


@pytest.fixture
def scholen(gegevens: Gegevens) -> list[dict[str, int]]:
    """Two schools with two students each, taken in turn; the first is ours."""
    return [bevolk(gegevens, instelling) for instelling in ("27DV", "01AA", "27DV", "01AA")]


def ids(antwoord: Json, lijst: str) -> list[str]:
    return [edge["node"]["id"] for edge in antwoord[lijst]["edges"]]


@pytest.mark.parametrize("soort", ["Persoon", "Inschrijving", "Bpv", "Diploma", "KeuzedeelResultaat", "Levering"])
def test_een_school_ziet_alleen_eigen_rijen_langs_elke_weg(
    gesprek: Gesprek, scholen: list[dict[str, int]], soort: str
) -> None:
    eigen = gesprek.data(ALLES, node=globale_id(soort, scholen[0][soort]))
    ander = gesprek.data(ALLES, node=globale_id(soort, scholen[1][soort]))
    assert eigen["node"] == {"id": globale_id(soort, scholen[0][soort])}
    assert ander["node"] is None
    assert ids(eigen, "inschrijvingen") == [globale_id("Inschrijving", scholen[nr]["Inschrijving"]) for nr in (0, 2)]
    assert ids(eigen, "bpvs") == [globale_id("Bpv", scholen[nr]["Bpv"]) for nr in (0, 2)]
    eigen_resultaten = [(soort, nr) for nr in (0, 2) for soort in ("Diploma", "KeuzedeelResultaat")]
    assert ids(eigen, "resultaten") == [globale_id(soort, scholen[nr][soort]) for soort, nr in eigen_resultaten]
    assert ids(eigen, "leveringen") == [globale_id("Levering", scholen[nr]["Levering"]) for nr in (0, 2)]
    assert eigen["inschrijvingen"]["totalCount"] == 2


@pytest.mark.usefixtures("scholen")
def test_wat_onder_een_rij_hangt_is_van_dezelfde_instelling(gesprek: Gesprek) -> None:
    node = gesprek.data(ALLES, node="x")["inschrijvingen"]["edges"][0]["node"]
    assert [len(node[naam]) for naam in ("perioden", "extraOndersteuning", "bpvs", "signalen", "resultaten")] == [1] * 5
    assert node["persoon"] is not None


@pytest.mark.parametrize("wie", [SCHOOL, ANDERE])
def test_rls_alleen_verbergt_dezelfde_rijen(gesprek: Gesprek, scholen: list[dict[str, int]], wie: Aanroeper) -> None:
    """The SQL of IPO has no predicate; run in the role of a school it answers what the school's own SQL answers."""
    for school in scholen:
        for soort, nummer in school.items():
            variabelen = {"node": globale_id(soort, nummer)}
            assert _zonder_predicaat(gesprek, ALLES, variabelen, wie) == gesprek.data(ALLES, wie, **variabelen)


@pytest.mark.usefixtures("scholen")
def test_rls_geeft_wie_geen_school_is_niets(gesprek: Gesprek) -> None:
    antwoord = _zonder_predicaat(gesprek, "{ bpvs { totalCount } leveringen { totalCount } }", {}, AFNEMER)
    assert antwoord == {"bpvs": {"totalCount": 0}, "leveringen": {"totalCount": 0}}
    assert gesprek.data("{ bpvs { totalCount } }", IPO) == {"bpvs": {"totalCount": 4}}


def _zonder_predicaat(gesprek: Gesprek, document: str, variabelen: dict[str, str], wie: Aanroeper) -> Json:
    schema: GraphQLSchema = gesprek.gecompileerd.schema
    (operatie,) = parse(document).definitions
    assert isinstance(operatie, OperationDefinitionNode)
    gelezen = get_variable_values(schema, operatie.variable_definitions or (), variabelen)
    assert not isinstance(gelezen, list)
    gepland = plan(schema, operatie, {}, gelezen, IPO)
    raadpleging = Raadpleging(aanroeper=wie, operatie="proef", trace_id="t", vandaag=VANDAAG)
    lezer = gesprek.gecompileerd.lezer
    return json.loads(gesprek.runner.run(lezer.lees(compileer(gepland.plan, Rol.IPO), gepland.waarden, raadpleging)))
