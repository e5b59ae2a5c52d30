"""Recognitions that SBB changes, and what follows for placements: a constant number of statements (besluit 0043)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from app.opslag.intrekkingen import GRONDSLAG, INTREKKING
from app.opslag.schrijven.opdrachten import als_json
from domain.bericht import over_erkenning
from domain.codes import BerichtSoort
from domain.leerbedrijf import Leerbedrijf
from domain.leveringen.verwerken_erkenningsmutatie import GEGEVENS, VerwerkenErkenningsmutatie
from domain.signalen import SIGNALEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from psycopg import AsyncConnection

    from domain.leerbedrijf import Erkenning
    from domain.mutaties import Mutatie
    from domain.uitslag import Uitslag

Rij = dict[str, Any]
_LEERBEDRIJF: Final = b"""
    INSERT INTO leerbedrijf (leerbedrijf_id, naam, postcode, huisnummer, plaats, gecontroleerd)
    SELECT leerbedrijf_id, naam, postcode, huisnummer, plaats, true FROM json_to_recordset(%s::json)
        AS r(leerbedrijf_id text, naam text, postcode text, huisnummer integer, plaats text)
    ORDER BY leerbedrijf_id
    ON CONFLICT (leerbedrijf_id) DO UPDATE SET naam = excluded.naam, postcode = excluded.postcode,
        huisnummer = excluded.huisnummer, plaats = excluded.plaats, gecontroleerd = true
"""
_VERVALLEN: Final = b"""
    DELETE FROM erkenning e USING json_to_recordset(%s::json)
        AS r(leerbedrijf_id text, opleidingcode text, datum_begin date)
    WHERE (e.leerbedrijf_id, e.opleidingcode, e.datum_begin) = (r.leerbedrijf_id, r.opleidingcode, r.datum_begin)
"""
_ERKENNING: Final = b"""
    INSERT INTO erkenning (leerbedrijf_id, opleidingcode, status, datum_begin, datum_einde)
    SELECT leerbedrijf_id, opleidingcode, status, datum_begin, datum_einde FROM json_to_recordset(%s::json)
        AS r(leerbedrijf_id text, opleidingcode text, status text, datum_begin date, datum_einde date)
    ORDER BY leerbedrijf_id, opleidingcode, datum_begin
    ON CONFLICT (leerbedrijf_id, opleidingcode, datum_begin) DO UPDATE
        SET status = excluded.status, datum_einde = excluded.datum_einde
"""
# loopt: placements there that have not ended. geraakt: those of the opleiding, of which the signal is judged anew.
_GEVOLGEN: Final = f"""
    WITH mutatie AS (
        SELECT * FROM json_to_recordset(%(mutaties)s::json)
            AS r(leerbedrijf_id text, opleidingcode text, levering_id bigint, inhoud jsonb)
    ), loopt AS MATERIALIZED (
        SELECT b.id, b.persoon_id, b.instelling, b.leerbedrijf_id, grondslag.opleidingcode,
            replace(replace(%(tekst)s, '{{id}}', b.leerbedrijf_id), '{{datum}}', intrekking.datum::text) AS tekst,
            intrekking.datum::text AS datum
        FROM bpv b, {GRONDSLAG} LEFT JOIN {INTREKKING} ON true
        WHERE b.leerbedrijf_id IN (SELECT leerbedrijf_id FROM mutatie)
            AND coalesce(b.datum_einde_werkelijk >= %(vandaag)s, true)
    ), geraakt AS MATERIALIZED (
        SELECT b.id, b.tekst, max(m.levering_id) AS door FROM loopt b JOIN mutatie m USING (leerbedrijf_id)
        WHERE m.opleidingcode IN (b.opleidingcode, '*') GROUP BY b.id, b.tekst
    ), staand AS MATERIALIZED (
        SELECT s.id, s.bpv_id, s.tekst = g.tekst AS blijft, g.door FROM geraakt g JOIN signaal s ON s.bpv_id = g.id
        WHERE s.code = %(code)s
    ), weg AS (
        DELETE FROM signaal s USING (
            SELECT set_config('bron.beeindigd_door', (SELECT coalesce(json_object_agg(bpv_id, door), '{{}}')::text
                FROM staand WHERE blijft IS NOT TRUE), true) OFFSET 0
        ) AS beeindigd
        WHERE s.id IN (SELECT id FROM staand WHERE blijft IS NOT TRUE)
    ), nieuw AS (
        INSERT INTO signaal (persoon_id, instelling, bpv_id, levering_id, volgorde, code, soort, tekst, pad, parameters)
        SELECT b.persoon_id, b.instelling, b.id, g.door, %(volgorde)s, %(code)s, %(soort)s, b.tekst, '{{}}',
            jsonb_build_array(jsonb_build_object('naam', 'datum', 'waarde', b.datum),
                jsonb_build_object('naam', 'id', 'waarde', b.leerbedrijf_id))
        FROM geraakt g JOIN loopt b USING (id)
        WHERE b.datum IS NOT NULL AND NOT EXISTS (SELECT FROM staand s WHERE s.bpv_id = b.id AND s.blijft)
    )
    INSERT INTO bericht (soort, instelling, levering_id, inhoud)
    SELECT %(bericht)s, b.instelling, m.levering_id, m.inhoud || jsonb_build_object('bpvs',
        count(*) FILTER (WHERE m.opleidingcode IN (b.opleidingcode, '*')))
    FROM mutatie m JOIN loopt b USING (leerbedrijf_id)
    GROUP BY m.levering_id, m.inhoud, b.instelling ORDER BY m.levering_id, b.instelling
