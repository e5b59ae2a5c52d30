"""What a registratieoverzicht holds, read from one moment of the register, person by person, in its order."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from psycopg.rows import dict_row
from sqlalchemy import select

from app.opslag.lezen.dialect import als_tekst
from app.opslag.lezen.entiteiten.persoonsversie import zoals_bekend_bij_de_instelling
from domain.aanroeper import Aanroeper, Rol

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping
    from datetime import date

    from psycopg import AsyncConnection

    from app.opslag.toegang import Toegang

Dossierrij: TypeAlias = "Mapping[str, Any]"
PER_KEER: Final = 100
_PERSOON: Final = ("persoon_id", "burgerservicenummer", "onderwijsnummer", "geboortedatum", "geslacht")
_BEKEND: Final = zoals_bekend_bij_de_instelling()
_PERSONEN: Final = als_tekst(select(*(_BEKEND.c[naam] for naam in _PERSOON)))
_GELDIG: Final = """
    i.instelling = %(instelling)s AND i.datum_inschrijving <= %(tot_en_met)s
    AND coalesce(i.datum_uitschrijving_werkelijk >= %(van)s, true)
"""
# Own choice: a result without the number of an enrolment counts by its date alone, whichever the register chose (R18).
_BEHAALD: Final = "r.instelling = %(instelling)s AND r.datum_resultaat BETWEEN %(van)s AND %(tot_en_met)s"
_IN_PERIODE: Final = f"""
    SELECT i.persoon_id FROM inschrijving i WHERE {_GELDIG}
    UNION SELECT r.persoon_id FROM resultaat r WHERE {_BEHAALD}
"""
_TEL: Final = f"SELECT count(*) FROM ({_IN_PERIODE}) p"
# The persons are put in order before what stands below them is read: OFFSET 0 keeps the sort small.
_LEES: Final = f"""
    SELECT p.*,
        (SELECT coalesce(json_agg(i ORDER BY i.datum_inschrijving, i.inschrijvingvolgnummer COLLATE "C"), '[]')
        FROM (
            SELECT i.*,
                (SELECT coalesce(json_agg(ip ORDER BY ip.datum_begin), '[]') FROM inschrijvingsperiode ip
                    WHERE ip.inschrijving_id = i.id) AS perioden,
                (SELECT coalesce(json_agg(eo ORDER BY eo.datum_begin), '[]') FROM extra_ondersteuning eo
                    WHERE eo.inschrijving_id = i.id) AS extra_ondersteuning,
                (SELECT coalesce(json_agg(b ORDER BY b.datum_begin, b.bpvvolgnummer COLLATE "C"), '[]') FROM bpv b
                    WHERE b.inschrijving_id = i.id) AS bpvs
            FROM inschrijving i WHERE i.persoon_id = p.persoon_id AND {_GELDIG}
        ) i) AS inschrijvingen,
        (SELECT coalesce(json_agg(r ORDER BY r.datum_resultaat, r.resultaatvolgnummer COLLATE "C"), '[]')
        FROM resultaat r WHERE r.persoon_id = p.persoon_id AND ({_BEHAALD} OR (
            r.inschrijvingvolgnummer IS NOT NULL
            AND EXISTS (SELECT FROM inschrijving i WHERE i.id = r.inschrijving_id AND {_GELDIG})
        ))) AS resultaten
    FROM (
        SELECT * FROM ({_PERSONEN}) p WHERE p.persoon_id IN ({_IN_PERIODE})
        ORDER BY p.burgerservicenummer COLLATE "C" NULLS LAST, p.onderwijsnummer COLLATE "C" OFFSET 0
    ) p
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Momentopname:
    """The register of one institution at one moment; aantal is how many persons the overview has."""

    aantal: int
    verbinding: AsyncConnection[Any]
    waarden: Mapping[str, object]

    async def personen(self) -> AsyncIterator[Dossierrij]:
        """Yield each person with `inschrijvingen` and `resultaten` (as JSON has them), a hundred in memory at most."""
        async with self.verbinding.cursor("personen", row_factory=dict_row) as cursor:
            cursor.itersize = PER_KEER
            await cursor.execute(_LEES.encode(), self.waarden)
            async for rij in cursor:
                yield rij


@asynccontextmanager
async def momentopname(
    toegang: Toegang, instelling: str, van: date, tot_en_met: date, vandaag: date
) -> AsyncIterator[Momentopname]:
    """Open the register as this institution may see it (besluit 0013), with row-level security as the net below."""
    waarden = {"instelling": instelling, "van": van, "tot_en_met": tot_en_met, "vandaag": vandaag}
    school = Aanroeper(rol=Rol.MBO, instelling=instelling)
    async with toegang.lezer(school, momentopname=True) as verbinding:
        rij = await (await verbinding.execute(_TEL.encode(), waarden)).fetchone()
        yield Momentopname(aantal=rij[0] if rij else 0, verbinding=verbinding, waarden=waarden)
