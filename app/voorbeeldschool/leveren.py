"""Deliver the sample school: what schools and others would send, so that every start proves the write path."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Final

import structlog

from app.voorbeeldschool.verhaal import BRP, DE_BRUG, DE_VONK, HET_KOMPAS, IPO, SBB, VO_REGISTER
from app.voorbeeldschool.verhalen import VERHALEN
from schema.leveringen.uitvoeren import ontvangst_van

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.voorbeeldschool.verhaal import Stap, Verhaal
    from domain.aanroeper import Aanroeper
    from domain.ontvangst import Ontvangst
    from domain.uitkomst import Uitkomst
    from resolvers.leveren import Leveren

AFZENDERS: Final = (HET_KOMPAS, DE_BRUG, DE_VONK, IPO, BRP, SBB, VO_REGISTER)
MEESTE_LEVERINGEN: Final = 500
_log = structlog.get_logger(__name__)


@dataclass(slots=True)
class Voortgang:
    """How far a story is told; persoon_id is whom its first accepted step led to."""

    verhaal: Verhaal
    uitkomsten: list[Uitkomst] = field(default_factory=list)
    persoon_id: int | None = None

    def van(self, wie: Aanroeper) -> Iterator[Ontvangst]:
        """Yield the next deliveries of this sender, up to the one that has to wait for the number of the person."""
        verhaal, eerste = self.verhaal, len(self.uitkomsten)
        for plaats, stap in islice(enumerate(verhaal.stappen), eerste, None):
            if stap.wie != wie or (plaats > eerste and not (verhaal.bsn or self.persoon_id)):
                return
            yield ontvangst_van(stap.soort, verhaal.invoer(plaats, self.persoon_id))

    def hoor(self, uitkomst: Uitkomst) -> None:
        """Take the answer to the next step in."""
        self.uitkomsten.append(uitkomst)
        self.persoon_id = self.persoon_id or uitkomst.persoon_id

    @property
    def afgerond(self) -> bool:
        """Tell whether every step was sent."""
        return len(self.uitkomsten) == len(self.verhaal.stappen)

    def afwijkend(self) -> Iterator[Stap]:
        """Yield the steps that did not lead to what the story says."""
        for stap, uitkomst in zip(self.verhaal.stappen, self.uitkomsten, strict=True):
            if (stap.status, stap.codes) != (uitkomst.status, tuple(signaal.code for signaal in uitkomst.signalen)):
                yield stap


async def lever_verhalen(leveren: Leveren, verhalen: Iterable[Verhaal] = VERHALEN) -> list[Voortgang]:
    """Tell every story to its end: in turn each sender sends, in one batch, what it can of all of them."""
    voortgang = [Voortgang(verhaal) for verhaal in verhalen]
    while not all(een.afgerond for een in voortgang):
        for wie in AFZENDERS:
            beurten = [(een, ontvangst) for een in voortgang for ontvangst in een.van(wie)]
            for begin in range(0, len(beurten), MEESTE_LEVERINGEN):
                deel = beurten[begin : begin + MEESTE_LEVERINGEN]
                uitkomsten = await leveren.lever(wie, [ontvangst for _, ontvangst in deel])
                for (een, _), uitkomst in zip(deel, uitkomsten, strict=True):
                    een.hoor(uitkomst)
    return voortgang


async def lever_voorbeeldschool(leveren: Leveren) -> None:
    """Deliver it; again changes nothing, for the kenmerken are the same. Other sources lead to other outcomes."""
    anders = Counter(een.verhaal.naam for een in await lever_verhalen(leveren) for _ in een.afwijkend())
    if anders:
        _log.warning("voorbeeldschool_wijkt_af", leveringen=anders.total(), verhalen=sorted(anders))
