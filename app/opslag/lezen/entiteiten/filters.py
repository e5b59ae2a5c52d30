"""Filters of the lists: each argument that is given adds a condition, and all of them must hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, Boolean, Text, select

from app.opslag.lezen.entiteiten.inschrijving import gefilterde_periode
from app.opslag.lezen.entiteiten.inschrijvingsperiode import niveau
from domain.nummers import Nummersoort

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import ColumnElement
    from sqlalchemy.types import TypeEngine

    from app.opslag.lezen.rijen import Rijen
    from app.opslag.lezen.vraag import Vraag

SOORTEN: Mapping[str, type[TypeEngine[Any]]] = {"bekostigbaar": Boolean}


def gelijk(rijen: Rijen, vraag: Vraag, **kolommen: str) -> Rijen:
    """Keep the rows whose column equals the argument at a path, for each argument that is given."""
    return rijen.met(**_gegeven(vraag, kolommen))


def _gegeven(vraag: Vraag, paden: Mapping[str, str]) -> dict[str, ColumnElement[Any]]:
    """Return by name the arguments that are given."""
    gezocht = {naam: vraag.argument(pad, SOORTEN.get(naam, Text)) for naam, pad in paden.items()}
    return {naam: waarde for naam, waarde in gezocht.items() if waarde is not None}


def op_periode(rijen: Rijen, vraag: Vraag, inschrijving_id: ColumnElement[Any], *namen: str) -> Rijen:
    """Test the period that filters look at (register.md 10), by those of the names that are given."""
    gegeven = _gegeven(vraag, {naam: f"filter.{naam}" for naam in namen})
    if not gegeven:
        return rijen
    perioden = gefilterde_periode(vraag, inschrijving_id)
    kolom = perioden.bron.c
    waarden = {"niveau": niveau(perioden.bron, vraag), "bekostigbaar": kolom.indicatie_bekostigbaar}
    getoetst = {**kolom, **waarden}
    gekozen = perioden.toon(*(getoetst[naam].label(naam) for naam in gegeven)).subquery()
    return rijen.waar(select(gekozen).where(*(gekozen.c[naam] == gegeven[naam] for naam in gegeven)).exists())


def persoon_van(vraag: Vraag, pad: str) -> ColumnElement[Any] | None:
    """Return the id of the person a PersoonSleutelInput points at; a replaced number still finds its person."""
    for soort in Nummersoort:
        nummer = vraag.argument(f"{pad}.{soort}")
        if nummer is not None:
            rijen = vraag.rijen("persoonsnummer").met(soort=soort.value, nummer=nummer)
            return rijen.toon(rijen.bron.c.persoon_id).scalar_subquery()
    return vraag.argument(f"{pad}.id", BigInteger)
