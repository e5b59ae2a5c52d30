"""`bron kwaliteit`: look through the register for quality signals now, as the worker does every hour."""

from __future__ import annotations

import asyncio
import json
import sys
from typing import TYPE_CHECKING

import typer
from psycopg_pool import AsyncConnectionPool

from app.cli.basis import DATA, Data, eigenaar
from app.configuratie import laad
from app.graphql.samenstelling import vandaag
from app.opslag.kwaliteit import beoordeel_register
from app.opslag.toegang import TIJD_VOOR_WERK, Toegang

if TYPE_CHECKING:
    from collections import Counter


def kwaliteit(*, data: Data = DATA) -> None:
    """Zoek kwaliteitssignalen (K01 tot en met K04) in het register, en trek in wat niet meer zo is."""
    configuratie = laad()
    with eigenaar(configuratie, data) as url:
        telling = asyncio.run(_beoordeel(url, configuratie.rolprefix))
    if sys.stdout.isatty():
        typer.echo(f"Nieuw: {telling['nieuw']}. Ingetrokken: {telling['weg']}. Nu: {telling['staan']}.")
    else:
        typer.echo(json.dumps({"nieuw": telling["nieuw"], "ingetrokken": telling["weg"], "nu": telling["staan"]}))


async def _beoordeel(url: str, rolprefix: str) -> Counter[str]:
    async with AsyncConnectionPool(url, min_size=1, max_size=1, kwargs={"autocommit": True}, open=False) as pool:
        return await beoordeel_register(Toegang(pool=pool, rolprefix=rolprefix, time_out=TIJD_VOOR_WERK), vandaag)
