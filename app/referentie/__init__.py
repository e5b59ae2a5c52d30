"""Reference data from files: what `bron laad-referentie` reads, and the set that ships with the product."""

from __future__ import annotations

from pathlib import Path
from typing import Final

MEEGELEVERD: Final = Path(__file__).parent / "gegevens"
