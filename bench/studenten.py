"""Whom the bench asks about and delivers for, drawn from the register itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import psycopg

if TYPE_CHECKING:
    from bench.register import Register

SCHOLEN: Final = 6
PER_SCHOOL: Final = 250
# Leaf fields of the question for a dossier: 17 of the person, 8, 9, 2, 15 and 4 of each object below it; of results 9
# of a diploma, 12 at most of a loose one, 7 of a part with marks and 4 of another.
_VOLLE_DOSSIERS: Final = """
    SELECT p.burgerservicenummer FROM persoon p JOIN LATERAL (
        SELECT sum(8 + 9 * (SELECT count(*) FROM inschrijvingsperiode d WHERE d.inschrijving_id = i.id)
            + 2 * (SELECT count(*) FROM extra_ondersteuning o WHERE o.inschrijving_id = i.id)
            + 15 * (SELECT count(*) FROM bpv b WHERE b.inschrijving_id = i.id)
            + 4 * (SELECT count(*) FROM signaal s WHERE s.inschrijving_id = i.id)) AS velden
        FROM inschrijving i WHERE i.persoon_id = p.id AND i.instelling = %(school)s
    ) AS deelname ON true JOIN LATERAL (
        SELECT sum(CASE WHEN r.soort = 'DIPLOMA' THEN 9 WHEN r.diploma_id IS NULL THEN 12
            WHEN r.soort = 'GENERIEK_EXAMENONDERDEEL' THEN 7 ELSE 4 END) AS velden
        FROM resultaat r WHERE r.persoon_id = p.id AND r.instelling = %(school)s
    ) AS resultaten ON 17 + deelname.velden + resultaten.velden BETWEEN 85 AND 150
    JOIN persoon_instelling pi ON pi.persoon_id = p.id AND pi.instelling = %(school)s
    WHERE p.burgerservicenummer IS NOT NULL
    ORDER BY md5(p.burgerservicenummer) LIMIT %(aantal)s
"""
_SCHOLEN: Final = """
    SELECT instelling FROM inschrijving JOIN instelling s ON s.brin = instelling AND s.bekostigd
    GROUP BY instelling ORDER BY count(DISTINCT inschrijving.id) DESC, instelling LIMIT %s
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """An institution, students with results whose dossier there has about 100 leaf fields or more, ids to page from."""

    brin: str
    bsns: list[str]
    ids: list[int]


def scholen(register: Register) -> list[School]:
    """Return the largest funded institutions."""
    with psycopg.connect(register.eigenaar_url) as verbinding:
        brins = [brin for (brin,) in verbinding.execute(_SCHOLEN, (SCHOLEN,)).fetchall()]
        return [_school(verbinding, brin) for brin in brins]


def _school(verbinding: psycopg.Connection, brin: str) -> School:
    bsns = verbinding.execute(_VOLLE_DOSSIERS, {"school": brin, "aantal": PER_SCHOOL}).fetchall()
    if not bsns:
        raise LookupError(f"{brin} heeft geen student meer met een vol dossier: te veel gemeten op dit register")
    ids = verbinding.execute("SELECT id FROM inschrijving WHERE instelling = %s ORDER BY id", (brin,)).fetchall()
    return School(brin=brin, bsns=[bsn for (bsn,) in bsns], ids=[nummer for (nummer,) in ids])
