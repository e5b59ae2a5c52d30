"""One round of one webhook: messages about different persons beside each other, about one person in order.

What the receiver refuses while it takes others in waits by itself, with what comes after it about the same person. A
receiver that is away, or takes nothing in, waits as a whole: nothing is passed over then.
"""

from __future__ import annotations

import asyncio
import random
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import httpcore

from app.bezorgen.verbinden import Antwoord, VerbodenAdres
from app.opslag.berichten.bezorgen import Afloop

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator, Sequence

    from app.opslag.berichten.bezorgen import Webhook, Zending

TEGELIJK: Final = 4  # persons whose messages are on their way to one receiver at the same time
GENOEG: Final = 4  # refusals after which a receiver that took nothing in is left alone
LANGSTE_RONDE: Final = 20.0  # seconds; a slow receiver shows how far it is
EERSTE: Final = 5.0
MEESTE: Final = 3_600.0
_VERDUBBELINGEN: Final = 12
_SPREIDING: Final = (0.75, 1.25)  # receivers behind one gate do not all come back at once
GELUKT: Final = range(200, 300)
GESTOPT: Final = 410
BEZET: Final = frozenset({429, 503})


@dataclass(slots=True, kw_only=True)
class Ronde:
    """A round in hand; zend posts one message, factor scales every wait."""

    webhook: Webhook
    zendingen: Sequence[Zending]
    zend: Callable[[Zending], Awaitable[Antwoord]]
    factor: float
    gelukt: dict[int, Zending] = field(default_factory=dict)
    geweigerd: dict[int, Zending] = field(default_factory=dict)
    fout: str | None = None
    weg: bool = False
    gestopt: bool = False
    voltooid: bool = False
    later: float = 0.0
    _einde: float = field(default_factory=lambda: time.monotonic() + LANGSTE_RONDE)

    async def loop(self) -> None:
        """Post until everything had its turn, or there is a reason to stop."""
        banen = self._banen()
        await asyncio.gather(*(self._werk_af(banen) for _ in range(TEGELIJK)))
        self.voltooid = not self._klaar

    def _banen(self) -> Iterator[list[Zending]]:
        """Yield what is to be posted, a list per person, in order of the first of each."""
        banen: dict[int, list[Zending]] = {}
        for zending in self.zendingen:
            if zending.gewenst and not zending.houdt_op:
                banen.setdefault(zending.persoon_id or -zending.positie, []).append(zending)
        yield from banen.values()

    async def _werk_af(self, banen: Iterator[list[Zending]]) -> None:
        for baan in banen:
            for zending in baan:
                if self._klaar or not await self._bezorg(zending):
                    break

    @property
    def _klaar(self) -> bool:
        vergeefs = len(self.geweigerd) >= GENOEG and not self.gelukt
        return self.weg or self.gestopt or vergeefs or time.monotonic() >= self._einde

    async def _bezorg(self, zending: Zending) -> bool:
        """Post one message and note what came of it; tell whether it was taken in."""
        try:
            antwoord = await self.zend(zending)
        except VerbodenAdres:
            self.weg, self.fout = True, "Dit adres ligt niet op het internet; er wordt niet bezorgd."
        except (TimeoutError, httpcore.TimeoutException):
            self.weg, self.fout = True, "De ontvanger antwoordde niet op tijd."
        except (OSError, httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol):
            self.weg, self.fout = True, "Er kwam geen verbinding met de ontvanger tot stand, of zij brak."
        else:
            return self._noteer(zending, antwoord)
        return False

    def _noteer(self, zending: Zending, antwoord: Antwoord) -> bool:
        if antwoord.status in GELUKT:
            self.gelukt[zending.positie], self.fout = zending, None
            return True
        self.fout = f"De ontvanger antwoordde met {antwoord.status}."
        if antwoord.status == GESTOPT:
            self.gestopt = True
        elif antwoord.status in BEZET:
            self.weg, self.later = True, min(MEESTE, antwoord.later or 0.0)
        else:
            self.geweigerd[zending.positie] = zending
        return False

    def afloop(self) -> Afloop:
        """Return what is to be stored."""
        tot = self._tot()
        mislukt = self._mislukt()
        wacht = max(wachttijd(mislukt, self.factor), self.later * self.factor) if mislukt else 0.0
        return Afloop(
            gelukt=tuple(self.gelukt),
            uitstel=[
                (zending, zending.pogingen + 1, wachttijd(zending.pogingen + 1, self.factor))
                if zending.positie in self.geweigerd
                else (zending, 0, 0.0)
                for zending in self.zendingen
                if zending.positie in self.geweigerd or self._voorbij(zending, tot)
            ],
            tot=tot,
            mislukt=mislukt,
            wacht=wacht,
            fout=self.fout,
            actief=not self.gestopt,
            hersteld=bool(self.webhook.pogingen and self.gelukt),
        )

    def _tot(self) -> int:
        """Return up to where everything was posted or is put aside: all of it, or as far as was tried."""
        nieuw = [zending.positie for zending in self.zendingen if zending.nieuw]
        geprobeerd = self.gelukt.keys() | self.geweigerd.keys()
        bereikt = [positie for positie in nieuw if self.voltooid or positie in geprobeerd]
        return max(bereikt, default=self.webhook.positie)

    def _voorbij(self, zending: Zending, tot: int) -> bool:
        """Tell whether a message would be passed over by that place, while it still has to be posted."""
        return zending.nieuw and zending.gewenst and zending.positie <= tot and zending.positie not in self.gelukt

    def _mislukt(self) -> int:
        """Return how often in a row nothing was taken in; who is away after all begins at one."""
        if self.weg and self.gelukt:
            return 1
        if self.weg or (self.geweigerd and not self.gelukt):
            return self.webhook.pogingen + 1
        return 0 if self.gelukt else self.webhook.pogingen


def wachttijd(mislukt: int, factor: float) -> float:
    """Return how long to wait after so many failures: 5 s, twice as long each time, up to an hour (own choice)."""
    spreiding = random.uniform(*_SPREIDING)  # noqa: S311 - it spreads, it hides nothing
    zonder_spreiding: float = min(MEESTE, EERSTE * 2 ** min(mislukt - 1, _VERDUBBELINGEN))
    return factor * spreiding * zonder_spreiding
