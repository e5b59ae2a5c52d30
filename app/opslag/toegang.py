"""Transactions beside those of deliveries and readings: as the writer, or as a reader over one moment of the register.

What belongs to a transaction (role, settings) is set in it, so that it holds through a pooler too.
"""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from domain.aanroeper import Rol

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from psycopg import AsyncConnection
    from psycopg_pool import AsyncConnectionPool

    from domain.aanroeper import Aanroeper

# An overview of a large school, or a look at all of it, takes longer than a question may; own choice.
TIJD_VOOR_WERK: Final = 600.0
_WORD: Final = b"""SELECT set_config('role', %s, true), set_config('bron.instelling', %s, true),
    set_config('bron.afnemer', %s, true), set_config('bron.aanroeper', %s, true),
    set_config('statement_timeout', %s, true), set_config('jit', 'off', true)"""
_MOMENTOPNAME: Final = b"SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"
LEZERS: Final = {Rol.MBO: "lezer_mbo", Rol.IPO: "lezer_ipo", Rol.AFNEMER: "lezer_afnemer"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Toegang:
    """Connections whose login may become each role of the register; time_out per statement in seconds."""

    pool: AsyncConnectionPool[AsyncConnection[Any]]
    rolprefix: str
    time_out: float

    @asynccontextmanager
    async def schrijver(self) -> AsyncIterator[AsyncConnection[Any]]:
        """Begin as the writer, and commit at the end; an error rolls back."""
        async with self.pool.connection() as verbinding, verbinding.transaction():
            await self._word(verbinding, "schrijver")
            yield verbinding

    @asynccontextmanager
    async def lezer(self, aanroeper: Aanroeper, *, momentopname: bool = False) -> AsyncIterator[AsyncConnection[Any]]:
        """Begin as the reader that this caller is; momentopname: every statement sees the register of one moment."""
        async with self.pool.connection() as verbinding, verbinding.transaction():
            if momentopname:
                await verbinding.execute(_MOMENTOPNAME)
            await self._word(verbinding, LEZERS.get(aanroeper.rol, "lezer"), aanroeper)
            yield verbinding

    async def _word(self, verbinding: AsyncConnection[Any], rol: str, aanroeper: Aanroeper | None = None) -> None:
        wie = (aanroeper.instelling or "", aanroeper.afnemer or "", aanroeper.naam) if aanroeper else ("", "", "")
        await verbinding.execute(_WORD, (f"{self.rolprefix}{rol}", *wie, str(int(self.time_out * 1000))))
