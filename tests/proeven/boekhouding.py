"""The books of a register after a storm: what was acknowledged is there, whole and once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, LiteralString

import psycopg

if TYPE_CHECKING:
    from collections.abc import Mapping

_VERSIES: Final = """
    versies AS (
        SELECT id, versie, levering_id, NULL::bigint AS beeindigd_door FROM inschrijving
        UNION ALL SELECT id, versie, levering_id, beeindigd_door FROM inschrijving_historie
    ),
    aanvaard AS (
        SELECT id, soort, inschrijving_id FROM levering
        WHERE status LIKE 'GOEDGEKEURD%' AND mutaties <> '[]' AND soort LIKE '%_INSCHRIJVING'
    )
"""
_ONTVANGEN: Final = "SELECT FROM ontvangst o WHERE o.levering_id = l.id AND o.hash = l.hash AND o.soort = l.soort"
CONTROLES: Final[Mapping[str, LiteralString]] = {
    "zonder ontvangst": f"SELECT count(*) FROM levering l WHERE NOT EXISTS ({_ONTVANGEN})",
    "ontvangst zonder levering": """
        SELECT count(*) FROM ontvangst o WHERE levering_id IS NULL
            OR NOT EXISTS (SELECT FROM levering WHERE id = o.levering_id)
    """,
    "dubbel": f"WITH {_VERSIES} SELECT count(*) - count(DISTINCT (id, versie)) FROM versies",
    "dubbel door levering": f"WITH {_VERSIES} SELECT count(*) - count(DISTINCT levering_id) FROM versies",
    "zonder historie": f"""
        WITH {_VERSIES} SELECT count(*) FROM (SELECT FROM versies GROUP BY id HAVING count(*) <> max(versie)) gat
    """,
    "anders dan het archief": f"""
        WITH {_VERSIES}, geleverd AS (
            SELECT inschrijving_id, count(*) AS aantal FROM aanvaard
            WHERE soort IN ('AANLEVEREN_INSCHRIJVING', 'WIJZIGEN_INSCHRIJVING') GROUP BY 1
        ), geregistreerd AS (SELECT id, count(*) AS aantal FROM versies GROUP BY 1)
        SELECT count(*) FROM geregistreerd FULL JOIN geleverd ON inschrijving_id = id
        WHERE geregistreerd.aantal IS DISTINCT FROM geleverd.aantal
    """,
    "andere inhoud dan het archief": """
        SELECT count(*) FROM (
            SELECT levering_id, datum_uitschrijving_gepland FROM inschrijving
            UNION ALL SELECT levering_id, datum_uitschrijving_gepland FROM inschrijving_historie
        ) versie JOIN ontvangst USING (levering_id)
        WHERE bericht::jsonb ->> 'datumUitschrijvingGepland' <> datum_uitschrijving_gepland::text
    """,
    "keten gebroken": f"""
        WITH {_VERSIES} SELECT count(*) FROM versies v LEFT JOIN versies na ON na.id = v.id AND na.versie = v.versie + 1
        WHERE v.beeindigd_door IS DISTINCT FROM na.levering_id AND NOT EXISTS (
            SELECT FROM aanvaard WHERE aanvaard.id = v.beeindigd_door AND soort = 'VERWIJDEREN_INSCHRIJVING'
        )
    """,
}
"""By name of the fault, how often it occurs."""
_STAAT_ER: Final = """
    SELECT count(*) FROM unnest(%s::text[], %s::text[]) AS bevestigd (kenmerk, status)
    WHERE NOT EXISTS (SELECT FROM levering l WHERE l.kenmerk = bevestigd.kenmerk AND l.status = bevestigd.status)
"""


def klopt(eigenaar_url: str, bevestigd: Mapping[str, str]) -> dict[str, int]:
    """Count every kind of fault; `bevestigd` holds what senders heard, status by kenmerk."""
    with psycopg.connect(eigenaar_url, autocommit=True) as eigenaar:
        vragen = {"verloren": eigenaar.execute(_STAAT_ER, [list(bevestigd), list(bevestigd.values())])}
        vragen |= {naam: eigenaar.execute(vraag) for naam, vraag in CONTROLES.items()}
        return {naam: int((antwoord.fetchone() or [0])[0]) for naam, antwoord in vragen.items()}
