"""The reader at work: one short transaction per statement, in the role of who asks, with its consultation rows."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

import psycopg
from psycopg.raw_cursor import AsyncRawCursor
from psycopg_pool import AsyncConnectionPool, PoolTimeout

from app.opslag.lezen.compileren import SLEUTELS, compileer, compileer_bundel, entiteit_van
from app.opslag.lezen.gezien import GEBRUIKER, OPERATIE, ROL, TRACE_ID
from app.opslag.lezen.vraag import AANROEPER, AFNEMER, INSTELLING, VANDAAG
from app.opslag.toegang import LEZERS
from app.opslag.verbindingen import WEG, is_weg
from domain.fouten import TijdOverschreden
from domain.poorten import OpslagWegError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from psycopg import AsyncConnection
    from psycopg.pq.abc import PGresult

    from app.opslag.lezen.dialect import Statement
    from domain.aanroeper import Aanroeper, Rol
    from resolvers.leesplan import Bundel, Leesplan, Raadpleging

# Readers read their own rows and log who they saw; all of it holds for this transaction only (PgBouncer).
# A plan is never made anew for other values (a dossier costs more to plan than to read), and never compiled (jit).
_INSTELLEN: Final = b"""SELECT set_config('role', $1, true), set_config('bron.instelling', $2, true),
 set_config('bron.afnemer', $3, true), set_config('bron.aanroeper', $4, true),
 set_config('statement_timeout', $5, true),
 set_config('synchronous_commit', 'off', true), set_config('plan_cache_mode', 'force_generic_plan', true),
 set_config('jit', 'off', true)"""
_BEWAARD: Final = 2_000
POGINGEN: Final = 2
"""A reading whose connection breaks is sent again: that does no harm, and Postgres restarts in seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lezer:
    """Reads with connections of a pool whose login may become each reader's role; time_out in seconds."""

    pool: AsyncConnectionPool
    rolprefix: str
    time_out: float

    def bereid(self, plan: Leesplan, rol: Rol) -> Statement:
        """Make the statement of an operation, or find it again."""
        return _gecompileerd(plan, rol)

    async def lees(self, statement: Statement, waarden: Mapping[str, object], raadpleging: Raadpleging) -> bytes:
        """Return the JSON of `data`, as Postgres wrote it; raises TijdOverschreden."""
        antwoord = await self._voer_uit(statement, waarden, raadpleging)
        return antwoord.get_value(0, 0) or b"null"

    async def lees_bundel(
        self, bundel: Bundel, sleutels: Sequence[str], waarden: Mapping[str, object], raadpleging: Raadpleging
    ) -> dict[str, dict[str, object]]:
        """Return for each key that is found and visible what the bundle asks of it; raises TijdOverschreden."""
        statement = _gecompileerde_bundel(bundel, raadpleging.aanroeper.rol)
        antwoord = await self._voer_uit(statement, {**waarden, SLEUTELS: list(sleutels)}, raadpleging)
        return {
            (antwoord.get_value(nr, 0) or b"").decode(): json.loads(antwoord.get_value(nr, 1) or b"null")
            for nr in range(antwoord.ntuples)
        }

    def heeft_sleutel(self, typenaam: str) -> bool:
        """Tell whether objects of a GraphQL type can be found again by a key."""
        return entiteit_van(typenaam).sleutel is not None

    async def _voer_uit(
        self, statement: Statement, waarden: Mapping[str, object], raadpleging: Raadpleging
    ) -> PGresult:
        """Run one reading in a transaction of its own; raises TijdOverschreden, OpslagWegError."""
        instellingen = self._instellingen(raadpleging.aanroeper)
        alles = statement.waarden({**waarden, **vaste_waarden(raadpleging)})
        weg: psycopg.OperationalError | None = None
        for _ in range(POGINGEN):
            try:
                async with self.pool.connection() as verbinding:
                    return await _in_transactie(verbinding, instellingen, statement.sql, alles)
            except (psycopg.errors.QueryCanceled, PoolTimeout) as fout:
                raise TijdOverschreden("De vraag duurde te lang.") from fout
            except psycopg.OperationalError as fout:
                if not is_weg(fout):
                    raise
                weg = fout
        raise OpslagWegError(WEG) from weg

    def _instellingen(self, aanroeper: Aanroeper) -> list[str]:
        rol = self.rolprefix + LEZERS.get(aanroeper.rol, "lezer")
        return [
            rol,
            aanroeper.instelling or "",
            aanroeper.afnemer or "",
            aanroeper.naam,
            str(int(self.time_out * 1000)),
        ]


async def _in_transactie(
    verbinding: AsyncConnection[Any], instellingen: list[str], sql: bytes, waarden: list[object]
) -> PGresult:
    """Send a whole transaction at once and wait once; its answer counts only when all of it succeeded.

    What goes out between two synchronisations of a pipeline is one transaction by itself, so BEGIN and COMMIT need not
    be said: two statements instead of four take a quarter off the CPU of a dossier (measured; besluit 0014). It writes
    nothing but the consultation log, so it needs no unit of work.
    """
    cursor = AsyncRawCursor(verbinding)
    async with verbinding.pipeline():
        await AsyncRawCursor(verbinding).execute(_INSTELLEN, instellingen, prepare=True)
        await cursor.execute(sql, waarden, prepare=True)
    if cursor.pgresult is None:
        raise RuntimeError("a statement without a result")
    return cursor.pgresult


def vaste_waarden(raadpleging: Raadpleging) -> dict[str, object]:
    """Return the parameters that every reading brings: who asks, and today."""
    aanroeper = raadpleging.aanroeper
    return {
        AANROEPER: aanroeper.naam,
        ROL: aanroeper.rol.value,
        GEBRUIKER: aanroeper.gebruiker,
        OPERATIE: raadpleging.operatie,
        TRACE_ID: raadpleging.trace_id,
        INSTELLING: aanroeper.instelling,
        AFNEMER: aanroeper.afnemer,
        VANDAAG: raadpleging.vandaag.isoformat(),
    }


_gecompileerd = lru_cache(_BEWAARD)(compileer)
_gecompileerde_bundel = lru_cache(_BEWAARD)(compileer_bundel)
