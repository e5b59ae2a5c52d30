"""The endpoint /graphql: who asks, how often, in which media type, within which time."""

from __future__ import annotations

import asyncio
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

import structlog
from starlette.requests import ClientDisconnect
from starlette.responses import Response

from app.http.aanmelden import Aanmelder, Aanmelding, weigering
from app.http.bewaking import Afloop, Bewaking
from app.http.fouten import TEKST_TIJD, Geweigerd, antwoord, intern
from app.http.gebeurtenissen import Gebeurtenissen, Luisteraar, een_antwoord
from app.http.lezen import lees_get, lees_post
from app.http.mediatypen import STROOM, Mediatype, neemt_stroom, onderhandel
from app.http.poort import NietOverGet, Stroom
from app.http.verloop import Verloop, verloop_van
from domain.fouten import OngeldigVerzoek, RegisterFout, TijdOverschreden

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from starlette.requests import Request

    from app.configuratie import Configuratie
    from app.http.begrenzer import Plaatsen
    from app.http.poort import Abonneerder, GraphqlAntwoord, Uitvoerder
    from app.sporen import Sporen
    from domain.aanroeper import Aanroeper

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphqlEindpunt:
    """GraphQL over HTTP around an injected Uitvoerder, and an Abonneerder for who takes in a stream."""

    uitvoerder: Uitvoerder
    abonneerder: Abonneerder
    aanmelder: Aanmelder
    plaatsen: Plaatsen
    afloop: Afloop
    sporen: Sporen
    configuratie: Configuratie

    async def behandel(self, request: Request) -> Response:
        """Answer a GET or a POST, whatever goes wrong; only a caller who left gets no answer."""
        verloop, accept = verloop_van(request.scope), tuple(request.headers.getlist("accept"))
        keuze, stroom = onderhandel(accept), neemt_stroom(accept) and request.method == "POST"
        mediatype = keuze or Mediatype.JSON
        try:
            aanmelding = await self._meld_aan(request, verloop)
            _aanvaardbaar(keuze, stroom=stroom)
            uitkomst = await self._uitkomst(request, aanmelding.aanroeper, verloop, stroom=stroom)
            if isinstance(uitkomst, Stroom):
                return self._stroom(uitkomst.antwoorden, aanmelding, verloop)
            if keuze is None:
                return self._stroom(een_antwoord(uitkomst.lichaam), aanmelding, verloop)
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

    async def _meld_aan(self, request: Request, verloop: Verloop) -> Aanmelding:
        aanmelding = await self.aanmelder.blijvend(request, request.headers.getlist("authorization"))
        verloop.aanroeper = aanmelding.aanroeper.naam
        return aanmelding

    async def _uitkomst(
        self, request: Request, aanroeper: Aanroeper, verloop: Verloop, *, stroom: bool
    ) -> GraphqlAntwoord | Stroom:
        doe = self.abonneerder if stroom else self.uitvoerder
        with self.sporen.spoor("graphql") as span:
            uitkomst = await self._voer_uit(doe, request, aanroeper, verloop.correlatie_id)
            span.update_name(f"graphql {uitkomst.soort} {uitkomst.operatie}")
        verloop.soort, verloop.operatie = uitkomst.soort, uitkomst.operatie
        verloop.uitkomst = uitkomst.uitkomst
        return uitkomst

    def _stroom(
        self, antwoorden: AsyncGenerator[bytes, None], aanmelding: Aanmelding, verloop: Verloop
    ) -> Gebeurtenissen:
        """Answer with a stream; raises TeVeel when the caller has too many already."""
        plaats = ExitStack()  # taken now, while it can still be refused, and given back by the response
        plaats.enter_context(self.plaatsen.neem(aanmelding.aanroeper.naam))
        luisteraar = Luisteraar(
            plaats=plaats,
            bewaking=Bewaking(aanmelding=aanmelding, elke=self.configuratie.intrekking_houdbaar),
            afloop=self.afloop,
            geduld=self.configuratie.time_out_zenden,
            verloop=verloop,
        )
        return Gebeurtenissen(antwoorden, luisteraar)

    async def _voer_uit(
        self, doe: Uitvoerder | Abonneerder, request: Request, aanroeper: Aanroeper, correlatie_id: str
    ) -> GraphqlAntwoord | Stroom:
        over_get = request.method != "POST"
        lees = lees_get(request, self.configuratie) if over_get else await lees_post(request, self.configuratie)
        try:
            async with asyncio.timeout(self.configuratie.time_out_verzoek) as tijd:
                return await doe(lees, aanroeper, correlatie_id)
        except NietOverGet:
            koppen = {"Allow": "POST"}
            raise Geweigerd(
                405, OngeldigVerzoek.code, "Met GET kan alleen introspectie; gebruik POST.", koppen
            ) from None
        except TimeoutError:
            if not tijd.expired():
                raise
            raise TijdOverschreden(TEKST_TIJD) from None


def _aanvaardbaar(keuze: Mediatype | None, *, stroom: bool) -> None:
    """Raise Geweigerd (406) when nothing that we make is acceptable."""
    if keuze is None and not stroom:
        namen = " en ".join(soort.naam for soort in Mediatype)
        raise Geweigerd(406, OngeldigVerzoek.code, f"Antwoorden zijn er als {namen}, met POST ook als {STROOM}.")
