"""Loads a directory of reference files into the database: all of it or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from psycopg import AsyncConnection

from app.opslag.referentie import laad
from app.referentie.bestanden import BESTANDEN
from app.referentie.inlezen import lees_map

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from app.opslag.referentie import Telling


async def laad_map(eigenaar_url: str, pad: Path) -> Mapping[str, Telling]:
    """Load the files of a directory, as the owner, and return per file what changed; raises OngeldigeReferentie."""
    rijen = lees_map(pad)
    verbinding: AsyncConnection[Any]
    async with await AsyncConnection.connect(eigenaar_url) as verbinding:
        tellingen = await laad(verbinding, rijen)
    return {bestand.naam: tellingen[bestand.tabel] for bestand in BESTANDEN if bestand.tabel in tellingen}
