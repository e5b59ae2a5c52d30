"""A school that delivers placements, and the two who may see where places are taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.register import AANROEPERS

if TYPE_CHECKING:
    from tests.klant import Json, Klant
    from tests.register import Register

ALLES: Final = """
    kenmerk leerbedrijfId opleidingcode keuzedeelcode leertraject niveau instelling afsluitdatum datumBegin
    datumEindeGepland datumEindeWerkelijk omvang leeftijdBijBegin ingetrokken
"""
VRAAG: Final = f"""
query Plekken($filter: StageplekFilter, $first: Int, $after: String) {{
  stageplekbezetting(filter: $filter, first: $first, after: $after) {{
    edges {{ cursor node {{ {ALLES} }} }}
    pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }}
    totalCount
  }}
}}
"""


@dataclass(frozen=True)
class Stagemarkt:
    """Who asks where places are taken."""

    klant: Klant

    def bladzijde(self, filter_: Json | None = None, **pagina: Any) -> Json:  # noqa: ANN401 - JSON
        lijst: Json = self.klant.vraag(VRAAG, filter=filter_, **pagina)["stageplekbezetting"]
        return lijst

    def plekken(self, **filter_: object) -> list[Json]:
        return [edge["node"] for edge in self.bladzijde(filter_ or None, first=500)["edges"]]

    def plek(self, **filter_: object) -> Json:
        (enige,) = self.plekken(**filter_)
        return enige


@pytest.fixture
def school(register: Register) -> Klant:
    return register.als(AANROEPERS["school"])


@pytest.fixture
def sbb(register: Register) -> Stagemarkt:
    return Stagemarkt(register.als(AANROEPERS["stagemarkt"]))


@pytest.fixture
def ipo(register: Register) -> Stagemarkt:
    return Stagemarkt(register.als(AANROEPERS["ipo"]))
