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
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
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
from app.registratieoverzicht.schrijven import Schrijver
from domain.aanroeper import Aanroeper, Rol
from domain.codes import ResultaatSoort
from domain.nummers import onderwijsnummer_van

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHOOL: Final = Aanroeper(rol=Rol.MBO, instelling="27DV")
VAN: Final = date(2020, 8, 1)
TOT: Final = date(2026, 7, 31)
DAG: Final = date(2026, 11, 24)
_VRAAG_AAN: Final = b"""
    WITH a AS (
        INSERT INTO aanvraag (afzender, kenmerk, soort, hash, instelling, status, signalen)
        VALUES ('MBO:27DV', 'bench', 'REGISTRATIEOVERZICHT', '', '27DV', 'GOEDGEKEURD', '[]') RETURNING id
    )
    INSERT INTO overzicht (aanvraag_id, soort, status, instelling, van, tot_en_met)
    SELECT id, 'REGISTRATIEOVERZICHT', 'AANGEVRAAGD', '27DV', %s, %s FROM a RETURNING id
"""


def main() -> None:
    """Run the whole round, or one step of it in a process of its own."""
    opties = _opties()
    if opties.maak:
        asyncio.run(_maak(opties.maak, opties.bestand))
        return
    opties.data.mkdir(parents=True, exist_ok=True)
    eerste = opties.data / "RO_27DV.0.CSV"
    _schrijf_bestand(eerste, opties.inschrijvingen)
    _meld("bestand", {"regels": sum(1 for _ in eerste.open()), "bytes": eerste.stat().st_size})
    with ingebed(opties.data / "postgres") as url:
        bestanden = [eerste]
        for nummer in (1, 2):
            bestanden.append(opties.data / f"RO_27DV.{nummer}.CSV")
            _ronde(url, f"rondgang_{nummer}", *bestanden[-2:])
    regels = [sorted(pad.read_bytes().splitlines()) for pad in bestanden]
    _meld("zelfde regels als erin gingen", regels[0] == regels[1])
    _meld("tweede bestand is het eerste", bestanden[1].read_bytes() == bestanden[2].read_bytes())


