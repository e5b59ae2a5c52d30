"""Two schools, a consumer and IPO, with messages that a test writes as the deliveries would."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.berichten.postbus import Postbus
from tests.register import AANROEPERS

if TYPE_CHECKING:
    from tests.register import Register


@pytest.fixture
def postbus(register: Register) -> Postbus:
    return Postbus(register=register, klant=register.als(AANROEPERS["school"]))


@pytest.fixture
def andere(register: Register) -> Postbus:
    return Postbus(register=register, klant=register.als(AANROEPERS["andere"]))


@pytest.fixture
def afnemer(register: Register) -> Postbus:
    return Postbus(register=register, klant=register.als(AANROEPERS["afnemer"]))
