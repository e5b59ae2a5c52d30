"""Requests for an overview in storage: the request, and the work that it asks for in the same transaction."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, Protocol

from app.opslag.aanvragen import Aanvraagarchief, enige
from domain.aanvraag import Aanvraaguitkomst
from domain.codes import Verwerkingsstatus

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from datetime import date

    from psycopg import AsyncConnection

    from app.opslag.toegang import Toegang
    from domain.aanroeper import Aanroeper
    from domain.aanvraag import Overzichtontvangst

_IS_GELDIG: Final = b"""
    SELECT EXISTS (SELECT FROM instelling
        WHERE brin = %(brin)s AND coalesce(geldig_van <= %(dag)s, true) AND coalesce(geldig_tot >= %(dag)s, true))
"""
_VRAAG_AAN: Final = b"""
    INSERT INTO overzicht (aanvraag_id, soort, status, instelling, van, tot_en_met)
    VALUES (%s, %s, 'AANGEVRAAGD', %s, %s, %s) RETURNING id
"""


class StelUit(Protocol):
    """Queues the making of an overview, on the connection and in the transaction that asks for it."""

    async def __call__(self, verbinding: AsyncConnection[Any], overzicht_id: int, /) -> None:
        """Queue it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostgresAanvragen:
    """Implements domain.aanvraagpoorten.Aanvraagopslag."""

    toegang: Toegang
    stel_uit: StelUit

    @asynccontextmanager
    async def aanvraagwerk(self) -> AsyncIterator[PostgresAanvraagwerk]:
        """Begin, and commit at the end; an error rolls back."""
        async with self.toegang.schrijver() as verbinding:
            yield PostgresAanvraagwerk(verbinding=verbinding, stel_uit=self.stel_uit)


@dataclass(frozen=True, slots=True, kw_only=True)
class PostgresAanvraagwerk(Aanvraagarchief):
    """Implements domain.aanvraagpoorten.Aanvraagwerk: one transaction as the writer."""

    stel_uit: StelUit

    async def is_geldig(self, instelling: str, dag: date) -> bool:
        """Tell whether the institution exists on a day."""
        return bool(await enige(self.verbinding, _IS_GELDIG, {"brin": instelling, "dag": dag}))

    async def maak_werk(
        self, aanroeper: Aanroeper, ontvangst: Overzichtontvangst, aanvraag_id: int
    ) -> Aanvraaguitkomst:
        """Store the overview as to be made, and queue the making."""
        vraag = ontvangst.aanvraag
        rij = (aanvraag_id, vraag.soort, ontvangst.instelling(aanroeper), vraag.van, vraag.tot_en_met)
        overzicht_id = int(await enige(self.verbinding, _VRAAG_AAN, rij))
        await self.stel_uit(self.verbinding, overzicht_id)
        uitkomst = Aanvraaguitkomst(kenmerk=vraag.kenmerk, status=Verwerkingsstatus.GOEDGEKEURD)
        return replace(uitkomst, overzicht_id=overzicht_id)
