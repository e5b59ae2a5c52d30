"""Loading reference data: twice is once, a row replaces its predecessor, and a fault leaves nothing behind."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from psycopg.rows import dict_row

from app.opslag.referentie import Referentiebewaarder, Telling, laad, lees_referentie
from app.referentie.fouten import OngeldigeReferentie
from app.referentie.laden import laad_map
from domain.referentie import Referentie
from tests.referentie.bouw import INSTELLING, OPLEIDING, schrijf

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping
    from pathlib import Path

    from psycopg import AsyncConnection

    from tests.postgres import Database

SCHOOL = "27DV;{};;J;1996-08-01;"


def laad_uit(database: Database, pad: Path) -> Mapping[str, Telling]:
    return asyncio.run(laad_map(database.eigenaar_url, pad))


def als_rol(database: Database, rol: str, doe: Callable[[AsyncConnection[Any]], Awaitable[Any]]) -> Any:  # noqa: ANN401
    """Do something on a connection of the service, in one of its roles, with a row factory of its own."""

    async def verbonden() -> Any:  # noqa: ANN401
        verbinding: AsyncConnection[Any]
        async with await psycopg.AsyncConnection.connect(database.dienst_url, row_factory=dict_row) as verbinding:
            await verbinding.execute(psycopg.sql.SQL("set role {}").format(psycopg.sql.Identifier(rol)))
            return await doe(verbinding)

    return asyncio.run(verbonden())


def momentopname(database: Database) -> Referentie:
    gelezen = als_rol(database, f"{database.rolprefix}lezer", lees_referentie)
    assert isinstance(gelezen, Referentie)
    return gelezen


def test_zonder_gegevens_is_de_momentopname_leeg(database: Database) -> None:
    assert momentopname(database) == Referentie()


def test_tweemaal_laden_is_eenmaal(database: Database, tmp_path: Path) -> None:
    schrijf(tmp_path, "instellingen.csv", INSTELLING, SCHOOL.format("A"), "25LX;B;;N;;")
    assert laad_uit(database, tmp_path) == {"instellingen.csv": Telling(nieuw=2, gewijzigd=0, gelijk=0)}
    eerste = momentopname(database)
    assert laad_uit(database, tmp_path) == {"instellingen.csv": Telling(nieuw=0, gewijzigd=0, gelijk=2)}
    assert momentopname(database) == eerste
    assert eerste.versie == 1


def test_dezelfde_sleutel_vervangt_en_wat_niet_genoemd_is_blijft(database: Database, tmp_path: Path) -> None:
    schrijf(tmp_path, "instellingen.csv", INSTELLING, SCHOOL.format("Oud"), "25LX;B;;N;;")
    laad_uit(database, tmp_path)
    schrijf(tmp_path, "instellingen.csv", INSTELLING, SCHOOL.format("Nieuw"))
    assert laad_uit(database, tmp_path) == {"instellingen.csv": Telling(nieuw=0, gewijzigd=1, gelijk=0)}
    referentie = momentopname(database)
    assert referentie.versie == 2
    assert [een.naam for een in referentie.instellingen["27DV"]] == ["Nieuw"]
    assert [een.naam for een in referentie.instellingen["25LX"]] == ["B"]


def test_een_onbekend_begin_is_een_begin_als_elk_ander(database: Database, tmp_path: Path) -> None:
    schrijf(tmp_path, "instellingen.csv", INSTELLING, "27DV;Ooit;;J;;", SCHOOL.format("Later"))
    laad_uit(database, tmp_path)
    schrijf(tmp_path, "instellingen.csv", INSTELLING, "27DV;Eens;;J;;")
    assert laad_uit(database, tmp_path) == {"instellingen.csv": Telling(nieuw=0, gewijzigd=1, gelijk=0)}
    assert {een.naam for een in momentopname(database).instellingen["27DV"]} == {"Eens", "Later"}


def test_van_overlappende_perioden_geldt_de_nieuwste(database: Database, tmp_path: Path) -> None:
    schrijf(
        tmp_path,
        "opleidingen.csv",
        OPLEIDING,
        "25655;Eerste;KWALIFICATIE;MBO-3;;;N;VAK;BOL;J;2015-08-01;;2030-07-31",
        "25655;Tweede;KWALIFICATIE;MBO-4;;;N;MIDDENKADER;BOL,BBL;J;2020-08-01;2024-07-31;2026-07-31",
    )
    laad_uit(database, tmp_path)
    referentie = momentopname(database)
    dagen = (date(2020, 7, 31), date(2020, 8, 1), date(2026, 7, 31), date(2026, 8, 1))
    namen = [een and een.naam for een in (referentie.opleiding("25655", dag) for dag in dagen)]
    assert namen == ["Eerste", "Tweede", "Tweede", "Eerste"]
    assert referentie.opleiding("25655", date(2030, 8, 1)) is None
    tweede = referentie.opleiding("25655", dagen[1])
    assert tweede is not None
    assert (tweede.leerwegen, tweede.laatste_instroom) == (("BOL", "BBL"), date(2024, 7, 31))


def test_een_fout_in_een_bestand_laat_niets_achter(database: Database, tmp_path: Path) -> None:
    schrijf(tmp_path, "instellingen.csv", INSTELLING, SCHOOL.format("A"))
    schrijf(tmp_path, "licenties.csv", "brin;opleidingcode", "27DV;fout")
    with pytest.raises(OngeldigeReferentie):
        laad_uit(database, tmp_path)
    assert momentopname(database) == Referentie()


def test_een_weigering_van_de_database_laat_niets_achter(database: Database) -> None:
    async def laad_half() -> None:
        verbinding: AsyncConnection[Any]
        async with await psycopg.AsyncConnection.connect(database.eigenaar_url) as verbinding:
            goed = {"code": "K0001", "naam": "a", "geldig_van": None, "geldig_tot": None}
            await laad(verbinding, {"keuzedeel": [goed], "examenonderdeel": [{"code": "3001", "soort": "XXX"}]})

    with pytest.raises(psycopg.errors.IntegrityError):
        asyncio.run(laad_half())
    assert momentopname(database) == Referentie()


def test_een_leeg_bestand_verandert_de_versie_niet(database: Database, tmp_path: Path) -> None:
    schrijf(tmp_path, "instellingen.csv", INSTELLING)
    assert laad_uit(database, tmp_path) == {"instellingen.csv": Telling(nieuw=0, gewijzigd=0, gelijk=0)}
    assert momentopname(database).versie == 0


def test_een_bestand_maakt_van_een_stub_een_leerbedrijf(database: Database, tmp_path: Path) -> None:
    with psycopg.connect(database.eigenaar_url) as verbinding:
        verbinding.execute("insert into leerbedrijf (leerbedrijf_id, gecontroleerd) values ('100017828', false)")
    schrijf(tmp_path, "leerbedrijven.csv", "leerbedrijf_id;naam", "100017828;Zorghuis")
    laad_uit(database, tmp_path)
    with psycopg.connect(database.eigenaar_url) as verbinding:
        rijen = verbinding.execute("select leerbedrijf_id, naam, gecontroleerd from leerbedrijf").fetchall()
    assert rijen == [("100017828", "Zorghuis", True)]


def test_twee_ladingen_tegelijk_wachten_op_elkaar(database: Database, tmp_path: Path) -> None:
    regels = [f"K{nummer:04};a" for nummer in range(2000)]
    heen, terug = tmp_path / "heen", tmp_path / "terug"
    for map_, volgorde in ((heen, regels), (terug, regels[::-1])):
        map_.mkdir()
        schrijf(map_, "keuzedelen.csv", "code;naam", *volgorde)

    async def samen() -> list[Mapping[str, Telling]]:
        return await asyncio.gather(*(laad_map(database.eigenaar_url, een) for een in (heen, terug)))

    tellingen = [telling["keuzedelen.csv"] for telling in asyncio.run(samen())]
    assert sorted(telling.nieuw for telling in tellingen) == [0, 2000]
    assert sorted(telling.gelijk for telling in tellingen) == [0, 2000]


def test_alleen_de_eigenaar_mag_laden(database: Database) -> None:
    for rol in ("lezer", "schrijver"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            als_rol(database, f"{database.rolprefix}{rol}", lambda verbinding: laad(verbinding, {}))


async def _bij(bewaarder: Referentiebewaarder, verbinding: AsyncConnection[Any]) -> Referentie:
    (rij,) = await (
        await verbinding.execute("select coalesce(max(versie), 0) as versie from referentieversie")
    ).fetchall()
    return await bewaarder.bij(verbinding, rij["versie"])


def test_de_bewaarder_leest_alleen_opnieuw_na_een_verandering(database: Database, tmp_path: Path) -> None:
    schrijf(tmp_path, "instellingen.csv", INSTELLING, SCHOOL.format("A"))
    bewaarder = Referentiebewaarder()

    async def verloop(verbinding: AsyncConnection[Any]) -> tuple[Referentie, ...]:
        leeg = await _bij(bewaarder, verbinding)
        await laad_map(database.eigenaar_url, tmp_path)
        eerste, nogmaals = await asyncio.gather(_bij(bewaarder, verbinding), _bij(bewaarder, verbinding))
        await laad_map(database.eigenaar_url, tmp_path)
        gelijk = await _bij(bewaarder, verbinding)
        schrijf(tmp_path, "instellingen.csv", INSTELLING, SCHOOL.format("B"))
        await laad_map(database.eigenaar_url, tmp_path)
        return leeg, eerste, nogmaals, gelijk, await _bij(bewaarder, verbinding)

    leeg, eerste, nogmaals, gelijk, anders = als_rol(database, f"{database.rolprefix}schrijver", verloop)
    assert leeg == Referentie()
    assert eerste is nogmaals is gelijk
    assert [een.naam for een in (*eerste.instellingen["27DV"], *anders.instellingen["27DV"])] == ["A", "B"]
