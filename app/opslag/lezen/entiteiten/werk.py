"""Work for IPO: the delivery that waits, and between whom there is to choose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import case, func, select

from app.opslag.lezen.entiteit import Entiteit, kolommen
from app.opslag.lezen.entiteiten.kandidaten import kandidaten_van
from app.opslag.lezen.rijen import Rijen
from app.opslag.lezen.waarden import constante, id_van
from app.opslag.tabellen.leveringen import werk
from domain.codes import WerkSoort

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, FromClause

    from app.opslag.lezen.vraag import Vraag

KIES: Final = "Meer personen passen bij de gegevens. Kies wie het is, of geen van hen, met afhandelenIdentificatie."
SAMENVOEGEN: Final = (
    "Het BSN hoort bij een andere student in het register. Is het dezelfde, voeg de personen dan samen; anders beslis "
    "met afhandelenIdentificatie dat geen van de kandidaten het is."
)


def rijen(_: Vraag) -> Rijen:
    """Return what a human has to look at; the other rows are what the register waits for by itself."""
    bron = werk.alias()
    return Rijen(bron, (bron.c.soort.in_([soort.value for soort in WerkSoort]),))


def levering(rij: FromClause, vraag: Vraag) -> Rijen:
    """Return the delivery that waits."""
    return vraag.rijen().met(id=rij.c.levering_id)


def kandidaten(rij: FromClause, _: Vraag) -> Rijen:
    """Return between whom there is to choose, in order of id."""
    return Rijen(kandidaten_van(rij)).op("id")


def getoond(rij: FromClause) -> ColumnElement[Any]:
    """Return the ids of all whom the work shows."""
    wie = kandidaten_van(rij)
    return select(func.array_agg(wie.c.id)).select_from(wie).scalar_subquery()


def toelichting(rij: FromClause, _: Vraag) -> ColumnElement[Any]:
    """Return what there is to do: what is stored with the work, or of an identification what kind of choice it is.

    Who is to be identified again stands among the candidates when the BSN turned out to be another person: a merge.
    """
    zelf = func.jsonb_build_array(func.jsonb_build_object("id", rij.c.persoon_id))
    kies = case((rij.c.inhoud["kandidaten"].contains(zelf), constante(SAMENVOEGEN)), else_=constante(KIES))
    return func.coalesce(rij.c.inhoud["toelichting"].astext, kies)


WERK = Entiteit(
    naam="werk",
    rijen=rijen,
    kolommen=kolommen(werk),
    waarden={"id": id_van("Werk"), "toelichting": toelichting},
    verbanden={"levering": levering, "kandidaten": kandidaten},
    sleutel="id",
    getoond=getoond,
)
