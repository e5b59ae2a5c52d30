"""The consultation log: one row per person shown, written by the reading itself, so that no row means no data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Text, func, insert, select, union_all

from app.opslag.lezen.vraag import AANROEPER, parameter
from app.opslag.tabellen.leveringen import raadpleging

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import CTE, Select

ROL: Final = "rol"
GEBRUIKER: Final = "gebruiker"
OPERATIE: Final = "operatie"
TRACE_ID: Final = "trace_id"
_VASTE: Final = (AANROEPER, ROL, GEBRUIKER, OPERATIE, TRACE_ID)


def leg_vast(delen: Sequence[CTE]) -> CTE:
    """Write who was seen in these parts of an answer, each with an array `personen` of ids."""
    getoond = union_all(*(select(func.unnest(deel.c.personen).label("persoon_id")) for deel in delen)).subquery()
    vaste = (parameter(naam, Text).label(naam) for naam in _VASTE)
    rijen = select(getoond.c.persoon_id, *vaste).where(getoond.c.persoon_id.is_not(None)).distinct()
    return insert(raadpleging).from_select(["persoon_id", *_VASTE], rijen).cte("gezien")


def met_raadpleging(keuze: Select[Any], delen: Sequence[CTE]) -> Select[Any]:
    """Let the reading write whom it shows."""
    return keuze.add_cte(leg_vast(delen)) if delen else keuze
