"""B12 in SQL: on which recognition a placement rests, and whether SBB's last word on it is a withdrawal (besluit 0043).

Both pieces follow a row `b` of bpv in a FROM, and take the day as %(vandaag)s.
"""

from __future__ import annotations

from typing import Final

# As B06 has it: its own opleidingcode, else (HKS) that of the period on its begin, the first when it begins earlier.
GRONDSLAG: Final = """
    LATERAL (SELECT coalesce(b.opleidingcode, (
        SELECT ip.opleidingcode FROM inschrijvingsperiode ip WHERE ip.inschrijving_id = b.inschrijving_id
        ORDER BY (ip.datum_begin <= b.datum_begin) DESC,
            CASE WHEN ip.datum_begin <= b.datum_begin THEN ip.datum_begin END DESC, ip.datum_begin LIMIT 1
    ))) AS grondslag(opleidingcode)
"""
# Of what is not over: a row for the opleiding itself before one for all, then the last begun, also if that is to come.
INTREKKING: Final = """
    LATERAL (
        SELECT laatste.datum_begin FROM (
            SELECT e.status, e.datum_begin FROM erkenning e
            WHERE e.leerbedrijf_id = b.leerbedrijf_id AND e.opleidingcode IN (grondslag.opleidingcode, '*')
                AND coalesce(e.datum_einde >= %(vandaag)s, true)
            ORDER BY e.opleidingcode = '*', e.datum_begin DESC NULLS LAST LIMIT 1
        ) laatste
        WHERE laatste.status = 'INGETROKKEN'
            AND coalesce(b.datum_einde_werkelijk >= greatest(laatste.datum_begin, %(vandaag)s),
                laatste.datum_begin IS NOT NULL)
    ) AS intrekking(datum)
"""
