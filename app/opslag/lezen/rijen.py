"""Rows to be read: a source with conditions and an order, refined step by step like a sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, FromClause, Select


@dataclass(frozen=True, slots=True)
class Rijen:
    """Rows of a source; `eigen`: the source is the row above, of which an embedded object shows a part."""

    bron: FromClause
    voorwaarden: tuple[ColumnElement[bool], ...] = ()
    volgorde: tuple[ColumnElement[Any], ...] = ()
    grens: ColumnElement[int] | int | None = None
    eigen: bool = False

    def met(self, **waarden: object) -> Rijen:
        """Keep only the rows whose columns have these values."""
        return self.waar(*(self.bron.c[naam] == waarde for naam, waarde in waarden.items()))

    def waar(self, *voorwaarden: ColumnElement[bool]) -> Rijen:
        """Keep only the rows for which these hold as well."""
        return replace(self, voorwaarden=(*self.voorwaarden, *voorwaarden))

    def op(self, *volgorde: str | ColumnElement[Any]) -> Rijen:
        """Put the rows in this order, of columns by name or of expressions."""
        return replace(self, volgorde=tuple(self.bron.c[deel] if isinstance(deel, str) else deel for deel in volgorde))

    def ten_hoogste(self, aantal: ColumnElement[int] | int) -> Rijen:
        """Keep only the first rows."""
        return replace(self, grens=aantal)

    def toon(self, *kolommen: ColumnElement[Any]) -> Select[Any]:
        """Select these columns of the rows; what belongs to the rows above stays theirs."""
        if self.eigen:
            keuze = select(*kolommen).correlate_except()
        else:
            keuze = select(*kolommen).select_from(self.bron).correlate_except(self.bron)
        keuze = keuze.where(*self.voorwaarden).order_by(*self.volgorde)
        return keuze if self.grens is None else keuze.limit(self.grens)
