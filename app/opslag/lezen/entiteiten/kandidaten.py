"""Between whom IPO has to choose, as persons: whom the register holds as it is now, another as the BRP showed it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import and_, column, func, select, true, union_all

from app.opslag.tabellen.leveringen import werk
from app.opslag.tabellen.register import persoon, persoonsnummer
from domain.codes import WerkSoort

if TYPE_CHECKING:
    from sqlalchemy import FromClause, Select, TableValuedAlias

_ONBEWAARD: Final = {"persoon_id", "levering_id", "bekend_vanaf", "vastgelegd_in"}
KOLOMMEN: Final = tuple(kolom for kolom in persoon.columns if kolom.name not in _ONBEWAARD)


def kandidaten_van(rij: FromClause) -> FromClause:
    """Return the candidates of a row of work."""
    bewaard = _bewaard(rij)
    hier, nummer = persoon.alias(), persoonsnummer.alias()
    ids = (
        select(func.coalesce(nummer.c.persoon_id, bewaard.c.id))
        .select_from(bewaard.outerjoin(nummer, nummer.c.nummer == bewaard.c.burgerservicenummer))
        .correlate_except(bewaard, nummer)
    )
    bekend = _als_persoon(hier).where(hier.c.id.in_(ids)).correlate_except(hier)
    return union_all(bekend, _onbekend(bewaard).correlate_except(bewaard)).subquery()


def personen_en_kandidaten() -> FromClause:
    """Return all persons, and whom the register does not hold as long as IPO has to choose between them."""
    open_werk = werk.alias()
    bewaard = _bewaard(open_werk)
    open_staand = and_(open_werk.c.soort == WerkSoort.IDENTIFICATIE.value, open_werk.c.afgehandeld_op.is_(None))
    kandidaten = _onbekend(bewaard).select_from(open_werk.join(bewaard, true())).where(open_staand)
    return union_all(_als_persoon(persoon.alias()), kandidaten).subquery()


def _bewaard(rij: FromClause) -> TableValuedAlias:
    delen = func.jsonb_to_recordset(rij.c.inhoud["kandidaten"])
    return delen.table_valued(*(column(kolom.name, kolom.type) for kolom in KOLOMMEN)).render_derived(with_types=True)


def _als_persoon(bron: FromClause) -> Select[tuple[object, ...]]:
    return select(*(bron.c[kolom.name] for kolom in KOLOMMEN))


def _onbekend(bewaard: TableValuedAlias) -> Select[tuple[object, ...]]:
    """Return those who were not known when the work arose, and still are not."""
    nummer = persoonsnummer.alias()
    bekend = select(nummer.c.nummer).where(nummer.c.nummer == bewaard.c.burgerservicenummer).exists()
    return _als_persoon(bewaard).where(bewaard.c.burgerservicenummer.is_not(None), ~bekend)
