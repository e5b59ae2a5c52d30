"""Who delivers: a client for each role, on the register of the test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.register import AANROEPERS

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
def particulier(register: Register) -> Klant:
    """A school that is not funded."""
    return register.als(AANROEPERS["particulier"])


@pytest.fixture
def ipo(register: Register) -> Klant:
    return register.als(AANROEPERS["ipo"])
