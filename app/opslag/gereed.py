"""What must hold in the database before the service may get requests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from psycopg.errors import InsufficientPrivilege, InvalidParameterValue, UndefinedTable

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from psycopg import AsyncConnection
    from psycopg_pool import AsyncConnectionPool

ROLLEN: Final = ("lezer", "lezer_mbo", "lezer_ipo", "lezer_afnemer", "schrijver")
_WORD: Final = "SELECT set_config('role', rol, true) FROM unnest(%s::text[]) rol"
_STAND: Final = """
    SELECT (SELECT version_num FROM alembic_version),
        EXISTS (SELECT FROM referentieversie), EXISTS (SELECT FROM opleiding)
"""
NIETS: Final[Mapping[str, bool]] = {"database": True, "rollen": False, "schema": False, "referentie": False}


async def controleer(
    pool: AsyncConnectionPool[AsyncConnection[Any]], rolprefix: str, verouderd: Collection[str]
) -> Mapping[str, bool]:
    """Tell by name what holds; raises when the database cannot be reached.

    `verouderd` are the versions of the schema that came before ours. A version we do not know is a later one, and good:
    migrations only add as long as the service before them runs (besluit 0021), or no upgrade could be without downtime.
    """
    async with pool.connection() as verbinding:
        try:
            async with verbinding.transaction():
                await verbinding.execute(_WORD, ([rolprefix + rol for rol in ROLLEN],))
        except (InvalidParameterValue, InsufficientPrivilege):
            return NIETS
        try:
            async with verbinding.transaction():
                await verbinding.execute(_WORD, ([f"{rolprefix}lezer"],))
                rij = await (await verbinding.execute(_STAND)).fetchone()
        except (UndefinedTable, InsufficientPrivilege):
            return {**NIETS, "rollen": True}
    versie, geladen, opleidingen = rij or (None, False, False)
    actueel = versie is not None and versie not in verouderd
    return {"database": True, "rollen": True, "schema": actueel, "referentie": geladen and opleidingen}
