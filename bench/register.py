"""The register that is measured: generated persons on the embedded Postgres, in a data folder per size."""

from __future__ import annotations

import secrets
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from app.ingebed import ingebed
from app.opslag.migreren import migreer

if TYPE_CHECKING:
    from collections.abc import Iterator

ROLPREFIX: Final = "bron_"
DIENST: Final = "bench_dienst"
_MET_RLS: Final = "SELECT relname FROM pg_class WHERE relrowsecurity AND relnamespace = 'public'::regnamespace"
# A quarter of the memory is the usual advice; 2 GB of the 24 is enough for what a run touches.
_AFSTELLING: Final = {"shared_buffers": "2GB", "max_wal_size": "4GB", "checkpoint_timeout": "30min"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """A filled register: the owner's address, that of a service (no rights until it takes a role), its server's pid."""

    eigenaar_url: str
    dienst_url: str
    personen: int
    pid: int


@contextmanager
def register(map_: Path, personen: int) -> Iterator[Register]:
    """Give a register with this many persons; made at first use and kept for the next run."""
    with ingebed(map_) as url:
        _stel_af(url)
    with ingebed(map_) as url:
        migreer(url, rolprefix=ROLPREFIX)
        if not _gevuld(url, personen):
            _genereer(map_, personen)
            with psycopg.connect(url, autocommit=True) as verbinding:
                verbinding.execute("VACUUM (ANALYZE)")
                verbinding.execute("CHECKPOINT")
        yield Register(eigenaar_url=url, dienst_url=_dienst(url), personen=personen, pid=_pid(url))


def _stel_af(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as verbinding:
        for naam, waarde in _AFSTELLING.items():
            verbinding.execute(sql.SQL("ALTER SYSTEM SET {} = {}").format(sql.Identifier(naam), sql.Literal(waarde)))


def _gevuld(url: str, personen: int) -> bool:
    with psycopg.connect(url) as verbinding:
        (aantal,) = verbinding.execute("SELECT count(*) FROM persoon").fetchone() or (0,)
        return int(aantal) >= personen


def _pid(url: str) -> int:
    """Return the process id of the server, which stands in the first line of a file of its own."""
    with psycopg.connect(url) as verbinding:
        (regel,) = verbinding.execute("SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)").fetchone() or (
            "",
        )
        return int(regel)


@contextmanager
def zonder_rls(register: Register) -> Iterator[None]:
    """Take the policies off every table for the duration of the block, to know what they cost."""
    with psycopg.connect(register.eigenaar_url, autocommit=True) as verbinding:
        namen = [naam for (naam,) in verbinding.execute(_MET_RLS).fetchall()]
        _zet_rls(verbinding, namen, "DISABLE")
        try:
            yield
        finally:
            _zet_rls(verbinding, namen, "ENABLE")


def _zet_rls(verbinding: psycopg.Connection, namen: list[str], stand: str) -> None:
    for naam in namen:
        verbinding.execute(sql.SQL("ALTER TABLE {} " + stand + " ROW LEVEL SECURITY").format(sql.Identifier(naam)))


def _genereer(map_: Path, personen: int) -> None:
    opdracht = [
        str(Path(sys.executable).with_name("bron")),
        "genereer",
        "--personen",
        str(personen),
        "--data",
        str(map_),
    ]
    subprocess.run(opdracht, check=True, stdout=sys.stderr)  # noqa: S603 - our own command


def _dienst(url: str) -> str:
    """Make the login of the service anew, which may become any reader or the writer and has no right of its own."""
    wachtwoord = secrets.token_hex(16)
    with psycopg.connect(url, autocommit=True) as verbinding:
        bestaat = verbinding.execute("SELECT FROM pg_roles WHERE rolname = %s", (DIENST,)).rowcount
        vorm = "ALTER ROLE {} PASSWORD {}" if bestaat else "CREATE ROLE {} LOGIN NOINHERIT PASSWORD {}"
        verbinding.execute(sql.SQL(vorm).format(sql.Identifier(DIENST), sql.Literal(wachtwoord)))
        for rol in ("lezer", "lezer_mbo", "lezer_ipo", "lezer_afnemer", "schrijver"):
            lid = (sql.Identifier(ROLPREFIX + rol), sql.Identifier(DIENST))
            verbinding.execute(sql.SQL("GRANT {} TO {}").format(*lid))
    delen = urlsplit(url)
    return delen._replace(netloc=f"{DIENST}:{wachtwoord}@{delen.netloc.rpartition('@')[2]}").geturl()
