"""The stageplek: a placement as SBB may know it, in order of a kenmerk that tells nothing (besluit 0060)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Date, DateTime, Text, func, not_

from app.opslag.lezen.entiteit import Entiteit, deel, uit_tabel
from app.opslag.lezen.entiteiten.filters import gelijk
from app.opslag.lezen.geldigheid import geldend, geldt
from app.opslag.tabellen.stageplekken import stageplek

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, FromClause

    from app.opslag.lezen.rijen import Rijen
    from app.opslag.lezen.vraag import Vraag

TIJDSTIP: Final = DateTime(timezone=True)
_GETOOND: Final = (
    *("kenmerk", "leerbedrijf_id", "opleidingcode", "keuzedeelcode", "leertraject", "instelling", "afsluitdatum"),
    *("datum_begin", "datum_einde_gepland", "datum_einde_werkelijk", "omvang", "leeftijd_bij_begin", "ingetrokken"),
)


def niveau(rij: FromClause, vraag: Vraag) -> ColumnElement[Any]:
    """As delivered with a dossier or domein, otherwise that of the kwalificatie when the period began."""
    opleidingen = vraag.rijen("opleiding").met(opleidingcode=rij.c.periode_opleidingcode)
    rijen = geldend(opleidingen, rij.c.periode_begin)
    return func.coalesce(rij.c.niveau, rijen.toon(rijen.bron.c.niveau).scalar_subquery())


def stageplekbezetting(_: FromClause, vraag: Vraag) -> Rijen:
    """Filter them; on a peildatum the places that are taken on it, of which a withdrawn one is none."""
    rijen = gelijk(vraag.rijen(), vraag, leerbedrijf_id="filter.leerbedrijfId", opleidingcode="filter.opleidingcode")
    vanaf, dag = vraag.argument("filter.gewijzigdVanaf", TIJDSTIP), vraag.argument("filter.peildatum", Date)
    kolom = rijen.bron.c
    if vanaf is not None:
        rijen = rijen.waar(kolom.gewijzigd_op >= vanaf)
    if dag is not None:
        rijen = rijen.waar(geldt(kolom.datum_begin, kolom.datum_einde_werkelijk, dag), not_(kolom.ingetrokken))
    return rijen


STAGEPLEKBEZETTING = Entiteit(
    naam="stageplekbezetting",
    rijen=uit_tabel(stageplek),
    kolommen=deel(*_GETOOND),
    waarden={"niveau": niveau},
    nummer="kenmerk",
    nummersoort=Text,
)
