"""How a field is declared: once, on its type, with its description, its right and the name storage knows it by."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, TypeVar

import strawberry
from graphql import GraphQLField
from strawberry.annotation import StrawberryAnnotation
from strawberry.schema.schema_converter import GraphQLCoreConverter
from strawberry.types.arguments import StrawberryArgument

from domain.aanroeper import Rol

Recht = frozenset[Rol]
DECLARATIE: Final = "declaratie"
Functie = TypeVar("Functie", bound=Callable[..., Any])

ALLEN: Final[Recht] = frozenset(Rol)
LEVERAARS: Final[Recht] = frozenset({Rol.MBO, Rol.IPO})
ONTVANGERS: Final[Recht] = frozenset({Rol.MBO, Rol.AFNEMER})
LEZERS: Final[Recht] = LEVERAARS | ONTVANGERS
ALLEEN_MBO: Final[Recht] = frozenset({Rol.MBO})
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


def veld(recht: Recht, beschrijving: str, *argumenten: StrawberryArgument, naam: str | None = None) -> Any:  # noqa: ANN401 - a dataclass field
    """Declare a field that storage answers: a column, computed value, relation or embedded object."""
    gemaakt = strawberry.field(description=beschrijving, metadata={DECLARATIE: Declaratie(recht, naam)})
    gemaakt.arguments = list(argumenten)
    return gemaakt


def uitgevoerd(recht: Recht, beschrijving: str) -> Callable[[Functie], Any]:
    """Declare a field that its function resolves in Python."""
    gemaakt: Callable[[Functie], Any] = strawberry.field(
        description=beschrijving, metadata={DECLARATIE: Declaratie(recht, gelezen=False)}
    )
    return gemaakt


def argument(naam: str, soort: object, beschrijving: str, standaard: object = strawberry.UNSET) -> StrawberryArgument:
    """Declare an argument of a field that storage answers; naam in snake_case, soort as a Python annotation."""
    return StrawberryArgument(naam, None, StrawberryAnnotation(soort), description=beschrijving, default=standaard)


def invoer(beschrijving: str, standaard: object = strawberry.UNSET) -> Any:  # noqa: ANN401 - a dataclass field
    """Declare a field of an input that may be left out; UNSET then, and no default in the SDL unless one is given."""
    return strawberry.field(default=standaard, description=beschrijving)


def declaratie(van: GraphQLField) -> Declaratie:
    """Return what a field of the built schema declares; LookupError when it was made without `veld` or `uitgevoerd`."""
    gevonden: Declaratie = van.extensions[GraphQLCoreConverter.DEFINITION_BACKREF].metadata[DECLARATIE]
    return gevonden
