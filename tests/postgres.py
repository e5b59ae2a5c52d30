"""The databases of a test run: one server, one template that is migrated once, a clone of it for each test."""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from app.ingebed import Instellingen, ingebed, ruim_op

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import LiteralString, Protocol

    class Migreer(Protocol):
        def __call__(self, url: str, *, rolprefix: str) -> None: ...


GENOEG = 3 * 2**30  # bytes; containers often get a /dev/shm of 64 MB
VLUCHTIG = Instellingen(duurzaam=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What the processes of one test run share: a folder, a secret, and the names on the server that follow from it."""

    map: Path
    sleutel: str

    @classmethod
    def nieuw(cls) -> Run:
        map_ = Path(tempfile.mkdtemp(prefix="bron-tests-", dir=snelle_map()))
        map_.chmod(0o755)  # or the account of the server, when we are root, could not come in
        return cls(map=map_, sleutel=secrets.token_hex(16))

    @property
    def rolprefix(self) -> str:
        return f"t_{self.sleutel[:8]}_"

    def ruim_op(self) -> None:
        """Leave nothing behind, on a server of our own or on someone else's."""
        if url := eigen_server():
            with psycopg.connect(url, autocommit=True) as beheer:
                _verwijder_alles(beheer, self.rolprefix)
        else:
            ruim_op(self.map)
        shutil.rmtree(self.map)


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """The server of the run: a superuser's address, and a connection with it to no database of any test."""

    run: Run
    url: str
    beheer: psycopg.Connection

    def doe(self, opdracht: LiteralString, *namen: str) -> None:
        """Run a statement with names of databases or roles in it."""
        self.beheer.execute(sql.SQL(opdracht).format(*map(sql.Identifier, namen)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Database:
    """The database of one test: the owner's address and that of the service, which may become any of its roles.

    direct_url is that of the service too, around a pooler when there is one.
    """

    eigenaar_url: str
    dienst_url: str
    direct_url: str
    rolprefix: str


def snelle_map() -> Path:
    """Prefer memory over disk: a clone is 650 files, 20 ms in memory and up to 500 ms on ext4 (measured)."""
    geheugen = Path("/dev/shm")  # noqa: S108 - the run makes an own folder in it
    if os.access(geheugen, os.W_OK) and shutil.disk_usage(geheugen).free > GENOEG:
        return geheugen
    return Path(tempfile.gettempdir())


def eigen_server() -> str | None:
    """The superuser's URL of a server to test on instead of the embedded one."""
    return os.environ.get("BRON_TEST_DATABASE_URL")


def pooler() -> str | None:
    """The URL of a pooler before that server, which the service has to go through (`make proef-pgbouncer`)."""
    return os.environ.get("BRON_TEST_POOLER_URL")


@contextmanager
def start(run: Run) -> Iterator[Server]:
    """Start or join the server of the run."""
    if url := eigen_server():
        with psycopg.connect(url, autocommit=True) as beheer:
            yield Server(run=run, url=url, beheer=beheer)
        return
    with ingebed(run.map, VLUCHTIG) as url, psycopg.connect(url, autocommit=True) as beheer:
        yield Server(run=run, url=url, beheer=beheer)


def maak_sjabloon(server: Server, migreer: Migreer) -> str:
    """Make the template of the run: an empty register, with its roles; gives its name."""

    def vul(url: str) -> None:
        migreer(url, rolprefix=server.run.rolprefix)
        _maak_dienst(server)

    return maak_eenmalig(server, "sjabloon", "TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'", vul)


def maak_eenmalig(server: Server, soort: str, naar: LiteralString, vul: Callable[[str], None]) -> str:
    """Make a database that tests clone, once per run, or wait for the process that is making it; gives its name.

    An advisory lock holds within one database, so that of the migrations themselves cannot make these processes wait.
    """
    naam, half = f"{server.run.rolprefix}{soort}", f"{server.run.rolprefix}{soort}_half"
    server.beheer.execute("SELECT pg_advisory_lock(hashtext(%s))", [naam])
    try:
        if not server.beheer.execute("SELECT 1 FROM pg_database WHERE datname = %s", [naam]).fetchone():
            server.doe("DROP DATABASE IF EXISTS {}", half)
            server.doe(f"CREATE DATABASE {{}} {naar}", half)
            vul(adres(server.url, half))
            server.doe("ALTER DATABASE {} ALLOW_CONNECTIONS false", half)
            server.doe("ALTER DATABASE {} RENAME TO {}", half, naam)
    finally:
        server.beheer.execute("SELECT pg_advisory_unlock(hashtext(%s))", [naam])
    return naam


@contextmanager
def kloon(server: Server, sjabloon: str) -> Iterator[Database]:
    """Make a database for one test, and drop it whoever is still connected."""
    naam = secrets.token_hex(6)
    database = bereid_kloon(server, sjabloon, naam)
    try:
        yield database
    finally:
        server.doe("DROP DATABASE {} WITH (FORCE)", f"{server.run.rolprefix}{naam}")


def bereid_kloon(server: Server, sjabloon: str, naam: str) -> Database:
    """Make a database of a template; it is for others to drop."""
    prefix = server.run.rolprefix
    volledig, dienst = f"{prefix}{naam}", f"{prefix}dienst:{server.run.sleutel}"
    server.doe("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY", volledig, sjabloon)
    return Database(
        eigenaar_url=adres(server.url, volledig),
        dienst_url=adres(pooler() or server.url, volledig, dienst),
        direct_url=adres(server.url, volledig, dienst),
        rolprefix=prefix,
    )


def adres(url: str, database: str, aanmelding: str | None = None) -> str:
    """Give the same server's URL for another database, and perhaps for another `user:password`."""
    delen = urlsplit(url)
    vorige, _, plek = delen.netloc.rpartition("@")
    return delen._replace(netloc=f"{aanmelding or vorige}@{plek}", path=f"/{database}").geturl()


def _maak_dienst(server: Server) -> None:
    """Make the role a service logs in with: without any right until it chooses a role of the register."""
    prefix = server.run.rolprefix
    dienst = f"{prefix}dienst"
    server.doe("DROP ROLE IF EXISTS {}", dienst)
    server.doe("CREATE ROLE {} LOGIN NOINHERIT", dienst)
    server.beheer.execute(
        sql.SQL("ALTER ROLE {} PASSWORD {}").format(sql.Identifier(dienst), sql.Literal(server.run.sleutel)),
    )
    rollen = server.beheer.execute(
        "SELECT rolname FROM pg_roles WHERE starts_with(rolname, %s) AND NOT rolcanlogin AND rolname <> %s",
        [prefix, f"{prefix}bewaren"],
    )
    for (rol,) in rollen.fetchall():
        server.doe("GRANT {} TO {}", rol, dienst)


def _verwijder_alles(beheer: psycopg.Connection, prefix: str) -> None:
    for soort, catalogus in (("DATABASE", "SELECT datname FROM pg_database"), ("ROLE", "SELECT rolname FROM pg_roles")):
        for (naam,) in beheer.execute(catalogus).fetchall():
            if naam.startswith(prefix):
                beheer.execute(sql.SQL(f"DROP {soort} {{}}").format(sql.Identifier(naam)))
