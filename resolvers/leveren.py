"""The one write path, for one delivery and for five hundred: ask the sources, load, judge, store, commit."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from domain.bronnen import Vraagboek
from domain.codes import Verwerkingsstatus
from domain.fouten import RegisterFout
from domain.leveringen.identificeren import Identificatie
from domain.leveringen.inhoud import BpvInhoud
from domain.leveringen.levering import PersoonLevering
from domain.leveringen.opnieuw_identificeren_persoon import OpnieuwIdentificerenPersoon
from domain.referentie import Referentie
from domain.signalen import signaal
from domain.uitgifte import Uitgifte
from domain.uitkomst import Uitkomst
from domain.verwerking import Stand, verwerk
from resolvers.oordelen import beantwoord, herhaal_bij_botsing, met_nummers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from domain.aanroeper import Aanroeper
    from domain.bronnen import Bronnen
    from domain.ontvangst import Ontvangst
    from domain.poorten import Brp, Opslag, Sbb

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leveren:
    """The use case with what it needs from outside; vandaag gives the day in Europe/Amsterdam."""

    opslag: Opslag
    brp: Brp
    sbb: Sbb
    vandaag: Callable[[], date]

    async def lever(self, aanroeper: Aanroeper, ontvangsten: Sequence[Ontvangst]) -> list[Uitkomst]:
        """Take deliveries in: each is accepted or rejected on its own, in order.

        An unexpected fault rolls the batch back; then each person's deliveries get a transaction of their own, and
        what keeps failing answers L06 and leaves its kenmerk free (register.md 3.6).
        """
        bronnen: Bronnen | None = None
        try:
            bronnen = await self._raadpleeg(aanroeper, ontvangsten)
            return await self._verwerk(aanroeper, ontvangsten, bronnen)
        except RegisterFout:
            raise
        except Exception:  # noqa: BLE001 - whatever breaks, the neighbours keep their answers (register.md 3.6)
            _LOG.exception("batch van %d leveringen mislukt", len(ontvangsten))
        antwoorden: dict[int, Uitkomst] = {}
        for groep in _per_persoon(ontvangsten):
            delen = [ontvangsten[plaats] for plaats in groep]
            antwoorden.update(zip(groep, await self._apart(aanroeper, delen, bronnen), strict=True))
        return [antwoorden[plaats] for plaats in range(len(ontvangsten))]

    async def _apart(
        self, aanroeper: Aanroeper, ontvangsten: Sequence[Ontvangst], bronnen: Bronnen | None
    ) -> list[Uitkomst]:
        """Take the deliveries of one person in; bronnen None: judging broke before the sources were asked."""
        try:
            bronnen = bronnen or await self._raadpleeg(aanroeper, ontvangsten)
            return await self._verwerk(aanroeper, ontvangsten, bronnen)
        except RegisterFout:
            raise
        except Exception:  # noqa: BLE001 - whatever breaks, the neighbours keep their answers (register.md 3.6)
            _LOG.exception("leveringen van een persoon mislukt")
            return [_storing(ontvangst) for ontvangst in ontvangsten]

    async def _verwerk(
        self, aanroeper: Aanroeper, ontvangsten: Sequence[Ontvangst], bronnen: Bronnen
    ) -> list[Uitkomst]:
        async def in_een_transactie() -> list[Uitkomst]:
            async with self.opslag.eenheid() as werk:
                stand = await werk.stand(ontvangsten, aanroeper, bronnen)
                oordeel = partial(verwerk, ontvangsten, stand, aanroeper, bronnen)
                return list(await werk.bewaar(await met_nummers(werk, oordeel)))

        return await herhaal_bij_botsing(in_een_transactie)

    async def _raadpleeg(self, aanroeper: Aanroeper, ontvangsten: Sequence[Ontvangst]) -> Bronnen:
        """Ask BRP and SBB what judging will need to know: they can be slow, so never while locks are held."""
        vraagboek = Vraagboek()
        if any(isinstance(ontvangst.levering, Identificatie) for ontvangst in ontvangsten):
            stand = await self.opslag.vooruitblik(ontvangsten, aanroeper)
            verwerk(ontvangsten, stand, aanroeper, vraagboek, Uitgifte())
        else:
            bpvs = [ontvangst for ontvangst in ontvangsten if isinstance(ontvangst.levering, BpvInhoud)]
            verwerk(bpvs, self._lege_stand(), aanroeper, vraagboek, Uitgifte())
        return await beantwoord(vraagboek, self.brp, self.sbb)

    def _lege_stand(self) -> Stand:
        """Return a register that holds nothing: what a BPV asks of SBB depends on itself alone."""
        return Stand(
            dossiers={}, nummers={}, eerdere={}, nieuwe_ids=(), referentie=Referentie(), vandaag=self.vandaag()
        )


def _per_persoon(ontvangsten: Iterable[Ontvangst]) -> list[list[int]]:
    """Return the places of the deliveries, together for one person, in order."""
    groepen: dict[object, list[int]] = {}
    for plaats, ontvangst in enumerate(ontvangsten):
        groepen.setdefault(_persoon(ontvangst, plaats), []).append(plaats)
    return list(groepen.values())


def _persoon(ontvangst: Ontvangst, plaats: int) -> object:
    levering = ontvangst.levering
    if isinstance(levering, PersoonLevering | OpnieuwIdentificerenPersoon):
        return repr(levering.persoon.nummer or levering.persoon.id)
    nummer = levering.nummer if isinstance(levering, Identificatie) else None
    return repr(nummer) if nummer else plaats


def _storing(ontvangst: Ontvangst) -> Uitkomst:
    return Uitkomst(kenmerk=ontvangst.geleverd_kenmerk, status=Verwerkingsstatus.AFGEKEURD, signalen=(signaal("L06"),))
