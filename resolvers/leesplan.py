"""A Leesplan: what an operation asks of the register, as plain data that storage compiles to one statement.

It holds no value of an argument, only the name of the parameter that will bring it: a plan can be kept and shared, and
no person number can live in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date

    from domain.aanroeper import Aanroeper

Argumenten = tuple[tuple[str, str], ...]
"""Pairs of the path of an argument that is present and not null (`filter.instelling`) and its parameter's name."""

SLEUTEL: Final = "__sleutel"
"""The name and response key of a Blad that gives the key of its row, as text, for a later Bundel."""


class Vorm(Enum):
    """What a Tak answers: one object or null, a list, or a connection of Relay."""

    EEN = "een"
    LIJST = "lijst"
    CONNECTIE = "connectie"


@dataclass(frozen=True, slots=True)
class Blad:
    """A value: response key, name in storage, and the GraphQL scalar it is written as (enums: String)."""

    sleutel: str
    naam: str
    scalar: str
    argumenten: Argumenten = ()


@dataclass(frozen=True, slots=True)
class Typenaam:
    """`__typename` under its response key."""

    sleutel: str


@dataclass(frozen=True, slots=True)
class Tak:
    """Objects below an object: response key, name of the relation, and what is asked of each concrete type."""

    sleutel: str
    naam: str
    vorm: Vorm
    typen: Typen
    argumenten: Argumenten = ()


Knoop = Blad | Typenaam | Tak
Typen = tuple[tuple[str, tuple[Knoop, ...]], ...]
"""Pairs of a concrete type and what is asked of it; several where a row can be one of several types."""


@dataclass(frozen=True, slots=True)
class Leesplan:
    """A whole operation: the fields of Query, in order of selection."""

    velden: tuple[Knoop, ...]


@dataclass(frozen=True, slots=True)
class Bundel:
    """Fields of many objects at once, found by their keys; `peildatum`: they are asked as of that day."""

    typen: Typen
    peildatum: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Raadpleging:
    """Who reads and why, as the consultation log records it; vandaag is the day in Amsterdam."""

    aanroeper: Aanroeper
    operatie: str
    trace_id: str
    vandaag: date
