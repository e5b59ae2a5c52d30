"""The generated register is what the register itself makes of the generated deliveries, to the row."""

from __future__ import annotations

import asyncio
import hashlib
import json
from itertools import groupby
from typing import TYPE_CHECKING, Any

import psycopg
import rfc8785
from psycopg import sql

from app.bronnen.proef.brp_personen import laad as laad_brp
from app.generator import invoer
from app.generator.nummers import volgnummers_van
from app.opslag.laden.dossiers import laad
from app.opslag.schrijven.rijen import persoon_van
from app.opslag.tabellen.versies import VERSIETABELLEN
from domain.resultaat import Diploma
from domain.verwerking import GEREGISTREERD
from tests.generator.aanlevering import leverbaar, ontvangst, proef, school
from tests.generator.conftest import PERSONEN
from tests.generator.portret import EIGEN, KLOK, TABELLEN, een, portret

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from domain.dossier import Dossier
    from domain.ontvangst import Ontvangst
    from domain.persoon import Persoon
    from domain.uitkomst import Uitkomst
    from tests.generator.conftest import Gevuld
    from tests.postgres import Database

REFERENTIE = (
    *("instelling", "licentie", "opleiding", "keuzedeel", "opleiding_keuzedeel"),
    *("leerbedrijf", "erkenning", "codelijst", "examenonderdeel"),
)
ARCHIEF = """
    SELECT o.soort, o.bericht, o.instelling, o.persoon_id, p.onderwijsnummer IS NOT NULL
    FROM ontvangst o JOIN persoon p ON p.id = o.persoon_id ORDER BY o.persoon_id, o.ontvangen_op, o.id
"""


def test_de_leveringen_opnieuw_gespeeld_geven_hetzelfde_register(gevuld: Gevuld, database: Database) -> None:
    _zelfde_referentie(gevuld.database, database)
    asyncio.run(_speel_na(gevuld, database))
    verwacht, gekregen = (
        portret(url, zonder=EIGEN | KLOK) for url in (gevuld.database.eigenaar_url, database.eigenaar_url)
    )
    for tabel in TABELLEN:
        assert set(gekregen[tabel]) ^ set(verwacht[tabel]) == set(), tabel
        assert len(gekregen[tabel]) == len(verwacht[tabel])


def _zelfde_referentie(van: Database, naar: Database) -> None:
    with psycopg.connect(van.eigenaar_url) as bron, psycopg.connect(naar.eigenaar_url) as doel:
        for tabel in REFERENTIE:
            naam = sql.Identifier(tabel)
            with (
                bron.cursor().copy(sql.SQL("COPY {} TO STDOUT").format(naam)) as uit,
                doel.cursor().copy(sql.SQL("COPY {} FROM STDIN").format(naam)) as erin,
            ):
                for deel in uit:
                    erin.write(deel)
        doel.execute("INSERT INTO referentieversie (versie) VALUES (1)")


async def _speel_na(gevuld: Gevuld, database: Database) -> None:
    """Send the archive again, person by person; with the sequence of onderwijsnummers where each got its own."""
    with psycopg.connect(gevuld.database.eigenaar_url) as verbinding:
        archief = verbinding.execute(ARCHIEF).fetchall()
    async with leverbaar(database, gevuld.brp) as leveren:
        for (soort, brin, persoon_id, buiten_brp), groep in groupby(archief, _beurt):
            if buiten_brp and soort:
                _zet_onderwijsnummer(database, persoon_id)
            await leveren.lever(school(brin), [ontvangst(rij[0], rij[1]) for rij in groep])


def _beurt(rij: tuple[Any, ...]) -> tuple[Any, ...]:
    """One batch: an identification by itself, then what the same institution delivers of the same person."""
    soort, _, brin, persoon_id, buiten_brp = rij
    return soort if soort.endswith("_PERSOON") else "", brin, persoon_id, buiten_brp


