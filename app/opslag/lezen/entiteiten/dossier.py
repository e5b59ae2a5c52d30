"""The dossier of one student: an institution's own part of it, or all of it for IPO."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.opslag.lezen.entiteit import Entiteit, Verband, deel, eigen_rijen, uit_tabel
from app.opslag.lezen.entiteiten.resultaat import op_zichzelf
from app.opslag.lezen.geldigheid import behaald_op_peildatum, op_peildatum
from app.opslag.tabellen.register import persoon as persoonstabel
from app.opslag.tabellen.register import persoon_instelling

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import FromClause

    from app.opslag.lezen.rijen import Rijen
    from app.opslag.lezen.vraag import Vraag


def persoon(rij: FromClause, vraag: Vraag) -> Rijen:
    """Return the student."""
    return vraag.rijen().met(id=rij.c.persoon_id)


def inschrijvingen(rij: FromClause, vraag: Vraag) -> Rijen:
    """Return the enrolments, on a peildatum those valid on it."""
    rijen = vraag.rijen().met(persoon_id=rij.c.persoon_id)
    geldig = op_peildatum(rijen, vraag, "datum_inschrijving", "datum_uitschrijving_werkelijk")
    return geldig.op("datum_inschrijving", "inschrijvingvolgnummer", "id")


def resultaten(rij: FromClause, vraag: Vraag) -> Rijen:
    """Return the diplomas and loose results; on a peildatum those gained by then."""
    return op_zichzelf(vraag.rijen().met(persoon_id=rij.c.persoon_id), vraag)


def vooropleidingen(rij: FromClause, vraag: Vraag) -> Rijen:
    """Return the prior education, in order of its date; on a peildatum what was gained by then or has no date."""
    rijen = behaald_op_peildatum(vraag.rijen().met(persoon_id=rij.c.persoon_id), vraag)
    return rijen.op("datum_resultaat", "soort", "id")


def leveringen(rij: FromClause, vraag: Vraag) -> Rijen:
    """Return the deliveries about the student."""
    return vraag.rijen().met(persoon_id=rij.c.persoon_id)


VERBANDEN: Mapping[str, Verband] = {
    "persoon": persoon,
    "inschrijvingen": inschrijvingen,
    "resultaten": resultaten,
    "vooropleidingen": vooropleidingen,
    "leveringen": leveringen,
}
MBO_STUDENTENDOSSIER = Entiteit(
    naam="mbo_studentendossier",
    rijen=eigen_rijen(persoon_instelling),
    kolommen=deel("persoon_id"),
    verbanden=VERBANDEN,
    sleutel="persoon_id",
    persoon="persoon_id",
)
IPO_STUDENTENDOSSIER = Entiteit(
    naam="ipo_studentendossier",
    rijen=uit_tabel(persoonstabel),
    kolommen=deel("persoon_id"),
    verbanden=VERBANDEN,
    sleutel="persoon_id",
    persoon="persoon_id",
)
