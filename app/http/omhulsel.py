"""Around every request: an id that the caller and our log share, headers that always hold, one line in the log."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, Final

import structlog
from opentelemetry.trace import SpanKind
from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect
from structlog.contextvars import bound_contextvars

from app.http.fouten import intern
from app.http.poort import ONBEKEND
from app.http.verloop import Verloop, verloop_van
from app.sporen import trace_id

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from app.waarneming import Waarneming

GRAPHQL: Final = "/graphql"
CORRELATIE: Final = b"x-correlatie-id"
_METHODEN: Final = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
_TRACEPARENT: Final = re.compile(r"00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}")
_VAST: Final = (
    (b"cache-control", b"no-store"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
)
_log = structlog.get_logger(__name__)


class Omhulsel:
    """ASGI middleware; `paden` are the addresses that the log may name, for a caller can write anything in one."""

    def __init__(self, app: ASGIApp, *, waarneming: Waarneming, paden: frozenset[str]) -> None:
        self.app = app
        self.metrieken = waarneming.metrieken
        self.sporen = waarneming.sporen
        self.paden = paden

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; an exception that nobody caught is answered here."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        verloop, begin = verloop_van(scope), time.perf_counter()
        regel, ouder = _Antwoordregel(send, verloop), _traceparent(Headers(scope=scope))
        with (
            self.sporen.spoor(self._naam(scope), SpanKind.SERVER, ouder) as span,
            bound_contextvars(correlatieId=verloop.correlatie_id, traceId=trace_id(span) or (ouder and ouder[3:35])),
        ):
            try:
                await self.app(scope, receive, regel.zend)
            except ClientDisconnect:
                verloop.uitkomst = "AFGEBROKEN"
            except Exception:
                _log.exception("onverwachte_fout")
                if regel.status:  # the answer is on its way and cannot be taken back
                    raise
                await intern(verloop)(scope, receive, regel.zend)
            finally:
                span.set_attributes({"http.response.status_code": regel.status or 0, "bron.uitkomst": verloop.uitkomst})
                self._noteer(scope, verloop, regel.status, time.perf_counter() - begin)

    def _naam(self, scope: Scope) -> str:
        """Name a request by its method and address, as far as they are ours."""
        return f"{_bekend(scope['method'], _METHODEN)} {_pad(scope['path'], self.paden)}"

    def _noteer(self, scope: Scope, verloop: Verloop, status: int | None, duur: float) -> None:
        pad = _pad(scope["path"], self.paden)
        if pad == GRAPHQL:
            self.metrieken.tel(soort=verloop.soort, operatie=verloop.operatie, uitkomst=verloop.uitkomst, seconden=duur)
        _log.info(
            "verzoek",
            methode=_bekend(scope["method"], _METHODEN),
            pad=pad,
            status=status,
            uitkomst=verloop.uitkomst,
            soort=verloop.soort,
            operatie=verloop.operatie,
            aanroeper=verloop.aanroeper,
            duurMs=round(duur * 1000, 2),
        )


class _Antwoordregel:
    """Adds the fixed headers to a response and remembers its status."""

    def __init__(self, send: Send, verloop: Verloop) -> None:
        self.status: int | None = None
        self._send = send
        self._verloop = verloop

    async def zend(self, bericht: Message) -> None:
        if bericht["type"] == "http.response.start":
            self.status = bericht["status"]
            gezet = {naam for naam, _ in bericht["headers"]}
            vast = [(naam, waarde) for naam, waarde in _VAST if naam not in gezet]
            correlatie = (CORRELATIE, self._verloop.correlatie_id.encode())
            bericht["headers"] = [*bericht["headers"], *vast, correlatie]
        await self._send(bericht)


def _bekend(tekst: str, namen: frozenset[str]) -> str:
    return tekst if tekst in namen else ONBEKEND


def _pad(pad: str, paden: frozenset[str]) -> str:
    """Name an address as its route does, without the id at the end of it."""
    sjabloon = f"{pad.rpartition('/')[0]}/{{id}}"
    return sjabloon if sjabloon in paden else _bekend(pad, paden)


def _traceparent(koppen: Headers) -> str | None:
    """Return a well-formed W3C traceparent of version 00; anything else, and a tracestate, is not ours to repeat."""
    tekst = koppen.get("traceparent", "")
    delen = _TRACEPARENT.fullmatch(tekst)
    return tekst if delen and int(delen[1], 16) and int(delen[2], 16) else None
