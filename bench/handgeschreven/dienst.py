"""`bron serve` around the Uitvoerder by hand: settings, pool, token check, limits, log and metrics are the same."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from app.configuratie import laad
from app.dienst import Dienst
from app.graphql.uitvoerder import Uitvoerder
from app.logboek import richt_in
from app.opslag.lezen.lezer import Lezer
from app.samenstelling import NODIG_IN_PRODUCTIE, app_van, bouw_kern
from bench.handgeschreven.uitvoerder import Handuitvoerder

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.applications import Starlette

    from app.configuratie import Configuratie
    from app.dienst import Kern


def app() -> Starlette:
    """Build the application, once per worker."""
    configuratie = laad(*NODIG_IN_PRODUCTIE)
    richt_in(configuratie.logniveau)
    return app_van(Dienst(configuratie=configuratie, bouw=_bouw))


@asynccontextmanager
async def _bouw(configuratie: Configuratie) -> AsyncIterator[Kern]:
    async with bouw_kern(configuratie) as kern:
        if not isinstance(kern.uitvoerder, Uitvoerder) or not isinstance(kern.uitvoerder.lezer, Lezer):
            raise TypeError("the service has another Uitvoerder than the one that is compared")
        yield replace(kern, uitvoerder=Handuitvoerder(lezer=kern.uitvoerder.lezer, rolprefix=configuratie.rolprefix))
