"""A kind of delivery is a file, by the same name in the domain and here."""

from __future__ import annotations

from pathlib import Path

import pytest

from domain.aanroeper import Rol
from domain.codes import LeveringSoort
from schema.rechten import mag
from tests.klant import NAMEN


@pytest.mark.parametrize("soort", LeveringSoort)
def test_elke_soort_levering_heeft_haar_module_en_haar_mutatie(soort: LeveringSoort) -> None:
    """A kind that nobody delivers through the front door is one that nobody knows to work."""
    module = Path(__file__).with_name(f"test_{soort.lower()}.py")
    bewijs = "is_namens(" if mag(Rol.IPO, "Mutation", NAMEN[soort]) else "is_van_bronregister("
    assert bewijs in module.read_text(encoding="utf-8")
