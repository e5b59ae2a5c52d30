"""The two questions in SQL by hand: whom the caller may see, whom it saw, and the answer, in one statement each."""

from __future__ import annotations

import re
from typing import Final

from app.opslag.lezen.dialect import Statement
from bench.handgeschreven.resultaten import RESULTATEN, VOOROPLEIDINGEN
from bench.handgeschreven.resultaten import globale_id as _id

_NAAM: Final = re.compile(r"(?<!:):([a-z_]+)")

# An institution sees a person as known when its last enrolment ended (register.md 1): a version of that person.
_PERSOON: Final = """
    (SELECT CASE WHEN bool_and(coalesce(e.datum_uitschrijving_werkelijk < :vandaag::date, false)) THEN greatest(
            d.geidentificeerd_op,
            ((max(e.datum_uitschrijving_werkelijk) + 1)::timestamp AT TIME ZONE 'Europe/Amsterdam')) END AS moment
        FROM inschrijving e WHERE e.persoon_id = d.persoon_id AND e.instelling = :instelling::text) AS m
    CROSS JOIN LATERAL (
        SELECT {kolommen} FROM persoon p
            WHERE p.id = d.persoon_id AND (m.moment IS NULL OR p.bekend_vanaf <= m.moment)
        UNION ALL
        SELECT {kolommen} FROM persoon_historie p
            WHERE p.id = d.persoon_id AND p.bekend_vanaf <= m.moment AND p.bekend_tot > m.moment
    ) AS p
"""
_GEZIEN: Final = """
    INSERT INTO raadpleging (persoon_id, aanroeper, rol, gebruiker, operatie, trace_id)
    SELECT DISTINCT persoon_id, :aanroeper::text, :rol::text, :gebruiker::text, :operatie::text, :trace_id::text
"""


def _statement(sql: str) -> Statement:
    """Write a statement with its named parameters numbered."""
    namen = list(dict.fromkeys(_NAAM.findall(sql)))
    genummerd = _NAAM.sub(lambda gevonden: f"${namen.index(gevonden[1]) + 1}", sql)
    return Statement(genummerd.encode(), tuple(namen))


_DOSSIER_PERSOON: Final = (
    "p.id, p.burgerservicenummer, p.onderwijsnummer, p.voornamen, p.voorvoegsel, p.geslachtsnaam, p.geboortedatum,"
    " p.geslacht, p.geboorteland, p.geverifieerd, p.straatnaam, p.huisnummer, p.huisletter, p.huisnummertoevoeging,"
    " p.postcode, p.woonplaats, p.landcode, p.regels_buitenland"
)
DOSSIER: Final = _statement(f"""
WITH d AS (
    SELECT pi.persoon_id, pi.geidentificeerd_op FROM persoonsnummer n JOIN persoon_instelling pi USING (persoon_id)
    WHERE n.nummer = :bsn::text AND n.soort = 'burgerservicenummer' AND pi.instelling = :instelling::text
), gezien AS ({_GEZIEN} FROM d)
SELECT row_to_json(q) FROM (SELECT CASE WHEN d.persoon_id IS NOT NULL THEN (SELECT row_to_json(s) FROM (SELECT
    (SELECT row_to_json(r) FROM (SELECT
        {_id("Persoon", "p.id")} AS id, p.burgerservicenummer, p.onderwijsnummer, p.voornamen, p.voorvoegsel,
        p.geslachtsnaam, p.geboortedatum, p.geslacht, p.geboorteland, p.geverifieerd,
        CASE WHEN num_nonnulls(p.straatnaam, p.huisnummer, p.huisletter, p.huisnummertoevoeging, p.postcode,
                p.woonplaats, p.landcode) > 0 OR cardinality(p.regels_buitenland) > 0 THEN
            (SELECT row_to_json(a) FROM (SELECT p.straatnaam, p.huisnummer, p.huisletter, p.huisnummertoevoeging,
                p.postcode, p.woonplaats, p.landcode) a) END AS adres
        FROM {_PERSOON.format(kolommen=_DOSSIER_PERSOON)}) r) AS persoon,
    (SELECT coalesce(json_agg(r), '[]') FROM (SELECT
        {_id("Inschrijving", "i.id")} AS id, i.inschrijvingvolgnummer, i.datum_inschrijving AS "datumInschrijving",
        i.datum_uitschrijving_gepland AS "datumUitschrijvingGepland",
        i.datum_uitschrijving_werkelijk AS "datumUitschrijvingWerkelijk",
        i.reden_uitschrijving AS "redenUitschrijving", i.hoogste_vooropleiding AS "hoogsteVooropleiding", i.versie,
        (SELECT coalesce(json_agg(r), '[]') FROM (SELECT datum_begin AS "datumBegin", opleidingcode, leertraject,
            indicatie_bekostigbaar AS "indicatieBekostigbaar", leerroute, leerroutefase, onderwijsaanbieder,
            onderwijslocatie, locatiecode_vsv AS "locatiecodeVsv"
            FROM inschrijvingsperiode p WHERE p.inschrijving_id = i.id AND p.instelling = :instelling::text
            ORDER BY p.datum_begin) r) AS perioden,
        (SELECT coalesce(json_agg(r), '[]') FROM (SELECT datum_begin AS "datumBegin", datum_einde AS "datumEinde"
            FROM extra_ondersteuning o WHERE o.inschrijving_id = i.id AND o.instelling = :instelling::text
            ORDER BY o.datum_begin) r) AS "extraOndersteuning",
        (SELECT coalesce(json_agg(r), '[]') FROM (SELECT {_id("Bpv", "b.id")} AS id, b.bpvvolgnummer, b.afsluitdatum,
            b.datum_begin AS "datumBegin", b.datum_einde_gepland AS "datumEindeGepland",
            b.datum_einde_werkelijk AS "datumEindeWerkelijk", b.omvang, b.opleidingcode, b.keuzedeelcode, b.versie,
            (SELECT row_to_json(r) FROM (SELECT l.leerbedrijf_id AS "leerbedrijfId", l.naam, l.postcode, l.huisnummer,
                l.plaats FROM leerbedrijf l WHERE l.leerbedrijf_id = b.leerbedrijf_id) r) AS leerbedrijf
            FROM bpv b WHERE b.inschrijving_id = i.id AND b.instelling = :instelling::text
            ORDER BY b.datum_begin, b.bpvvolgnummer) r) AS bpvs,
        (SELECT coalesce(json_agg(r), '[]') FROM (SELECT g.code, g.soort, g.tekst, g.pad
            FROM signaal g WHERE g.inschrijving_id = i.id AND g.instelling = :instelling::text
            ORDER BY g.volgorde, g.id) r) AS signalen
        FROM inschrijving i WHERE i.persoon_id = d.persoon_id AND i.instelling = :instelling::text
        ORDER BY i.datum_inschrijving, i.inschrijvingvolgnummer, i.id) r) AS inschrijvingen,
    {RESULTATEN} AS resultaten, {VOOROPLEIDINGEN} AS vooropleidingen
    ) s) END AS studentendossier FROM (SELECT) een LEFT JOIN d ON true) q
""")  # noqa: S608 - no value, only our own words

