"""What a register holds, without what differs by nature between two of them: own ids, transactions and the clock."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import sql

from app.opslag.tabellen.versies import VERSIETABELLEN

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import LiteralString

Rij = dict[str, Any]
TABELLEN = (
    *VERSIETABELLEN,
    *(f"{tabel}_historie" for tabel in VERSIETABELLEN),
    "persoonsnummer",
    "persoon_instelling",
    "ontvangst",
)
EIGEN = {"id", "historie_id", "vastgelegd_in", "beeindigd_in"}
KLOK = {"bekend_vanaf", "bekend_tot", "ontvangen_op", "geidentificeerd_op"}
LEVERING = {"levering_id", "beeindigd_door"}


def een(verbinding: psycopg.Connection[Any], vraag: sql.Composed | LiteralString) -> Any:  # noqa: ANN401
    """Return the one value that a question has for an answer."""
    rij = verbinding.execute(vraag).fetchone()
    assert rij
    return rij[0]


def portret(url: str, *, zonder: set[str] = EIGEN) -> dict[str, list[str]]:
    """Return the rows of each table as JSON, in order; with their own ids replaced by what they stand for."""
    with psycopg.connect(url) as verbinding:
        namen = _namen(verbinding)
        return {tabel: sorted(_rijen(verbinding, tabel, namen, zonder)) for tabel in TABELLEN}


def _rijen(verbinding: psycopg.Connection[Any], tabel: str, namen: Mapping[int, str], zonder: set[str]) -> list[str]:
    vraag = sql.SQL("SELECT row_to_json(t) FROM {} t").format(sql.Identifier(tabel))
    return [_als_tekst(rij, namen, zonder) for (rij,) in verbinding.execute(vraag)]


def _als_tekst(rij: Rij, namen: Mapping[int, str], zonder: set[str]) -> str:
    gelezen = {
        kolom: namen.get(waarde, waarde) if kolom in LEVERING or kolom.endswith("_id") else waarde
        for kolom, waarde in rij.items()
        if kolom not in zonder
    }
    return json.dumps(gelezen, sort_keys=True)


def _namen(verbinding: psycopg.Connection[Any]) -> dict[int, str]:
    """Return what each id of the register stands for: a kenmerk, a number, or a key under it."""
    rijen = verbinding.execute("""
        SELECT id, kenmerk FROM levering
        UNION ALL SELECT persoon_id, nummer FROM persoonsnummer
        UNION ALL SELECT i.id, concat_ws('/', nummer, i.instelling, i.inschrijvingvolgnummer)
            FROM inschrijving i JOIN persoonsnummer USING (persoon_id)
        UNION ALL SELECT b.id, concat_ws('/', nummer, b.instelling, i.inschrijvingvolgnummer, b.bpvvolgnummer)
            FROM bpv b
            JOIN inschrijving i ON i.id = b.inschrijving_id
            JOIN persoonsnummer pn ON pn.persoon_id = b.persoon_id
        UNION ALL SELECT r.id, concat_ws('/', nummer, r.instelling, r.resultaatvolgnummer)
            FROM resultaat r JOIN persoonsnummer USING (persoon_id)
    """)
    return dict(rijen.fetchall())
