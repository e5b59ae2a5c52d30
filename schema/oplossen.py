"""Resolvers for the ordinary executor: one generic resolver for every field that storage answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from inspect import isawaitable
from typing import Any, Final

from graphql import (
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLSchema,
    get_named_type,
    is_composite_type,
    is_enum_type,
    is_leaf_type,
)

from resolvers.leesplan import SLEUTEL, Argumenten, Blad, Tak, Vorm
from resolvers.raadplegen import Rij, Verwijzing
from schema.argumenten import PEILDATUM, TYPENAAM, Plek
from schema.opzoeken import WORTEL, Vraagstuk
from schema.plannen import argumenten_van, in_opslag, vorm_van
from schema.schema import KERN
from schema.veld import declaratie

Resolver = Callable[..., Any]
_VELD: Final = "veld"


@dataclass(frozen=True, slots=True)
class Verbinding:
    """A connection, read in parts as they are asked: the page once, the count only when it is selected."""

    vraagstuk: Vraagstuk
    sleutel: str
    peildatum: str | None


def installeer(schema: GraphQLSchema) -> GraphQLSchema:
    """Give every field that storage answers its resolver, and let rows tell their own type."""
    for soort in schema.type_map.values():
        if isinstance(soort, GraphQLInterfaceType):
            soort.resolve_type = _type_van(soort.resolve_type)
        if isinstance(soort, GraphQLObjectType) and not soort.name.startswith("__"):
            soort.is_type_of = _is_van(soort.is_type_of)
            for naam, veld in soort.fields.items():
                if declaratie(veld).gelezen:
                    veld.resolve = _resolver(soort, naam, veld, veld.resolve)
    return schema


def _type_van(oorspronkelijk: Resolver | None) -> Resolver:
    def resolve_type(waarde: object, *rest: Any) -> Any:  # noqa: ANN401 - graphql-core's
        return waarde.typenaam if isinstance(waarde, Rij) else oorspronkelijk and oorspronkelijk(waarde, *rest)

    return resolve_type


def _is_van(oorspronkelijk: Resolver | None) -> Resolver:
    def is_type_of(waarde: object, *rest: Any) -> Any:  # noqa: ANN401 - graphql-core's
        return isinstance(waarde, Rij | Verbinding) or not oorspronkelijk or oorspronkelijk(waarde, *rest)

    return is_type_of


def _resolver(soort: GraphQLObjectType, naam: str, veld: GraphQLField, oorspronkelijk: Resolver | None) -> Resolver:
    def los_op(bron: object, info: GraphQLResolveInfo[Any], **argumenten: Any) -> Any:  # noqa: ANN401 - JSON
        if isinstance(bron, Rij):
            if naam in bron.waarden:
                return _pak_in(bron.waarden[naam], get_named_type(veld.type).name, bron.peildatum)
            return _zoek(bron, soort, naam, veld, info)
        if isinstance(bron, Verbinding):
            return _deel_van(bron, naam, veld, info)
        if soort.name == WORTEL:
            return _zoek(Rij(typenaam=WORTEL, waarden={}, sleutel=""), soort, naam, veld, info)
        gevonden = oorspronkelijk(bron, info, **argumenten) if oorspronkelijk else None
        return _volg(gevonden, info) if isawaitable(gevonden) or isinstance(gevonden, Verwijzing) else gevonden

    return los_op


async def _zoek(
    bron: Rij, soort: GraphQLObjectType, naam: str, veld: GraphQLField, info: GraphQLResolveInfo[Any]
) -> Any:  # noqa: ANN401 - JSON
    """Read a field that stands below a row, together with the other rows of which it is asked now."""
    gelezen, argumenten = _argumenten(soort, naam, veld, info)
    knoop = _knoop(naam, veld, gelezen, argumenten, info)
    waarden = frozenset((parameter, gelezen[pad]) for pad, parameter in argumenten)
    vraagstuk = Vraagstuk(((soort.name, (knoop,)),), waarden, bron.peildatum)
    dieper = gelezen.get(PEILDATUM, bron.peildatum)
    if isinstance(knoop, Tak) and knoop.vorm is Vorm.CONNECTIE:
        return Verbinding(vraagstuk, bron.sleutel or "", dieper)
    gevonden = await info.context.opzoeker.zoek(vraagstuk, bron.sleutel or "")
    return _pak_in(gevonden.get(_VELD), get_named_type(veld.type).name, dieper)


async def _deel_van(verbinding: Verbinding, naam: str, veld: GraphQLField, info: GraphQLResolveInfo[Any]) -> Any:  # noqa: ANN401 - JSON
    """Read the part of a connection that a field needs: the page, or the count."""
    ((soort, (tak,)),) = verbinding.vraagstuk.typen
    telling = is_leaf_type(get_named_type(veld.type))
    if isinstance(tak, Tak):
        typen = tuple((t, tuple(k for k in knopen if isinstance(k, Blad) is telling)) for t, knopen in tak.typen)
        tak = replace(tak, typen=typen)
    vraagstuk = replace(verbinding.vraagstuk, typen=((soort, (tak,)),))
    gevonden = await info.context.opzoeker.zoek(vraagstuk, verbinding.sleutel)
    deel = gevonden.get(_VELD) or {}
    return _pak_in(deel.get(naam), get_named_type(veld.type).name, verbinding.peildatum)


def _argumenten(
    soort: GraphQLObjectType, naam: str, veld: GraphQLField, info: GraphQLResolveInfo[Any]
) -> tuple[Mapping[str, str], Argumenten]:
    if not veld.args:
        return {}, ()
    pad = tuple(str(deel) for deel in info.path.as_list())
    plek = Plek(nummer=0, naam=f"{soort.name}.{naam}", veld=veld, knoop=info.field_nodes[0], pad=pad)
    gelezen = plek.lees(info.variable_values, info.context.aanroeper)
    return gelezen, argumenten_van(plek, gelezen)


def _knoop(
    naam: str, veld: GraphQLField, gelezen: Mapping[str, str], argumenten: Argumenten, info: GraphQLResolveInfo[Any]
) -> Blad | Tak:
    """Return the field as a plan of one level deep."""
    kaal, opgeslagen = get_named_type(veld.type), declaratie(veld).naam or in_opslag(naam)
    if is_leaf_type(kaal):
        return Blad(_VELD, opgeslagen, "String" if is_enum_type(kaal) else kaal.name, argumenten)
    return Tak(_VELD, opgeslagen, vorm_van(veld.type), info.context.opzoeker.rij(kaal, gelezen), argumenten)


def _pak_in(waarde: Any, typenaam: str, peildatum: str | None) -> Any:  # noqa: ANN401 - JSON
    """Make rows of the objects in a value of this type, each of its own; a JSON scalar stays what it is."""
    if isinstance(waarde, list):
        return [_pak_in(deel, typenaam, peildatum) for deel in waarde]
    if isinstance(waarde, dict) and is_composite_type(KERN.type_map[typenaam]):
        return Rij(typenaam=waarde[TYPENAAM], waarden=waarde, sleutel=waarde.get(SLEUTEL), peildatum=peildatum)
    return waarde


async def _volg(gevonden: Any, info: GraphQLResolveInfo[Any]) -> Any:  # noqa: ANN401 - whatever a resolver returns
    """Wait for what a resolver in Python returns, and read what it refers to."""
    if isawaitable(gevonden):
        gevonden = await gevonden
    if not isinstance(gevonden, Verwijzing):
        return gevonden
    typen = info.context.opzoeker.rij(KERN.type_map[gevonden.typenaam])
    waarden = await info.context.opzoeker.zoek(Vraagstuk(typen), str(gevonden.nummer))
    return _pak_in(waarden, gevonden.typenaam, None) if waarden else None