_LIJST_PERSOON: Final = (
    "p.burgerservicenummer, p.onderwijsnummer, p.voornamen, p.voorvoegsel, p.geslachtsnaam, p.geboortedatum"
)
LIJST: Final = _statement(f"""
WITH bladzijde AS (
    SELECT i.* FROM inschrijving i WHERE i.instelling = :instelling::text AND i.id > :na::bigint
    ORDER BY i.id LIMIT :eerste::integer
), gezien AS ({_GEZIEN} FROM bladzijde)
SELECT row_to_json(q) FROM (SELECT (SELECT row_to_json(s) FROM (SELECT
    (SELECT coalesce(json_agg(e.edge), '[]') FROM (SELECT (SELECT row_to_json(r) FROM (SELECT
        {_id("Inschrijving", "i.id")} AS cursor, (SELECT row_to_json(r) FROM (SELECT
            {_id("Inschrijving", "i.id")} AS id, i.inschrijvingvolgnummer, i.datum_inschrijving AS "datumInschrijving",
            i.datum_uitschrijving_gepland AS "datumUitschrijvingGepland",
            i.datum_uitschrijving_werkelijk AS "datumUitschrijvingWerkelijk", i.versie,
            (SELECT row_to_json(p) FROM (SELECT pi.persoon_id, pi.geidentificeerd_op FROM persoon_instelling pi
                WHERE pi.persoon_id = i.persoon_id AND pi.instelling = :instelling::text) d CROSS JOIN LATERAL
                {_PERSOON.format(kolommen=_LIJST_PERSOON)}) AS persoon,
            (SELECT coalesce(json_agg(r), '[]') FROM (SELECT datum_begin AS "datumBegin", opleidingcode, leertraject,
                indicatie_bekostigbaar AS "indicatieBekostigbaar", onderwijslocatie
                FROM inschrijvingsperiode p WHERE p.inschrijving_id = i.id AND p.instelling = :instelling::text
                ORDER BY p.datum_begin) r) AS perioden,
            (SELECT coalesce(json_agg(r), '[]') FROM (SELECT b.bpvvolgnummer, b.datum_begin AS "datumBegin",
                b.datum_einde_gepland AS "datumEindeGepland", b.omvang,
                (SELECT row_to_json(r) FROM (SELECT l.leerbedrijf_id AS "leerbedrijfId", l.naam
                    FROM leerbedrijf l WHERE l.leerbedrijf_id = b.leerbedrijf_id) r) AS leerbedrijf
                FROM bpv b WHERE b.inschrijving_id = i.id AND b.instelling = :instelling::text
                ORDER BY b.datum_begin, b.bpvvolgnummer) r) AS bpvs
            ) r) AS node) r) AS edge
        FROM bladzijde i ORDER BY i.id) e) AS edges,
    (SELECT row_to_json(r) FROM (SELECT
        EXISTS (SELECT FROM inschrijving i WHERE i.instelling = :instelling::text
            AND i.id > (SELECT max(id) FROM bladzijde)) AS "hasNextPage",
        (SELECT {_id("Inschrijving", "max(id)")} FROM bladzijde) AS "endCursor") r) AS "pageInfo"
    ) s) AS inschrijvingen) q
""")  # noqa: S608 - no value, only our own words
