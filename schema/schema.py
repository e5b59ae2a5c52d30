"""The schema: every type of the contract put together, once per process."""

from typing import Final

import strawberry
from graphql import GraphQLInputObjectType, GraphQLSchema
from strawberry.schema.config import StrawberryConfig
from strawberry.schema.schema_converter import GraphQLCoreConverter

from schema.aanvragen.uitvoeren import installeer_aanvragen
from schema.leveringen.mutation import Mutation
from schema.leveringen.uitkomsten import (
    BpvUitkomst,
    InschrijvingUitkomst,
    LeerbedrijfUitkomst,
    PersoonUitkomst,
    ResultaatUitkomst,
)
from schema.leveringen.uitvoeren import installeer_leveringen
from schema.query import Query
from schema.scalars import SCALARS
from schema.subscription import Subscription
from schema.types.bericht import Bericht
from schema.types.bpv import Bpv
from schema.types.dossier import IpoStudentendossier, MboStudentendossier
from schema.types.inschrijving import Inschrijving
from schema.types.levering import Levering
from schema.types.overzicht import Overzicht
from schema.types.persoon import Persoon
from schema.types.resultaat import AmvbOnderdeel, Diploma, GeneriekExamenonderdeel, KeuzedeelResultaat
from schema.types.werk import Werk

# Types that are only reached through an interface are named here.
_ACHTER_INTERFACES: Final = (
    MboStudentendossier,
    IpoStudentendossier,
    Persoon,
    Inschrijving,
    Bpv,
    Levering,
    Bericht,
    Overzicht,
    Werk,
    Diploma,
    GeneriekExamenonderdeel,
    KeuzedeelResultaat,
    AmvbOnderdeel,
    PersoonUitkomst,
    InschrijvingUitkomst,
    BpvUitkomst,
    ResultaatUitkomst,
    LeerbedrijfUitkomst,
)

SCHEMA: Final = strawberry.Schema(
    query=Query,
    mutation=Mutation,
    subscription=Subscription,
    types=_ACHTER_INTERFACES,
    # Own choice: an error does not guess what was meant; what exists is to be asked of the schema itself.
    config=StrawberryConfig(scalar_map=SCALARS, disable_field_suggestions=True),
)


def _kern(schema: strawberry.Schema) -> GraphQLSchema:
    """Return what strawberry built, with @oneOf known to GraphQL itself: strawberry checks it by a rule of its own."""
    kern: GraphQLSchema = schema._schema  # noqa: SLF001 - strawberry has no public name for it
    for soort in kern.type_map.values():
        if isinstance(soort, GraphQLInputObjectType):
            soort.is_one_of = soort.extensions[GraphQLCoreConverter.DEFINITION_BACKREF].is_one_of
    installeer_leveringen(kern)
    installeer_aanvragen(kern)
    return kern


KERN: Final = _kern(SCHEMA)


def sdl() -> str:
    """Return the schema as SDL, with a newline at the end."""
    return SCHEMA.as_str() + "\n"
