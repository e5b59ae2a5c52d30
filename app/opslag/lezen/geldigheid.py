"""Validity in reality (peildatum), as conditions: dates are inclusive, only an actual end counts (besluit 0012)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, and_, cast, or_

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from app.opslag.lezen.rijen import Rijen
    from app.opslag.lezen.vraag import Vraag


def geldt(begin: ColumnElement[Any], einde: ColumnElement[Any], dag: ColumnElement[Any]) -> ColumnElement[bool]:
    """Say that a day lies from begin up to and including einde; an empty einde is open."""
    return and_(begin <= dag, or_(einde.is_(None), einde >= dag))


def geldt_onvolledig(
    begin: ColumnElement[Any], einde: ColumnElement[Any], dag: ColumnElement[Any]
) -> ColumnElement[bool]:
    """Say the same of partly unknown dates with an exclusive einde; unknown parts count as their first day [K]."""
    tekst = cast(dag, Text)
    return and_(begin <= tekst, or_(einde.is_(None), einde > tekst))


def op_peildatum(rijen: Rijen, vraag: Vraag, begin: str, einde: str) -> Rijen:
    """Keep what is valid on the peildatum; without one: everything."""
    if vraag.peil is None:
        return rijen
    return rijen.waar(geldt(rijen.bron.c[begin], rijen.bron.c[einde], vraag.peil))


def behaald_op_peildatum(rijen: Rijen, vraag: Vraag) -> Rijen:
    """Keep what was gained by the peildatum, and what has no date; without a peildatum: everything (besluit 0018)."""
    datum = rijen.bron.c.datum_resultaat
    return rijen if vraag.peil is None else rijen.waar(or_(datum.is_(None), datum <= vraag.peil))


def geldend(rijen: Rijen, dag: ColumnElement[Any]) -> Rijen:
    """Keep of reference data the row valid on the day, else the newest; of valid rows the newest counts."""
    kolom = rijen.bron.c
    geldig = and_(or_(kolom.geldig_van.is_(None), kolom.geldig_van <= dag), _niet_voorbij(kolom.geldig_tot, dag))
    return rijen.op(geldig.desc(), kolom.geldig_van.desc().nulls_last()).ten_hoogste(1)


def _niet_voorbij(tot: ColumnElement[Any], dag: ColumnElement[Any]) -> ColumnElement[bool]:
    return or_(tot.is_(None), tot >= dag)
