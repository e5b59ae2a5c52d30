"""Which version of a person an institution sees: now, or as known when its last enrolment ended (besluit 0013)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import DateTime, case, cast, func, or_, select, true, union_all

from app.opslag.lezen.vraag import instelling, vandaag
from app.opslag.tabellen import metadata
from app.opslag.tabellen.register import inschrijving, persoon, persoon_instelling

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, FromClause, Select

HISTORIE: Final = metadata.tables["persoon_historie"]
GEGEVENS: Final = tuple(naam for naam in persoon.columns.keys() if naam not in {"id", "persoon_id", "vastgelegd_in"})  # noqa: SIM118 - a ColumnCollection


def zoals_bekend_bij_de_instelling() -> FromClause:
    """Select the persons the institution has identified, each in the version it may see."""
    kent = persoon_instelling.alias()
    moment = _moment(kent)
    versie = _versie(kent, moment.c.moment)
    return (
        select(kent.c.persoon_id.label("id"), kent.c.persoon_id, *versie.c)
        .select_from(kent.join(moment, true()).join(versie, true()))
        .where(kent.c.instelling == instelling())
        .subquery()
    )


def _moment(kent: FromClause) -> FromClause:
    """Until when the institution follows the person; empty: it still does, or has never enrolled this one."""
    eigen = inschrijving.alias()
    einde = eigen.c.datum_uitschrijving_werkelijk
    alle_voorbij = func.bool_and(func.coalesce(einde < vandaag(), False))
    na_de_laatste_dag = func.timezone("Europe/Amsterdam", cast(func.max(einde) + 1, DateTime))
    return (
        select(case((alle_voorbij, func.greatest(kent.c.geidentificeerd_op, na_de_laatste_dag))).label("moment"))
        .where(eigen.c.persoon_id == kent.c.persoon_id, eigen.c.instelling == instelling())
        .lateral()
    )


def _versie(kent: FromClause, moment: ColumnElement[Any]) -> FromClause:
    """Return the one version known at the moment, or now when there is none."""
    nu, ooit = persoon.alias(), HISTORIE.alias()
    huidig = _gegevens(nu).where(nu.c.id == kent.c.persoon_id, or_(moment.is_(None), nu.c.bekend_vanaf <= moment))
    toen = (moment.is_not(None), ooit.c.bekend_vanaf <= moment, ooit.c.bekend_tot > moment)
    return union_all(huidig, _gegevens(ooit).where(ooit.c.id == kent.c.persoon_id, *toen)).lateral()


def _gegevens(bron: FromClause) -> Select[Any]:
    return select(*(bron.c[naam] for naam in GEGEVENS))
