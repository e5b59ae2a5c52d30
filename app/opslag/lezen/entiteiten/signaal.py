"""Signals: on a registration, or in the answer to a delivery; IPO reads the text that names the other institution."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, case, column, func, or_, select
from sqlalchemy.dialects.postgresql import JSONB

from app.opslag.lezen.entiteit import Entiteit, deel, eigen_rijen, ingebed, kolommen
from app.opslag.lezen.rijen import Rijen
from app.opslag.lezen.waarden import constante
from app.opslag.tabellen.register import signaal
from domain.signalen import SIGNALEN

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


def met_signaal(inschrijving: FromClause, vraag: Vraag, code: ColumnElement[Any]) -> ColumnElement[bool]:
    """Say that a signal of this code stands on the enrolment, or on a placement under it (K02, K04)."""
    signalen, bpvs = vraag.rijen("signaal").met(code=code), vraag.rijen("bpv").met(inschrijving_id=inschrijving.c.id)
    op_bpv = bpvs.waar(bpvs.bron.c.id == signalen.bron.c.bpv_id).toon(bpvs.bron.c.id).exists()
    over = signalen.met(persoon_id=inschrijving.c.persoon_id)
    return over.waar(or_(over.bron.c.inschrijving_id == inschrijving.c.id, op_bpv)).toon(over.bron.c.id).exists()


def tellingen(_: FromClause, vraag: Vraag) -> Rijen:
    """Count the signals on registrations by code, of one institution or of all the caller may see."""
    signalen = vraag.rijen("signaal")
    bij = vraag.argument("instelling")
    gevraagd = signalen if bij is None else signalen.met(instelling=bij)
    kolom = gevraagd.bron.c
    groepen = gevraagd.toon(kolom.code, kolom.soort, func.count().label("aantal")).group_by(kolom.code, kolom.soort)
    return Rijen(groepen.subquery()).op("code")


def catalogustekst(rij: FromClause, _: Vraag) -> ColumnElement[Any]:
    """Return the text of the catalogue, with the names of what is filled in."""
    return case({code: constante(definitie.tekst) for code, definitie in SIGNALEN.items()}, value=rij.c.code)


SIGNAAL = Entiteit(
    naam="signaal",
    rijen=eigen_rijen(signaal),
    kolommen=kolommen(signaal),
    waarden={"tekst": tekst},
    verbanden={"parameters": parameters},
    persoon="persoon_id",
)
PARAMETER = Entiteit(naam="parameter", rijen=ingebed, kolommen=deel("naam", "waarde"))
SIGNAALTELLING = Entiteit(
    naam="signaaltelling", rijen=ingebed, kolommen=deel("code", "soort", "aantal"), waarden={"tekst": catalogustekst}
)
