"""The one read path as its users see it: a reader that answers plans, and rows that are looked up piece by piece."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from domain.aanroeper import Rol
    from resolvers.leesplan import Bundel, Leesplan, Raadpleging


class Lezer(Protocol):
    """Storage, asked by plan. A statement is what `bereid` made of a plan; its parameters bring the values."""

    def bereid(self, plan: Leesplan, rol: Rol) -> Any:  # noqa: ANN401 - storage's own
        """Make the statement of an operation, or find it again."""

    async def lees(self, statement: Any, waarden: Mapping[str, object], raadpleging: Raadpleging) -> bytes:  # noqa: ANN401
        """Return the JSON of `data`, ready to be sent; raises TijdOverschreden."""

    async def lees_bundel(
        self, bundel: Bundel, sleutels: Sequence[str], waarden: Mapping[str, object], raadpleging: Raadpleging
    ) -> Mapping[str, Mapping[str, object]]:
        """Return by key what a bundle asks of each object that is found and visible; raises TijdOverschreden."""

    def heeft_sleutel(self, typenaam: str) -> bool:
        """Tell whether objects of a GraphQL type can be found again; otherwise they are a part of another."""


@dataclass(frozen=True, slots=True)
class Verwijzing:
    """What a resolver may return instead of an object that stands in the register: it is read when it is asked for."""

    typenaam: str
    nummer: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    """An object as storage gave it: its own values by GraphQL name; what stands below it is looked up by its key."""

    typenaam: str
    waarden: Mapping[str, Any]
    sleutel: str | None = None
    peildatum: str | None = None
