"""A bounded share of the generated input of `make soak`: nothing breaks, nothing leaks, and enough really runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.proeven.fuzz import draaien, losse_waarden, overzichten

if TYPE_CHECKING:
    from tests.postgres import Database


def test_gegenereerde_operaties_breken_en_lekken_niets(gevulde_database: Database) -> None:
    verslag = draaien.doe(gevulde_database, seed=1, aantal=250)
    assert verslag["bevindingen"] == {}
    assert min(verslag["beluisterd"][waar] for waar in ("log", "sporen", "metrieken", "fouten")) > 0
    schrijvers = [verslag["per rol"][rol] for rol in ("school", "andere", "ipo")]
    bevoegd = [rol["verzonden"] - rol.get("NIET_BEVOEGD", 0) for rol in schrijvers]
    assert min(rol["uitgevoerd"] / aantal for rol, aantal in zip(schrijvers, bevoegd, strict=True)) > 0.5


def test_gegenereerde_waarden_worden_gelezen_of_geweigerd() -> None:
    verslag = losse_waarden.doe(seed=1, aantal=20_000)
    assert verslag["bevindingen"] == {}
    assert min(verslag["gelezen"], verslag["geweigerd"]) > 1_000


def test_gegenereerde_overzichten_worden_gelezen_of_geweigerd() -> None:
    verslag = overzichten.doe(seed=1, aantal=300)
    assert verslag["bevindingen"] == {}
    assert min(verslag["gelezen"], verslag["geweigerd"]) > 50
