"""What an operation may cost: the number of objects that its lists and `first` can reach together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from graphql import FieldNode, ListValueNode, OperationType, VariableNode

from domain.fouten import TeGroot
from resolvers.leesplan import Tak, Vorm

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graphql import OperationDefinitionNode, ValueNode

    from resolvers.leesplan import Knoop, Leesplan

LEVERING: Final = 20
"""A delivery counts as so many objects (own choice): it reads a dossier, judges it and writes."""
LIJST: Final = 4
"""A list without `first` counts as so many objects: an enrolment has one or two periods and a few placements."""


def kosten(velden: Sequence[Knoop], waarden: Mapping[str, object]) -> int:
    """Return how many objects these fields can reach; waarden brings `first` by the name of its parameter."""
    return sum(_kosten_van(veld, waarden) for veld in velden if isinstance(veld, Tak))


def toets(velden: Sequence[Knoop], waarden: Mapping[str, object], hoogste: int) -> None:
    """Raise TeGroot when the fields can reach more than is allowed."""
    if kosten(velden, waarden) > hoogste:
        raise TeGroot(f"De operatie kan meer dan {hoogste} objecten raken; vraag minder met `first`.")


def van_verzoek(
    leesplan: Leesplan, waarden: Mapping[str, object], operatie: OperationDefinitionNode, invoer: Mapping[str, Any]
) -> int:
    """Return what a request costs its caller: what it can reach, at least 1, and what it delivers."""
    leveringen = _leveringen(operatie, invoer) if operatie.operation is OperationType.MUTATION else 0
    return max(1, kosten(leesplan.velden, waarden)) + LEVERING * leveringen


def _leveringen(operatie: OperationDefinitionNode, invoer: Mapping[str, Any]) -> int:
    """Count the deliveries of a mutation: the items of its arguments that are lists, and one for each other."""
    velden = [veld for veld in operatie.selection_set.selections if isinstance(veld, FieldNode)]
    return sum(_aantal(argument.value, invoer) for veld in velden for argument in veld.arguments or ())


def _aantal(waarde: ValueNode, invoer: Mapping[str, Any]) -> int:
    geleverd = invoer.get(waarde.name.value) if isinstance(waarde, VariableNode) else waarde
    if isinstance(geleverd, ListValueNode):
        return len(geleverd.values)
    return len(geleverd) if isinstance(geleverd, list) else 1


def _kosten_van(tak: Tak, waarden: Mapping[str, object]) -> int:
    onder = max((kosten(velden, waarden) for _, velden in tak.typen), default=0)
    match tak.vorm:
        case Vorm.EEN:
            return 1 + onder
        case Vorm.LIJST:
            return LIJST * (1 + onder)
        case Vorm.CONNECTIE:
            first = dict(tak.argumenten)["first"]
            return 1 + int(str(waarden[first])) * onder // LIJST
