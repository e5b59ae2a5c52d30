"""The doors to BRP and SBB as the settings say, for whoever asks them: the service, the worker, and commands."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from app.bronnen.brp import HaalCentraalBrp
from app.bronnen.onderbreker import Onderbreker
from app.bronnen.sbb import JsonSbb
from app.bronnen.verbinding import Verbinding
from app.sporen import GespoordVervoer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from app.configuratie import Configuratie
    from app.waarneming import Waarneming
    from domain.poorten import Brp, Sbb


@dataclass(frozen=True, slots=True, kw_only=True)
class Bronpoorten:
    """Both sources, and for how many seconds more each is left alone."""

    brp: Brp
    sbb: Sbb
    rust_brp: Callable[[], float]
    rust_sbb: Callable[[], float]


@asynccontextmanager
async def open_bronnen(configuratie: Configuratie, waarneming: Waarneming) -> AsyncIterator[Bronpoorten]:
    """Open both doors, and close them at the end."""
    brp, sbb = (configuratie.brp_url, configuratie.brp_time_out), (configuratie.sbb_url, configuratie.sbb_time_out)
    deur = partial(_verbinding, waarneming=waarneming, factor=configuratie.wachtfactor)
    async with deur("BRP", *brp) as naar_brp, deur("SBB", *sbb) as naar_sbb:
        yield poorten_naar(naar_brp, naar_sbb)


def poorten_naar(brp: Verbinding, sbb: Verbinding) -> Bronpoorten:
    """Return the doors at the end of these roads."""
    return Bronpoorten(brp=HaalCentraalBrp(brp), sbb=JsonSbb(sbb), rust_brp=brp.rust, rust_sbb=sbb.rust)


@asynccontextmanager
async def _verbinding(
    bron: str, url: str | None, seconden: float, *, waarneming: Waarneming, factor: float
) -> AsyncIterator[Verbinding]:
    sporen = waarneming.sporen
    verbinding = Verbinding(
        url or "",
        seconden=seconden,
        onderbreker=Onderbreker(waarneming.bron(bron), factor=factor, klok=monotonic),
        transport=GespoordVervoer(bron=bron, sporen=sporen) if sporen.aan else None,
    )
    try:
        yield verbinding
    finally:
        await verbinding.sluit()
