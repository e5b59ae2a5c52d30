"""The smallest operation that asks one field of one type, made from the schema itself."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    get_named_type,
    is_leaf_type,
    is_required_argument,
    is_required_input_field,
)

from schema.schema import KERN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphql import GraphQLInputType, GraphQLNamedType

LETTERLIJK = {"Int": "1", "Boolean": "true", "Date": '"2025-08-01"', "OnvolledigeDatum": '"2005-08-01"'}


@dataclass(frozen=True)
class Stap:
    """A way into a type: the text before and after what is asked of it."""

    voor: str
    na: str


def operatie(soort: str, veld: str) -> str:
    """Return the operation that asks `soort.veld`, by the shortest way from a root."""
    stap = wegen()[soort]
    return f"{stap.voor} {_gevraagd(veld, _veld(soort, veld))} {stap.na}"


def velden() -> Iterator[tuple[str, str]]:
    """Yield type and name of every field of every type and interface."""
    for soort in KERN.type_map.values():
        if isinstance(soort, GraphQLObjectType | GraphQLInterfaceType) and not soort.name.startswith("__"):
            yield from ((soort.name, veld) for veld in soort.fields)


@cache
def wegen() -> dict[str, Stap]:
    """Return for every type the shortest way into it."""
    wortels = {"query": KERN.query_type, "mutation": KERN.mutation_type, "subscription": KERN.subscription_type}
    gevonden = {soort.name: Stap(f"{wortel} {{", "}") for wortel, soort in wortels.items() if soort}
    rij = deque(gevonden)
    while rij:
        naam = rij.popleft()
        for volgende, stap in _verder(KERN.type_map[naam], gevonden[naam]):
            if volgende not in gevonden:
                gevonden[volgende] = stap
                rij.append(volgende)
    return gevonden


def _verder(soort: GraphQLNamedType, stap: Stap) -> Iterator[tuple[str, Stap]]:
    if isinstance(soort, GraphQLInterfaceType):
        for concreet in KERN.get_possible_types(soort):
            yield concreet.name, Stap(f"{stap.voor} ... on {concreet.name} {{", f"}} {stap.na}")
    for naam, veld in getattr(soort, "fields", {}).items():
        onder = get_named_type(veld.type)
        if not is_leaf_type(onder):
            yield onder.name, Stap(f"{stap.voor} {naam}{_argumenten(veld)} {{", f"}} {stap.na}")


def _veld(soort: str, veld: str) -> GraphQLField:
    type_ = KERN.type_map[soort]
    assert isinstance(type_, GraphQLObjectType | GraphQLInterfaceType)
    gevonden: GraphQLField = type_.fields[veld]
    return gevonden


def _gevraagd(naam: str, veld: GraphQLField) -> str:
    onder = "" if is_leaf_type(get_named_type(veld.type)) else "{ __typename }"
    return f"{naam}{_argumenten(veld)} {onder}"


def _argumenten(veld: GraphQLField) -> str:
    verplicht = [f"{naam}: {_waarde(arg.type)}" for naam, arg in veld.args.items() if is_required_argument(arg)]
    return f"({', '.join(verplicht)})" if verplicht else ""


def _waarde(soort: GraphQLInputType) -> str:
    match soort:
        case GraphQLNonNull():
            return _waarde(soort.of_type)
        case GraphQLList():
            return f"[{_waarde(soort.of_type)}]"
        case GraphQLEnumType():
            return str(next(iter(soort.values)))
        case GraphQLInputObjectType():
            nodig = {n: v for n, v in soort.fields.items() if is_required_input_field(v)}
            if soort.is_one_of:
                nodig = dict([next(iter(soort.fields.items()))])
            return "{" + ", ".join(f"{naam}: {_waarde(veld.type)}" for naam, veld in nodig.items()) + "}"
        case _:
            return LETTERLIJK.get(soort.name, '"1"')
