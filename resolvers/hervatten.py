"""Going on with a delivery that waits: judged again by the same rules, written by the same path (besluit 0053)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from domain.bronnen import Vraagboek
from domain.uitgifte import Uitgifte
from domain.uitslag import Aard
from domain.verwerking import controleer_na, hervat
from domain.wachtend import Wacht, waarop_wacht
from resolvers.oordelen import beantwoord, herhaal_bij_botsing, met_nummers

if TYPE_CHECKING:
    from collections.abc import Callable

    from domain.bronnen import Antwoorden, Bronnen
    from domain.poorten import Brp, Opslag, Sbb
    from domain.uitslag import Uitslag
    from domain.verwerking import Stand
    from domain.wachtend import Wachtend

    Oordeel = Callable[[Wachtend, Stand, Antwoorden, Uitgifte], Uitslag]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hervatten:
    """The use case with what it needs from outside. Its work may be asked twice: what waits no longer is left alone."""

    opslag: Opslag
    brp: Brp
    sbb: Sbb

    async def identificeer(self, levering_id: int) -> bool:
        """Identify again who waits for the BRP; return False when the BRP is still out of reach."""
        return await self._ga_door(levering_id, Wacht.BRP, hervat)

    async def controleer(self, levering_id: int) -> bool:
        """Judge a placement on what SBB says of its leerbedrijf; return False when SBB is still out of reach."""
        return await self._ga_door(levering_id, Wacht.SBB, controleer_na)

    async def _ga_door(self, levering_id: int, op: Wacht, oordeel: Oordeel) -> bool:
        async with self.opslag.eenheid() as werk:
            wachtend = await werk.wachtend(levering_id, op)
        if wachtend is None:
            return True
        bronnen = await self._raadpleeg(wachtend, oordeel)
        uitslag = await herhaal_bij_botsing(partial(self._beoordeel, levering_id, op, oordeel, bronnen))
        return uitslag is None or op not in waarop_wacht(uitslag)

    async def _raadpleeg(self, wachtend: Wachtend, oordeel: Oordeel) -> Bronnen:
        vraagboek = Vraagboek()
        stand = await self.opslag.vooruitblik([wachtend.ontvangst], wachtend.aanroeper)
        oordeel(wachtend, stand, vraagboek, Uitgifte())
        return await beantwoord(vraagboek, self.brp, self.sbb)

    async def _beoordeel(self, levering_id: int, op: Wacht, oordeel: Oordeel, bronnen: Bronnen) -> Uitslag | None:
        """Judge and store in one transaction, in which nobody else has this delivery in hand."""
        async with self.opslag.eenheid() as werk:
            wachtend = await werk.wachtend(levering_id, op)
            if wachtend is None:
                return None
            stand = await werk.stand([wachtend.ontvangst], wachtend.aanroeper, bronnen)
            if await werk.is_achterhaald(levering_id, op):
                return None
            uitslag = await met_nummers(werk, partial(oordeel, wachtend, stand, bronnen))
            if uitslag.aard is Aard.VERVOLG:
                await werk.bewaar([uitslag])
            return uitslag
