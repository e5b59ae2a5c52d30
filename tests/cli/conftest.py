"""The `bron` command, run as a user runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable

WORTEL = Path(__file__).parents[2]
Uitslag = tuple[int, str, str]


@pytest.fixture(autouse=True)
def _zonder_instellingen(monkeypatch: pytest.MonkeyPatch) -> None:
    for naam in [naam for naam in os.environ if naam.startswith("BRON_")]:
        monkeypatch.delenv(naam)


@pytest.fixture
def bron(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Callable[..., Uitslag]:
    """Run `bron` in this process: exit code, stdout, stderr."""
    monkeypatch.chdir(tmp_path)

    def draai(*opdracht: str) -> Uitslag:
        monkeypatch.setattr(sys, "argv", ["bron", *opdracht])
        with pytest.raises(SystemExit) as einde:
            main()
        uit, fout = capsys.readouterr()
        return int(einde.value.code or 0), uit, fout

    return draai


def proces(*opdracht: str) -> subprocess.Popen[str]:
    """Run `bron` in a process of its own, for what takes signals."""
    regel = [sys.executable, "-c", "from app.cli import main; main()", *opdracht]
    return subprocess.Popen(  # noqa: S603 - our own command
        regel,
        cwd=WORTEL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
