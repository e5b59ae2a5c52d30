"""Traces: a span for a request, its operation, a use of the database and a question to a source. Names only.

No span holds a text or a value of the request, an address, a header or the message of an error: its names and
attributes come from closed lists of ours. Off unless BRON_OTEL_URL names a collector.
"""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Self

import httpx
from opentelemetry.trace import NoOpTracer, SpanKind, StatusCode
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from app.opslag.verbindingen import Verbindingenpool

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.trace import Span, Tracer

    from app.configuratie import Configuratie

DIENST: Final = "bron-mbo"
_W3C: Final = TraceContextTextMapPropagator()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sporen:
    """Makes spans; by default none at all."""

    tracer: Tracer = field(default_factory=NoOpTracer)
    leverancier: TracerProvider | None = None

    @property
    def aan(self) -> bool:
        """Whether anybody gets to see a span."""
        return self.leverancier is not None

    @classmethod
    def van(cls, configuratie: Configuratie) -> Self:
        """Send spans to the collector of the settings; without one there are none."""
        if configuratie.otel_url is None:
            return cls()
        from app.sporen_uit import maak_leverancier  # noqa: PLC0415 - the exporter is large, and most run without it

        leverancier = maak_leverancier(configuratie.otel_url, configuratie.otel_deel)
        return cls(tracer=leverancier.get_tracer(DIENST), leverancier=leverancier)

    @contextmanager
    def spoor(self, naam: str, soort: SpanKind = SpanKind.INTERNAL, ouder: str | None = None) -> Iterator[Span]:
        """Make a span around the block; `ouder` is a traceparent whose trace it joins."""
        verband = _W3C.extract({"traceparent": ouder}) if ouder else None
        with self.tracer.start_as_current_span(
            naam, context=verband, kind=soort, record_exception=False, set_status_on_exception=False
        ) as span:
            try:
                yield span
            except BaseException as fout:
                span.set_status(StatusCode.ERROR)
                span.set_attribute("error.type", type(fout).__qualname__)
                raise

    async def sluit(self) -> None:
        """Send what waits, bounded by the time-out of the exporter."""
        if self.leverancier:
            await asyncio.to_thread(self.leverancier.shutdown)


class GespoordePool(Verbindingenpool):
    """A pool whose use is a span: from asking for a connection until it is given back, one transaction."""

    def __init__(self, *args: Any, sporen: Sporen, **opties: Any) -> None:  # noqa: ANN401 - passed on
        super().__init__(*args, **opties)
        self._sporen = sporen

    @asynccontextmanager
    async def connection(self, timeout: float | None = None) -> AsyncIterator[Any]:  # noqa: ASYNC109 - psycopg's
        """Lend a connection."""
        with self._sporen.spoor("database", SpanKind.CLIENT):
            async with super().connection(timeout) as verbinding:
                yield verbinding


@dataclass(slots=True, kw_only=True)
class GespoordVervoer(httpx.AsyncBaseTransport):
    """The wire to a source: a span by the source's name, and its traceparent with the question."""

    bron: str
    sporen: Sporen
    vervoer: httpx.AsyncBaseTransport = field(default_factory=lambda: httpx.AsyncHTTPTransport(trust_env=False))

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Ask."""
        with self.sporen.spoor(self.bron, SpanKind.CLIENT) as span:
            _W3C.inject(request.headers)
            antwoord = await self.vervoer.handle_async_request(request)
            span.set_attribute("http.response.status_code", antwoord.status_code)
            return antwoord

    async def aclose(self) -> None:
        """Close the connections."""
        await self.vervoer.aclose()


def trace_id(span: Span) -> str | None:
    """Return the id of the trace a span belongs to, as 32 hex digits; None when nothing is traced."""
    verband = span.get_span_context()
    return f"{verband.trace_id:032x}" if verband.is_valid else None
