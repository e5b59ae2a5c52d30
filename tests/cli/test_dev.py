"""`bron dev` as a newcomer meets it: it answers, and when it stops nothing is left."""

from __future__ import annotations

import re
import signal
import socket
from typing import TYPE_CHECKING

import httpx
import psutil
import pytest

from tests.cli.conftest import proces

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Uitslag


@pytest.mark.parametrize(("signaal", "code"), [(signal.SIGINT, 0), (signal.SIGTERM, 128 + signal.SIGTERM)])
def test_dev_antwoordt_en_laat_na_een_signaal_geen_proces_achter(
    tmp_path: Path, bron: Callable[..., Uitslag], signaal: signal.Signals, code: int
) -> None:
    with proces("dev", "--port", "0", "--leeg", "--data", str(tmp_path)) as dev:
        try:
            assert dev.stdout is not None
            adres = re.sub(r".* op ", "", dev.stdout.readline().strip())
            assert any(
                "curl -s" in regel for regel in iter(dev.stdout.readline, "")
            )  # communicate loses what is buffered
            assert httpx.get(f"{adres}/gereed").json()["gereed"]
            assert "bron token" in httpx.get(adres).text
            _, token, _ = bron("token", "--rol", "IPO", "--data", str(tmp_path))
            koppen = {"Authorization": f"Bearer {token.strip()}"}
            antwoord = httpx.post(f"{adres}/graphql", json={"query": "{__typename}"}, headers=koppen)
            assert antwoord.status_code == 200
            assert "server" not in antwoord.headers
            kinderen = psutil.Process(dev.pid).children(recursive=True)
        finally:
            dev.send_signal(signaal)
        _, fout = dev.communicate(timeout=30)
    assert dev.returncode == code, fout
    assert kinderen
    assert psutil.wait_procs(kinderen, timeout=5)[1] == []
    assert not (tmp_path / "postgres" / "postmaster.pid").exists()


def test_een_bezette_poort_wordt_genoemd() -> None:
    with socket.create_server(("127.0.0.1", 0)) as ander:
        poort = str(ander.getsockname()[1])
        opdracht = proces("dev", "--port", poort)
        _, fout = opdracht.communicate(timeout=30)
    assert opdracht.returncode == 2
    assert f"Poort {poort} is bezet" in fout
