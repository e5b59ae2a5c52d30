"""What a declaration may ask while its SQL is made: who asks, as of which day, with which arguments. Never a value."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Date, Text, bindparam, cast

from domain.aanroeper import Rol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import ColumnElement
    from sqlalchemy.types import TypeEngine

    from app.opslag.lezen.entiteit import Entiteit
    from app.opslag.lezen.rijen import Rijen

VANDAAG: Final = "vandaag"
INSTELLING: Final = "instelling"
AFNEMER: Final = "afnemer"
AANROEPER: Final = "aanroeper"
PEILDATUM: Final = "peildatum"


def parameter(naam: str, soort: type[TypeEngine[Any]] | TypeEngine[Any]) -> ColumnElement[Any]:
    """Return a parameter that arrives as text and is cast by Postgres, so that its type is the same every time."""
    return cast(bindparam(naam), soort)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraag:
    """The question at one place in a plan; `entiteit` is what is asked for there."""

    rol: Rol
    entiteiten: Mapping[str, Entiteit]
    entiteit: Entiteit
    argumenten: Mapping[str, str] = field(default_factory=dict)
    peil: ColumnElement[Any] | None = None

    def naar(self, entiteit: Entiteit, argumenten: Mapping[str, str]) -> Vraag:
        """Return the question one step deeper; a peildatum counts for all that lies below it."""
        dieper = replace(self, entiteit=entiteit, argumenten=argumenten)
        peil = dieper.argument(PEILDATUM, Date)
        return dieper if peil is None else replace(dieper, peil=peil)

    def rijen(self, naam: str | None = None) -> Rijen:
        """Return the rows that the caller may see, of what is asked for or of another entity."""
        entiteit = self.entiteiten[naam] if naam else self.entiteit
        return entiteit.rijen(self)

    def argument(self, pad: str, soort: type[TypeEngine[Any]] | TypeEngine[Any] = Text) -> ColumnElement[Any] | None:
        """Return the argument at a path, or None when it is absent or null."""
        return parameter(self.argumenten[pad], soort) if pad in self.argumenten else None

    @property
    def dag(self) -> ColumnElement[Any]:
        """The peildatum, or today."""
        return parameter(VANDAAG, Date) if self.peil is None else self.peil

    @property
    def alleen_eigen(self) -> bool:
        """Whether the caller sees only what is its own."""
        return self.rol is Rol.MBO


def vandaag() -> ColumnElement[Any]:
    """Return today in Amsterdam, which the caller of the reader brings."""
    return parameter(VANDAAG, Date)


def instelling() -> ColumnElement[Any]:
    """Return the BRIN of an institution that asks."""
    return parameter(INSTELLING, Text)


def afnemer() -> ColumnElement[Any]:
    """Return the code of a consumer that asks."""
    return parameter(AFNEMER, Text)


def aanroeper() -> ColumnElement[Any]:
    """Return the name of the caller as sender of deliveries."""
    return parameter(AANROEPER, Text)
