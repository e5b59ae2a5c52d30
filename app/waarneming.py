"""What the process shows of itself, beside its log: metrics and traces, handed to whoever has something to show."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from app.metrieken import Metrieken
from app.sporen import Sporen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.configuratie import Configuratie
    from domain.aanroeper import Aanroeper
    from domain.ontvangst import Ontvangst
    from domain.uitkomst import Uitkomst
    from schema.context import Leverpad


@dataclass(frozen=True, slots=True, kw_only=True)
class Waarneming:
    """By default metrics of its own, and no traces."""

    metrieken: Metrieken = field(default_factory=Metrieken)
    sporen: Sporen = field(default_factory=Sporen)

    @classmethod
    def van(cls, configuratie: Configuratie) -> Self:
        """Show what the settings ask."""
        return cls(sporen=Sporen.van(configuratie))

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
