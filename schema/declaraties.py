"""What the schema asks of storage by name: handed over at start, so that a name nobody knows stops the process."""

from collections.abc import Iterator

from graphql import GraphQLNamedType, GraphQLObjectType, GraphQLSchema, get_named_type, is_abstract_type

from schema.opzoeken import OMHULSELS, WORTEL
from schema.plannen import in_opslag
from schema.veld import declaratie


def gedeclareerd(schema: GraphQLSchema) -> Iterator[tuple[str, str]]:
    """Yield (entity, name) of every field that is reached from Query through storage alone."""
    bereikt: dict[str, GraphQLNamedType] = {}
    _bereik(schema, schema.type_map[WORTEL], bereikt)
    for soort in bereikt.values():
        if isinstance(soort, GraphQLObjectType) and not soort.name.endswith(OMHULSELS):
            for naam, veld in soort.fields.items():
                if declaratie(veld).gelezen:
                    yield in_opslag(soort.name), declaratie(veld).naam or in_opslag(naam)


def _bereik(schema: GraphQLSchema, soort: GraphQLNamedType, bereikt: dict[str, GraphQLNamedType]) -> None:
    if soort.name in bereikt:
        return
    bereikt[soort.name] = soort
    achter = schema.get_possible_types(soort) if is_abstract_type(soort) else ()
    onder = (get_named_type(veld.type) for veld in getattr(soort, "fields", {}).values() if declaratie(veld).gelezen)
    for volgende in (*achter, *onder):
        _bereik(schema, volgende, bereikt)
