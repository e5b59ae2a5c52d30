"""A generated register of a few hundred persons, made once for the tests that only read it."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from app.generator.laden import Opdracht, genereer
from app.referentie import MEEGELEVERD
from app.referentie.laden import laad_map
from tests.postgres import kloon

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.generator.blok import Blok
    from tests.postgres import Database, Server

PERSONEN = 300


@dataclass(frozen=True)
class Gevuld:
    """A filled register with the BRP's file beside it; aantallen is what the generator says it wrote."""

    database: Database
    brp: Path
    aantallen: dict[str, int]


def vul(database: Database, personen: int = PERSONEN, seed: int = 1) -> tuple[dict[str, int], list[Any]]:
    """Fill a database; gives the rows per table and the records of the BRP."""
    brp: list[Any] = []

    def klaar(blok: Blok) -> None:
        brp.extend(map(json.loads, blok.brp))

    asyncio.run(laad_map(database.eigenaar_url, MEEGELEVERD))
    opdracht = Opdracht(personen=personen, seed=seed, klaar=klaar)
    return dict(asyncio.run(genereer(database.eigenaar_url, opdracht))), brp


@pytest.fixture(scope="session")
def gevuld(server: Server, sjabloon: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gevuld]:
    with kloon(server, sjabloon) as database:
        aantallen, brp = vul(database)
        bestand = tmp_path_factory.mktemp("brp") / "brp.json"
        bestand.write_text(json.dumps(brp), encoding="utf-8")
        yield Gevuld(database, bestand, aantallen)
