"""A register with rows to read, and a conversation with it."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import psycopg
import pytest

from tests.lezen.gegevens import Gegevens
from tests.lezen.gesprek import Gesprek, gesprek_met

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.postgres import Database


@pytest.fixture
def gegevens(database: Database) -> Iterator[Gegevens]:
    with psycopg.connect(database.eigenaar_url, autocommit=True) as verbinding:
        yield Gegevens(verbinding, count(1))


@pytest.fixture
def gesprek(database: Database) -> Iterator[Gesprek]:
    with gesprek_met(database) as gesprek:
        yield gesprek
