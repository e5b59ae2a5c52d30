"""`bron serve` with several workers: it tells the truth about its database, and stops as a whole."""

from __future__ import annotations

import json
import signal
import socket
import time
from typing import TYPE_CHECKING

import httpx
import psutil

from tests.cli.conftest import proces

if TYPE_CHECKING:
    import pytest

MET_SPOED = 60.0  # seconds at most; two workers start slowly on a machine that is busy


def _wacht_op(adres: str) -> httpx.Response:
    """Ask until someone listens: the parent opens the port, its workers come later."""
    einde = time.monotonic() + MET_SPOED
    while True:
        try:
            return httpx.get(adres, timeout=MET_SPOED)
        except httpx.ConnectError:
            assert time.monotonic() < einde


def test_serve_zonder_database_leeft_maar_is_niet_gereed(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as even:
        poort = even.getsockname()[1]
    instellingen = {
        "OMGEVING": "productie",
        "DATABASE_URL": "postgresql://bron@127.0.0.1:1/bron",
        "BRP_URL": "http://127.0.0.1:1",
        "SBB_URL": "http://127.0.0.1:1",
        "TOKEN_UITGEVERS": json.dumps({"https://uitgever.voorbeeld": {"keys": []}}),
        "POORT": str(poort),
        "WERKERS": "2",
        "TIME_OUT_GEREED": "0.1",
    }
    for naam, waarde in instellingen.items():
        monkeypatch.setenv(f"BRON_{naam}", waarde)
    with proces("serve") as serve:
        try:
            assert _wacht_op(f"http://127.0.0.1:{poort}/gezond").status_code == 200
            assert httpx.get(f"http://127.0.0.1:{poort}/gereed").status_code == 503
            assert httpx.get(f"http://127.0.0.1:{poort}/").status_code == 404
            kinderen = psutil.Process(serve.pid).children(recursive=True)
        finally:
            serve.send_signal(signal.SIGTERM)
        _, fout = serve.communicate(timeout=MET_SPOED)
    assert len(kinderen) >= 2
    assert psutil.wait_procs(kinderen, timeout=5)[1] == []
    assert all(json.loads(regel)["event"] for regel in fout.splitlines())
