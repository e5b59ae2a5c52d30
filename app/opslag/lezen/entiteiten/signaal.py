"""Signals: on a registration, or in the answer to a delivery; IPO reads the text that names the other institution."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, column, func, select
from sqlalchemy.dialects.postgresql import JSONB

from app.opslag.lezen.entiteit import Entiteit, deel, eigen_rijen, ingebed, kolommen
from app.opslag.lezen.rijen import Rijen
from app.opslag.tabellen.register import signaal

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, FromClause

    from app.opslag.lezen.vraag import Vraag


def tekst(rij: FromClause, vraag: Vraag) -> ColumnElement[Any]:
    """Return the text as the caller may read it (I15 and F05 name the other institution to IPO only)."""
    return rij.c.tekst if vraag.alleen_eigen else func.coalesce(rij.c.ipo["tekst"].astext, rij.c.tekst)


def ingevuld(rij: FromClause, vraag: Vraag) -> ColumnElement[Any]:
    """Return what was filled in, as it is stored: [{naam, waarde}]."""
    return rij.c.parameters if vraag.alleen_eigen else func.coalesce(rij.c.ipo["parameters"], rij.c.parameters)


def parameters(rij: FromClause, vraag: Vraag) -> Rijen:
    """Return what was filled in, in order of name."""
    element = func.jsonb_to_recordset(ingevuld(rij, vraag)).table_valued(column("naam", Text), column("waarde", Text))
    return Rijen(element.render_derived(with_types=True)).op("naam")


def uit_antwoord(signalen: ColumnElement[Any]) -> Rijen:
    """Read the signals of a stored answer as rows, in the order in which they stand there."""
    element = func.jsonb_array_elements(signalen).table_valued(column("inhoud", JSONB), with_ordinality="volgorde")
    deel = element.render_derived()
    teksten = (deel.c.inhoud[naam].astext.label(naam) for naam in ("code", "soort", "tekst"))
    waarden = (deel.c.inhoud[naam].label(naam) for naam in ("pad", "parameters", "ipo"))
    rij = select(*teksten, *waarden, deel.c.volgorde).correlate_except(deel).subquery()
    return Rijen(rij).op("volgorde")


SIGNAAL = Entiteit(
    naam="signaal",
    rijen=eigen_rijen(signaal),
    kolommen=kolommen(signaal),
    waarden={"tekst": tekst},
    verbanden={"parameters": parameters},
    persoon="persoon_id",
)
PARAMETER = Entiteit(naam="parameter", rijen=ingebed, kolommen=deel("naam", "waarde"))
