"""From an operation to a Leesplan: fields merged, fragments resolved, directives applied, names of storage."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLIncludeDirective,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLSchema,
    GraphQLSkipDirective,
    InlineFragmentNode,
    OperationDefinitionNode,
    OperationType,
    SelectionNode,
    SelectionSetNode,
    VariableValues,
    get_directive_values,
    get_named_type,
    get_nullable_type,
    is_abstract_type,
    is_enum_type,
    is_leaf_type,
    is_list_type,
)

from domain.aanroeper import Aanroeper, Rol
from resolvers.leesplan import Argumenten, Blad, Knoop, Leesplan, Tak, Typenaam, Vorm
from schema.argumenten import TYPENAAM, Plek
from schema.veld import declaratie

PER_ROL: Final[Mapping[str, Mapping[Rol, str]]] = {
    "Studentendossier": {Rol.MBO: "MboStudentendossier", Rol.IPO: "IpoStudentendossier"},
}
"""Interfaces whose concrete type follows from who asks."""
Gelezen = Mapping[str, str]
_HOOFDLETTER: Final = re.compile(r"(?<!^)(?=[A-Z])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gepland:
    """A planned operation. te_compileren: storage answers every field of it. waarden: by name of parameter."""

    soort: OperationType
    plan: Leesplan
    plekken: tuple[Plek, ...]
    vorm: tuple[tuple[str, ...], ...]
    waarden: Mapping[str, str]
    te_compileren: bool


def plan(
    schema: GraphQLSchema,
    operatie: OperationDefinitionNode,
    fragmenten: Mapping[str, FragmentDefinitionNode],
    variabelen: VariableValues,
    aanroeper: Aanroeper,
) -> Gepland:
    """Plan an operation for one caller and one set of variables; raises GraphQLError on an argument that cannot be."""
    planner = _Planner(schema=schema, fragmenten=fragmenten, variabelen=variabelen, aanroeper=aanroeper)
    wortel = schema.get_root_type(operatie.operation)
    velden = planner.velden(wortel, [operatie.selection_set], ()) if wortel else ()
    vorm, waarden = lees_argumenten(planner.plekken, variabelen, aanroeper)
    return Gepland(
        soort=operatie.operation,
        plan=Leesplan(velden),
        plekken=tuple(planner.plekken),
        vorm=vorm,
        waarden=waarden,
        te_compileren=planner.te_compileren and wortel is not schema.mutation_type,
    )


def lees_argumenten(
    plekken: Iterable[Plek], variabelen: VariableValues, aanroeper: Aanroeper
) -> tuple[tuple[tuple[str, ...], ...], dict[str, str]]:
    """Return the shape (which arguments are given, and of which type a node is) and the values by parameter."""
    vorm: list[tuple[str, ...]] = []
    waarden: dict[str, str] = {}
    for plek in plekken:
        gelezen = plek.lees(variabelen, aanroeper)
        vorm.append((*gelezen, gelezen.get(TYPENAAM, "")))
        waarden.update((plek.parameter(pad), waarde) for pad, waarde in gelezen.items())
    return tuple(vorm), waarden


def in_opslag(veldnaam: str) -> str:
    """Return a field's own name in storage: snake_case."""
    return _HOOFDLETTER.sub("_", veldnaam).lower()


def vorm_van(soort: GraphQLOutputType) -> Vorm:
    """Return what a field of this type answers."""
    if is_list_type(get_nullable_type(soort)):
        return Vorm.LIJST
    return Vorm.CONNECTIE if get_named_type(soort).name.endswith("Connection") else Vorm.EEN


def argumenten_van(plek: Plek, gelezen: Gelezen) -> Argumenten:
    """Return the arguments that storage gets, with the parameters that bring them."""
    return tuple((pad, plek.parameter(pad)) for pad in gelezen if pad != TYPENAAM)


def concrete_typen(
    schema: GraphQLSchema, soort: GraphQLNamedType, rol: Rol, gelezen: Gelezen
) -> Sequence[GraphQLObjectType]:
    """Return the types an object of a field can have: by who asks, by the id of a node, or all there are."""
    if isinstance(soort, GraphQLObjectType):
        return [soort]
    alle = schema.get_possible_types(soort) if is_abstract_type(soort) else []
    gekozen = PER_ROL.get(soort.name, {}).get(rol)
    if soort.name == "Node":
        gekozen = gelezen.get(TYPENAAM, "")
    return alle if gekozen is None else [een for een in alle if een.name == gekozen]