def _opties() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.rondgang", description="Een school heen en weer.")
    parser.add_argument("--inschrijvingen", type=int, default=20_000)
    parser.add_argument("--data", type=Path, default=Path(".data/rondgang"))
    parser.add_argument("--maak", help=argparse.SUPPRESS)
    parser.add_argument("--bestand", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


def _meld(wat: str, uitkomst: object) -> None:
    sys.stdout.write(f"{wat}: {json.dumps(uitkomst)}\n")
    sys.stdout.flush()


def _ronde(server: str, naam: str, bestand: Path, uit: Path) -> None:
    """Import a file in a new register and have its overview made."""
    with _register(server, naam) as url, proefomgeving(database_url=url) as proef:
        bron = {"BRON_DATABASE_URL": url, "BRON_BRP_URL": proef.brp_url, "BRON_SBB_URL": proef.sbb_url}
        importeer = ["-c", "from app.cli import main; main()", "importeer-ro", str(bestand), "--instelling", "27DV"]
        _meld(f"importeren {bestand.name}", _gemeten(importeer, bron))
        maak = ["-m", "bench.rondgang", "--maak", url, "--bestand", str(uit)]
        _meld(f"maken {uit.name}", _gemeten(maak))


@contextmanager
def _register(server: str, naam: str) -> Iterator[str]:
    url = urlsplit(server)._replace(path=f"/{naam}").geturl()
    with psycopg.connect(server, autocommit=True) as beheer:
        beheer.execute(f"DROP DATABASE IF EXISTS {naam}".encode())
        beheer.execute(f"CREATE DATABASE {naam} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'".encode())
    migreer(url)
    asyncio.run(laad_map(url, MEEGELEVERD))
    yield url


def _gemeten(opdracht: list[str], omgeving: dict[str, str] | None = None) -> dict[str, Any]:
    """Run a command: seconds, and its peak of memory in MB."""
    begin = time.monotonic()
    alles = {**os.environ, **(omgeving or {})}
    with subprocess.Popen([sys.executable, *opdracht], stdout=subprocess.PIPE, env=alles) as kind:  # noqa: S603 - ours
        uit = kind.stdout.read() if kind.stdout else b""
        _, status, gebruik = os.wait4(kind.pid, 0)
        kind.returncode = os.waitstatus_to_exitcode(status)
    rest = json.loads(uit) if uit.strip() else {}
    signalen = {"signalen": rest["signalen"]} if "signalen" in rest else {}
    seconden = round(time.monotonic() - begin, 1)
    return {"seconden": seconden, "piekMB": gebruik.ru_maxrss // 1024, "einde": kind.returncode, **signalen}


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


def _schrijf_bestand(pad: Path, inschrijvingen: int) -> None:
    """Write the overview of a school that never was; of four students one enrolled twice, and has a diploma."""
    schrijver, nummers = Schrijver(), filter(None, map(onderwijsnummer_van, count(1_000)))
    personen = range(-(-inschrijvingen * 4 // 5))
    with pad.open("w", encoding="utf-8", newline="") as uit:
        uit.write(schrijver.voorloop("27DV", VAN, TOT, DAG))
        for nummer, onderwijsnummer in zip(personen, islice(nummers, len(personen)), strict=True):
            uit.write(schrijver.student(_student(nummer, onderwijsnummer)))
        uit.write(schrijver.sluit())


def _student(nummer: int, onderwijsnummer: str) -> dict[str, Any]:
    begin = date(2021, 8, 1) + timedelta(days=nummer % 300)
    geslaagd = nummer % 4 == 0
    inschrijvingen = [_inschrijving("1", begin, geslaagd=geslaagd)]
    if geslaagd:
        inschrijvingen.append(_inschrijving("2", date(2024, 8, 1), geslaagd=False))
    return {
        "burgerservicenummer": None,
        "onderwijsnummer": onderwijsnummer,
        "geboortedatum": str(date(2003, 1, 1) + timedelta(days=nummer % 1_000)),
        "geslacht": "MVO"[nummer % 3],
        "inschrijvingen": inschrijvingen,
        "resultaten": _diploma() if geslaagd else [],
    }


def _inschrijving(volgnummer: str, begin: date, *, geslaagd: bool) -> dict[str, Any]:
    periode = {
        "opleidingcode": "25250",
        "leertraject": "BOL",
        "indicatie_bekostigbaar": True,
        "onderwijsaanbieder": "127A201",
        "onderwijslocatie": "127X201",
    }
    bpv = {
        "afsluitdatum": str(begin),
        "datum_begin": str(begin),
        "datum_einde_gepland": str(begin + timedelta(days=200)),
        "datum_einde_werkelijk": str(begin + timedelta(days=180)),
        "omvang": 400,
        "leerbedrijf_id": "100312093",
        "opleidingcode": "25250",
    }
    return {
        "inschrijvingvolgnummer": volgnummer,
        "datum_inschrijving": str(begin),
        "datum_uitschrijving_gepland": str(begin + timedelta(days=1_400)),
        "datum_uitschrijving_werkelijk": "2024-07-10" if geslaagd else None,
        "reden_uitschrijving": "08" if geslaagd else None,
        "perioden": [{**periode, "datum_begin": str(begin + timedelta(days=100 * nr))} for nr in range(2)],
        "extra_ondersteuning": [{"datum_begin": str(begin), "datum_einde": str(begin + timedelta(days=30))}],
        "bpvs": [{**bpv, "bpvvolgnummer": str(nr)} for nr in (1, 2)],
    }


def _diploma() -> list[dict[str, Any]]:
    vast = {"datum_resultaat": "2024-07-10", "inschrijvingvolgnummer": "1", "onderwijsaanbieder": "127A201"}
    diploma = {
        "id": 1,
        "diploma_id": None,
        "soort": ResultaatSoort.DIPLOMA,
        "resultaatvolgnummer": "D1",
        "opleidingcode": "25250",
        "indicatie_bekostigbaar": True,
        **vast,
    }
    cijfer = {"eindcijfer": 7, "cijfer_instellingsexamen": "7.4", "cijfer_centraal_examen": "6.9"}
    examen = {"soort": ResultaatSoort.GENERIEK_EXAMENONDERDEEL, "diploma_id": 1, **cijfer}
    keuzedeel = {"soort": ResultaatSoort.KEUZEDEEL, "diploma_id": 1, "keuzedeelcode": "K0055", "behaald": True}
    return [
        diploma,
        {**examen, "id": 2, "resultaatvolgnummer": "G1", "code": "3001"},
        {**examen, "id": 3, "resultaatvolgnummer": "G2", "code": "3005"},
        {**keuzedeel, "id": 4, "resultaatvolgnummer": "K1"},
    ]


if __name__ == "__main__":
    main()
