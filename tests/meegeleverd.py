"""The register as it is in dev: the reference data that ship, and the test environments over the people that ship."""

from __future__ import annotations

import asyncio
from asyncio import Runner
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final, TypeVar

import httpx
import psycopg
import pytest

from app import bronpoorten, samenstelling
from app.bronnen.proef import PERSONEN, brp, sbb
from app.bronnen.proef.brp_personen import laad
from app.bronnen.verbinding import Verbinding
from app.configuratie import Configuratie
from app.proef_sbb import DatabaseLeerbedrijven
from app.referentie import MEEGELEVERD
from app.referentie.laden import laad_map

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterator
    from pathlib import Path

    from resolvers.leveren import Leveren
    from tests.postgres import Database

Iets = TypeVar("Iets")
VANDAAG: Final = date(2026, 11, 24)
BRP, SBB = "http://brp.proef", "http://sbb.proef"
_NOOIT_GELIJK: Final = ("ontvangst", "raadpleging")


@dataclass(frozen=True, slots=True, kw_only=True)
class Schrijfpad:
    """The write path of a test, and a look at what it left."""

    leveren: Leveren
    runner: Runner
    verbinding: psycopg.Connection[Any]

    def doe(self, werk: Coroutine[Any, Any, Iets]) -> Iets:
        return self.runner.run(werk)

    def rijen(self, vraag: str, *parameters: object) -> list[tuple[Any, ...]]:
        return self.verbinding.execute(vraag, parameters).fetchall()

    def stand(self) -> dict[str, list[str]]:
        """Every row with the transaction that wrote it, but for the archive of receipts."""
        tabellen = [tabel for (tabel,) in self.rijen(_TABELLEN) if tabel not in _NOOIT_GELIJK]
        return {t: sorted(r for (r,) in self.rijen(f"SELECT xmin::text || t FROM {t} t")) for t in tabellen}


_TABELLEN: Final = """
    SELECT relname FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
"""


def laad_meegeleverd(database: Database) -> None:
    asyncio.run(laad_map(database.eigenaar_url, MEEGELEVERD))


@contextmanager
def bronnen_hier(database: Database, personen: Path = PERSONEN, vandaag: date = VANDAAG) -> Iterator[None]:
    """Put BRP, SBB and the day in this process, for whatever the composition root opens within the block."""
    bronnen = {
        BRP: brp.maak_app(laad(personen)),
        SBB: sbb.maak_app(DatabaseLeerbedrijven(database.eigenaar_url)),
    }

    def verbinding(url: str, *, seconden: float, **_: object) -> Verbinding:
        return Verbinding(url, seconden=10 * seconden, transport=httpx.ASGITransport(bronnen[url]))

    with pytest.MonkeyPatch.context() as hier:
        hier.setattr(bronpoorten, "Verbinding", verbinding)
        hier.setattr(samenstelling, "vandaag", lambda: vandaag)
        yield


@contextmanager
def schrijfpad(database: Database, personen: Path = PERSONEN, vandaag: date = VANDAAG) -> Iterator[Schrijfpad]:
    """Open the write path as `bron dev` does."""
    configuratie = Configuratie(rolprefix=database.rolprefix, brp_url=BRP, sbb_url=SBB)
    configuratie = configuratie.model_copy(update={"database_url": database.dienst_url})  # a socket is no web address
    with (
        bronnen_hier(database, personen, vandaag),
        Runner() as runner,
        psycopg.connect(database.eigenaar_url, autocommit=True) as eigenaar,
    ):
        open_pad = samenstelling.bouw_leveren(configuratie)
        leveren = runner.run(open_pad.__aenter__())
        try:
            yield Schrijfpad(leveren=leveren, runner=runner, verbinding=eigenaar)
        finally:
            runner.run(open_pad.__aexit__(None, None, None))
