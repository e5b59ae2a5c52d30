"""Refuse an operation that asks a field the role may not have, when it is validated and before anything is read.

One field too many refuses the whole operation: nothing is trimmed in silence, no right is decided per row.
Fragments are followed from the operation, so that every error names the place in the answer of what it forbids.
"""

from functools import cache
from typing import ClassVar

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLNamedType,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    ValidationRule,
    get_named_type,
)

from domain.aanroeper import Afnemer, Partij, Rol
from domain.fouten import NietBevoegd
from schema.rechten import RECHTEN, belemmeringen
from schema.veld import PARTIJEN, Recht, declaratie


class RechtenRegel(ValidationRule):
    """The rule for one party; made by `rechtenregel`. What does not exist is left to the other rules."""

    partij: ClassVar[Partij]

    def enter_operation_definition(self, operatie: OperationDefinitionNode, *_: object) -> None:
        """Check every field of the operation, each named fragment once, where it is first used."""
        self._gevolgd: set[str] = set()
        self._toets(operatie.selection_set, self.context.schema.get_root_type(operatie.operation), ())

    def _toets(self, selectie: SelectionSetNode, soort: GraphQLNamedType | None, pad: tuple[str, ...]) -> None:
        for knoop in selectie.selections:
            if isinstance(knoop, FieldNode):
                self._toets_veld(knoop, soort, pad)
            elif isinstance(knoop, InlineFragmentNode):
                self._toets_fragment(knoop, soort, pad)
            elif isinstance(knoop, FragmentSpreadNode):
                self._toets_verwijzing(knoop.name.value, soort, pad)

    def _toets_veld(self, knoop: FieldNode, soort: GraphQLNamedType | None, pad: tuple[str, ...]) -> None:
        naam = knoop.name.value
        veld = getattr(soort, "fields", {}).get(naam)
        if soort is None or veld is None:
            return
        pad = (*pad, knoop.alias.value if knoop.alias else naam)
        if gemist := belemmeringen(self.partij, soort.name, naam):
            self.report_error(weigering(self.partij, gemist[0], knoop, pad))
        if knoop.selection_set and self.partij not in declaratie(veld).leeg_voor:
            self._toets(knoop.selection_set, get_named_type(veld.type), pad)

    def _toets_fragment(
        self,
        fragment: InlineFragmentNode | FragmentDefinitionNode,
        soort: GraphQLNamedType | None,
        pad: tuple[str, ...],
    ) -> None:
        op = fragment.type_condition
        self._toets(fragment.selection_set, self.context.schema.get_type(op.name.value) if op else soort, pad)

    def _toets_verwijzing(self, naam: str, soort: GraphQLNamedType | None, pad: tuple[str, ...]) -> None:
        fragment = self.context.get_fragment(naam)
        if fragment and naam not in self._gevolgd:
            self._gevolgd.add(naam)
            self._toets_fragment(fragment, soort, pad)


@cache
def rechtenregel(partij: Partij) -> type[RechtenRegel]:
    """Return the rule for a party, to add to the rules of GraphQL."""
    return type(f"RechtenRegel{partij}", (RechtenRegel,), {"partij": partij})


def _genoemd(recht: Recht) -> list[str]:
    """Name who may, one consumer by itself only where the others may not."""
    return [wie for wie in PARTIJEN if wie in recht and not (isinstance(wie, Afnemer) and Rol.AFNEMER in recht)]


def weigering(partij: Partij, veld: str, knoop: FieldNode, pad: tuple[str, ...]) -> GraphQLError:
    """Return the error for one `Type.veld`, with code, place and the rule that forbids it."""
    regel = f"{veld} vraagt {' of '.join(_genoemd(RECHTEN[veld]))}"
    return GraphQLError(
        f"{regel}; de aanroeper is {partij}.", knoop, path=pad, extensions={"code": NietBevoegd.code, "regel": regel}
    )
