"""Quality signals (K01 to K04, B12): what is wrong with a registration by the passing of time (besluit 0032).

Each look stores what was found with the registration it concerns, and withdraws what is no longer so. A signal names
the delivery that last wrote that registration: it follows from what stands there.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from app.opslag.intrekkingen import GRONDSLAG, INTREKKING
from app.opslag.schrijven.opdrachten import als_json
from domain.signalen import SIGNALEN

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.opslag.toegang import Toegang

CODES: Final = ("B12", "K01", "K02", "K03", "K04")
# K03 [K]: a BBL enrolment of before the last 31 December, with no BPV since the 1 August before that day.
# K04 [K]: on today, or on the begin of a BPV that is still to come; a training without any keuzedeel takes them all.
_GEVONDEN: Final = f"""
    SELECT 'K01' AS code, i.id AS object, i.id AS inschrijving_id, NULL::bigint AS bpv_id, i.persoon_id, i.levering_id,
        '{{}}'::jsonb AS waarden
    FROM inschrijving i
    WHERE i.instelling = %(instelling)s AND i.datum_uitschrijving_gepland < %(vandaag)s
        AND i.datum_uitschrijving_werkelijk IS NULL
    UNION ALL
    SELECT 'K02', b.id, NULL, b.id, b.persoon_id, b.levering_id, '{{}}'
    FROM inschrijving i JOIN bpv b ON b.inschrijving_id = i.id
    WHERE i.instelling = %(instelling)s AND i.datum_uitschrijving_werkelijk < %(vandaag)s
        AND coalesce(b.datum_einde_werkelijk >= %(vandaag)s, true)
    UNION ALL
    SELECT 'K03', i.id, i.id, NULL, i.persoon_id, i.levering_id, '{{}}'
    FROM inschrijving i
    WHERE i.instelling = %(instelling)s AND i.datum_inschrijving <= %(jaareinde)s
        AND coalesce(i.datum_uitschrijving_werkelijk >= %(vandaag)s, true)
        AND (SELECT ip.leertraject FROM inschrijvingsperiode ip
            WHERE ip.inschrijving_id = i.id AND ip.datum_begin <= %(vandaag)s
            ORDER BY ip.datum_begin DESC LIMIT 1) = 'BBL'
        AND (SELECT ip.leertraject FROM inschrijvingsperiode ip
            WHERE ip.inschrijving_id = i.id AND ip.datum_begin <= %(jaareinde)s
            ORDER BY ip.datum_begin DESC LIMIT 1) = 'BBL'
        AND NOT EXISTS (SELECT FROM bpv b WHERE b.inschrijving_id = i.id AND b.datum_begin <= %(vandaag)s
            AND coalesce(b.datum_einde_werkelijk >= %(studiejaar)s, true))
    UNION ALL
    SELECT 'K04', b.id, NULL, b.id, b.persoon_id, b.levering_id, jsonb_build_object('code', b.keuzedeelcode)
    FROM bpv b, LATERAL (SELECT greatest(b.datum_begin, %(vandaag)s)) AS d(dag), LATERAL (
        SELECT ip.opleidingcode FROM inschrijvingsperiode ip WHERE ip.inschrijving_id = b.inschrijving_id
        ORDER BY (ip.datum_begin <= d.dag) DESC, CASE WHEN ip.datum_begin <= d.dag THEN ip.datum_begin END DESC,
            ip.datum_begin LIMIT 1
    ) AS p
    WHERE b.instelling = %(instelling)s AND b.keuzedeelcode IS NOT NULL
        AND coalesce(b.datum_einde_werkelijk >= %(vandaag)s, true)
        AND EXISTS (SELECT FROM opleiding_keuzedeel ok WHERE ok.opleidingcode = p.opleidingcode)
        AND NOT EXISTS (SELECT FROM opleiding_keuzedeel ok
            WHERE ok.opleidingcode = p.opleidingcode AND ok.keuzedeelcode = b.keuzedeelcode
            AND coalesce(ok.geldig_van <= d.dag, true) AND coalesce(ok.geldig_tot >= d.dag, true))
    UNION ALL
    SELECT 'B12', b.id, NULL, b.id, b.persoon_id, b.levering_id,
        jsonb_build_object('id', b.leerbedrijf_id, 'datum', intrekking.datum::text)
    FROM bpv b, {GRONDSLAG}, {INTREKKING}
    WHERE b.instelling = %(instelling)s AND coalesce(b.datum_einde_werkelijk >= %(vandaag)s, true)
        AND b.leerbedrijf_id IN (SELECT leerbedrijf_id FROM erkenning WHERE status = 'INGETROKKEN')
