"""The catalogue of a migrated database, read as its owner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import psycopg
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.postgres import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogus:
    """Questions to a database about itself; every question may use %(prefix)s, of the names of its roles."""

    database: Database
    verbinding: psycopg.Connection[Any]

    def rijen(self, vraag: str, **waarden: object) -> list[tuple[Any, ...]]:
        return self.verbinding.execute(vraag.encode(), {"prefix": self.database.rolprefix, **waarden}).fetchall()

    def namen(self, vraag: str, **waarden: object) -> set[str]:
        return {naam for (naam,) in self.rijen(vraag, **waarden)}

    def tabellen_met(self, kolom: str) -> set[str]:
        """Tables with this column; the partitions of one count as that one."""
        return self.namen(
            """SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE a.attname = %(kolom)s AND c.relkind IN ('r', 'p') AND NOT c.relispartition
              AND c.relnamespace = 'public'::regnamespace""",
            kolom=kolom,
        )

    def word(self, rol: str, instelling: str | None = None) -> None:
        """Become a role of the register, as a reading or a delivery does."""
        self.verbinding.execute("SELECT set_config('role', %s, false)", [self.database.rolprefix + rol])
        if instelling is not None:
            self.verbinding.execute("SELECT set_config('bron.instelling', %s, false)", [instelling])


@pytest.fixture
def catalogus(database: Database) -> Iterator[Catalogus]:
    with psycopg.connect(database.eigenaar_url, autocommit=True) as verbinding:
        yield Catalogus(database=database, verbinding=verbinding)
