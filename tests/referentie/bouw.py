"""Directories with reference files, written by the test that reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

INSTELLING = "brin;naam;plaats;bekostigd;geldig_van;geldig_tot"
OPLEIDING = (
    "opleidingcode;naam;soort;niveau;dossiercode;domeincode;specialist;soort_opleiding;"
    "leerwegen;vws;geldig_van;laatste_instroom;geldig_tot"
)


def schrijf(map_: Path, bestand: str, *regels: str) -> Path:
    """Write one file into the directory and return the directory."""
    (map_ / bestand).write_text("".join(f"{regel}\n" for regel in regels), encoding="utf-8")
    return map_
