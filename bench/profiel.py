"""Where the service spends its CPU: a timer of used CPU time interrupts it, and each sample counts for a stage.

A sample belongs to the innermost function of ours, or of a library that is a stage by itself; so what strawberry,
graphql-core or psycopg cost counts there and not for the code of ours that called them.
"""

from __future__ import annotations

import json
import os
import signal
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.samenstelling import productie_app

if TYPE_CHECKING:
    from types import FrameType

    from starlette.applications import Starlette

_STAP: Final = 0.001  # seconds of CPU
STADIA: Final = (
    ("/uvicorn/", "http"),
    ("/starlette/", "http"),
    ("/app/http/", "http"),
    ("/app/tokens/", "token"),
    ("/app/logboek", "log en metrieken"),
    ("/structlog/", "log en metrieken"),
    ("/app/metrieken", "log en metrieken"),
    ("/prometheus_client/", "log en metrieken"),
    ("/graphql/", "graphql"),
    ("/strawberry/", "graphql"),
    ("/app/graphql/", "graphql"),
    ("/schema/leveringen/bericht", "canoniek en hash"),
    ("/rfc8785/", "canoniek en hash"),
    ("/schema/", "graphql"),
    ("/domain/", "domein"),
    ("/resolvers/", "domein"),
    ("/app/opslag/", "opslag"),
    ("/psycopg", "psycopg"),
    ("/app/bronnen/", "bronnen"),
    ("/httpx/", "bronnen"),
    ("/httpcore/", "bronnen"),
)
_stadia: Counter[str] = Counter()
_plekken: Counter[str] = Counter()


def app() -> Starlette:
    """Build the application of production and start sampling; SIGUSR1 writes what was found to BENCH_PROFIEL."""
    signal.signal(signal.SIGPROF, _neem_op)
    signal.signal(signal.SIGUSR1, _schrijf)
    signal.setitimer(signal.ITIMER_PROF, _STAP, _STAP)
    return productie_app()


def _neem_op(_nummer: int, frame: FrameType | None) -> None:
    _plekken[_plek(frame)] += 1
    while frame:
        for deel, stadium in STADIA:
            if deel in frame.f_code.co_filename:
                _stadia[stadium] += 1
                return
        frame = frame.f_back
    _stadia["overig"] += 1


def _plek(frame: FrameType | None) -> str:
    return f"{frame.f_code.co_filename}:{frame.f_code.co_name}" if frame else ""


def _schrijf(_nummer: int, _frame: FrameType | None) -> None:
    """Write what was found so far; the bench asks before and after a load, and counts what came in between."""
    stadia, plekken = Counter(dict(_stadia)), Counter(dict(_plekken))  # copies, for a sample may come in between
    uitkomst = {"stadia": dict(stadia.most_common()), "plekken": dict(plekken.most_common(40))}
    doel = Path(os.environ["BENCH_PROFIEL"])
    half = doel.with_suffix(".half")
    half.write_text(json.dumps(uitkomst, ensure_ascii=False), encoding="utf-8")
    half.replace(doel)
