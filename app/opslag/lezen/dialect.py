"""SQL as Postgres reads it: parameters by number, and what is constant in a declaration as a constant in the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects.postgresql.base import PGCompiler

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import BindParameter, Select


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

    def visit_bindparam(self, bindparam: BindParameter[Any], **opties: Any) -> str:  # noqa: ANN401 - SQLAlchemy's
        if bindparam.value is not None:
            opties["literal_binds"] = True
        tekst: str = super().visit_bindparam(bindparam, **opties)
        return tekst


def _dialect() -> postgresql.dialect:
    dialect = postgresql.dialect(paramstyle="numeric_dollar")
    dialect.statement_compiler = _Compiler
    return dialect


DIALECT: Final = _dialect()


def statement(keuze: Select[Any]) -> Statement:
    """Write a select as text."""
    gemaakt = keuze.compile(dialect=DIALECT)
    return Statement(str(gemaakt).encode(), tuple(gemaakt.positiontup or ()))
