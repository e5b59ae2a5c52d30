"""Who asks for overviews, and the worker that makes them when a test says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.register import AANROEPERS
from tests.werkplaats import Werkplaats

if TYPE_CHECKING:
    from tests.klant import Klant
    from tests.register import Register


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
    return Werkplaats(register=register)
