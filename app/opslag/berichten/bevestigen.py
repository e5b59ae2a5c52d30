"""Confirming messages: all of one receiver up to and including one of its own, in their order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from app.opslag.toegang import Toegang
    from domain.aanroeper import Aanroeper

_EIGEN: Final = """
    SELECT EXISTS (SELECT FROM bericht
        WHERE positie = %(positie)s AND (instelling = %(instelling)s OR afnemer = %(afnemer)s))
"""
# Rows are locked in their order: two confirmations at once wait for each other, and never in a circle.
_BEVESTIG: Final = """
    WITH ontvangen AS (
        SELECT id FROM bericht
        WHERE {kolom} = %({kolom})s AND (bevestigd_op IS NOT NULL) = false AND positie <= %(positie)s
        ORDER BY positie FOR UPDATE
    )
    UPDATE bericht SET bevestigd_op = transaction_timestamp() FROM ontvangen WHERE bericht.id = ontvangen.id
"""
_PER_ONTVANGER: Final = {kolom: _BEVESTIG.format(kolom=kolom).encode() for kolom in ("instelling", "afnemer")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bevestigingen:
    """Implements domain.poorten.Bevestigingen."""

    toegang: Toegang

    async def bevestig(self, aanroeper: Aanroeper, positie: int) -> int | None:
        """Confirm up to and including a message; return how many that were, None when it is no message of theirs."""
        waarden = {"positie": positie, "instelling": aanroeper.instelling, "afnemer": aanroeper.afnemer}
        opdracht = _PER_ONTVANGER["instelling" if aanroeper.instelling else "afnemer"]
        async with self.toegang.schrijver() as verbinding:
            eigen = await (await verbinding.execute(_EIGEN.encode(), waarden)).fetchone()
            if not eigen or not eigen[0]:
                return None
            return (await verbinding.execute(opdracht, waarden)).rowcount
