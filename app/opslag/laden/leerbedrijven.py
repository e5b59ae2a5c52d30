"""The leerbedrijven that SBB delivers recognitions of, as the register knows them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from domain.codes import ErkenningStatus
from domain.feit import aanwezig
from domain.leerbedrijf import Erkenning, Leerbedrijf, op_volgorde
from domain.leveringen.verwerken_erkenningsmutatie import GEGEVENS, VerwerkenErkenningsmutatie

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from psycopg import AsyncConnection

    from domain.leveringen.levering import Levering

# A leerbedrijf that is not there yet has no row to lock.
_VERGRENDEL: Final = b"""
    SELECT pg_advisory_xact_lock(hashtextextended('leerbedrijf|' || id, 0)) FROM unnest(%s::text[]) id ORDER BY id
"""
_LEES: Final = b"""
    SELECT row_to_json(l),
        (SELECT coalesce(json_agg(e), '[]') FROM erkenning e WHERE e.leerbedrijf_id = l.leerbedrijf_id)
    FROM leerbedrijf l WHERE leerbedrijf_id = ANY(%s)
"""


async def laad_leerbedrijven(
    verbinding: AsyncConnection[Any], leveringen: Iterable[Levering]
) -> dict[str, Leerbedrijf]:
    """Lock and load them, so that each change is judged on what the one before it left."""
    mutaties = (levering for levering in leveringen if isinstance(levering, VerwerkenErkenningsmutatie))
    ids = sorted({een.leerbedrijf_id for een in mutaties if aanwezig(een.leerbedrijf_id)})
    if not ids:
        return {}
    await verbinding.execute(_VERGRENDEL, (ids,))
    rijen = await (await verbinding.execute(_LEES, (ids,))).fetchall()
    return {rij["leerbedrijf_id"]: _leerbedrijf(rij, erkenningen) for rij, erkenningen in rijen}


def _leerbedrijf(rij: Mapping[str, Any], erkenningen: Iterable[Mapping[str, Any]]) -> Leerbedrijf:
    gegevens = {naam: rij[naam] for naam in ("leerbedrijf_id", *GEGEVENS)}
    return Leerbedrijf(**gegevens, erkenningen=op_volgorde(map(_erkenning, erkenningen)))


def _erkenning(rij: Mapping[str, Any]) -> Erkenning:
    return Erkenning(
        opleidingcode=rij["opleidingcode"],
        status=ErkenningStatus(rij["status"]),
        datum_begin=_dag(rij["datum_begin"]),
        datum_einde=_dag(rij["datum_einde"]),
    )


def _dag(tekst: str | None) -> date | None:
    return date.fromisoformat(tekst) if tekst is not None else None
