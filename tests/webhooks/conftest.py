"""A school with webhooks, and what posts to them when a test says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.achtergrond import beurt, bezorger
from tests.register import AANROEPERS
from tests.webhooks.werkplaats import Werkplaats

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.register import Register


@pytest.fixture
def werkplaats(register: Register, monkeypatch: pytest.MonkeyPatch) -> Iterator[Werkplaats]:
    for module, naam in ((bezorger, "RUST"), (beurt, "WACHT_OP_BEURT"), (beurt, "NA_STORING")):
        monkeypatch.setattr(module, naam, 0.01)
    werkplaats = Werkplaats(register=register, klant=register.als(AANROEPERS["school"]))
    try:
        yield werkplaats
    finally:
        register.lus.doe(werkplaats.sluit())
