"""A student is pointed at in exactly one way."""

from __future__ import annotations

from typing import Any

import pytest
from graphql import parse, validate
from graphql.execution.values import get_variable_values

from domain.persoon import PersoonSleutel
from schema.schema import KERN
from schema.types.persoonsleutel import PersoonSleutelInput

DOCUMENT = "query ($wie: PersoonSleutelInput!) { studentendossier(persoon: $wie) { __typename } }"


def coerce(wie: Any) -> Any:  # noqa: ANN401 - GraphQL's values
    (operatie,) = parse(DOCUMENT).definitions
    return get_variable_values(KERN, operatie.variable_definitions, {"wie": wie})  # type: ignore[attr-defined]


@pytest.mark.parametrize("veld", ["burgerservicenummer", "onderwijsnummer", "id"])
@pytest.mark.parametrize("waarde", ["999910061", ""])
def test_de_ingevulde_sleutel_komt_ongewijzigd_in_het_domein(veld: str, waarde: str) -> None:
    sleutel: dict[str, Any] = {veld: waarde}
    assert PersoonSleutelInput(**sleutel).naar_domein() == PersoonSleutel(**sleutel)


@pytest.mark.parametrize(
    "wie",
    [
        {},
        {"id": None},
        {"id": "1", "onderwijsnummer": "100000009"},
        {"id": "1", "onderwijsnummer": None},
        {"burgerservicenummer": 999910061},
        {"bsn": "999910061"},
    ],
    ids=str,
)
def test_geen_of_meer_dan_een_sleutel_is_een_fout_van_het_verzoek(wie: dict[str, Any]) -> None:
    assert isinstance(coerce(wie), list)


@pytest.mark.parametrize("letterlijk", ["{}", "{id: null}", '{id: "1", onderwijsnummer: "2"}', "{onderwijsnummer: 1}"])
def test_ook_in_het_document(letterlijk: str) -> None:
    document = f"{{ studentendossier(persoon: {letterlijk}) {{ __typename }} }}"
    assert validate(KERN, parse(document)) != []
