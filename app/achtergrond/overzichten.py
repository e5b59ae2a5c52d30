"""Making an overview: from one moment of the register to a file that stays, and what is said when it does not work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.opslag.overzichten.registratieoverzicht import momentopname
from app.registratieoverzicht.schrijven import Schrijver, bestandsnaam

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from app.opslag.overzichten.maken import Bestand, Opdracht, Overzichtopslag
    from app.opslag.overzichten.registratieoverzicht import Momentopname
    from app.opslag.toegang import Toegang

FOUT: Final = (
    "Het overzicht kon niet worden gemaakt. Het register probeert het nog enkele keren; vraag het daarna opnieuw aan."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """Makes overviews; toegang reads the register, which may be a copy, and opslag keeps the file."""

    toegang: Toegang
    opslag: Overzichtopslag
    vandaag: Callable[[], date]

    async def maak(self, overzicht_id: int) -> None:
        """Make one that was asked for; once made it is never made again. What goes wrong is noted, and raised."""
        opdracht = await self.opslag.vat_aan(overzicht_id)
        if opdracht is None:
            return
        try:
            await self._registratieoverzicht(opdracht)
        except BaseException:  # a worker that has to stop leaves no overview behind as if it were being made
            await self.opslag.mislukt(overzicht_id, FOUT)
            raise

    async def _registratieoverzicht(self, opdracht: Opdracht) -> None:
        wat, vandaag = (opdracht.instelling, opdracht.van, opdracht.tot_en_met), self.vandaag()
        async with (
            momentopname(self.toegang, *wat, vandaag) as register,
            self.opslag.bestand(opdracht, bestandsnaam(*wat)) as bestand,
        ):
            schrijver = Schrijver()
            await bestand.schrijf(schrijver.voorloop(*wat, vandaag))
            await self._personen(schrijver, register, bestand)
            await bestand.schrijf(schrijver.sluit())

    async def _personen(self, schrijver: Schrijver, register: Momentopname, bestand: Bestand) -> None:
        """Write person by person, and show after each part how far it is; only what is done is 100."""
        geschreven = 0
        async for rij in register.personen():
            geschreven += 1
            if await bestand.schrijf(schrijver.student(rij), rij["persoon_id"]):
                voortgang = min(99, geschreven * 100 // max(1, register.aantal))
                await self.opslag.vorder(bestand.opdracht.id, voortgang)
