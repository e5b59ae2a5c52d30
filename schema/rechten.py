"""Who may ask which field: the right of every `Type.veld`, read once from the declarations on the types."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from graphql import GraphQLField, GraphQLInterfaceType, GraphQLObjectType, GraphQLSchema

from domain.aanroeper import Partij
from schema.schema import KERN
from schema.veld import Recht, declaratie


class OngedeclareerdVeld(TypeError):  # noqa: N818 - Dutch: the name is the message
    """A field of the schema without a right: no process may start with it."""


def rechten_van(schema: GraphQLSchema) -> dict[str, Recht]:
    """Return the right of every `Type.veld` of the schema, without exception; OngedeclareerdVeld when one has none."""
    velden = {
        f"{soort.name}.{naam}": veld
        for soort in schema.type_map.values()
        if isinstance(soort, GraphQLObjectType | GraphQLInterfaceType) and not soort.name.startswith("__")
        for naam, veld in soort.fields.items()
    }
    return {naam: _recht(naam, veld) for naam, veld in velden.items()}


def _recht(naam: str, veld: GraphQLField) -> Recht:
    try:
        return declaratie(veld).recht
    except LookupError:
        raise OngedeclareerdVeld(f"{naam} has no right: declare it with `veld` or `uitgevoerd`") from None


RECHTEN: Final[Mapping[str, Recht]] = MappingProxyType(rechten_van(KERN))


def mag(partij: Partij, soort: str, veld: str) -> bool:
    """Tell whether a party may ask a field of a type or interface."""
    return not belemmeringen(partij, soort, veld)


@cache
def belemmeringen(partij: Partij, soort: str, veld: str) -> tuple[str, ...]:
    """Return each `Type.veld` that the party lacks to ask this field.

    A field of an interface is asked of every type behind it, except of types that the party never gets: those of which
    it may ask nothing at all.
    """
    type_ = KERN.type_map[soort]
    achter = KERN.get_possible_types(type_) if isinstance(type_, GraphQLInterfaceType) else []
    gevraagd = (type_, *(concreet for concreet in achter if _krijgt(partij, concreet)))
    return tuple(naam for naam in (f"{t.name}.{veld}" for t in gevraagd) if partij not in RECHTEN[naam])


def _krijgt(partij: Partij, soort: GraphQLObjectType) -> bool:
    return any(partij in RECHTEN[f"{soort.name}.{veld}"] for veld in soort.fields)
