"""Going in a date or decimal is any string and nothing else; going out it is what storage wrote."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from graphql import GraphQLError, GraphQLScalarType, parse_value

from schema.schema import KERN

if TYPE_CHECKING:
    from tests.schema.conftest import Verzoek

TEKSTEN = ("Date", "DateTime", "Decimal", "OnvolledigeDatum")
VRAAG = """
query ($dag: Date!) {
  verificatieLeerbedrijf(leerbedrijfId: "100000001", opleidingcode: "25168", datumBegin: $dag) { datumBegin }
}
"""


def scalar(naam: str) -> GraphQLScalarType:
    soort = KERN.type_map[naam]
    assert isinstance(soort, GraphQLScalarType)
    return soort


@pytest.mark.parametrize("naam", TEKSTEN)
@pytest.mark.parametrize("tekst", ["2025-08-01", "2024-02-30", "20240101", "", "gisteren", "\0", "x" * 10_000])
def test_elke_tekst_komt_ongelezen_binnen(naam: str, tekst: str) -> None:
    assert scalar(naam).parse_value(tekst) == tekst


@pytest.mark.parametrize("naam", TEKSTEN)
@pytest.mark.parametrize("waarde", [20250801, 1.5, True, ["2025-08-01"], {"dag": 1}], ids=str)
def test_iets_anders_dan_tekst_is_een_fout_van_het_verzoek(naam: str, waarde: object) -> None:
    with pytest.raises(GraphQLError):
        scalar(naam).parse_value(waarde)


@pytest.mark.parametrize("naam", TEKSTEN)
@pytest.mark.parametrize("letterlijk", ["20250801", "1.5", "true", "VANDAAG", '["2025-08-01"]', '{dag: "1"}'])
def test_ook_in_het_document_is_alleen_tekst_een_datum(naam: str, letterlijk: str) -> None:
    with pytest.raises(GraphQLError):
        scalar(naam).parse_literal(parse_value(letterlijk))


@pytest.mark.parametrize("naam", TEKSTEN)
def test_tekst_in_het_document_komt_ongelezen_binnen(naam: str) -> None:
    assert scalar(naam).parse_literal(parse_value('"2024-02-30"')) == "2024-02-30"


@pytest.mark.parametrize("naam", TEKSTEN)
def test_uitgaande_tekst_blijft_zoals_de_opslag_die_schreef(naam: str) -> None:
    assert scalar(naam).serialize("2005-00-00") == "2005-00-00"
    with pytest.raises(TypeError):
        scalar(naam).serialize(date(2025, 8, 1))


@pytest.mark.parametrize("waarde", [None, True, 3, "tekst", [1, {"a": None}], {"perioden": []}], ids=str)
def test_json_gaat_door_zoals_het_is(waarde: Any) -> None:  # noqa: ANN401 - JSON
    assert scalar("JSON").serialize(waarde) == waarde


def test_een_getal_als_datum_wordt_geweigerd_voor_er_iets_gebeurt(verzoek: Verzoek) -> None:
    antwoord = verzoek.stel(VRAAG, dag=20250801)
    assert antwoord.data is None
    assert [fout.path for fout in antwoord.errors or []] == [None]
