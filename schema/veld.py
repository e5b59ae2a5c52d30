"""How a field is declared: once, on its type, with its description, its right and the name storage knows it by."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, TypeVar

import strawberry
from graphql import GraphQLField
from strawberry.annotation import StrawberryAnnotation
from strawberry.schema.schema_converter import GraphQLCoreConverter
from strawberry.types.arguments import StrawberryArgument

from domain.aanroeper import Afnemer, Ketenpartner, Partij, Rol

Recht = frozenset[Partij]
DECLARATIE: Final = "declaratie"
Functie = TypeVar("Functie", bound=Callable[..., Any])

PARTIJEN: Final[tuple[Partij, ...]] = (Rol.MBO, Rol.IPO, Rol.AFNEMER, *Afnemer, *Ketenpartner)
"""All who can have a right; the role KETEN by itself has none, its partners each have their own."""
ALLEN: Final[Recht] = frozenset(PARTIJEN)
LEVERAARS: Final[Recht] = frozenset({Rol.MBO, Rol.IPO})
AFNEMERS: Final[Recht] = frozenset({Rol.AFNEMER, *Afnemer})
"""All consumers: who has a right of its own has those of the others as well."""
ONTVANGERS: Final[Recht] = frozenset({Rol.MBO}) | AFNEMERS
LEZERS: Final[Recht] = LEVERAARS | ONTVANGERS
ALLEEN_MBO: Final[Recht] = frozenset({Rol.MBO})
KETEN: Final[Recht] = frozenset(Ketenpartner)
AFZENDERS: Final[Recht] = LEVERAARS | KETEN
"""Who hears what became of a delivery."""
ALLEEN_IPO: Final[Recht] = frozenset({Rol.IPO})
STAGEMARKT: Final[Recht] = frozenset({Rol.IPO, Afnemer.SBB})


@dataclass(frozen=True, slots=True)
class Declaratie:
    """What a field says beside its GraphQL type.

    naam: the column, computed value or relation in storage; None when it is the field's own name in snake_case.
    gelezen: storage answers it; otherwise a resolver in Python does.
    leeg_voor: who may ask it and always gets null or an empty list, so that nothing below it is ever shown.
    """

    recht: Recht
    naam: str | None = None
    gelezen: bool = True
    leeg_voor: Recht = frozenset()


def veld(
    recht: Recht,
    beschrijving: str,
    *argumenten: StrawberryArgument,
    naam: str | None = None,
    leeg_voor: Recht = frozenset(),
) -> Any:  # noqa: ANN401 - a dataclass field
    """Declare a field that storage answers: a column, computed value, relation or embedded object."""
    verklaard = Declaratie(recht | leeg_voor, naam, leeg_voor=leeg_voor)
    gemaakt = strawberry.field(description=beschrijving, metadata={DECLARATIE: verklaard})
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
