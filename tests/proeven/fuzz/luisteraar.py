"""Listens to everything the service says of itself, and remembers where a canary sang."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import pytest
import structlog
from opentelemetry.sdk.trace.export import SpanExporter, SpanExportResult

import app.sporen_uit
from app.logboek import richt_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from opentelemetry.sdk.trace import ReadableSpan

VERZAMELAAR: Final = "http://verzamelaar.voorbeeld/v1/traces"


@dataclass
class Luisteraar:
    """How many lines and spans were heard, and how many canaries by where."""

    gehoord: Counter[str] = field(default_factory=Counter)
    lekken: Counter[str] = field(default_factory=Counter)
    _patroon: re.Pattern[str] = re.compile(r"(?!)")

    def let_op(self, kanaries: Iterable[str]) -> None:
        """From now on, these are canaries."""
        self._patroon = re.compile("|".join(map(re.escape, sorted(kanaries))))

    def hoor(self, waar: str, tekst: str) -> None:
        """Look for canaries in what was said somewhere."""
        self.gehoord[waar] += 1
        if self._patroon.search(tekst):
            self.lekken[waar] += 1


class _Log(io.TextIOBase):
    def __init__(self, luisteraar: Luisteraar) -> None:
        super().__init__()
        self._luisteraar = luisteraar

    def write(self, tekst: str) -> int:
        self._luisteraar.hoor("log", tekst)
        self._luisteraar.gehoord["fouten in het log"] += '"level": "error"' in tekst
        return len(tekst)


class _Spans(SpanExporter):
    def __init__(self, luisteraar: Luisteraar) -> None:
        self._luisteraar = luisteraar

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        for span in spans:
            self._luisteraar.hoor("sporen", span.to_json())
        return SpanExportResult.SUCCESS


@contextmanager
def luisterend() -> Iterator[Luisteraar]:
    """Take log and spans of this process in until the end of the block; the service must send spans to VERZAMELAAR."""
    luisteraar = Luisteraar()
    with pytest.MonkeyPatch.context() as hier:
        hier.setattr(app.sporen_uit, "OTLPSpanExporter", lambda **_: _Spans(luisteraar))
        richt_in("DEBUG", _Log(luisteraar))
        try:
            yield luisteraar
        finally:
            structlog.reset_defaults()
            logging.basicConfig(handlers=[logging.NullHandler()], level=logging.WARNING, force=True)
