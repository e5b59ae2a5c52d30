"""The endpoint /graphql: who asks, how often, in which media type, within which time."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import structlog
from starlette.requests import ClientDisconnect
from starlette.responses import Response

from app.http.aanmelden import Aanmelder, weigering
from app.http.fouten import Geweigerd, antwoord, intern
from app.http.lezen import lees_get, lees_post
from app.http.mediatypen import Mediatype, onderhandel
from app.http.poort import NietOverGet
from app.http.verloop import Verloop, verloop_van
from domain.fouten import OngeldigVerzoek, RegisterFout, TijdOverschreden

if TYPE_CHECKING:
    from starlette.requests import Request

    from app.configuratie import Configuratie
    from app.http.poort import GraphqlAntwoord, Uitvoerder
    from app.sporen import Sporen
    from domain.aanroeper import Aanroeper

TEKST_TIJD: Final = (
    "De tijd voor dit verzoek is voorbij. "
    "Of een levering is verwerkt, blijkt door haar met hetzelfde kenmerk te herhalen."
)
_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphqlEindpunt:
    """GraphQL over HTTP around an injected Uitvoerder."""

    uitvoerder: Uitvoerder
    aanmelder: Aanmelder
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
        except RegisterFout as fout:
            return antwoord(weigering(fout, mediatype), verloop, mediatype)
        except ClientDisconnect:
            raise
        except Exception:  # noqa: BLE001 - the last place where a fault can still become an answer
            _log.exception("onverwachte_fout")
            return intern(verloop, mediatype)
        status = 200 if uitkomst.uitgevoerd else mediatype.status_verzoekfout
        return Response(uitkomst.lichaam, status, {"Content-Type": mediatype.kop})

    async def _antwoord(self, request: Request, verloop: Verloop, keuze: Mediatype | None) -> GraphqlAntwoord:
        aanroeper = await self.aanmelder.meld_aan(request, verloop)
        if keuze is None:
            namen = " en ".join(soort.naam for soort in Mediatype)
            raise Geweigerd(406, OngeldigVerzoek.code, f"Antwoorden zijn er als {namen}.")
        with self.sporen.spoor("graphql") as span:
            uitkomst = await self._voer_uit(request, aanroeper, verloop.correlatie_id)
            span.update_name(f"graphql {uitkomst.soort} {uitkomst.operatie}")
        verloop.soort, verloop.operatie, verloop.uitkomst = uitkomst.soort, uitkomst.operatie, uitkomst.uitkomst
        return uitkomst

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
