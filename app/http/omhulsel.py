"""Around every request: an id that the caller and our log share, headers that always hold, one line in the log."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, Final

import structlog
from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect
from structlog.contextvars import bound_contextvars

from app.http.fouten import intern
from app.http.verloop import Verloop, verloop_van

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from app.metrieken import Metrieken

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

    def __init__(self, app: ASGIApp, *, metrieken: Metrieken, paden: frozenset[str]) -> None:
        self.app = app
        self.metrieken = metrieken
        self.paden = paden

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; an exception that nobody caught is answered here."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        verloop, begin = verloop_van(scope), time.perf_counter()
        regel = _Antwoordregel(send, verloop)
        with bound_contextvars(correlatieId=verloop.correlatie_id, traceId=_trace_id(Headers(scope=scope))):
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
                self._noteer(scope, verloop, regel.status, time.perf_counter() - begin)

    def _noteer(self, scope: Scope, verloop: Verloop, status: int | None, duur: float) -> None:
        pad = scope["path"] if scope["path"] in self.paden else "onbekend"
        if pad == GRAPHQL:
            self.metrieken.tel(soort=verloop.soort, uitkomst=verloop.uitkomst, seconden=duur)
        _log.info(
            "verzoek",
            methode=scope["method"] if scope["method"] in _METHODEN else "onbekend",
            pad=pad,
            status=status,
            uitkomst=verloop.uitkomst,
            soort=verloop.soort,
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


def _trace_id(koppen: Headers) -> str | None:
    """Return the trace id of a well-formed W3C traceparent of version 00; anything else is not ours to repeat."""
    delen = _TRACEPARENT.fullmatch(koppen.get("traceparent", ""))
    if not delen or not int(delen[1], 16) or not int(delen[2], 16):
        return None
    return delen[1]
