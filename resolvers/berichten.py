"""Confirming messages: the receiver says up to where it has taken them in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from domain.fouten import OngeldigVerzoek
from resolvers.globale_id import ontleed

if TYPE_CHECKING:
    from domain.aanroeper import Aanroeper
    from domain.poorten import Bevestigingen

ONBEKEND: Final = "totEnMet: geen bericht van de aanroeper."


async def bevestig(bevestigingen: Bevestigingen, aanroeper: Aanroeper, tot_en_met: str) -> int:
    """Return how many messages are confirmed now that were not before.

    Raises OngeldigVerzoek alike for an id that is none, of nothing, and of a message to somebody else.
    """
    soort, positie = ontleed(tot_en_met) or ("", 0)
    aantal = await bevestigingen.bevestig(aanroeper, positie) if soort == "Bericht" else None
    if aantal is None:
        raise OngeldigVerzoek(ONBEKEND)
    return aantal
