"""The server process of a cluster: start it, find it running, stop it."""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import psycopg
from psycopg import sql

from app.ingebed.cluster import DATABASE, POORT
from app.ingebed.fout import IngebedFout
from app.ingebed.gebruiker import OMGEVING
from app.ingebed.sloten import gedeeld, is_bezet

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ingebed.cluster import Cluster
    from app.ingebed.instellingen import Instellingen

GEDULD = 120.0  # seconds; recovery after a hard stop may take a while
TUSSENPOOS = 0.02  # seconds between two looks


@dataclass(slots=True, kw_only=True)
class Server:
    """The server of one cluster. Everything here happens under the lock of the data folder."""

    cluster: Cluster
    instellingen: Instellingen
    _oppas: Thread | None = field(default=None, init=False)

    def zorg(self) -> None:
        """See to it that the server runs and that our database exists. Raises IngebedFout when it does not come up."""
        if not (self.leeft() and self._komt_op()):
            self._start()
            if not self._komt_op():
                raise IngebedFout(f"Postgres start niet:\n{self.cluster.logboek.read_text().strip()}")
        self._zorg_voor_database()

    def leeft(self) -> bool:
        """Whether any process of the server lives, orphans of a killed server too: all inherited the lock `leven`."""
        return is_bezet(self.cluster.leven)

    def stop(self) -> None:
        """Stop at once but tidily (`-m fast`); returns when the last process of the server is gone."""
        if self.leeft():
            pg_ctl, pgdata = self.cluster.programma("pg_ctl"), f"--pgdata={self.cluster.gegevens}"
            uitkomst = self.cluster.account.draai(pg_ctl, "stop", pgdata, "--mode=fast", f"--timeout={GEDULD:.0f}")
            if not wacht_tot(lambda: not self.leeft()):
                raise IngebedFout(f"Postgres stopt niet:\n{uitkomst.stderr.strip()}")
            self.cluster.sluit_sockets()
        if self._oppas:
            self._oppas.join()

    def _start(self) -> None:
        """Start the server in a session of its own: a Ctrl-C in the terminal is for us, and we stop it in order."""
        self.cluster.open_sockets()
        self._vergeet_dode_voorganger()
        with gedeeld(self.cluster.leven) as leven, os.fdopen(self._open_logboek(), "wb") as logboek:
            proces = subprocess.Popen(  # noqa: S603 - fixed program, no shell
                self._opdracht(),
                stdin=subprocess.DEVNULL,
                stdout=logboek,
                stderr=subprocess.STDOUT,
                pass_fds=(leven,),
                start_new_session=True,
                cwd="/",
                env=OMGEVING,
                user=self.cluster.account.uid,
                group=self.cluster.account.gid,
                extra_groups=self.cluster.account.groepen,
            )
        # Reaps the server whoever stops it and whenever: no zombie for as long as we live.
        self._oppas = Thread(target=proces.wait, daemon=True)
        self._oppas.start()

    def _opdracht(self) -> list[str]:
        cluster = self.cluster
        sockets = str(cluster.sockets).replace('"', '""')
        return [
            *(str(cluster.programma("postgres")), "-D", str(cluster.gegevens)),
            *("-p", str(POORT), "-k", f'"{sockets}"'),
            *self.instellingen.opties(),
        ]

    def _open_logboek(self) -> int:
        return os.open(self.cluster.logboek, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)

    def _vergeet_dode_voorganger(self) -> None:
        """Remove the lock files of a server that died hard, when their number is a zombie's or another program's.

        Postgres takes any process of its own account for its predecessor, and then refuses to start; in a restarted
        container that is likely. A living postmaster works in PGDATA. Without /proc we leave it to Postgres.
        """
        pidbestand = self.cluster.gegevens / "postmaster.pid"
        if pidbestand.exists() and Path("/proc/self/cwd").exists():
            nummer = pidbestand.read_text().split("\n", 1)[0]
            if werkmap(nummer) != self.cluster.gegevens:
                self.cluster.leeg_sockets()
                pidbestand.unlink()

    def _komt_op(self) -> bool:
        """Wait until the server answers; False when it died on the way."""
        antwoordt = False

        def beslist() -> bool:
            nonlocal antwoordt
            antwoordt = self._antwoordt()
            return antwoordt or not self.leeft()

        if not wacht_tot(beslist):
            raise IngebedFout(f"Postgres antwoordt niet; zie {self.cluster.logboek}.")
        return antwoordt

    def _antwoordt(self) -> bool:
        try:
            psycopg.connect(self.cluster.url("postgres"), connect_timeout=10).close()
        except psycopg.OperationalError:
            return False
        return True

    def _zorg_voor_database(self) -> None:
        with psycopg.connect(self.cluster.url("postgres"), autocommit=True) as verbinding:
            if not verbinding.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
                verbinding.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(DATABASE)))


def werkmap(nummer: str) -> Path | None:
    """Find the working directory of a process; a zombie has none."""
    try:
        return Path(f"/proc/{nummer}/cwd").readlink()
    except OSError:
        return None


def wacht_tot(voorwaarde: Callable[[], bool]) -> bool:
    """Look until it is true; False when patience ran out."""
    einde = time.monotonic() + GEDULD
    while not voorwaarde():
        if time.monotonic() > einde:
            return False
        time.sleep(TUSSENPOOS)
    return True
