"""The way out for spans: in batches, over OTLP/HTTP, from a thread of its own."""

from __future__ import annotations

from importlib.metadata import version
from typing import Final

from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.sdk.trace.sampling import TraceIdRatioBased

from app.sporen import DIENST

_GEDULD: Final = 3  # seconds, also when the service stops


def maak_leverancier(url: str, deel: float) -> TracerProvider:
    """Keep this share of all traces and send it to a collector.

    The share is decided by the trace id alone (own choice): a caller may name a trace, not what we keep.
    """
    wie = Resource({"service.name": DIENST, "service.version": version("bron-mbo")})
    leverancier = TracerProvider(sampler=TraceIdRatioBased(deel), resource=wie, shutdown_on_exit=False)
    leverancier.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(endpoint=url, timeout=_GEDULD)))
    return leverancier
