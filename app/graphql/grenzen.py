"""How large an operation may be, counted before GraphQL judges it: depth, aliases, directives and fields.

Fragments are counted where they are used, each once and then by multiplication, so that counting itself stays cheap.
"""

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

from domain.fouten import OngeldigVerzoek, TeGroot

if TYPE_CHECKING:
    from graphql import DocumentNode, SelectionNode, SelectionSetNode

    from app.configuratie import Configuratie

LANGSTE_ALIAS: Final = 60  # Postgres would cut a name at 63 bytes (besluit 0011)


@dataclass(frozen=True, slots=True)
class Omvang:
    """What a selection asks, fragments written out."""

    diepte: int = 0
    velden: int = 0
    aliassen: int = 0
    directieven: int = 0

    def met(self, ander: Omvang) -> Omvang:
        """Return both beside each other."""
        return Omvang(
            max(self.diepte, ander.diepte),
            self.velden + ander.velden,
            self.aliassen + ander.aliassen,
            self.directieven + ander.directieven,
        )


def toets(document: DocumentNode, configuratie: Configuratie) -> None:
    """Raise TeGroot when an operation passes a limit, OngeldigVerzoek on an alias that is too long.

    Also one that is not the one meant, and a fragment that nobody uses: GraphQL judges the whole document.
    """
    meter = _Meter.van(document)
    for definitie in document.definitions:
        if isinstance(definitie, ExecutableDefinitionNode):
            omvang = meter.selectie(definitie.selection_set)
            _toets(omvang.met(Omvang(directieven=len(definitie.directives or ()))), configuratie)


def _toets(omvang: Omvang, configuratie: Configuratie) -> None:
    grenzen = (
        ("velden diep", omvang.diepte, configuratie.max_diepte),
        ("velden", omvang.velden, configuratie.max_velden),
        ("aliassen", omvang.aliassen, configuratie.max_aliassen),
        ("directieven", omvang.directieven, configuratie.max_directieven),
    )
    for wat, aantal, grens in grenzen:
        if aantal > grens:
            raise TeGroot(f"De operatie telt meer dan {grens} {wat}.")


@dataclass(slots=True)
class _Meter:
    fragmenten: dict[str, FragmentDefinitionNode]
    gemeten: dict[str, Omvang] = field(default_factory=dict)

    @classmethod
    def van(cls, document: DocumentNode) -> _Meter:
        return cls({d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)})

    def selectie(self, selectie: SelectionSetNode) -> Omvang:
        omvang = Omvang()
        for knoop in selectie.selections:
            omvang = omvang.met(self._knoop(knoop)).met(Omvang(directieven=len(knoop.directives or ())))
        return omvang

    def _knoop(self, knoop: SelectionNode) -> Omvang:
        if isinstance(knoop, FieldNode):
            onder = self.selectie(knoop.selection_set) if knoop.selection_set else Omvang()
            if knoop.alias and len(knoop.alias.value) > LANGSTE_ALIAS:
                raise OngeldigVerzoek(f"Een alias telt ten hoogste {LANGSTE_ALIAS} tekens.")
            alias = 1 if knoop.alias else 0
            return Omvang(onder.diepte + 1, onder.velden + 1, onder.aliassen + alias, onder.directieven)
        if isinstance(knoop, InlineFragmentNode):
            return self.selectie(knoop.selection_set)
        return self._fragment(knoop.name.value) if isinstance(knoop, FragmentSpreadNode) else Omvang()

    def _fragment(self, naam: str) -> Omvang:
        """Measure a fragment once; what is unknown or contains itself is for the rules of GraphQL."""
        if naam not in self.gemeten and naam in self.fragmenten:
            self.gemeten[naam] = Omvang()
            self.gemeten[naam] = self.selectie(self.fragmenten[naam].selection_set)
        return self.gemeten.get(naam, Omvang())