@dataclass(slots=True, kw_only=True)
class _Planner:
    schema: GraphQLSchema
    fragmenten: Mapping[str, FragmentDefinitionNode]
    variabelen: VariableValues
    aanroeper: Aanroeper
    plekken: list[Plek] = field(default_factory=list)
    te_compileren: bool = True

    def velden(
        self, soort: GraphQLObjectType, selecties: Iterable[SelectionSetNode], pad: tuple[str, ...]
    ) -> tuple[Knoop, ...]:
        """Plan what is selected of one concrete type, equal response keys merged (GraphQL 5.3.2)."""
        samen: dict[str, list[FieldNode]] = {}
        for selectie in selecties:
            for knoop in self._gekozen(selectie.selections, soort):
                samen.setdefault(knoop.alias.value if knoop.alias else knoop.name.value, []).append(knoop)
        gepland = (self._veld(soort, sleutel, knopen, (*pad, sleutel)) for sleutel, knopen in samen.items())
        return tuple(knoop for knoop in gepland if knoop)

    def _gekozen(self, selecties: Sequence[SelectionNode], soort: GraphQLObjectType) -> Iterator[FieldNode]:
        """Yield the fields that count for this type, through fragments, in order."""
        for knoop in selecties:
            if not self._doet_mee(knoop):
                continue
            if isinstance(knoop, FieldNode):
                yield knoop
                continue
            fragment = self.fragmenten[knoop.name.value] if isinstance(knoop, FragmentSpreadNode) else knoop
            if isinstance(fragment, InlineFragmentNode | FragmentDefinitionNode) and self._past(fragment, soort):
                yield from self._gekozen(fragment.selection_set.selections, soort)

    def _doet_mee(self, knoop: SelectionNode) -> bool:
        skip = get_directive_values(GraphQLSkipDirective, knoop, self.variabelen)
        include = get_directive_values(GraphQLIncludeDirective, knoop, self.variabelen)
        return not (skip and skip["if"]) and not (include and not include["if"])

    def _past(self, fragment: InlineFragmentNode | FragmentDefinitionNode, soort: GraphQLObjectType) -> bool:
        if not fragment.type_condition:
            return True
        op = self.schema.type_map[fragment.type_condition.name.value]
        return op is soort or (is_abstract_type(op) and self.schema.is_sub_type(op, soort))

    def _veld(
        self, soort: GraphQLObjectType, sleutel: str, knopen: Sequence[FieldNode], pad: tuple[str, ...]
    ) -> Knoop | None:
        naam = knopen[0].name.value
        if naam == "__typename":
            return Typenaam(sleutel)
        veld = soort.fields.get(naam)
        if veld is None:  # __schema, __type: GraphQL answers those itself
            self.te_compileren = False
            return None
        verklaard = declaratie(veld)
        self.te_compileren = self.te_compileren and verklaard.gelezen
        gelezen: Gelezen = {}
        argumenten: Argumenten = ()
        if veld.args and verklaard.gelezen:
            plek = Plek(nummer=len(self.plekken), naam=f"{soort}.{naam}", veld=veld, knoop=knopen[0], pad=pad)
            self.plekken.append(plek)
            gelezen = plek.lees(self.variabelen, self.aanroeper)
            argumenten = argumenten_van(plek, gelezen)
        opgeslagen, kaal = verklaard.naam or in_opslag(naam), get_named_type(veld.type)
        if is_leaf_type(kaal):
            return Blad(sleutel, opgeslagen, "String" if is_enum_type(kaal) else kaal.name, argumenten)
        selecties = [knoop.selection_set for knoop in knopen if knoop.selection_set]
        concreet = concrete_typen(self.schema, kaal, self.aanroeper.rol, gelezen)
        typen = tuple((een.name, self.velden(een, selecties, pad)) for een in concreet)
        return Tak(sleutel, opgeslagen, vorm_van(veld.type), typen, argumenten)
