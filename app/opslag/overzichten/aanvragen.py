"""Requests in storage: the receipt, the kenmerk that counts once, and the work in the same transaction."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, Protocol

from app.opslag.schrijven.opdrachten import als_json
from app.opslag.schrijven.uitkomst_json import signaal_json, signaal_van
from domain.aanvraag import Aanvraaguitkomst, EerdereAanvraag
from domain.codes import AanvraagSoort, Verwerkingsstatus

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from datetime import date

    from psycopg import AsyncConnection

    from app.opslag.toegang import Toegang
    from domain.aanroeper import Aanroeper
    from domain.aanvraag import Aanvraagontvangst

_ARCHIVEER: Final = b"""
    INSERT INTO ontvangst (instelling, afzender, gebruiker, kenmerk, soort, bericht, hash)
    VALUES (%s, %s, %s, %s, %s, %s, %s)
"""
_HOUD_VAST: Final = b"SELECT pg_advisory_xact_lock(hashtextextended('aanvraag ' || %s || ' ' || %s, 0))"
_EERDERE: Final = b"""
    SELECT a.soort, a.hash, a.status, a.signalen, o.id FROM aanvraag a LEFT JOIN overzicht o ON o.aanvraag_id = a.id
    WHERE a.afzender = %s AND a.kenmerk = %s
"""
_IS_GELDIG: Final = b"""
    SELECT EXISTS (SELECT FROM instelling
        WHERE brin = %(brin)s AND coalesce(geldig_van <= %(dag)s, true) AND coalesce(geldig_tot >= %(dag)s, true))
"""
_BEWAAR: Final = b"""
    INSERT INTO aanvraag (afzender, kenmerk, soort, hash, gebruiker, instelling, status, signalen)
    VALUES (%s, %s, %s, %s, %s, %s, %s, %s) RETURNING id
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
class PostgresAanvraagwerk:
    """Implements domain.aanvraagpoorten.Aanvraagwerk: one transaction as the writer."""

    verbinding: AsyncConnection[Any]
    stel_uit: StelUit

    async def archiveer(self, aanroeper: Aanroeper, ontvangst: Aanvraagontvangst) -> None:
        """Keep the receipt as it came in."""
        wie = (ontvangst.instelling(aanroeper), aanroeper.naam, aanroeper.gebruiker)
        wat = (ontvangst.kenmerk, ontvangst.aanvraag.soort, ontvangst.bericht, ontvangst.hash)
        await self.verbinding.execute(_ARCHIVEER, (*wie, *wat))

    async def eerdere(self, aanroeper: Aanroeper, ontvangst: Aanvraagontvangst) -> EerdereAanvraag | None:
        """Return the request that took this kenmerk before; the lock keeps others from taking it meanwhile."""
        sleutel = (aanroeper.naam, ontvangst.kenmerk)
        if ontvangst.kenmerk is None:
            return None
        await self.verbinding.execute(_HOUD_VAST, sleutel)
        rij = await (await self.verbinding.execute(_EERDERE, sleutel)).fetchone()
        return _eerdere(ontvangst.kenmerk, rij) if rij else None

    async def is_geldig(self, instelling: str, dag: date) -> bool:
        """Tell whether the institution exists on a day."""
        return bool(await self._enige(_IS_GELDIG, {"brin": instelling, "dag": dag}))

    async def bewaar(self, aanroeper: Aanroeper, ontvangst: Aanvraagontvangst, uitkomst: Aanvraaguitkomst) -> int:
        """Store the request with its outcome; return its id."""
        wat = (aanroeper.naam, ontvangst.kenmerk, ontvangst.aanvraag.soort, ontvangst.hash, aanroeper.gebruiker)
        signalen = als_json([signaal_json(signaal) for signaal in uitkomst.signalen])
        rij = (*wat, ontvangst.instelling(aanroeper), uitkomst.status, signalen)
        return int(await self._enige(_BEWAAR, rij))

    async def maak_werk(self, aanroeper: Aanroeper, ontvangst: Aanvraagontvangst, aanvraag_id: int) -> Aanvraaguitkomst:
        """Store the overview as to be made, and queue the making."""
        vraag = ontvangst.aanvraag
        rij = (aanvraag_id, vraag.soort, ontvangst.instelling(aanroeper), vraag.van, vraag.tot_en_met)
        overzicht_id = int(await self._enige(_VRAAG_AAN, rij))
        await self.stel_uit(self.verbinding, overzicht_id)
        uitkomst = Aanvraaguitkomst(kenmerk=vraag.kenmerk, status=Verwerkingsstatus.GOEDGEKEURD)
        return replace(uitkomst, overzicht_id=overzicht_id)

    async def _enige(self, opdracht: bytes, waarden: Any) -> Any:  # noqa: ANN401 - parameters, and a value
        rij = await (await self.verbinding.execute(opdracht, waarden)).fetchone()
        if rij is None:
            raise AssertionError("a statement that always answers with one row")
        return rij[0]


def _eerdere(kenmerk: str, rij: tuple[Any, ...]) -> EerdereAanvraag:
    soort, hash_, status, signalen, overzicht_id = rij
    return EerdereAanvraag(
        soort=AanvraagSoort(soort),
        hash=hash_,
        uitkomst=Aanvraaguitkomst(
            kenmerk=kenmerk,
            status=Verwerkingsstatus(status),
            signalen=tuple(map(signaal_van, signalen)),
            overzicht_id=overzicht_id,
        ),
    )
