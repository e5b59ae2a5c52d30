"""How often fields and fragments fall together in one place: judging whether they may merge costs the square of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, TypeAlias

from graphql import (
    ExecutableDefinitionNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    SelectionSetNode,
)

from domain.fouten import TeGroot

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graphql import DocumentNode

    from app.configuratie import Configuratie

Groep: TypeAlias = tuple[SelectionSetNode, ...]
_SPREIDING = "..."


def toets(document: DocumentNode, configuratie: Configuratie) -> None:
    """Raise TeGroot when one place of the answer is asked too often, whether or not its operation is the one meant."""
    definities = [een for een in document.definitions if isinstance(een, ExecutableDefinitionNode)]
    fragmenten = {een.name.value: een.selection_set for een in definities if isinstance(een, FragmentDefinitionNode)}
    wachtrij: list[Groep] = [(een.selection_set,) for een in definities]
    gezien: set[tuple[int, ...]] = set()
    while wachtrij:
        groep = wachtrij.pop()
        sleutel = tuple(map(id, groep))  # a fragment that contains itself leads back to a group that was seen
        if sleutel in gezien:
            continue
        gezien.add(sleutel)
        if len(gezien) > configuratie.max_velden:
            raise TeGroot(f"Het document telt meer dan {configuratie.max_velden} plaatsen met velden.")
        wachtrij += _verzamel(groep, fragmenten, configuratie.max_herhalingen)


def _verzamel(groep: Groep, fragmenten: Mapping[str, SelectionSetNode], grens: int) -> list[Groep]:
    """Count what stands beside each other, fragments written out once; give what merges, a level deeper."""
    keren: Counter[str] = Counter()
    onder: defaultdict[str, list[SelectionSetNode]] = defaultdict(list)
    stapel, uitgeschreven = list(groep), set[str]()
    while stapel:
        for knoop in stapel.pop().selections:
            if isinstance(knoop, InlineFragmentNode):
                stapel.append(knoop.selection_set)
            elif isinstance(knoop, FragmentSpreadNode):
                keren[_SPREIDING] += 1
                if (naam := knoop.name.value) in fragmenten and naam not in uitgeschreven:
                    uitgeschreven.add(naam)
                    stapel.append(fragmenten[naam])
            elif isinstance(knoop, FieldNode):
                antwoordnaam = (knoop.alias or knoop.name).value
                keren[antwoordnaam] += 1
                if knoop.selection_set:
                    onder[antwoordnaam].append(knoop.selection_set)
    if keren and max(keren.values()) > grens:
        raise TeGroot(f"Een veld of fragment staat meer dan {grens} keer op dezelfde plaats.")
    return [tuple(selecties) for selecties in onder.values()]
