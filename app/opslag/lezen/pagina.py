"""Connections: a page by keyset on the number of a row, its place in the list, and a count only when that is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import ARRAY, BigInteger, Integer, Text, cast, func, null, select

from app.opslag.lezen.vraag import parameter
from app.opslag.lezen.waarden import als_object, constante, globale_id, lijst_van
from resolvers.leesplan import Blad, Knoop, Tak, Typen, Typenaam

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sqlalchemy import ColumnElement, FromClause, Select, Subquery

    from app.opslag.lezen.rijen import Rijen
    from app.opslag.lezen.vraag import Vraag

FIRST: Final = "first"
AFTER: Final = "after"
EDGES: Final = "edges"
_VOORAAN: Final[Mapping[type, int | str]] = {BigInteger: 0, Text: ""}
"""What stands before every number, or every text."""
NIEMAND: Final = cast(null(), ARRAY(BigInteger))


@dataclass(frozen=True, slots=True)
class Verbinding:
    """A connection in the making: node type, question, and its rows, made anew for each part that reads them."""

    knooptype: str
    vraag: Vraag
    rijen: Callable[[], Rijen]
    object: Callable[[Typen, FromClause], ColumnElement[Any]]

    def lees(self, typenaam: str, knopen: Sequence[Knoop]) -> Select[Any]:
        """Select the connection as `json` with the `personen` on its page; nobody when only the count is asked."""
        takken = [knoop for knoop in knopen if isinstance(knoop, Tak)]
        if not takken:
            return select(
                als_object([self._los(knoop, typenaam) for knoop in knopen]).label("json"), NIEMAND.label("personen")
            )
        bladzijde = self._bladzijde([tak for tak in takken if tak.naam == EDGES])
        kolommen = [self._kolom(knoop, typenaam, bladzijde) for knoop in knopen]
        return select(als_object(kolommen).label("json"), bladzijde.c.personen).select_from(bladzijde)

    def _los(self, knoop: Knoop, typenaam: str) -> ColumnElement[Any]:
        """Return what does not depend on the page: the count, or the name of the type."""
        if isinstance(knoop, Typenaam):
            return constante(typenaam).label(knoop.sleutel)
        return self.rijen().toon(func.count()).scalar_subquery().label(knoop.sleutel)

    def _kolom(self, knoop: Knoop, typenaam: str, bladzijde: Subquery) -> ColumnElement[Any]:
        if not isinstance(knoop, Tak):
            return self._los(knoop, typenaam)
        if knoop.naam == EDGES:
            return bladzijde.c[knoop.sleutel].label(knoop.sleutel)
        ((infotype, velden),) = knoop.typen
        return als_object([self._plaats(veld, infotype, bladzijde) for veld in velden]).label(knoop.sleutel)

    def _bladzijde(self, edges: Sequence[Tak]) -> Subquery:
        """Return the page in one row: each selection of edges as an array, the first and last id, and who is on it."""
        alle, na, soort = self.rijen(), self._na, self.vraag.entiteit.nummersoort
        rijen = (alle if na is None else alle.waar(self._nummer(alle.bron) > na)).op(self._nummer(alle.bron))
        rijen = rijen.ten_hoogste(parameter(self.vraag.argumenten[FIRST], Integer))
        wie, samen = self._wie(rijen.bron)
        rij = rijen.toon(
            self._nummer(rijen.bron).label("rij$id"),
            wie.label("rij$persoon"),
            *(self._edge(tak, rijen.bron).label(tak.sleutel) for tak in edges),
        ).subquery()
        lijsten = (lijst_van(rij.c[tak.sleutel]).label(tak.sleutel) for tak in edges)
        nummer = rij.c["rij$id"]
        # Made here and not where it is compared: a coalesce is not leakproof, and under RLS it would cost the index.
        tot = func.coalesce(func.max(nummer), na, _VOORAAN[soort]).label("rij$tot")
        return select(
            *lijsten,
            func.min(nummer).label("rij$eerste"),
            func.max(nummer).label("rij$laatste"),
            tot,
            samen(rij.c["rij$persoon"]).label("personen"),
        ).subquery()

    def _wie(self, rij: FromClause) -> tuple[ColumnElement[Any], Callable[[ColumnElement[Any]], ColumnElement[Any]]]:
        """Return whom a row shows, and how those of all rows of a page are put together: mostly one a row."""
        entiteit = self.vraag.entiteit
        if entiteit.getoond is None:
            return (rij.c[entiteit.persoon] if entiteit.persoon else cast(null(), BigInteger)), func.array_agg
        return func.nullif(func.array_to_string(entiteit.getoond(rij), ","), ""), _uit_teksten

    def _edge(self, tak: Tak, rij: FromClause) -> ColumnElement[Any]:
        ((typenaam, velden),) = tak.typen
        return als_object([self._edgeveld(veld, typenaam, rij) for veld in velden])

    def _edgeveld(self, knoop: Knoop, typenaam: str, rij: FromClause) -> ColumnElement[Any]:
        match knoop:
            case Typenaam():
                return constante(typenaam).label(knoop.sleutel)
            case Blad():
                return globale_id(self.knooptype, self._nummer(rij)).label(knoop.sleutel)
            case Tak():
                return self.object(knoop.typen, rij).label(knoop.sleutel)

    def _plaats(self, knoop: Knoop, typenaam: str, bladzijde: Subquery) -> ColumnElement[Any]:
        """Write a field of PageInfo."""
        if isinstance(knoop, Typenaam):
            return constante(typenaam).label(knoop.sleutel)
        return self._pageinfo(knoop.naam, bladzijde).label(knoop.sleutel)

    def _pageinfo(self, naam: str, bladzijde: Subquery) -> ColumnElement[Any]:
        match naam:
            case "start_cursor":
                return globale_id(self.knooptype, bladzijde.c["rij$eerste"])
            case "end_cursor":
                return globale_id(self.knooptype, bladzijde.c["rij$laatste"])
            case "has_previous_page":
                return func.bool(self._na is not None)
            case _:
                return self._volgende(bladzijde.c["rij$tot"]).is_not(None)

    def _volgende(self, tot: ColumnElement[Any]) -> ColumnElement[Any]:
        """Return the first number after a page, in its order: a bare EXISTS reads the table from its beginning."""
        alle = self.rijen()
        verder = alle.waar(self._nummer(alle.bron) > tot).op(self._nummer(alle.bron)).ten_hoogste(1)
        return verder.toon(self._nummer(alle.bron)).scalar_subquery()

    @property
    def _na(self) -> ColumnElement[Any] | None:
        """The place after which the page begins."""
        return self.vraag.argument(AFTER, self.vraag.entiteit.nummersoort)

    def _nummer(self, rij: FromClause) -> ColumnElement[Any]:
        """Return the number by which a row has its place in the list."""
        return rij.c[self.vraag.entiteit.nummer]


def _uit_teksten(ids: ColumnElement[Any]) -> ColumnElement[Any]:
    """Put arrays of ids together, each written with commas: array_agg takes arrays of one length only."""
    return cast(func.string_to_array(func.string_agg(ids, ","), ","), ARRAY(BigInteger))
