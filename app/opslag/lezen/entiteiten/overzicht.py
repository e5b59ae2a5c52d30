"""The overview: how far it is, and where the file is once it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Integer, case, cast, func

from app.opslag.lezen.entiteit import Entiteit, Waarde, eigen_rijen, ingebed, kolommen
from app.opslag.lezen.geldigheid import geldend
from app.opslag.lezen.rijen import Rijen
from app.opslag.lezen.waarden import constante, globale_id, id_van, tekst
from app.opslag.tabellen.overzichten import overzicht
from domain.codes import OverzichtStatus

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, FromClause

    from app.opslag.lezen.vraag import Vraag

GETALLEN: Final = ("deelnames", "diplomas", "bekostigbaar")
TEKSTEN: Final = ("opleidingcodes", "generaal")


def instelling(rij: FromClause, vraag: Vraag) -> Rijen:
    """Return the institution as it was on the day of the request."""
    dag = func.date(func.timezone("Europe/Amsterdam", rij.c.aangevraagd_op))
    return geldend(vraag.rijen().met(brin=rij.c.instelling), dag)


def url(rij: FromClause, _: Vraag) -> ColumnElement[Any]:
    """Return where the file is; empty as long as there is none."""
    pad = constante("/overzichten/") + globale_id("Overzicht", rij.c.id)
    return case((rij.c.status == OverzichtStatus.GEREED.value, pad))


def controletotalen(rij: FromClause, _: Vraag) -> Rijen:
    """Return the totals on the overview's own row, where it has them."""
    return Rijen(rij, (rij.c.controletotalen.is_not(None),), eigen=True)


def _totaal(naam: str) -> Waarde:
    if naam in TEKSTEN:
        return lambda rij, _: rij.c.controletotalen[naam].astext
    return lambda rij, _: cast(rij.c.controletotalen[naam].astext, Integer)


OVERZICHT = Entiteit(
    naam="overzicht",
    rijen=eigen_rijen(overzicht),
    kolommen=kolommen(overzicht),
    waarden={"id": id_van("Overzicht"), "url": url, "omvang_bytes": lambda rij, _: tekst(rij.c.omvang_bytes)},
    verbanden={"instelling": instelling, "controletotalen": controletotalen},
    sleutel="id",
)
CONTROLETOTALEN = Entiteit(
    naam="controletotalen", rijen=ingebed, waarden={naam: _totaal(naam) for naam in (*GETALLEN, *TEKSTEN)}
)
