"""A period within an enrolment: where it ends and at which level it is follow from what stands around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, func, select

from app.opslag.lezen.entiteit import Entiteit, eigen_rijen, kolommen
from app.opslag.lezen.geldigheid import geldend
from app.opslag.tabellen.register import extra_ondersteuning, inschrijving, inschrijvingsperiode

if TYPE_CHECKING:
    from sqlalchemy import FromClause

    from app.opslag.lezen.rijen import Rijen
    from app.opslag.lezen.vraag import Vraag


def datum_einde(rij: FromClause, _: Vraag) -> ColumnElement[Any]:
    """Return the day before the next period, or else the actual end of the enrolment (PvE chapter 13)."""
    volgende, ouder = inschrijvingsperiode.alias(), inschrijving.alias()
    dag_ervoor = select(func.min(volgende.c.datum_begin) - 1).where(
        volgende.c.inschrijving_id == rij.c.inschrijving_id, volgende.c.datum_begin > rij.c.datum_begin
    )
    uitschrijving = select(ouder.c.datum_uitschrijving_werkelijk).where(ouder.c.id == rij.c.inschrijving_id)
    return func.coalesce(
        dag_ervoor.correlate_except(volgende).scalar_subquery(), uitschrijving.correlate_except(ouder).scalar_subquery()
    )


def niveau(rij: FromClause, vraag: Vraag) -> ColumnElement[Any]:
    """As delivered with a dossier or domein, otherwise that of the kwalificatie."""
    rijen = opleiding(rij, vraag)
    return func.coalesce(rij.c.niveau, rijen.toon(rijen.bron.c.niveau).scalar_subquery())


def opleiding(rij: FromClause, vraag: Vraag) -> Rijen:
    """Return the training as it was when the period began."""
    return geldend(vraag.rijen("opleiding").met(opleidingcode=rij.c.opleidingcode), rij.c.datum_begin)


INSCHRIJVINGSPERIODE = Entiteit(
    naam="inschrijvingsperiode",
    rijen=eigen_rijen(inschrijvingsperiode),
    kolommen=kolommen(inschrijvingsperiode),
    waarden={"datum_einde": datum_einde, "niveau": niveau},
    verbanden={"opleiding": opleiding},
    sleutel="id",
    persoon="persoon_id",
)

EXTRA_ONDERSTEUNING = Entiteit(
    naam="extra_ondersteuning",
    rijen=eigen_rijen(extra_ondersteuning),
    kolommen=kolommen(extra_ondersteuning),
    persoon="persoon_id",
)