"""
_BEOORDEEL: Final = f"""
    WITH catalogus AS (
        SELECT * FROM json_to_recordset(%(catalogus)s::json) AS r(code text, soort text, tekst text, volgorde integer)
    ), gevonden AS MATERIALIZED (
        SELECT g.*, c.soort, c.volgorde, replace(replace(replace(c.tekst,
            '{{code}}', coalesce(g.waarden ->> 'code', '')),
            '{{id}}', coalesce(g.waarden ->> 'id', '')),
            '{{datum}}', coalesce(g.waarden ->> 'datum', '')) AS tekst
        FROM ({_GEVONDEN}) g JOIN catalogus c USING (code)
    ), staand AS MATERIALIZED (
        SELECT s.id, s.code, coalesce(s.bpv_id, s.inschrijving_id) AS object, s.tekst,
            coalesce(b.levering_id, i.levering_id, s.levering_id) AS levering_id
        FROM signaal s LEFT JOIN bpv b ON b.id = s.bpv_id LEFT JOIN inschrijving i ON i.id = s.inschrijving_id
        WHERE s.instelling = %(instelling)s AND s.code IN (SELECT code FROM catalogus)
    ), voorbij AS MATERIALIZED (
        SELECT s.* FROM staand s WHERE NOT EXISTS (
            SELECT FROM gevonden g WHERE (g.code, g.object, g.tekst) = (s.code, s.object, s.tekst))
    ), weg AS (
        DELETE FROM signaal s USING (
            SELECT set_config('bron.beeindigd_door',
                (SELECT coalesce(json_object_agg(object, levering_id), '{{}}')::text FROM voorbij), true) OFFSET 0
        ) AS beeindigd
        WHERE s.id IN (SELECT id FROM voorbij) RETURNING s.code
    ), nieuw AS (
        INSERT INTO signaal (persoon_id, instelling, inschrijving_id, bpv_id, levering_id, volgorde, code, soort, tekst,
            pad, parameters)
        SELECT g.persoon_id, %(instelling)s, g.inschrijving_id, g.bpv_id, g.levering_id, g.volgorde, g.code, g.soort,
            g.tekst, '{{}}', (SELECT coalesce(jsonb_agg(jsonb_build_object('naam', key, 'waarde', value) ORDER BY key),
                '[]') FROM jsonb_each_text(g.waarden))
        FROM gevonden g WHERE NOT EXISTS (
            SELECT FROM staand s WHERE (s.code, s.object, s.tekst) = (g.code, g.object, g.tekst))
        RETURNING code
    )
    SELECT (SELECT count(*) FROM nieuw), (SELECT count(*) FROM weg), (SELECT count(*) FROM gevonden)
"""
_INSTELLINGEN: Final = b"SELECT DISTINCT instelling FROM inschrijving ORDER BY instelling"


async def beoordeel_register(toegang: Toegang, vandaag: Callable[[], date]) -> Counter[str]:
    """Look through the whole register, an institution at a time; return how many are nieuw, weg and staan."""
    dag, telling = vandaag(), Counter({"nieuw": 0, "weg": 0, "staan": 0})
    async with toegang.schrijver() as verbinding:
        instellingen = await (await verbinding.execute(_INSTELLINGEN)).fetchall()
    for (instelling,) in instellingen:
        telling.update(await beoordeel(toegang, instelling, dag))
    return telling


async def beoordeel(toegang: Toegang, instelling: str, dag: date) -> dict[str, int]:
    """Look through one institution as of a day, in one transaction; return how many are nieuw, weg and staan."""
    async with toegang.schrijver() as verbinding:
        rij = await (await verbinding.execute(_BEOORDEEL.encode(), _waarden(instelling, dag))).fetchone()
    return dict(zip(("nieuw", "weg", "staan"), rij or (), strict=False))


def _waarden(instelling: str, dag: date) -> dict[str, Any]:
    catalogus = [
        {
            "code": code,
            "soort": SIGNALEN[code].soort,
            "tekst": SIGNALEN[code].tekst,
            "volgorde": SIGNALEN[code].volgorde,
        }
        for code in CODES
    ]
    return {
        "instelling": instelling,
        "vandaag": dag,
        "jaareinde": date(dag.year - 1, 12, 31),
        "studiejaar": date(dag.year - 1, 8, 1),
        "catalogus": als_json(catalogus),
    }
