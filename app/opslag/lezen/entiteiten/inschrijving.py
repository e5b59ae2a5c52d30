"""The enrolment: its periods, support, placements and signals, as of the peildatum when there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.opslag.lezen.entiteit import Entiteit, eigen_rijen, kolommen
from app.opslag.lezen.entiteiten.resultaat import op_zichzelf
from app.opslag.lezen.geldigheid import geldend, geldt, op_peildatum
from app.opslag.lezen.waarden import id_van, kolom
from app.opslag.tabellen.register import inschrijving

if TYPE_CHECKING:
    from sqlalchemy import FromClause

    from app.opslag.lezen.rijen import Rijen
    from app.opslag.lezen.vraag import Vraag


def persoon(rij: FromClause, vraag: Vraag) -> Rijen:
    """Return the student."""
    return vraag.rijen().met(id=rij.c.persoon_id)


def instelling(rij: FromClause, vraag: Vraag) -> Rijen:
    """Return the institution as it was when the enrolment began."""
    return geldend(vraag.rijen().met(brin=rij.c.instelling), rij.c.datum_inschrijving)


def perioden(rij: FromClause, vraag: Vraag) -> Rijen:
    """All periods, or the one valid on the peildatum."""
    rijen = vraag.rijen().met(inschrijving_id=rij.c.id)
    return (rijen if vraag.peil is None else periode_op(rijen, rij, vraag.peil)).op("datum_begin")


def geldige_periode(rij: FromClause, vraag: Vraag) -> Rijen:
    """Return the period valid on the day of its own argument, else on the peildatum, else today."""
    return periode_op(vraag.rijen().met(inschrijving_id=rij.c.id), rij, vraag.dag)


def periode_op(rijen: Rijen, inschrijving: FromClause, dag: Any) -> Rijen:  # noqa: ANN401 - an SQL expression
    """Keep the period begun last on the day, as long as the enrolment has not ended: it alone says when it does."""
    niet_uit = geldt(inschrijving.c.datum_inschrijving, inschrijving.c.datum_uitschrijving_werkelijk, dag)
    return rijen.waar(rijen.bron.c.datum_begin <= dag, niet_uit).op(rijen.bron.c.datum_begin.desc()).ten_hoogste(1)


def gefilterde_periode(vraag: Vraag, inschrijving_id: Any) -> Rijen:  # noqa: ANN401 - an SQL expression
    """Return the period that filters test: begun last on the peildatum or today, else the last one (register.md 10)."""
    rijen = vraag.rijen("inschrijvingsperiode").met(inschrijving_id=inschrijving_id)
    begin = rijen.bron.c.datum_begin
    return rijen.op((begin <= vraag.dag).desc(), begin.desc()).ten_hoogste(1)


def extra_ondersteuning(rij: FromClause, vraag: Vraag) -> Rijen:
    """Periods of support; on a peildatum those that hold on it [K]."""
    rijen = vraag.rijen().met(inschrijving_id=rij.c.id)
    return op_peildatum(rijen, vraag, "datum_begin", "datum_einde").op("datum_begin")


def bpvs(rij: FromClause, vraag: Vraag) -> Rijen:
    """Placements; on a peildatum those begun and not actually ended before it [K]."""
    rijen = vraag.rijen().met(inschrijving_id=rij.c.id)
    return op_peildatum(rijen, vraag, "datum_begin", "datum_einde_werkelijk").op("datum_begin", "bpvvolgnummer")


def resultaten(rij: FromClause, vraag: Vraag) -> Rijen:
    """Diplomas and loose results; on a peildatum those gained by then."""
    return op_zichzelf(vraag.rijen().met(inschrijving_id=rij.c.id), vraag)


def signalen(rij: FromClause, vraag: Vraag) -> Rijen:
    """Return the signals on the enrolment itself; those on a placement or result stand with it."""
    return vraag.rijen().met(inschrijving_id=rij.c.id).op("volgorde", "id")


INSCHRIJVING = Entiteit(
    naam="inschrijving",
    rijen=eigen_rijen(inschrijving),
    kolommen=kolommen(inschrijving),
    waarden={"id": id_van("Inschrijving"), "geregistreerd_op": kolom("bekend_vanaf")},
    verbanden={
        "persoon": persoon,
        "instelling": instelling,
        "perioden": perioden,
        "geldige_periode": geldige_periode,
        "extra_ondersteuning": extra_ondersteuning,
        "bpvs": bpvs,
        "resultaten": resultaten,
        "signalen": signalen,
    },
    sleutel="id",
    persoon="persoon_id",
)
