"""The doors to BRP and SBB as the settings say, for whoever asks them: the service, the worker, and commands."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.bronnen.brp import HaalCentraalBrp
from app.bronnen.sbb import JsonSbb
from app.bronnen.verbinding import Verbinding
from app.sporen import GespoordVervoer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from app.configuratie import Configuratie
    from app.waarneming import Waarneming
    from domain.poorten import Brp, Sbb


@dataclass(frozen=True, slots=True, kw_only=True)
class Bronpoorten:
    """Both sources."""

    brp: Brp
    sbb: Sbb


@asynccontextmanager
async def open_bronnen(configuratie: Configuratie, waarneming: Waarneming) -> AsyncIterator[Bronpoorten]:
    """Open both doors, and close them at the end."""
    async with (
        _verbinding("BRP", configuratie.brp_url, configuratie.brp_time_out, waarneming) as brp,
        _verbinding("SBB", configuratie.sbb_url, configuratie.sbb_time_out, waarneming) as sbb,
    ):
        yield Bronpoorten(brp=HaalCentraalBrp(brp), sbb=JsonSbb(sbb))


@asynccontextmanager
async def _verbinding(bron: str, url: str | None, seconden: float, waarneming: Waarneming) -> AsyncIterator[Verbinding]:
    sporen = waarneming.sporen
    vervoer = GespoordVervoer(bron=bron, sporen=sporen) if sporen.aan else None
    verbinding = Verbinding(url or "", seconden=seconden, transport=vervoer)
    try:
        yield verbinding
    finally:
        await verbinding.sluit()
