"""`python -m bench.rondgang`: a large school through the register and back, twice, with time and memory of each step.

A registratieoverzicht is written, imported in an empty register, asked for, imported in a second register and asked for
again. The files must be the same; how much memory a step takes must not depend on how many records there are.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import psycopg
from psycopg_pool import AsyncConnectionPool

from app.achtergrond.overzichten import Maker
from app.bronnen.proef import proefomgeving
from app.ingebed import ingebed
from app.opslag.migreren import migreer
from app.opslag.overzichten.maken import Overzichtopslag
from app.opslag.overzichten.uitgeven import Uitgifte
from app.opslag.toegang import Toegang
from app.referentie import MEEGELEVERD
from app.referentie.laden import laad_map
from bench.rondgangschool import BRIN, DAG, TOT, VAN, schrijf_bestand
from bench.rondgangverslag import Uitkomst, schrijf
from domain.aanroeper import Aanroeper, Rol

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHOOL: Final = Aanroeper(rol=Rol.MBO, instelling=BRIN)
_VRAAG_AAN: Final = b"""
    WITH a AS (
        INSERT INTO aanvraag (afzender, kenmerk, soort, hash, instelling, status, signalen)
        VALUES ('MBO:27DV', 'bench', 'REGISTRATIEOVERZICHT', '', '27DV', 'GOEDGEKEURD', '[]') RETURNING id
    )
    INSERT INTO overzicht (aanvraag_id, soort, status, instelling, van, tot_en_met)
    SELECT id, 'REGISTRATIEOVERZICHT', 'AANGEVRAAGD', '27DV', %s, %s FROM a RETURNING id
"""


def main() -> None:
    """Run the whole round for each size, or one step of it in a process of its own."""
    opties = _opties()
    if opties.maak:
        asyncio.run(_maak(opties.maak, opties.bestand))
        return
    uitkomsten = [_rondgang(opties.data / str(aantal), aantal) for aantal in opties.inschrijvingen]
    sys.stdout.write(json.dumps(uitkomsten, indent=1) + "\n")
    if opties.notitie:
        schrijf(uitkomsten)
    if not all(uitkomst["gelijk"] for uitkomst in uitkomsten):
        sys.exit("wat eruit komt is niet wat erin ging")


def _opties() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.rondgang", description="Een school heen en weer.")
    parser.add_argument("--inschrijvingen", type=int, nargs="+", default=[20_000])
    parser.add_argument("--data", type=Path, default=Path(".data/rondgang"))
    parser.add_argument("--notitie", action="store_true", help="schrijf de cijfers in docs/metingen.md")
    parser.add_argument("--maak", help=argparse.SUPPRESS)
    parser.add_argument("--bestand", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


def _rondgang(map_: Path, inschrijvingen: int) -> Uitkomst:
    """Send a school of this size there and back, and again."""
    map_.mkdir(parents=True, exist_ok=True)
    bestanden = [map_ / f"RO_27DV.{nummer}.CSV" for nummer in range(3)]
    schrijf_bestand(bestanden[0], inschrijvingen)
    with ingebed(map_ / "postgres") as url:
        stappen = [stap for nummer in (1, 2) for stap in _ronde(url, nummer, *bestanden[nummer - 1 : nummer + 1])]
    eerste, tweede, derde = (pad.read_bytes() for pad in bestanden)
    zelfde_regels = sorted(eerste.splitlines()) == sorted(tweede.splitlines())
    return {
        "inschrijvingen": inschrijvingen,
        "regels": eerste.count(b"\n"),
        "bytes": len(eerste),
        "gelijk": zelfde_regels and tweede == derde,
        "stappen": stappen,
    }


def _ronde(server: str, nummer: int, bestand: Path, uit: Path) -> list[Uitkomst]:
    """Import a file in a new register and have its overview made."""
    with _register(server, f"rondgang_{nummer}") as url, proefomgeving(database_url=url) as proef:
        bron = {"BRON_DATABASE_URL": url, "BRON_BRP_URL": proef.brp_url, "BRON_SBB_URL": proef.sbb_url}
        importeer = ["-c", "from app.cli import main; main()", "importeer-ro", str(bestand), "--instelling", BRIN]
        maak = ["-m", "bench.rondgang", "--maak", url, "--bestand", str(uit)]
        return [
            _gemeten(f"importeren {nummer}", importeer, bron),
            _gemeten(f"maken {nummer}", maak),
        ]


@contextmanager
def _register(server: str, naam: str) -> Iterator[str]:
    url = urlsplit(server)._replace(path=f"/{naam}").geturl()
    with psycopg.connect(server, autocommit=True) as beheer:
        beheer.execute(f"DROP DATABASE IF EXISTS {naam}".encode())
        beheer.execute(f"CREATE DATABASE {naam} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'".encode())
    migreer(url)
    asyncio.run(laad_map(url, MEEGELEVERD))
    yield url


def _gemeten(stap: str, opdracht: list[str], omgeving: dict[str, str] | None = None) -> Uitkomst:
    """Run a command that has to succeed: seconds, its peak of memory in MB, and the signals that it tells of."""
    begin = time.monotonic()
    alles = {**os.environ, **(omgeving or {})}
    with subprocess.Popen([sys.executable, *opdracht], stdout=subprocess.PIPE, env=alles) as kind:  # noqa: S603 - ours
        uit = kind.stdout.read() if kind.stdout else b""
        _, status, gebruik = os.wait4(kind.pid, 0)
        kind.returncode = os.waitstatus_to_exitcode(status)
    if kind.returncode:
        raise RuntimeError(f"{stap} eindigt met {kind.returncode}")
    gemeten = {"stap": stap, "seconden": round(time.monotonic() - begin, 1), "piekMb": gebruik.ru_maxrss // 1024}
    sys.stderr.write(f"{gemeten}\n")
    return {**gemeten, "signalen": json.loads(uit).get("signalen", {}) if uit.strip() else {}}


async def _maak(url: str, bestand: Path) -> None:
    """Make the overview as a worker does, and read it out as a school does."""
    async with AsyncConnectionPool(url, min_size=1, max_size=3, kwargs={"autocommit": True}, open=False) as pool:
        toegang = Toegang(pool=pool, rolprefix="bron_", time_out=600)
        async with toegang.schrijver() as verbinding:
            rij = await (await verbinding.execute(_VRAAG_AAN, (VAN, TOT))).fetchone()
        nummer = rij[0] if rij else 0
        await Maker(toegang=toegang, opslag=Overzichtopslag(toegang=toegang), vandaag=lambda: DAG).maak(nummer)
        uitgifte = Uitgifte(toegang=toegang)
        gereed = await uitgifte.vind(nummer, SCHOOL)
        if gereed is None:
            raise RuntimeError("the overview was not made")
        with bestand.open("wb") as uit:
            async for deel in uitgifte.inhoud(gereed, SCHOOL, "bench"):
                uit.write(deel)


if __name__ == "__main__":
    main()
