"""The ground of a proof by force: a durable Postgres of its own, and the service as it runs in production."""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import psutil
import psycopg

from app.ingebed import Instellingen, ingebed, ruim_op
from app.opslag.migreren import migreer
from tests.postgres import Database, Run, Server, bereid_kloon, maak_eenmalig, maak_sjabloon
from tests.productie.opstelling import Instantie, Uitgever, instantie
from tests.proeven.programma import vrije_poort
from tests.register import laad_referentie

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

DUURZAAM: Final = Instellingen()
"""The tests' own server does not wait for its log, and would lose what it acknowledged."""
ONBEGRENSD: Final = {"verzoeken_per_seconde": "0", "kosten_per_seconde": "0", "logniveau": "ERROR"}
HERSTEL: Final = 60.0  # seconds
DIENSTVERBINDINGEN: Final = """
    SELECT pid FROM pg_stat_activity
    WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()
"""


@dataclass(kw_only=True)
class Terrein:
    """A register that may be struck down and stood up again, always at the same address."""

    run: Run
    database: Database
    uitgever: Uitgever = field(default_factory=Uitgever)
    poort: int = field(default_factory=vrije_poort)
    werkers: int = 1
    anders: dict[str, str] = field(default_factory=dict)
    _dienst: Instantie | None = field(default=None, init=False)
    _stapel: ExitStack = field(default_factory=ExitStack, init=False)

    @property
    def adres(self) -> str:
        return f"http://127.0.0.1:{self.poort}"

    @property
    def dienst(self) -> Instantie:
        assert self._dienst
        return self._dienst

    def start(self) -> None:
        """Start the service and wait until it is ready."""
        instellingen = ONBEGRENSD | {"werkers": str(self.werkers)} | self.anders
        self._dienst = self._stapel.enter_context(instantie(self.database, self.uitgever, self.poort, **instellingen))

    def stop(self) -> None:
        self._stapel.close()

    def dood_dienst(self) -> None:
        """Kill -9 the whole service, and start it again."""
        os.killpg(self.dienst.proces.pid, signal.SIGKILL)
        self._stapel.close()
        self.start()

    def dood_werker(self, lot: random.Random) -> None:
        """Kill -9 one of its workers; the service starts another by itself."""
        kinderen = psutil.Process(self.dienst.proces.pid).children()
        if werkers := [een for een in kinderen if _is_werker(een)]:
            lot.choice(werkers).kill()

    def dood_postmaster(self) -> None:
        """Kill -9 the parent of all processes of Postgres, and start it again when the last one noticed."""
        with self._eigenaar() as eigenaar:
            ouder = psutil.Process(eigenaar.info.backend_pid).parent()
        assert ouder
        ouder.kill()
        with ingebed(self.run.map, DUURZAAM):
            pass

    def dood_verbinding(self, lot: random.Random) -> None:
        """Kill -9 one backend: Postgres itself then ends all others, and recovers."""
        with self._eigenaar() as eigenaar:
            pids = [pid for (pid,) in eigenaar.execute(DIENSTVERBINDINGEN)]
        if pids:
            psutil.Process(lot.choice(pids)).kill()

    def _eigenaar(self) -> psycopg.Connection:
        """Connect as soon as Postgres takes connections: struck down a moment ago, it recovers first."""
        einde = time.monotonic() + HERSTEL
        while True:
            try:
                return psycopg.connect(self.database.eigenaar_url, autocommit=True)
            except psycopg.OperationalError:
                if time.monotonic() > einde:
                    raise
                time.sleep(0.05)


def _is_werker(proces: psutil.Process) -> bool:
    """Tell a worker from what Python runs beside them; one that just died is none."""
    try:
        return "spawn_main" in " ".join(proces.cmdline())
    except psutil.Error:
        return False


@contextmanager
def terrein(**anders: str) -> Iterator[Terrein]:
    """Make a database with the reference data of the tests' world; `anders` are settings of the service."""
    run = Run.nieuw()
    try:
        with ingebed(run.map, DUURZAAM) as url:
            with psycopg.connect(url, autocommit=True) as beheer:
                server = Server(run=run, url=url, beheer=beheer)
                gevuld = maak_eenmalig(server, "gevuld", f"TEMPLATE {maak_sjabloon(server, migreer)}", laad_referentie)
                database = bereid_kloon(server, gevuld, secrets.token_hex(6))
            grond = Terrein(run=run, database=database, anders=anders)
            try:
                yield grond
            finally:
                grond.stop()
    finally:
        ruim_op(run.map)  # not run.ruim_op(): that of a run on someone else's server leaves this one alone
        shutil.rmtree(run.map)
