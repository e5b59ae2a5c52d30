"""The test environments as processes: they serve this register's own leerbedrijven, and nobody outlives the command."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING

import httpx
import psycopg
import pytest

from app.bronnen.brp import HaalCentraalBrp
from app.bronnen.proef import Adressen, ProefomgevingFout, proefomgeving
from app.bronnen.sbb import JsonSbb
from app.bronnen.verbinding import Verbinding
from app.proef_sbb import DatabaseLeerbedrijven
from domain.codes import ErkenningStatus
from domain.leerbedrijf import Erkenning, Leerbedrijf
from domain.persoon import Persoon

if TYPE_CHECKING:
    from pathlib import Path

    from tests.postgres import Database

SANNE = "999940004"
BAKKER = Leerbedrijf(
    leerbedrijf_id="100000001",
    naam="Bakkerij",
    postcode="3511AB",
    huisnummer=4,
    erkenningen=(
        Erkenning(opleidingcode="25187", status=ErkenningStatus.ERKEND, datum_begin=date(2020, 1, 1)),
        Erkenning(opleidingcode="25187", status=ErkenningStatus.INGETROKKEN, datum_begin=date(2025, 1, 1)),
    ),
)
SMID = Leerbedrijf(leerbedrijf_id="100000002", naam="Smederij", postcode="3511 ab")
OUDER = """
import sys
from app.bronnen.proef import proefomgeving
with proefomgeving(database_url="postgresql://127.0.0.1:1/geen") as adressen:
    print(adressen.brp_url, flush=True)
    sys.stdin.read()
"""


def _vul(database: Database) -> None:
    with psycopg.connect(database.eigenaar_url) as verbinding:
        verbinding.execute(
            "insert into leerbedrijf (leerbedrijf_id, naam, postcode, huisnummer, gecontroleerd) values"
            " ('100000001', 'Bakkerij', '3511AB', 4, true), ('100000002', 'Smederij', '3511 ab', null, true),"
            " ('100000003', null, '3511AB', 4, false)"
        )
        verbinding.execute(
            "insert into erkenning (leerbedrijf_id, opleidingcode, status, datum_begin) values"
            " ('100000001', '25187', 'ERKEND', '2020-01-01'), ('100000001', '25187', 'INGETROKKEN', '2025-01-01')"
        )


def test_de_leerbedrijven_van_dit_register_zonder_wat_sbb_nog_niet_bevestigde(database: Database) -> None:
    _vul(database)
    bron = DatabaseLeerbedrijven(database.dienst_url, f"{database.rolprefix}lezer")

    async def lees() -> tuple[object, ...]:
        return (
            await bron.op_id(["100000001", "100000003", "100000009"]),
            await bron.op_postcode("3511AB", None),
            await bron.op_postcode("3511AB", 4),
        )

    assert asyncio.run(lees()) == ({"100000001": BAKKER}, [BAKKER, SMID], [BAKKER])


def test_beide_omgevingen_antwoorden_en_stoppen_met_het_commando(database: Database) -> None:
    _vul(database)
    rol = f"{database.rolprefix}lezer"
    with proefomgeving(database_url=database.dienst_url, rol=rol) as adressen:
        assert asyncio.run(_vraag_beide(adressen)) == (True, BAKKER)
    with pytest.raises(httpx.ConnectError):
        httpx.get(adressen.brp_url, trust_env=False)
    with pytest.raises(httpx.ConnectError):
        httpx.get(adressen.sbb_url, trust_env=False)


async def _vraag_beide(adressen: Adressen) -> tuple[bool, Leerbedrijf | None]:
    brp, sbb = Verbinding(adressen.brp_url), Verbinding(adressen.sbb_url)
    try:
        persoon = (await HaalCentraalBrp(brp).op_nummer([SANNE]))[SANNE]
        return isinstance(persoon, Persoon), await JsonSbb(sbb).leerbedrijf("100000001")
    finally:
        await brp.sluit()
        await sbb.sluit()


def test_wie_de_ouder_doodt_houdt_geen_proefomgeving_over() -> None:
    with subprocess.Popen(  # noqa: S603 - our own text
        [sys.executable, "-c", OUDER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as ouder:
        assert ouder.stdout is not None
        assert ouder.stderr is not None
        adres = ouder.stdout.readline().decode().strip()
        assert httpx.get(f"{adres}/proef/storing", trust_env=False).is_success
        ouder.kill()
        ouder.stderr.read()  # ends when the last process that holds it ends
    with pytest.raises(httpx.ConnectError):
        httpx.get(adres, trust_env=False)


def test_een_bestand_dat_er_niet_is_zegt_dat_de_omgeving_niet_start(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with (
        pytest.raises(ProefomgevingFout, match=r"app\.bronnen\.proef\.brp"),
        proefomgeving(database_url="postgresql://127.0.0.1:1/geen", personen=tmp_path / "weg.json"),
    ):
        pass
    assert "Personen niet gelezen uit" in capfd.readouterr().err
