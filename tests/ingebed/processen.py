"""Processes beside the test: another command on the same data, and the server itself."""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

WORTEL = Path(__file__).parents[2]
PROGRAMMA = """
import sys
from pathlib import Path
from app.ingebed import ingebed
with ingebed(Path(sys.argv[1])) as url:
    print(url, flush=True)
    sys.stdin.read()
"""


@contextmanager
def ander(data: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that uses the server until its stdin is closed; its first line is the URL."""
    opdracht = [sys.executable, "-c", PROGRAMMA, str(data)]
    pijp = subprocess.PIPE
    with subprocess.Popen(  # noqa: S603 - our own program
        opdracht, stdin=pijp, stdout=pijp, stderr=pijp, text=True, cwd=WORTEL, start_new_session=True
    ) as proces:
        try:
            yield proces
        finally:
            proces.kill()


def eerste_regel(proces: subprocess.Popen[str]) -> str:
    assert proces.stdout
    return proces.stdout.readline().strip()


def postmaster(gegevens: Path) -> int:
    return int((gegevens / "postmaster.pid").read_text().split("\n")[0])


def levenden(gegevens: Path) -> set[int]:
    """All processes of the server: they work in its PGDATA."""
    return {int(proces.name) for proces in Path("/proc").glob("[0-9]*") if _werkmap(proces) == gegevens}


def _werkmap(proces: Path) -> Path | None:
    try:
        return (proces / "cwd").readlink()
    except OSError:
        return None
