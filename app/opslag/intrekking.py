"""The list of revoked tokens in the database: written by the owner, read by every worker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from psycopg import connect

if TYPE_CHECKING:
    from psycopg import AsyncConnection
    from psycopg_pool import AsyncConnectionPool

Claim: TypeAlias = Literal["jti", "azp"]
MEESTE: Final = 10_000
"""Live revocations at most, so that the list of a worker stays small (own choice); more asks for another key."""
_LEZER: Final = "SELECT set_config('role', %s, true)"
_LEES: Final = """
    SELECT uitgever, claim, waarde, extract(epoch FROM ingetrokken_op)::float8
    FROM ingetrokken_token WHERE tot > transaction_timestamp()
"""
_RUIM_OP: Final = "DELETE FROM ingetrokken_token WHERE tot <= transaction_timestamp()"
_TEL: Final = "SELECT count(*) FROM ingetrokken_token"
_TREK_IN: Final = """
    INSERT INTO ingetrokken_token (uitgever, claim, waarde, tot)
    VALUES (%s, %s, %s, transaction_timestamp() + make_interval(days => %s))
    ON CONFLICT (uitgever, claim, waarde) DO UPDATE
    SET ingetrokken_op = excluded.ingetrokken_op, tot = greatest(ingetrokken_token.tot, excluded.tot)
"""


class LijstVol(Exception):  # noqa: N818 - Dutch: the name is the message
    """There are too many live revocations to add one."""


async def lees_ingetrokken(
    pool: AsyncConnectionPool[AsyncConnection[Any]], rolprefix: str
) -> dict[tuple[str, str, str], float]:
    """Return per issuer, claim and value when it was revoked, in seconds since 1970."""
    async with pool.connection() as verbinding, verbinding.transaction():
        await verbinding.execute(_LEZER, (f"{rolprefix}lezer",))
        rijen = await (await verbinding.execute(_LEES)).fetchall()
    return {(uitgever, claim, waarde): moment for uitgever, claim, waarde, moment in rijen}


def trek_in(url: str, uitgever: str, claim: Claim, waarde: str, *, dagen: int) -> None:
    """Revoke, for so many days, one token (jti) or all that a client was given until now (azp); raises LijstVol."""
    with connect(url) as verbinding:
        verbinding.execute(_RUIM_OP)
        if (verbinding.execute(_TEL).fetchone() or (0,))[0] >= MEESTE:
            raise LijstVol
        verbinding.execute(_TREK_IN, (uitgever, claim, waarde, dagen))
