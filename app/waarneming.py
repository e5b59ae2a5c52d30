"""What the process shows of itself, beside its log: metrics and traces, handed to whoever has something to show."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

import structlog

from app.bronnen.onderbreker import Toestand
from app.metrieken import Metrieken
from app.sporen import Sporen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.bronnen.onderbreker import Meekijker, Vraaguitkomst
    from app.configuratie import Configuratie
    from domain.aanroeper import Aanroeper
    from domain.ontvangst import Ontvangst
    from domain.uitkomst import Uitkomst
    from schema.context import Leverpad

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waarneming:
    """By default metrics of its own, and no traces."""

    metrieken: Metrieken = field(default_factory=Metrieken)
    sporen: Sporen = field(default_factory=Sporen)
    bronnen: dict[str, Toestand] = field(default_factory=dict)

    @classmethod
    def van(cls, configuratie: Configuratie) -> Self:
        """Show what the settings ask."""
        return cls(sporen=Sporen.van(configuratie))

    def bron(self, naam: str) -> Meekijker:
        """Return who watches a source: its state shows in /gereed, in the metrics and in the log."""
        bron = _Bron(naam, self)
        bron.onthoud(Toestand.BEREIKBAAR)
        return bron

    def tel_leveringen(self, leveren: Leverpad) -> Leverpad:
        """Return the same write path, with its outcomes counted."""
        return _Geteld(leveren, self.metrieken)


@dataclass(frozen=True, slots=True)
class _Geteld:
    pad: Leverpad
    metrieken: Metrieken

    async def lever(self, aanroeper: Aanroeper, ontvangsten: Sequence[Ontvangst], /) -> Sequence[Uitkomst]:
        uitkomsten = await self.pad.lever(aanroeper, ontvangsten)
        for ontvangst, uitkomst in zip(ontvangsten, uitkomsten, strict=True):
            self.metrieken.tel_levering(soort=ontvangst.levering.soort, status=uitkomst.status)
        return uitkomsten


@dataclass(frozen=True, slots=True)
class _Bron:
    naam: str
    waarneming: Waarneming

    def vraag(self, uitkomst: Vraaguitkomst, seconden: float) -> None:
        self.waarneming.metrieken.tel_bronvraag(bron=self.naam, uitkomst=uitkomst, seconden=seconden)

    def toestand(self, toestand: Toestand) -> None:
        _log.warning("bron_" + toestand.replace(" ", "_"), bron=self.naam)
        self.onthoud(toestand)

    def onthoud(self, toestand: Toestand) -> None:
        self.waarneming.bronnen[self.naam] = toestand
        self.waarneming.metrieken.zet_bron(bron=self.naam, onderbroken=toestand is not Toestand.BEREIKBAAR)
