"""The ASGI application: routes and their envelope, made from parts that are handed in."""

from __future__ import annotations

import gc
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import structlog
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import Route, WebSocketRoute

from app.http.aanmelden import Aanmelder
from app.http.begrenzer import Begrenzer, Plaatsen
from app.http.bewaking import Afloop
from app.http.certificaat import Certificaatlezer
from app.http.fouten import Geweigerd, antwoord
from app.http.gesprek import Huis
from app.http.gezondheid import Gezondheid
from app.http.graphql import GraphqlEindpunt
from app.http.omhulsel import GRAPHQL, Omhulsel
from app.http.overzichten import OVERZICHT, Overzichteindpunt
from app.http.verloop import verloop_van
from app.http.websocket import Websocketeindpunt
from app.waarneming import Waarneming
from domain.fouten import OngeldigVerzoek

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
    from contextlib import AbstractAsyncContextManager

    from starlette.requests import Request
    from starlette.responses import Response

    from app.configuratie import Configuratie
    from app.http.beginpagina import Beginpagina
    from app.http.overzichten import Uitgifte
    from app.http.poort import Abonneerder, Uitvoerder
    from domain.aanroeper import Aanroeper

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Onderdelen:
    """What the application stands on.

    `toets` turns a token, and the x5t#S256 of the certificate it came with, into its caller; `controle` names the
    checks of /gereed and `standen` what waits in the database; `levensloop` opens what lives as long as the process;
    `beginpagina` exists in dev only.
    """

    configuratie: Configuratie
    uitvoerder: Uitvoerder
    abonneerder: Abonneerder
    uitgifte: Uitgifte
    toets: Callable[[str, str | None], Awaitable[Aanroeper]]
    controle: Callable[[], Awaitable[Mapping[str, bool]]]
    standen: Callable[[], Awaitable[Mapping[str, float]]]
    levensloop: Callable[[], AbstractAsyncContextManager[object]]
    waarneming: Waarneming = field(default_factory=Waarneming)
    beginpagina: Beginpagina | None = None


def maak_app(onderdelen: Onderdelen) -> Starlette:
    """Build the application; nothing is opened before its lifespan starts."""
    afloop = Afloop()
    routes = _routes(onderdelen, afloop)
    paden = frozenset(route.path for route in routes)
    app = Starlette(
        routes=routes,
        middleware=[Middleware(Omhulsel, waarneming=onderdelen.waarneming, paden=paden)],
        exception_handlers={HTTPException: _http_fout},
        lifespan=_levensloop(onderdelen.levensloop, afloop),
    )
    app.router.redirect_slashes = False  # /graphql/ is another address: a redirect would drop the body
    return app


def _routes(onderdelen: Onderdelen, afloop: Afloop) -> list[Route | WebSocketRoute]:
    configuratie = onderdelen.configuratie
    aanmelder = Aanmelder(
        toets=onderdelen.toets,
        certificaten=Certificaatlezer(configuratie.proxy_adressen, configuratie.proxy_certificaat_kop),
        begrenzer=Begrenzer(configuratie.verzoeken_per_seconde, configuratie.verzoeken_stoot),
    )
    plaatsen = Plaatsen(configuratie.max_verbindingen, onderdelen.waarneming.metrieken.open)
    graphql = GraphqlEindpunt(
        uitvoerder=onderdelen.uitvoerder,
        abonneerder=onderdelen.abonneerder,
        aanmelder=aanmelder,
        plaatsen=plaatsen,
        afloop=afloop,
        sporen=onderdelen.waarneming.sporen,
        configuratie=configuratie,
    )
    huis = Huis(
        abonneerder=onderdelen.abonneerder,
        aanmelder=aanmelder,
        plaatsen=plaatsen,
        metrieken=onderdelen.waarneming.metrieken,
        configuratie=configuratie,
    )
    gezondheid = Gezondheid(
        controle=onderdelen.controle,
        bronnen=onderdelen.waarneming.bronnen,
        standen=onderdelen.standen,
        metrieken=onderdelen.waarneming.metrieken,
        time_out=configuratie.time_out_gereed,
    )
    overzichten = Overzichteindpunt(aanmelder=aanmelder, uitgifte=onderdelen.uitgifte)
    routes: list[Route | WebSocketRoute] = [
        Route(GRAPHQL, graphql.behandel, methods=["GET", "POST"]),
        WebSocketRoute(GRAPHQL, Websocketeindpunt(huis=huis).behandel),
        Route(OVERZICHT, overzichten.behandel, methods=["GET"]),
        Route("/gezond", gezondheid.gezond),
        Route("/gereed", gezondheid.gereed),
        Route("/metrics", gezondheid.meet),
    ]
    if onderdelen.beginpagina is not None:
        routes.append(Route("/", onderdelen.beginpagina.toon))
    return routes


def _levensloop(
    open_alles: Callable[[], AbstractAsyncContextManager[object]], afloop: Afloop
) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def levensloop(_app: Starlette) -> AsyncIterator[None]:
        async with AsyncExitStack() as stapel:
            try:
                await stapel.enter_async_context(open_alles())
            except Exception:
                _log.exception("starten_mislukt")
                raise
            gc.collect()
            gc.freeze()  # what stands at start stays: the collector need not walk it (halves p99, docs/architectuur.md)
            with afloop.luister():
                yield

    return levensloop


async def _http_fout(request: Request, fout: Exception) -> Response:
    """Give what the router refuses (404, 405) the same body as every other refusal."""
    if not isinstance(fout, HTTPException):
        raise fout
    tekst = {404: "Dit adres bestaat niet.", 405: "Deze methode kan hier niet."}.get(fout.status_code, "Kan niet.")
    weigering = Geweigerd(fout.status_code, OngeldigVerzoek.code, tekst, fout.headers or {})
    return antwoord(weigering, verloop_van(request.scope))
