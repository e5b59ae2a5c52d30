"""Prior education as rows: of a person, or waiting under a number until somebody is known by it (besluit 0041)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from app.opslag.schrijven.opdrachten import als_json
from domain.vooropleiding import Vak, Vooropleiding

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from psycopg import AsyncConnection

Rij = dict[str, Any]
# Who takes the lock of a number second sees what the first one left: nothing can come to wait for who is known already.
_VERGRENDEL: Final = b"""
    SELECT pg_advisory_xact_lock(hashtextextended('vooropleiding|' || nummer, 0)) FROM unnest(%s::text[]) nummer
    ORDER BY nummer
"""
# Of the same soort and school what was registered last stays; the history keeps the other.
_KOPPEL: Final = b"""
    WITH nieuw AS (
        SELECT v.id, v.soort, v.school, v.bekend_vanaf, r.persoon_id, r.levering_id
        FROM json_to_recordset(%s::json) AS r(nummer text, persoon_id bigint, levering_id bigint)
        JOIN vooropleiding v ON v.nummer = r.nummer
    ), dubbel AS MATERIALIZED (
        SELECT CASE WHEN v.bekend_vanaf > n.bekend_vanaf THEN n.id ELSE v.id END AS id, n.levering_id
        FROM nieuw n JOIN vooropleiding v ON v.persoon_id = n.persoon_id AND v.soort = n.soort
            AND v.school IS NOT DISTINCT FROM n.school
    ), weg AS (
        DELETE FROM vooropleiding v USING (
            SELECT set_config('bron.beeindigd_door',
                (SELECT coalesce(json_object_agg(id, levering_id), '{}')::text FROM dubbel), true) OFFSET 0
        ) AS beeindigd
        WHERE v.id IN (SELECT id FROM dubbel)
    )
    UPDATE vooropleiding v SET persoon_id = n.persoon_id, nummer = NULL, levering_id = n.levering_id,
        bekend_vanaf = transaction_timestamp(), vastgelegd_in = pg_current_xact_id()
    FROM nieuw n WHERE v.id = n.id AND n.id NOT IN (SELECT id FROM dubbel)
"""


def vooropleiding_rij(vooropleiding: Vooropleiding) -> Rij:
    """Return its columns."""
    return {
        "soort": vooropleiding.soort,
        "school": vooropleiding.instelling,
        "datum_resultaat": vooropleiding.datum_resultaat,
        "behaald": vooropleiding.behaald,
        "vakken": [{"vakcode": vak.vakcode, "eindcijfer": vak.eindcijfer} for vak in vooropleiding.vakken],
    }


def vooropleiding_van(rij: Mapping[str, Any]) -> Vooropleiding:
    """Return the prior education in a row."""
    return Vooropleiding(
        soort=rij["soort"],
        instelling=rij["school"],
        datum_resultaat=date.fromisoformat(rij["datum_resultaat"]) if rij["datum_resultaat"] else None,
        behaald=rij["behaald"],
        vakken=tuple(Vak(**vak) for vak in rij["vakken"]),
    )


async def vergrendel_nummers(verbinding: AsyncConnection[Any], nummers: Iterable[str]) -> None:
    """Let who waits for a number and who gives it to a person go one after the other."""
    if op_volgorde := sorted(nummers):
        await verbinding.execute(_VERGRENDEL, (op_volgorde,))


async def koppel_vooropleidingen(verbinding: AsyncConnection[Any], nummers: Iterable[Rij]) -> None:
    """Give what waits under these new numbers to their persons: rows of persoonsnummer."""
    if rijen := list(nummers):
        await vergrendel_nummers(verbinding, {rij["nummer"] for rij in rijen})
        await verbinding.execute(_KOPPEL, (als_json(rijen),))
