"""Delivering to a register as the service does, with the generated BRP file and the leerbedrijven of the register."""

from __future__ import annotations

import json
from contextlib import asynccontextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

import httpx
from psycopg_pool import AsyncConnectionPool

from app.achtergrond.uitstel import Uitstel
from app.bronnen.brp import HaalCentraalBrp
from app.bronnen.proef import brp, sbb
from app.bronnen.proef.brp_personen import laad
from app.bronnen.sbb import JsonSbb
from app.bronnen.verbinding import Verbinding
from app.opslag.eenheid import PostgresOpslag
from app.opslag.referentie import Referentiebewaarder
from app.proef_sbb import DatabaseLeerbedrijven
from domain.aanroeper import Aanroeper, Rol
from domain.codes import LeveringSoort
from domain.ontvangst import Ontvangst
from resolvers.leveren import Leveren
from schema.leveringen.bericht import Bericht

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping
    from pathlib import Path

    from tests.postgres import Database

VANDAAG = date(2026, 11, 24)


@asynccontextmanager
async def leverbaar(database: Database, personen: Path) -> AsyncIterator[Leveren]:
    """Open the write path on a database."""
    brp_lijn = Verbinding("http://brp", seconden=30, transport=httpx.ASGITransport(brp.maak_app(laad(personen))))
    leerbedrijven = sbb.maak_app(DatabaseLeerbedrijven(database.eigenaar_url))
    sbb_lijn = Verbinding("http://sbb", seconden=30, transport=httpx.ASGITransport(leerbedrijven))
    pool = AsyncConnectionPool(database.dienst_url, min_size=1, max_size=2, kwargs={"autocommit": True}, open=False)
    async with pool:
        opslag = PostgresOpslag(
            pool=pool,
            rolprefix=database.rolprefix,
            referentie=Referentiebewaarder(),
            vandaag=lambda: VANDAAG,
            time_out=60_000,
            time_out_slot=10_000,
            stel_uit=Uitstel(wachtfactor=1.0),
        )
        brp_poort, sbb_poort = HaalCentraalBrp(brp_lijn), JsonSbb(sbb_lijn)
        yield Leveren(opslag=opslag, brp=brp_poort, sbb=sbb_poort, vandaag=lambda: VANDAAG)
    await brp_lijn.sluit()
    await sbb_lijn.sluit()


def ontvangst(soort: str, bericht: str) -> Ontvangst:
    """Take a message of the archive in again."""
    opnieuw = Bericht.van(json.loads(bericht))
    return Ontvangst.van(LeveringSoort(soort), opnieuw.inhoud, opnieuw.tekst, opnieuw.hash)


def proef(soort: str, inhoud: Mapping[str, Any]) -> Ontvangst:
    """Offer a message as a trial: judged like any other, and nothing is kept."""
    return ontvangst(soort, json.dumps({**inhoud, "kenmerk": "proef", "proef": True}))


def school(brin: str) -> Aanroeper:
    return Aanroeper(rol=Rol.MBO, instelling=brin)
