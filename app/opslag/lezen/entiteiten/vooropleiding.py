"""Prior education: rows of no institution, for whoever identified the person; its subjects stand in the row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, Text, column, func, select

from app.opslag.lezen.entiteit import Entiteit, Waarde, deel, ingebed, kolommen
from app.opslag.lezen.rijen import Rijen
from app.opslag.lezen.vraag import instelling
from app.opslag.tabellen.referentie import codelijst
from app.opslag.tabellen.register import persoon_instelling
from app.opslag.tabellen.resultaten import vooropleiding

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, FromClause

    from app.opslag.lezen.vraag import Vraag


def rijen(vraag: Vraag) -> Rijen:
    """Read all, or of the persons the institution has identified: the predicate above the net of RLS."""
    bron, kent = vooropleiding.alias(), persoon_instelling.alias()
    if not vraag.alleen_eigen:
        return Rijen(bron)
    eigen = select(kent.c.persoon_id).where(kent.c.persoon_id == bron.c.persoon_id, kent.c.instelling == instelling())
    return Rijen(bron, (eigen.exists(),))


def vakken(rij: FromClause, _: Vraag) -> Rijen:
    """Return the subjects, in order of their code."""
    element = func.jsonb_to_recordset(rij.c.vakken).table_valued(column("vakcode", Text), column("eindcijfer", Integer))
    delen = element.render_derived(with_types=True)
    return Rijen(delen).op(delen.c.vakcode.collate("C"))


def omschrijving(lijst: str, kolom: str) -> Waarde:
    """Declare the description of a code in a code list."""

    def waarde(rij: FromClause, _: Vraag) -> ColumnElement[Any]:
        van_code = select(codelijst.c.omschrijving).where(codelijst.c.lijst == lijst, codelijst.c.code == rij.c[kolom])
        return van_code.scalar_subquery()

    return waarde


VOOROPLEIDING = Entiteit(
    naam="vooropleiding",
    rijen=rijen,
    kolommen=kolommen(vooropleiding),
    waarden={"omschrijving": omschrijving("hoogsteVooropleiding", "soort")},
    verbanden={"vakken": vakken},
    persoon="persoon_id",
)
VOOROPLEIDING_VAK = Entiteit(
    naam="vooropleiding_vak",
    rijen=ingebed,
    kolommen=deel("vakcode", "eindcijfer"),
    waarden={"omschrijving": omschrijving("vooropleidingVak", "vakcode")},
)
