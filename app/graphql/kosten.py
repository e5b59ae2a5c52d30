"""What an operation may cost: the number of objects that its lists and `first` can reach together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from domain.fouten import TeGroot
from resolvers.leesplan import Tak, Vorm

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from resolvers.leesplan import Knoop

LIJST: Final = 4
"""A list without `first` counts as so many objects: an enrolment has one or two periods and a few placements."""


def kosten(velden: Sequence[Knoop], waarden: Mapping[str, object]) -> int:
    """Return how many objects these fields can reach; waarden brings `first` by the name of its parameter."""
    return sum(_kosten_van(veld, waarden) for veld in velden if isinstance(veld, Tak))


def toets(velden: Sequence[Knoop], waarden: Mapping[str, object], hoogste: int) -> None:
    """Raise TeGroot when the fields can reach more than is allowed."""
    if kosten(velden, waarden) > hoogste:
        raise TeGroot(f"De operatie kan meer dan {hoogste} objecten raken; vraag minder met `first`.")


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
