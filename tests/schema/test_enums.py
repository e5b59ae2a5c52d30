"""The enums of the contract are the code lists of the domain, value for value."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from graphql import GraphQLEnumType

from schema import enums
from schema.schema import KERN

if TYPE_CHECKING:
    from enum import StrEnum


IN_SCHEMA = {naam: soort for naam, soort in KERN.type_map.items() if isinstance(soort, GraphQLEnumType)}
EIGEN = sorted(naam for naam in IN_SCHEMA if not naam.startswith("__"))


@pytest.mark.parametrize("naam", EIGEN)
def test_een_codelijst_heeft_in_schema_en_domein_dezelfde_waarden(naam: str) -> None:
    lijst: type[StrEnum] = getattr(enums, naam)
    soort = IN_SCHEMA[naam]
    assert list(soort.values) == [str(waarde) for waarde in lijst]
    assert [soort.serialize(waarde) for waarde in lijst] == list(lijst)


def test_elke_enum_van_het_schema_is_een_codelijst_van_het_domein() -> None:
    assert set(EIGEN) <= set(enums.__all__)
