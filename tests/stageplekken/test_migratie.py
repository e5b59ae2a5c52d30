"""A register that is upgraded has the places of before, those that were given up as well."""

from __future__ import annotations

import json
from itertools import count
from typing import TYPE_CHECKING, Final

import psycopg
from alembic import command

from app.opslag.migreren import alembic_configuratie
from tests.lezen.gegevens import Gegevens

if TYPE_CHECKING:
    from tests.postgres import Database

INHOUD: Final = "SELECT (to_jsonb(s) - 'kenmerk' - 'gewijzigd_op')::text FROM stageplek s ORDER BY bpv_id"
KENMERKEN: Final = "SELECT kenmerk FROM stageplek"


def test_bestaande_en_verwijderde_bpvs_komen_mee_onder_een_nieuwe_sleutel(database: Database) -> None:
    migraties = alembic_configuratie(database.eigenaar_url, database.rolprefix)
    with psycopg.connect(database.eigenaar_url, autocommit=True) as verbinding:
        _vul(Gegevens(verbinding, count(1)))
        voor, kenmerken = verbinding.execute(INHOUD).fetchall(), verbinding.execute(KENMERKEN).fetchall()
        assert [json.loads(rij)["ingetrokken"] for (rij,) in voor] == [False, True, True]
        command.downgrade(migraties, "0011")
        command.upgrade(migraties, "head")
        assert verbinding.execute(INHOUD).fetchall() == voor
        assert set(verbinding.execute(KENMERKEN).fetchall()).isdisjoint(kenmerken)


def _vul(gegevens: Gegevens) -> None:
    """Three placements, two of them deleted, one of these after a change."""
    inschrijving = gegevens.inschrijving(gegevens.persoon())
    gegevens.periode(inschrijving)
    _, tweede, derde = (gegevens.bpv(inschrijving, bpvvolgnummer=nummer) for nummer in "123")
    gegevens.verbinding.execute("UPDATE bpv SET leerbedrijf_id = '100000002' WHERE id = %s", [derde])
    with gegevens.verbinding.transaction():
        door = json.dumps({str(tweede): 1, str(derde): 1})
        gegevens.verbinding.execute("SELECT set_config('bron.beeindigd_door', %s, true)", [door])
        gegevens.verbinding.execute("DELETE FROM bpv WHERE id = ANY (%s)", [[tweede, derde]])
