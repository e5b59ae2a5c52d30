"""The schema: every type of the contract put together, once per process."""

from typing import Final

import strawberry
from graphql import GraphQLSchema
from strawberry.schema.config import StrawberryConfig

from schema.query import Query
from schema.scalars import SCALARS
from schema.types.bpv import Bpv
from schema.types.dossier import IpoStudentendossier, MboStudentendossier
from schema.types.inschrijving import Inschrijving
from schema.types.levering import Levering
from schema.types.persoon import Persoon

# Types that are only reached through an interface are named here.
_ACHTER_INTERFACES: Final = (MboStudentendossier, IpoStudentendossier, Persoon, Inschrijving, Bpv, Levering)

SCHEMA: Final = strawberry.Schema(
    query=Query,
    types=_ACHTER_INTERFACES,
    # A suggestion could name a field that the caller may not know about.
    config=StrawberryConfig(scalar_map=SCALARS, disable_field_suggestions=True),
)
KERN: Final[GraphQLSchema] = SCHEMA._schema  # noqa: SLF001 - strawberry has no public name for what it built


def sdl() -> str:
    """Return the schema as SDL, with a newline at the end."""
    return SCHEMA.as_str() + "\n"
