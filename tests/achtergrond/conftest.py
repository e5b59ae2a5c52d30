"""Who delivers, and the worker that goes on with what waits when a test says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.register import AANROEPERS, register_op
from tests.werkplaats import EVEN, Werkplaats

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.klant import Klant
    from tests.postgres import Database
    from tests.register import Register


@pytest.fixture
def register(gevulde_database: Database) -> Iterator[Register]:
    """A register that waits for a source no longer than a test can."""
    with register_op(gevulde_database, brp_time_out=EVEN, sbb_time_out=EVEN) as register:
        yield register


@pytest.fixture
def school(register: Register) -> Klant:
    return register.als(AANROEPERS["school"])


@pytest.fixture
def andere(register: Register) -> Klant:
    return register.als(AANROEPERS["andere"])


@pytest.fixture
def ipo(register: Register) -> Klant:
    return register.als(AANROEPERS["ipo"])


@pytest.fixture
def werkplaats(register: Register) -> Werkplaats:
    return Werkplaats(register=register, seconden=EVEN)
