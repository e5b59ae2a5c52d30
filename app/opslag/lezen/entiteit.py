"""How an entity of the contract is declared: which rows, which values beside its columns, which relations."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, FromClause, Table, Text, true
from sqlalchemy.dialects.postgresql import array

from app.opslag.lezen.rijen import Rijen
from app.opslag.lezen.vraag import Vraag, instelling

Waarde = Callable[[FromClause, Vraag], ColumnElement[Any]]
"""From a row to a value."""
Verband = Callable[[FromClause, Vraag], Rijen]
"""From a row to the rows it is related to; the question is about what stands at the other end."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One of several types that share the rows of an entity: whose rows, and what their column `soort` then holds."""

    van: str
    soort: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entiteit:
    """An entity: the snake_case of a GraphQL type's name.

    rijen: the rows the caller may see, with the predicate of its role. kolommen: what is read as it stands.
    sleutel: the column by which a row is found again; None for an object that is only a part of another.
    persoon: the column that tells whose personal data a row holds: who sees the row has consulted that person.
    getoond: of a row that shows several persons, the array of their ids.
    herlezen: the rows that are found again by key, where these are more than rijen.
    variant: whose rows it shares with other entities; None when its rows are its own.
    nummer: the column whose number stands in its id and its cursor, and is the order of its lists; nummersoort: what it
    is instead of a number.
    """

    naam: str
    rijen: Callable[[Vraag], Rijen]
    kolommen: frozenset[str] = frozenset()
    waarden: Mapping[str, Waarde] = field(default_factory=dict)
    verbanden: Mapping[str, Verband] = field(default_factory=dict)
    sleutel: str | None = None
    persoon: str | None = None
    getoond: Callable[[FromClause], ColumnElement[Any]] | None = None
    herlezen: Callable[[Vraag], Rijen] | None = None
    variant: Variant | None = None
    nummer: str = "id"
    nummersoort: type[BigInteger | Text] = BigInteger

    def waarde(self, naam: str, rij: FromClause, vraag: Vraag) -> ColumnElement[Any]:
        """Return the value by this name: a computed one, or the column."""
        berekend = self.waarden.get(naam)
        return berekend(rij, vraag) if berekend else rij.c[naam]

    def herkend(self, rij: FromClause) -> ColumnElement[bool]:
        """Say that a row is one of this entity, also where several share their rows."""
        return rij.c.soort == self.variant.soort if self.variant else true()

    def personen(self, rij: FromClause) -> ColumnElement[Any] | None:
        """Return the ids of the persons that a row shows, as an array; None where it never shows any."""
        if self.getoond is not None:
            return self.getoond(rij)
        return array([rij.c[self.persoon]]) if self.persoon else None

    @property
    def toont_personen(self) -> bool:
        """Tell whether who sees a row has consulted somebody."""
        return self.persoon is not None or self.getoond is not None

    @property
    def namen(self) -> frozenset[str]:
        """All names it answers to."""
        return self.kolommen | self.waarden.keys() | self.verbanden.keys()


def uit_tabel(tabel: Table) -> Callable[[Vraag], Rijen]:
    """Read public rows of a table."""
    return lambda _: Rijen(tabel.alias())


def eigen_rijen(tabel: Table) -> Callable[[Vraag], Rijen]:
    """Read rows that an institution only sees when they are its own: the predicate above the net of RLS."""

    def rijen(vraag: Vraag) -> Rijen:
        bron = tabel.alias()
        return Rijen(bron, (bron.c.instelling == instelling(),)) if vraag.alleen_eigen else Rijen(bron)

    return rijen


def kolommen(tabel: Table) -> frozenset[str]:
    """Return the names of a table's columns."""
    return frozenset(tabel.c.keys())


def ingebed(vraag: Vraag) -> Rijen:
    """Refuse: an embedded object is only reached through what it is a part of."""
    raise LookupError(f"{vraag.entiteit.naam} has no rows of its own")


def deel(*namen: str) -> frozenset[str]:
    """Name the columns of an embedded object."""
    return frozenset(namen)
