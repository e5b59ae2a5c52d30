"""The message: there for its receiver alone, and only once it has a place in the order (besluit 0045)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import false

from app.opslag.lezen.entiteit import Entiteit, kolommen
from app.opslag.lezen.rijen import Rijen
from app.opslag.lezen.vraag import afnemer, instelling
from app.opslag.lezen.waarden import globale_id
from app.opslag.tabellen.leveringen import bericht
from domain.aanroeper import Rol

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, FromClause

    from app.opslag.lezen.vraag import Vraag


def rijen(vraag: Vraag) -> Rijen:
    """Read what was sent to the caller, an institution or a consumer; nobody else has an inbox."""
    bron = bericht.alias()
    te_zien = Rijen(bron, (bron.c.positie.is_not(None),))
    match vraag.rol:
        case Rol.MBO:
            return te_zien.met(instelling=instelling())
        case Rol.AFNEMER:
            return te_zien.met(afnemer=afnemer())
        case _:
            return te_zien.waar(false())


def is_bevestigd(rij: FromClause) -> ColumnElement[bool]:
    """Tell whether the receiver confirmed it; written as the indexes have it."""
    return rij.c.bevestigd_op.is_not(None)


def persoon(rij: FromClause, vraag: Vraag) -> Rijen:
    """Return the student it is about."""
    return vraag.rijen().met(id=rij.c.persoon_id)


def inschrijving(rij: FromClause, vraag: Vraag) -> Rijen:
    """Return the enrolment it is about, as long as it exists."""
    return vraag.rijen().met(id=rij.c.inschrijving_id)


def resultaat(rij: FromClause, vraag: Vraag) -> Rijen:
    """Return the diploma or result it is about, as long as it exists."""
    return vraag.rijen().met(id=rij.c.resultaat_id)


BERICHT = Entiteit(
    naam="bericht",
    rijen=rijen,
    kolommen=kolommen(bericht),
    waarden={"id": lambda rij, _: globale_id("Bericht", rij.c.positie)},
    verbanden={"persoon": persoon, "inschrijving": inschrijving, "resultaat": resultaat},
    sleutel="positie",
    persoon="persoon_id",
    nummer="positie",
)
