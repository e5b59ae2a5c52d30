"""What introspection costs: graphql-core answers it from memory, field by field, while everybody else waits."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from graphql import (
    ExecutableDefinitionNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
)

from domain.fouten import TeGroot

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graphql import DocumentNode, SelectionNode, SelectionSetNode

    from app.configuratie import Configuratie

INGANGEN: Final = frozenset({"__schema", "__type"})
GEMIDDELD: Final = {"types": 90, "fields": 5, "directives": 6}
"""How many a list of introspection gives on average; what is not named here gives one, or less."""


def toets(document: DocumentNode, configuratie: Configuratie) -> None:
    """Raise TeGroot when introspection would touch too many nodes."""
    rekenaar = _Rekenaar(
        {een.name.value: een for een in document.definitions if isinstance(een, FragmentDefinitionNode)}
    )
    for definitie in document.definitions:
        if isinstance(definitie, ExecutableDefinitionNode):
            knopen = rekenaar.selectie(definitie.selection_set, binnen=False)
            if knopen > configuratie.max_introspectie:
                raise TeGroot(f"De introspectie raakt meer dan {configuratie.max_introspectie} knopen.")


@dataclass(slots=True)
class _Rekenaar:
    fragmenten: Mapping[str, FragmentDefinitionNode]
    gerekend: dict[tuple[str, bool], int] = field(default_factory=dict)

    def selectie(self, selectie: SelectionSetNode | None, *, binnen: bool) -> int:
        return sum(self._knoop(knoop, binnen) for knoop in selectie.selections) if selectie else 0

    def _knoop(self, knoop: SelectionNode, binnen: bool) -> int:  # noqa: FBT001 - passed on
        """Count the nodes of introspection that a selection touches; `binnen` it everything counts."""
        if isinstance(knoop, FieldNode):
            naam = knoop.name.value
            onder = self.selectie(knoop.selection_set, binnen=binnen or naam in INGANGEN)
            return GEMIDDELD.get(naam, 1) * (1 + onder) if binnen else onder
        if isinstance(knoop, InlineFragmentNode):
            return self.selectie(knoop.selection_set, binnen=binnen)
        return self._fragment(knoop.name.value, binnen) if isinstance(knoop, FragmentSpreadNode) else 0

    def _fragment(self, naam: str, binnen: bool) -> int:  # noqa: FBT001 - passed on
        """Count a fragment once; what is unknown or contains itself is for the rules of GraphQL."""
        sleutel = (naam, binnen)
        if sleutel not in self.gerekend and naam in self.fragmenten:
            self.gerekend[sleutel] = 0
            self.gerekend[sleutel] = self.selectie(self.fragmenten[naam].selection_set, binnen=binnen)
        return self.gerekend.get(sleutel, 0)
