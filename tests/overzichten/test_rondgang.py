"""Round: what comes in as a registratieoverzicht goes out as the same lines, and in and out again."""

from __future__ import annotations

import asyncio
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import psycopg
from psycopg_pool import AsyncConnectionPool

from app.achtergrond.overzichten import Maker
from app.achtergrond.taken import OVERZICHT
from app.achtergrond.wachtrij import Wachtrij
from app.opslag.overzichten.maken import Overzichtopslag
from app.opslag.overzichten.uitgeven import Uitgifte
from app.opslag.toegang import Toegang
from app.registratieoverzicht.aanbieden import Importeur
from app.registratieoverzicht.importeren import importeer
from app.registratieoverzicht.overzicht import lees_overzicht
from domain.aanroeper import Aanroeper, Rol
from tests.meegeleverd import laad_meegeleverd, schrijfpad
from tests.postgres import kloon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.registratieoverzicht.verslag import Verslag
    from tests.postgres import Database, Server

EIGEN: Final = Path(__file__).parents[1] / "registratieoverzicht" / "RO_27DV_20250801_20261124.CSV"
GEMAAKT: Final = date(2026, 11, 24)
SCHOOL: Final = Aanroeper(rol=Rol.MBO, instelling="27DV")
_VRAAG_AAN: Final = b"""
    WITH a AS (
        INSERT INTO aanvraag (afzender, kenmerk, soort, hash, instelling, status, signalen)
        VALUES ('MBO:27DV', 'ro', 'REGISTRATIEOVERZICHT', '', '27DV', 'GOEDGEKEURD', '[]') RETURNING id
    )
    INSERT INTO overzicht (aanvraag_id, soort, status, instelling, van, tot_en_met)
    SELECT id, 'REGISTRATIEOVERZICHT', 'AANGEVRAAGD', '27DV', %s, %s FROM a RETURNING id
"""


def lever(database: Database, regels: Sequence[str]) -> Verslag:
    """Import the lines in an empty register with the reference data that ship."""
    laad_meegeleverd(database)
    with schrijfpad(database) as pad:
        importeur = Importeur(leveren=pad.leveren, instelling="27DV", bestand=EIGEN.name)
        verslag: Verslag = pad.doe(importeer(lees_overzicht(regels, "27DV"), importeur, lambda _: None))
        return verslag


def vraag_op(database: Database, van: str, tot_en_met: str) -> list[str]:
    """Have an overview made, and read it out, with the line ends it has."""
    return asyncio.run(_vraag_op(database, van, tot_en_met)).splitlines(keepends=True)


async def zet_klaar(database: Database) -> None:
    """Have an overview asked for, and the work for it in the queue."""
    async with await psycopg.AsyncConnection.connect(database.eigenaar_url) as verbinding:
        rij = await (await verbinding.execute(_VRAAG_AAN, ("2025-08-01", "2026-07-31"))).fetchone()
        assert rij
        await Wachtrij().stel_uit(verbinding, OVERZICHT, slot="overzicht", overzicht_id=rij[0])


async def _vraag_op(database: Database, van: str, tot_en_met: str) -> str:
    opties: dict[str, Any] = {"min_size": 1, "max_size": 3, "kwargs": {"autocommit": True}, "open": False}
    async with AsyncConnectionPool(database.dienst_url, **opties) as pool:
        toegang = Toegang(pool=pool, rolprefix=database.rolprefix, time_out=60)
        async with toegang.schrijver() as verbinding:
            rij = await (await verbinding.execute(_VRAAG_AAN, (van, tot_en_met))).fetchone()
        assert rij
        maker = Maker(toegang=toegang, opslag=Overzichtopslag(toegang=toegang), vandaag=lambda: GEMAAKT)
        await maker.maak(rij[0])
        uitgifte = Uitgifte(toegang=toegang)
        gereed = await uitgifte.vind(rij[0], SCHOOL)
        assert gereed
        return b"".join([deel async for deel in uitgifte.inhoud(gereed, SCHOOL, "")]).decode()


def test_wat_erin_gaat_komt_eruit(database: Database) -> None:
    """In another order perhaps, and with the day on which it was made: the file of the tests has that day too."""
    regels = EIGEN.read_text("utf-8").splitlines()
    assert lever(database, regels).alles_aanvaard
    gekomen = vraag_op(database, "2025-08-01", "2026-11-24")
    assert sorted(regel.removesuffix("\r\n") for regel in gekomen) == sorted(regels)


def test_in_een_tweede_register_is_het_hetzelfde_bestand(server: Server, sjabloon: str) -> None:
    regels = EIGEN.read_text("utf-8").splitlines()
    bestanden = []
    for _ in range(2):
        with kloon(server, sjabloon) as database:
            lever(database, regels)
            bestanden.append(vraag_op(database, "2025-08-01", "2026-11-24"))
            regels = [regel.removesuffix("\r\n") for regel in bestanden[-1]]
    assert bestanden[0] == bestanden[1]


def test_nog_eens_het_eigen_overzicht_leveren_verandert_niets(database: Database) -> None:
    regels = EIGEN.read_text("utf-8").splitlines()
    lever(database, regels)
    eerst = vraag_op(database, "2025-08-01", "2026-11-24")
    with schrijfpad(database) as pad:
        voor = pad.rijen("SELECT versie FROM inschrijving UNION ALL SELECT versie FROM resultaat")
        importeur = Importeur(leveren=pad.leveren, instelling="27DV", bestand="ander.csv")
        verslag = pad.doe(importeer(lees_overzicht(eerst, "27DV"), importeur, lambda _: None))
        assert verslag.alles_aanvaard
        assert pad.rijen("SELECT versie FROM inschrijving UNION ALL SELECT versie FROM resultaat") == voor
