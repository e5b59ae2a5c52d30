"""The endpoint /graphql: who asks, how often, in which media type, within which time."""

from __future__ import annotations

import asyncio
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import structlog
from starlette.requests import ClientDisconnect
from starlette.responses import Response

from app.http.begrenzer import Uitgeput
from app.http.fouten import Geweigerd, antwoord, geweigerd, intern
from app.http.lezen import lees_get, lees_post
from app.http.mediatypen import Mediatype, onderhandel
from app.http.poort import NietOverGet
from app.http.verloop import Verloop, verloop_van
from app.tokens.toets import TEKST
from domain.fouten import NietAangemeld, OngeldigVerzoek, RegisterFout, TijdOverschreden

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request

    from app.configuratie import Configuratie
    from app.http.begrenzer import Begrenzer
    from app.http.certificaat import Certificaatlezer
    from app.http.poort import GraphqlAntwoord, Uitvoerder
    from app.sporen import Sporen
    from domain.aanroeper import Aanroeper

AANMELDEN: Final = {"WWW-Authenticate": 'Bearer realm="bron-mbo"'}
TEKST_TIJD: Final = (
    "De tijd voor dit verzoek is voorbij. "
    "Of een levering is verwerkt, blijkt door haar met hetzelfde kenmerk te herhalen."
)
_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphqlEindpunt:
    """GraphQL over HTTP around an injected Uitvoerder."""

    uitvoerder: Uitvoerder
    toets: Callable[[str, str | None], Awaitable[Aanroeper]]
    certificaten: Certificaatlezer
    begrenzer: Begrenzer
    sporen: Sporen
    configuratie: Configuratie

    async def behandel(self, request: Request) -> Response:
        """Answer a GET or a POST, whatever goes wrong; only a caller who left gets no answer."""
        verloop = verloop_van(request.scope)
        keuze = onderhandel(tuple(request.headers.getlist("accept")))
        mediatype = keuze or Mediatype.JSON
        try:
            uitkomst = await self._antwoord(request, verloop, keuze)
        except Geweigerd as fout:
            return antwoord(fout, verloop, mediatype)
        except NietAangemeld as fout:
            return antwoord(Geweigerd(401, fout.code, str(fout), AANMELDEN), verloop, mediatype)
        except Uitgeput as fout:
            koppen = {"Retry-After": str(math.ceil(fout.wachttijd))}
            return antwoord(Geweigerd(429, fout.code, str(fout), koppen), verloop, mediatype)
        except RegisterFout as fout:
            return antwoord(geweigerd(fout, mediatype), verloop, mediatype)
        except ClientDisconnect:
            raise
        except Exception:  # noqa: BLE001 - the last place where a fault can still become an answer
            _log.exception("onverwachte_fout")
            return intern(verloop, mediatype)
        status = 200 if uitkomst.uitgevoerd else mediatype.status_verzoekfout
        return Response(uitkomst.lichaam, status, {"Content-Type": mediatype.kop})

    async def _antwoord(self, request: Request, verloop: Verloop, keuze: Mediatype | None) -> GraphqlAntwoord:
        aanroeper = await self._aanroeper(request)
        verloop.aanroeper = aanroeper.naam
        self.begrenzer.neem(aanroeper.naam)
        if keuze is None:
            namen = " en ".join(soort.naam for soort in Mediatype)
            raise Geweigerd(406, OngeldigVerzoek.code, f"Antwoorden zijn er als {namen}.")
        with self.sporen.spoor("graphql") as span:
            uitkomst = await self._voer_uit(request, aanroeper, verloop.correlatie_id)
            span.update_name(f"graphql {uitkomst.soort} {uitkomst.operatie}")
        verloop.soort, verloop.operatie, verloop.uitkomst = uitkomst.soort, uitkomst.operatie, uitkomst.uitkomst
        return uitkomst

    async def _aanroeper(self, request: Request) -> Aanroeper:
        koppen = request.headers.getlist("authorization")
        schema, _, token = koppen[0].partition(" ") if len(koppen) == 1 else ("", "", "")
        if schema.lower() != "bearer":
            raise NietAangemeld(TEKST)
        return await self.toets(token.strip(), self.certificaten.vingerafdruk(request))

    async def _voer_uit(self, request: Request, aanroeper: Aanroeper, correlatie_id: str) -> GraphqlAntwoord:
        over_get = request.method != "POST"
        lees = lees_get(request, self.configuratie) if over_get else await lees_post(request, self.configuratie)
        try:
            async with asyncio.timeout(self.configuratie.time_out_verzoek) as tijd:
                return await self.uitvoerder(lees, aanroeper, correlatie_id)
        except NietOverGet:
            koppen = {"Allow": "POST"}
            raise Geweigerd(
                405, OngeldigVerzoek.code, "Met GET kan alleen introspectie; gebruik POST.", koppen
            ) from None
        except TimeoutError:
            if not tijd.expired():
                raise
            raise TijdOverschreden(TEKST_TIJD) from None