"""


async def bewaar_erkenningen(
    verbinding: AsyncConnection[Any], uitslagen: Iterable[tuple[int, Uitslag]], vandaag: date
) -> None:
    """Write what SBB changed; placements get or lose B12, and their institutions a message of each change."""
    gewijzigd = [(id_, uitslag) for id_, uitslag in uitslagen if uitslag.leerbedrijf is not None and uitslag.mutaties]
    if not gewijzigd:
        return
    per_id: dict[str, tuple[Leerbedrijf | None, Leerbedrijf]] = {}
    for voor, na in (_paar(uitslag.mutaties[0]) for _, uitslag in gewijzigd):
        per_id[na.leerbedrijf_id] = (per_id.get(na.leerbedrijf_id, (voor, na))[0], na)
    gegevens = [_leerbedrijf_rij(na) for _, na in per_id.values()]
    await verbinding.execute(_LEERBEDRIJF, (als_json(gegevens),))
    for opdracht, rijen in ((_VERVALLEN, _weg), (_ERKENNING, _erbij)):
        alle = [rij for voor, na in per_id.values() for rij in rijen(voor, na)]
        await verbinding.execute(opdracht, (als_json(alle),))
    await verbinding.execute(_GEVOLGEN.encode(), _waarden(list(_mutaties(gewijzigd)), vandaag))


def _paar(mutatie: Mutatie) -> tuple[Leerbedrijf | None, Leerbedrijf]:
    voor, na = mutatie.oud, mutatie.nieuw
    if not isinstance(na, Leerbedrijf) or not isinstance(voor, Leerbedrijf | None):
        raise TypeError("a leerbedrijf is never deleted by a delivery")
    return voor, na


def _leerbedrijf_rij(leerbedrijf: Leerbedrijf) -> Rij:
    return {naam: getattr(leerbedrijf, naam) for naam in ("leerbedrijf_id", *GEGEVENS)}


def _weg(voor: Leerbedrijf | None, na: Leerbedrijf) -> Iterator[Rij]:
    blijft = {_sleutel(erkenning) for erkenning in na.erkenningen}
    for erkenning in voor.erkenningen if voor else ():
        if _sleutel(erkenning) not in blijft:
            yield _erkenning_rij(na, erkenning)


def _erbij(voor: Leerbedrijf | None, na: Leerbedrijf) -> Iterator[Rij]:
    for erkenning in na.erkenningen:
        if voor is None or erkenning not in voor.erkenningen:
            yield _erkenning_rij(na, erkenning)


def _sleutel(erkenning: Erkenning) -> tuple[str, date | None]:
    return erkenning.opleidingcode, erkenning.datum_begin


def _erkenning_rij(leerbedrijf: Leerbedrijf, erkenning: Erkenning) -> Rij:
    return {
        "leerbedrijf_id": leerbedrijf.leerbedrijf_id,
        "opleidingcode": erkenning.opleidingcode,
        "status": erkenning.status,
        "datum_begin": erkenning.datum_begin,
        "datum_einde": erkenning.datum_einde,
    }


def _mutaties(gewijzigd: Iterable[tuple[int, Uitslag]]) -> Iterator[Rij]:
    """Yield each change of a recognition; of a name or address alone nobody hears."""
    for levering_id, uitslag in gewijzigd:
        levering, (voor, na) = uitslag.ontvangst.levering, _paar(uitslag.mutaties[0])
        if isinstance(levering, VerwerkenErkenningsmutatie) and (voor is None or voor.erkenningen != na.erkenningen):
            yield {
                "leerbedrijf_id": na.leerbedrijf_id,
                "opleidingcode": levering.opleidingcode,
                "levering_id": levering_id,
                "inhoud": over_erkenning(na.leerbedrijf_id, levering.erkenning),
            }


def _waarden(mutaties: Sequence[Rij], vandaag: date) -> Mapping[str, Any]:
    signaal = SIGNALEN["B12"]
    return {
        "mutaties": als_json(mutaties),
        "vandaag": vandaag,
        "code": signaal.code,
        "soort": str(signaal.soort),
        "tekst": signaal.tekst,
        "volgorde": signaal.volgorde,
        "bericht": str(BerichtSoort.ERKENNING_GEWIJZIGD),
    }