def _zet_onderwijsnummer(database: Database, persoon_id: int) -> None:
    with psycopg.connect(database.eigenaar_url) as verbinding:
        eerste = volgnummers_van(persoon_id // 256 - 1)[0]
        verbinding.execute("SELECT setval('onderwijsnummer_volgnummer', %s, false)", [eerste])


def test_elk_object_doorstaat_de_controles_nog_eens_en_verandert_niets(gevuld: Gevuld) -> None:
    """Offered as they stand: as new they are there already, as a change they pass every control and change nothing."""
    uitkomsten = asyncio.run(_bied_aan(gevuld))
    with psycopg.connect(gevuld.database.eigenaar_url) as verbinding:
        resultaten = een(verbinding, "SELECT count(*) FROM resultaat WHERE diploma_id IS NULL")
    assert len(uitkomsten) == 2 * (gevuld.aantallen["inschrijving"] + gevuld.aantallen["bpv"] + resultaten)
    assert {uitkomst.status for uitkomst in uitkomsten} <= GEREGISTREERD
    assert all(uitkomst.mutaties == () for uitkomst in uitkomsten)


async def _bied_aan(gevuld: Gevuld) -> list[Uitkomst]:
    async with await psycopg.AsyncConnection.connect(gevuld.database.eigenaar_url) as verbinding:
        alle = await (await verbinding.execute("SELECT id FROM persoon")).fetchall()
        geladen = await laad(verbinding, [id_ for (id_,) in alle])
    uitkomsten: list[Uitkomst] = []
    async with leverbaar(gevuld.database, gevuld.brp) as leveren:
        for dossier in geladen.dossiers.values():
            for brin, aanbod in _aanbod(dossier):
                uitkomsten += await leveren.lever(school(brin), aanbod)
    return uitkomsten


def _aanbod(dossier: Dossier) -> Iterator[tuple[str, list[Ontvangst]]]:
    assert dossier.persoon
    for deze in dossier.inschrijvingen.values():
        bericht = invoer.inschrijving(dossier.persoon, deze, met_ondersteuning=bool(deze.extra_ondersteuning))
        aanbod = [proef(soort, bericht) for soort in ("AANLEVEREN_INSCHRIJVING", "WIJZIGEN_INSCHRIJVING")]
        for bpv in dossier.bpvs_onder(deze.sleutel):
            bericht = invoer.bpv(dossier.persoon, deze, bpv)
            aanbod += [proef(soort, bericht) for soort in ("AANLEVEREN_BPV", "WIJZIGEN_BPV")]
        yield deze.sleutel.instelling, aanbod
    for resultaat in dossier.resultaten.values():
        if isinstance(resultaat, Diploma):
            soort, bericht = "DIPLOMA", invoer.diploma(dossier.persoon, resultaat)
        else:
            soort, bericht = "RESULTAAT", invoer.los(dossier.persoon, resultaat)
        yield resultaat.sleutel.instelling, [proef(f"{actie}_{soort}", bericht) for actie in ("AANLEVEREN", "WIJZIGEN")]


def test_de_brp_kent_elke_persoon_zoals_hij_geregistreerd_staat(gevuld: Gevuld) -> None:
    async def vraag() -> tuple[Mapping[str, object], dict[str, Persoon]]:
        async with await psycopg.AsyncConnection.connect(gevuld.database.eigenaar_url) as verbinding:
            rijen = await (await verbinding.execute("SELECT row_to_json(p) FROM persoon p")).fetchall()
        personen = [persoon_van(rij) for (rij,) in rijen]
        bekend = {een.burgerservicenummer: een for een in personen if een.burgerservicenummer}
        async with leverbaar(gevuld.database, gevuld.brp) as leveren:
            return await leveren.brp.op_nummer(bekend), bekend

    antwoorden, geregistreerd = asyncio.run(vraag())
    assert antwoorden == geregistreerd
    assert len(geregistreerd) == len(laad_brp(gevuld.brp)) == PERSONEN * 49 // 50


def test_elke_rij_heeft_haar_levering_en_elke_levering_haar_ontvangst(gevuld: Gevuld) -> None:
    with psycopg.connect(gevuld.database.eigenaar_url) as verbinding:
        for tabel in (*VERSIETABELLEN, "persoonsnummer", "persoon_instelling"):
            wees = "SELECT count(*) FROM {} t WHERE NOT EXISTS (SELECT FROM levering l WHERE l.id = t.levering_id)"
            assert een(verbinding, sql.SQL(wees).format(sql.Identifier(tabel))) == 0, tabel
        for tabel in VERSIETABELLEN:
            wees = "SELECT count(*) FROM {} t WHERE NOT EXISTS (SELECT FROM levering l WHERE l.id = t.beeindigd_door)"
            assert een(verbinding, sql.SQL(wees).format(sql.Identifier(f"{tabel}_historie"))) == 0, tabel
        zonder = """SELECT count(*) FROM levering l LEFT JOIN ontvangst o ON o.levering_id = l.id
            AND (o.ontvangen_op, o.hash, o.soort, o.kenmerk, o.afzender)
                = (l.ontvangen_op, l.hash, l.soort, l.kenmerk, l.afzender)
            WHERE o.id IS NULL"""
        assert een(verbinding, zonder) == 0
        assert een(verbinding, "SELECT count(*) FROM ontvangst_overig") == 0, "every receipt lies in its month"


def test_het_archief_heeft_de_ware_hash_van_de_canonieke_vorm(gevuld: Gevuld) -> None:
    with psycopg.connect(gevuld.database.eigenaar_url) as verbinding:
        rijen = verbinding.execute("SELECT bericht, hash FROM ontvangst").fetchall()
    for bericht, hash_ in rijen:
        assert bericht.encode() == rfc8785.dumps(json.loads(bericht))
        assert hash_ == hashlib.sha256(bericht.encode()).hexdigest()
