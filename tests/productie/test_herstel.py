"""A backup is worth what it restores: dump a filled register, restore it elsewhere, find all of it, walls included."""

from __future__ import annotations

import subprocess
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

import psycopg
import pytest

from app.ingebed.programmas import uit_wiel
from tests.domain.bouw import aanleveren_bpv, uitschrijven
from tests.leveringen.verhaal import ingeschreven
from tests.postgres import adres
from tests.register import AANROEPERS, register_op

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.postgres import Database, Server

TABELLEN: Final = """
    SELECT relname FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition ORDER BY 1
"""
MUREN: Final[dict[str, str]] = {
    "policies": "SELECT tablename, policyname, roles, cmd, qual, with_check FROM pg_policies",
    "triggers": "SELECT tgrelid::regclass::text, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
    "functies": "SELECT pg_get_functiondef(oid), proacl::text FROM pg_proc WHERE pronamespace = 'public'::regnamespace"
    " AND prokind = 'f' AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')",
    "rechten": "SELECT relname, relkind, relrowsecurity, relacl::text, relowner::regrole::text FROM pg_class"
    " WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'S')",
    "regels": "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
    " WHERE connamespace = 'public'::regnamespace",
    "indexen": "SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "partities": "SELECT inhrelid::regclass::text, inhparent::regclass::text FROM pg_inherits",
    "reeksen": "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public'",
    "uitbreidingen": "SELECT extname, extversion FROM pg_extension",
}
VERBODEN: Final = ("UPDATE ontvangst SET bericht = ''", "DELETE FROM raadpleging", "TRUNCATE ontvangst")
LIJST: Final = """
{ inschrijvingen(first: 10) { edges { node { id versie persoon { id geslachtsnaam } bpvs { id } } } } }
"""


def _programma(naam: str, url: str) -> Path:
    """Find a client of the server's own version, else that of the embedded one."""
    with psycopg.connect(url) as verbinding:
        hoofdversie = verbinding.info.server_version // 10_000
    van_debian = Path(f"/usr/lib/postgresql/{hoofdversie}/bin") / naam
    return van_debian if van_debian.exists() else uit_wiel() / "bin" / naam


def _draai(programma: str, url: str, *opties: str) -> None:
    regel = [_programma(programma, url), *opties, f"--dbname={url}"]
    klaar = subprocess.run(regel, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    assert (klaar.returncode, klaar.stderr) == (0, "")


@contextmanager
def hersteld(server: Server, database: Database, tmp_path: Path) -> Iterator[Database]:
    """Dump a database and restore it into a new one, as docs/productie.md says."""
    _draai("pg_dump", database.eigenaar_url, "--format=directory", f"--file={tmp_path / 'reserve'}")
    naam = f"{urlsplit(database.eigenaar_url).path[1:]}_terug"
    server.doe("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'", naam)
    try:
        terug = replace(
            database,
            eigenaar_url=adres(database.eigenaar_url, naam),
            dienst_url=adres(database.dienst_url, naam),
        )
        opties = ("--exit-on-error", "--single-transaction", str(tmp_path / "reserve"))
        _draai("pg_restore", terug.eigenaar_url, *opties)
        yield terug
    finally:
        server.doe("DROP DATABASE {} WITH (FORCE)", naam)


def _inhoud(url: str) -> dict[str, Any]:
    """Per table the number of rows and a hash over all of them; and everything that guards them."""
    with psycopg.connect(url) as verbinding:
        gevonden: dict[str, Any] = {
            soort: sorted(map(repr, verbinding.execute(vraag))) for soort, vraag in MUREN.items()
        }
        for (tabel,) in verbinding.execute(TABELLEN).fetchall():
            vraag = f'SELECT count(*), md5(string_agg(t::text, chr(10) ORDER BY t::text COLLATE "C")) FROM {tabel} t'
            gevonden[tabel] = verbinding.execute(vraag).fetchone()  # type: ignore[arg-type]  # a table of ours
    return gevonden


def test_wat_is_teruggezet_is_hetzelfde_register(gevulde_database: Database, server: Server, tmp_path: Path) -> None:
    with register_op(gevulde_database) as register:
        school = register.als(AANROEPERS["school"])
        school.registreer(*ingeschreven(), aanleveren_bpv(bpvvolgnummer="1"))
        school.registreer(uitschrijven())
        eerst = school.vraag(LIJST)
    with hersteld(server, gevulde_database, tmp_path) as terug:
        origineel, kopie = _inhoud(gevulde_database.eigenaar_url), _inhoud(terug.eigenaar_url)
        assert {naam for naam in origineel if origineel[naam] != kopie[naam]} == set()
        for tabel in (
            "persoon",
            "inschrijving",
            "inschrijving_historie",
            "bpv",
            "ontvangst",
            "levering",
            "raadpleging",
        ):
            assert kopie[tabel][0] > 0, tabel
        with register_op(terug) as register:
            school = register.als(AANROEPERS["school"])
            assert school.vraag(LIJST) == eerst
            assert register.als(AANROEPERS["andere"]).vraag(LIJST)["inschrijvingen"]["edges"] == []
            school.registreer(aanleveren_bpv(bpvvolgnummer="2"))
            assert register.aantal("bpv") == 2
            for opdracht in VERBODEN:
                with pytest.raises(psycopg.errors.InsufficientPrivilege, match="append only"):
                    register.verbinding.execute(opdracht)  # type: ignore[arg-type]  # fixed, above
