"""How a field is declared: once, on its type, with its description, its right and the name storage knows it by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeVar

import strawberry

from domain.aanroeper import Rol

if TYPE_CHECKING:
    from collections.abc import Callable

Recht = frozenset[Rol]
DECLARATIE: Final = "declaratie"
Functie = TypeVar("Functie", bound="Callable[..., Any]")

ALLEN: Final[Recht] = frozenset(Rol)
LEVERAARS: Final[Recht] = frozenset({Rol.MBO, Rol.IPO})
ALLEEN_IPO: Final[Recht] = frozenset({Rol.IPO})


@dataclass(frozen=True, slots=True)
class Declaratie:
    """What a field says beside its GraphQL type.

    naam: the column, computed value or relation in storage; None when it is the field's own name in snake_case.
    gelezen: storage answers it; otherwise a resolver in Python does.
    """

    recht: Recht
    naam: str | None = None
    gelezen: bool = True


def veld(recht: Recht, beschrijving: str, *, naam: str | None = None) -> Any:  # noqa: ANN401 - a dataclass field
    """Declare a field without arguments that storage answers: a column, computed value, relation or embedded object."""
    return strawberry.field(description=beschrijving, metadata={DECLARATIE: Declaratie(recht, naam)})


def gelezen(recht: Recht, beschrijving: str, *, naam: str | None = None) -> Callable[[Functie], Any]:
    """Declare a field with arguments that storage answers; the function only bears the arguments and the type."""
    return strawberry.field(description=beschrijving, metadata={DECLARATIE: Declaratie(recht, naam)})


def uitgevoerd(recht: Recht, beschrijving: str) -> Callable[[Functie], Any]:
    """Declare a field that its function resolves in Python."""
    return strawberry.field(description=beschrijving, metadata={DECLARATIE: Declaratie(recht, gelezen=False)})
