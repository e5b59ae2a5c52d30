"""docs/productie.md under test: its SQL makes a register that is ready, its files hold what the pages promise."""

from __future__ import annotations

import asyncio
import configparser
import re
from typing import TYPE_CHECKING, Final

import psycopg
import pytest
from psycopg_pool import AsyncConnectionPool

from app.configuratie import Configuratie
from app.naslag import DOCS
from app.opslag.gereed import controleer
from app.opslag.migreren import migreer, verouderde_versies
from domain.fouten import BronOnbereikbaar
from tests.postgres import adres

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.postgres import Server

PRODUCTIE: Final = DOCS / "productie"
BLADEN: Final = [DOCS / "productie.md", DOCS / "tokens.md", DOCS / "waarneming.md", *sorted(PRODUCTIE.iterdir())]
_SQL: Final = re.compile(r"^```sql\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_INSTELLING: Final = re.compile(r"\bBRON_([A-Z0-9_]*[A-Z0-9])\b")


def _gereed(url: str, rolprefix: str) -> Mapping[str, bool]:
    async def vraag() -> Mapping[str, bool]:
        opties = {"autocommit": True}
        async with AsyncConnectionPool(url, min_size=1, max_size=1, open=False, kwargs=opties) as pool:
            return await controleer(pool, rolprefix, verouderde_versies())

    return asyncio.run(vraag())


def test_de_sql_van_de_gids_maakt_een_register(server: Server) -> None:
    prefix = f"{server.run.rolprefix}gids_"
    tekst = (DOCS / "productie.md").read_text(encoding="utf-8").replace("bron_", prefix)
    vooraf, achteraf = _SQL.findall(tekst.replace("DATABASE bron ", f"DATABASE {prefix}register "))
    database, eigenaar, dienst = (
        f"{prefix}register",
        f"{prefix}eigenaar:kies-een-wachtwoord",
        f"{prefix}dienst:kies-een-ander-wachtwoord",
    )
    for opdracht in vooraf.strip().splitlines():
        server.beheer.execute(opdracht)
    try:
        migreer(adres(server.url, database, eigenaar), rolprefix=prefix)
        server.beheer.execute(achteraf)
        stand = _gereed(adres(server.url, database, dienst), prefix)
        assert stand == {"database": True, "rollen": True, "schema": True, "referentie": False}
        with (
            psycopg.connect(adres(server.url, database, dienst)) as verbinding,
            pytest.raises(psycopg.errors.InsufficientPrivilege),
        ):
            verbinding.execute("SELECT FROM persoon")
    finally:
        server.doe("DROP DATABASE {} WITH (FORCE)", database)


@pytest.mark.parametrize("blad", BLADEN, ids=[blad.name for blad in BLADEN])
def test_elke_genoemde_instelling_bestaat(blad: Path) -> None:
    tekst = blad.read_text(encoding="utf-8").replace(BronOnbereikbaar.code, "")
    assert {naam.lower() for naam in _INSTELLING.findall(tekst)} <= set(Configuratie.model_fields)


def test_de_proxy_zet_de_kop_die_de_dienst_gelooft_altijd() -> None:
    """A location that leaves the header out would pass on what a client wrote in it."""
    tekst = (PRODUCTIE / "nginx.conf").read_text(encoding="utf-8")
    naar_dienst = tekst.count("proxy_pass ")
    assert naar_dienst > 0
    kop = Configuratie.model_fields["proxy_certificaat_kop"].default
    assert tekst.count(f"proxy_set_header {kop} $ssl_client_escaped_cert;") == naar_dienst
    assert "ssl_verify_client optional;" in tekst


def test_pgbouncer_deelt_per_transactie() -> None:
    instellingen = configparser.ConfigParser(inline_comment_prefixes=(";",))
    instellingen.read(PRODUCTIE / "pgbouncer.ini", encoding="utf-8")
    assert instellingen["pgbouncer"]["pool_mode"] == "transaction"


@pytest.mark.parametrize("eenheid", sorted(PRODUCTIE.glob("*.service")), ids=lambda pad: pad.name)
def test_een_eenheid_draait_een_opdracht_die_bestaat_zonder_rechten(eenheid: Path) -> None:
    from app.cli import OPDRACHTEN  # noqa: PLC0415 - the commands load the whole house

    tekst = eenheid.read_text(encoding="utf-8")
    (opdracht,) = re.findall(r"^ExecStart=/opt/bron/\.venv/bin/bron (\S+)$", tekst, re.MULTILINE)
    assert opdracht in {een.__name__.replace("_", "-") for een in OPDRACHTEN}
    regels = tekst.splitlines()
    for muur in ("NoNewPrivileges=yes", "CapabilityBoundingSet=", "ProtectSystem=strict", "PrivateTmp=yes"):
        assert muur in regels
    (wie,) = [regel.removeprefix("User=") for regel in regels if regel.startswith("User=")]
    assert wie != "root"
