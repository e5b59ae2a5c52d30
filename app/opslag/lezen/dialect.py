"""SQL as Postgres reads it: parameters by number, and what is constant in a declaration as a constant in the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy.dialects.postgresql.base import PGCompiler, PGDialect

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Select


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement that is made once and run often: its text, and the names of the parameters $1, $2, ..."""

    sql: bytes
    parameters: tuple[str, ...]

    def waarden(self, waarden: Mapping[str, object]) -> list[object]:
        """Return the values in the order of the parameters; KeyError when one is missing."""
        return [waarden[naam] for naam in self.parameters]


class _Compiler(PGCompiler):
    """A value that came with a declaration is part of the text; only named parameters stay open."""

    def visit_bindparam(self, bindparam: Any, *opties: Any, **naam_opties: Any) -> Any:  # noqa: ANN401 - SQLAlchemy's
        if bindparam.value is not None:
            naam_opties["literal_binds"] = True
        return super().visit_bindparam(bindparam, *opties, **naam_opties)  # type: ignore[no-untyped-call]


class _Dialect(PGDialect):
    statement_compiler = _Compiler


DIALECT: Final = _Dialect(paramstyle="numeric_dollar")  # type: ignore[no-untyped-call]


def statement(keuze: Select[Any]) -> Statement:
    """Write a select as text."""
    gemaakt = keuze.compile(dialect=DIALECT)
    return Statement(str(gemaakt).encode(), tuple(gemaakt.positiontup or ()))


def als_tekst(keuze: Select[Any]) -> str:
    """Write a select with its parameters by name (`%(naam)s`), to stand in SQL that is written by hand."""
    return str(keuze.compile(dialect=_Dialect(paramstyle="pyformat")))  # type: ignore[no-untyped-call]
