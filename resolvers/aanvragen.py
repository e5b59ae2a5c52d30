"""Asking for a file: judged at once, made later; request and work are one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.aanvraag import Aanvraaguitkomst, beoordeel
from domain.signalen import afgekeurd, status_van

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from domain.aanroeper import Aanroeper
    from domain.aanvraag import Overzichtontvangst
    from domain.aanvraagpoorten import Aanvraagopslag, Aanvraagwerk


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanvragen:
    """The use case with what it needs from outside; vandaag gives the day in Europe/Amsterdam."""

    opslag: Aanvraagopslag
    vandaag: Callable[[], date]

    async def vraag_aan(self, aanroeper: Aanroeper, ontvangst: Overzichtontvangst) -> Aanvraaguitkomst:
        """Take a request in: every receipt is archived, a kenmerk counts once, an approved one becomes work."""
        async with self.opslag.aanvraagwerk() as werk:
            await werk.archiveer(aanroeper, ontvangst)
            eerder = await werk.eerdere(aanroeper, ontvangst)
            return eerder.antwoord_op(ontvangst) if eerder else await self._beoordeel(werk, aanroeper, ontvangst)

    async def _beoordeel(
        self, werk: Aanvraagwerk, aanroeper: Aanroeper, ontvangst: Overzichtontvangst
    ) -> Aanvraaguitkomst:
        vandaag, instelling = self.vandaag(), ontvangst.instelling(aanroeper)
        geldig = instelling is not None and await werk.is_geldig(instelling, vandaag)
        signalen = beoordeel(ontvangst, aanroeper, vandaag, geldig=geldig)
        uitkomst = Aanvraaguitkomst(kenmerk=ontvangst.geleverd_kenmerk, status=status_van(signalen), signalen=signalen)
        if ontvangst.kenmerk is None:
            return uitkomst
        aanvraag_id = await werk.bewaar(aanroeper, ontvangst, uitkomst)
        return uitkomst if afgekeurd(signalen) else await werk.maak_werk(aanroeper, ontvangst, aanvraag_id)
