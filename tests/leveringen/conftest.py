"""Who delivers: a client for each role, on the register of the test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.leveringen.verhaal import geidentificeerd
from tests.postgres import kloon
from tests.register import AANROEPERS, register_op

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.klant import Klant
    from tests.postgres import Server
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


@pytest.fixture(scope="module")
def gedeeld(server: Server, gevuld_sjabloon: str) -> Iterator[Register]:
    """A register that the tests of a module share: for those that leave it as it was, or touch only their own."""
    with kloon(server, gevuld_sjabloon) as database, register_op(database) as register:
        yield register


@pytest.fixture(scope="module")
def bewoond(gedeeld: Register) -> Register:
    """A register where the student is known to the school, and nothing more."""
    gedeeld.als(AANROEPERS["school"]).registreer(*geidentificeerd())
    return gedeeld


@pytest.fixture
def hier(bewoond: Register) -> Klant:
    """The school there."""
    return bewoond.als(AANROEPERS["school"])
