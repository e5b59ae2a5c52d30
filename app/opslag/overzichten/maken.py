"""An overview while it is made: how far it is, its parts as they come, and its end, good or bad (besluit 0031)."""

from __future__ import annotations

import hashlib
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from domain.codes import OverzichtSoort
from resolvers.globale_id import globale_id

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from datetime import date

    from psycopg import AsyncConnection

    from app.opslag.toegang import Toegang

DEEL: Final = 262_144  # bytes; own choice: a few thousand lines, in memory at once and in one row
_BEGIN: Final = b"""
    UPDATE overzicht SET status = 'BEZIG', voortgang = 0, fout = NULL WHERE id = %s AND status <> 'GEREED'
    RETURNING id, soort, instelling, van, tot_en_met
"""
_VORDER: Final = b"UPDATE overzicht SET voortgang = %s WHERE id = %s"
_MISLUKT: Final = b"UPDATE overzicht SET status = 'MISLUKT', fout = %s WHERE id = %s AND status <> 'GEREED'"
_DEEL: Final = b"""
    INSERT INTO overzichtdeel (overzicht_id, volgnummer, instelling, inhoud, personen) VALUES (%s, %s, %s, %s, %s)
"""
_GEREED: Final = b"""
    UPDATE overzicht SET status = 'GEREED', voortgang = 100, aangemaakt_op = transaction_timestamp(),
        bestandsnaam = %s, omvang_bytes = %s, sha256 = %s
    WHERE id = %s
"""
_BERICHT: Final = b"""
    INSERT INTO bericht (soort, instelling, inhoud)
    SELECT 'OVERZICHT_GEREED', instelling, jsonb_build_object('overzicht', %s::text, 'soort', soort,
        'bestandsnaam', bestandsnaam)
    FROM overzicht WHERE id = %s
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdracht:
    """An overview to be made: of which kind, for whom, and over which period."""

    id: int
    soort: OverzichtSoort
    instelling: str
    van: date
    tot_en_met: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Overzichtopslag:
    """Keeps overviews; each call is a transaction of its own, but a file is one from its first part to its last."""

    toegang: Toegang

    async def vat_aan(self, overzicht_id: int) -> Opdracht | None:
        """Note that the making has begun; None when it was made before."""
        async with self.toegang.schrijver() as verbinding:
            rij = await (await verbinding.execute(_BEGIN, (overzicht_id,))).fetchone()
        if rij is None:
            return None
        nummer, soort, *rest = rij
        instelling, van, tot_en_met = rest
        return Opdracht(id=nummer, soort=OverzichtSoort(soort), instelling=instelling, van=van, tot_en_met=tot_en_met)

    async def vorder(self, overzicht_id: int, voortgang: int) -> None:
        """Show how far it is, in percent."""
        async with self.toegang.schrijver() as verbinding:
            await verbinding.execute(_VORDER, (voortgang, overzicht_id))

    async def mislukt(self, overzicht_id: int, fout: str) -> None:
        """Note that the making failed, in words for who asked."""
        async with self.toegang.schrijver() as verbinding:
            await verbinding.execute(_MISLUKT, (fout, overzicht_id))

    @asynccontextmanager
    async def bestand(self, opdracht: Opdracht, naam: str) -> AsyncIterator[Bestand]:
        """Open the file: all of it is there when the block ends well, and nothing of it when it does not."""
        async with self.toegang.schrijver() as verbinding:
            bestand = Bestand(verbinding=verbinding, opdracht=opdracht)
            yield bestand
            await bestand.sluit(naam)


@dataclass(slots=True, kw_only=True)
class Bestand:
    """A file that grows: text goes in by the person it is about, and is stored part by part."""

    verbinding: AsyncConnection[Any]
    opdracht: Opdracht
    _inhoud: bytearray = field(default_factory=bytearray)
    _personen: list[int] = field(default_factory=list)
    _delen: int = 0
    _omvang: int = 0
    _som: Any = field(default_factory=hashlib.sha256)

    async def schrijf(self, tekst: str, persoon_id: int | None = None) -> bool:
        """Add text, and who is shown in it; tell whether a part was stored."""
        self._inhoud += tekst.encode()
        if persoon_id is not None:
            self._personen.append(persoon_id)
        if len(self._inhoud) < DEEL:
            return False
        await self._bewaar()
        return True

    async def sluit(self, naam: str) -> None:
        """Store what is left, and the overview as made; the institution hears of it."""
        if self._inhoud:
            await self._bewaar()
        rij = (naam, self._omvang, self._som.hexdigest(), self.opdracht.id)
        await self.verbinding.execute(_GEREED, rij)
        await self.verbinding.execute(_BERICHT, (globale_id("Overzicht", self.opdracht.id), self.opdracht.id))

    async def _bewaar(self) -> None:
        inhoud = bytes(self._inhoud)
        rij = (self.opdracht.id, self._delen, self.opdracht.instelling, inhoud, self._personen)
        await self.verbinding.execute(_DEEL, rij)
        self._som.update(inhoud)
        self._omvang += len(inhoud)
        self._delen += 1
        self._inhoud.clear()
        self._personen.clear()
