"""`bron worker` in a process of its own: it does what is in the queue, and stops when it is told to."""

from __future__ import annotations

import asyncio
import json
import signal
import time
from typing import TYPE_CHECKING

import psycopg

from tests.cli.conftest import proces
from tests.overzichten.test_rondgang import zet_klaar

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from tests.cli.conftest import Uitslag
    from tests.postgres import Database

MET_SPOED = 60.0


def _wacht_tot_gereed(database: Database) -> None:
    einde = time.monotonic() + MET_SPOED
    with psycopg.connect(database.eigenaar_url, autocommit=True) as eigenaar:
        while eigenaar.execute("SELECT status FROM overzicht").fetchone() != ("GEREED",):
            assert time.monotonic() < einde


def test_de_worker_doet_het_werk_en_stopt_netjes(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    asyncio.run(zet_klaar(database))
    instellingen = {
        "OMGEVING": "productie",
        "DATABASE_URL": database.dienst_url,
        "ROLPREFIX": database.rolprefix,
        "BRP_URL": "http://127.0.0.1:1",
        "SBB_URL": "http://127.0.0.1:1",
    }
    for naam, waarde in instellingen.items():
        monkeypatch.setenv(f"BRON_{naam}", waarde)
    with proces("worker") as worker:
        try:
            _wacht_tot_gereed(database)
        finally:
            worker.send_signal(signal.SIGTERM)
        _, fout = worker.communicate(timeout=MET_SPOED)
    assert worker.returncode == 0
    assert all(json.loads(regel)["event"] for regel in fout.splitlines())
    assert "Traceback" not in fout


def test_de_worker_is_voor_productie(bron: Callable[..., Uitslag]) -> None:
    code, _, fout = bron("worker")
    assert code == 2
    assert "bron dev doet het werk zelf" in fout


def test_de_worker_vraagt_database_en_bronnen(bron: Callable[..., Uitslag], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRON_OMGEVING", "productie")
    code, _, fout = bron("worker")
    assert code == 2
    for naam in ("DATABASE_URL", "BRP_URL", "SBB_URL"):
        assert f"BRON_{naam}: ontbreekt" in fout


def test_kwaliteit_telt_wat_er_gevonden_is(
    bron: Callable[..., Uitslag], database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRON_DATABASE_URL", database.eigenaar_url)
    monkeypatch.setenv("BRON_ROLPREFIX", database.rolprefix)
    code, uit, _ = bron("kwaliteit")
    assert (code, json.loads(uit)) == (0, {"nieuw": 0, "ingetrokken": 0, "nu": 0})
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert bron("kwaliteit")[1] == "Nieuw: 0. Ingetrokken: 0. Nu: 0.\n"
