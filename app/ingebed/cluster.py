"""A cluster on disk: what its folder holds, how it is made, and the address of its databases."""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from app.ingebed.fout import IngebedFout

if TYPE_CHECKING:
    from app.ingebed.gebruiker import Gebruiker

EIGENAAR = "bron_eigenaar"
DATABASE = "bron"
POORT = 5432  # only the name of the socket: nothing listens on TCP
LANGSTE_SOCKET = 107  # bytes, of sun_path


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """The 0700 folder of a cluster, the account that runs it and the installation it runs."""

    map: Path
    account: Gebruiker
    installatie: Path

    @property
    def gegevens(self) -> Path:
        """PGDATA."""
        return self.map / "gegevens"

    @property
    def gebruik(self) -> Path:
        """The lock that every process holds that uses the server."""
        return self.map / "gebruik.slot"

    @property
    def leven(self) -> Path:
        """The lock that the server's own processes hold, from the first to the last."""
        return self.map / "leven.slot"

    @property
    def logboek(self) -> Path:
        """What the server said since its last start."""
        return self.map / "logboek"

    @property
    def wachtwoord(self) -> Path:
        """The 0600 file with the owner's password."""
        return self.map / "wachtwoord"

    @property
    def sockets(self) -> Path:
        """The 0700 folder of the socket: our own, or one in /tmp when the path is too long or libpq would split it."""
        eigen = self.map / "sockets"
        if len(os.fsencode(eigen / f".s.PGSQL.{POORT}")) <= LANGSTE_SOCKET and "," not in str(eigen):
            return eigen
        return Path("/tmp") / f"bron-{hashlib.sha256(os.fsencode(self.map)).hexdigest()[:16]}"  # noqa: S108 - checked below

    def programma(self, naam: str) -> Path:
        """One of the binaries."""
        return self.installatie / "bin" / naam

    def url(self, database: str = DATABASE) -> str:
        """Give the owner's address of a database, as psycopg and SQLAlchemy read it."""
        sockets = quote(str(self.sockets), safe="/")
        return f"postgresql://{EIGENAAR}:{self.wachtwoord.read_text()}@/{database}?host={sockets}&port={POORT}"

    def maak(self, *, duurzaam: bool) -> None:
        """Initialise PGDATA when it is not there; under its final name only when complete.

        scram for every connection: the roles are the wall around the register, for those on this machine as well.
        """
        if self.gegevens.exists():
            return
        nieuw = self.map / "gegevens.nieuw"
        shutil.rmtree(nieuw, ignore_errors=True)
        self._schrijf_wachtwoord()
        uitkomst = self.account.draai(
            self.programma("initdb"),
            f"--pgdata={nieuw}",
            f"--username={EIGENAAR}",
            f"--pwfile={self.wachtwoord}",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            *([] if duurzaam else ["--no-sync"]),
        )
        if uitkomst.returncode:
            raise IngebedFout(f"De databank in {self.map} is niet te maken:\n{uitkomst.stderr.strip()}")
        nieuw.rename(self.gegevens)

    def open_sockets(self) -> None:
        """Make the folder of the socket. Raises IngebedFout when someone else took its name in /tmp."""
        try:
            self.sockets.mkdir(mode=stat.S_IRWXU)
            self.account.neemt(self.sockets)
        except FileExistsError:
            staat, onze = self.sockets.lstat(), self.map.lstat()
            if (staat.st_uid, staat.st_mode) != (onze.st_uid, onze.st_mode):
                raise IngebedFout(f"{self.sockets} is van een ander; verwijder die map.") from None

    def leeg_sockets(self) -> None:
        """Remove what a killed server left in the folder of the socket."""
        for rest in self.sockets.iterdir():
            rest.unlink()

    def sluit_sockets(self) -> None:
        """Remove the folder of the socket."""
        self.leeg_sockets()
        self.sockets.rmdir()

    def _schrijf_wachtwoord(self) -> None:
        self.wachtwoord.unlink(missing_ok=True)
        self.wachtwoord.touch(mode=stat.S_IRUSR | stat.S_IWUSR)
        self.wachtwoord.write_text(secrets.token_urlsafe(32))
        self.account.neemt(self.wachtwoord)
