"""Handing an overview out: part by part, each in a transaction that writes who was shown in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from app.opslag.toegang import Toegang
    from domain.aanroeper import Aanroeper

OPERATIE: Final = "GET /overzichten"
_VIND: Final = b"""
    SELECT o.bestandsnaam, o.omvang_bytes, o.sha256, (SELECT count(*) FROM overzichtdeel d WHERE d.overzicht_id = o.id)
    FROM overzicht o WHERE o.id = %s AND o.status = 'GEREED'
"""
_LEES: Final = b"""
    WITH deel AS (SELECT inhoud, personen FROM overzichtdeel WHERE overzicht_id = %(id)s AND volgnummer = %(deel)s),
    gezien AS (
        INSERT INTO raadpleging (persoon_id, aanroeper, rol, gebruiker, operatie, trace_id)
        SELECT unnest(personen), %(aanroeper)s, %(rol)s, %(gebruiker)s, %(operatie)s, %(trace_id)s FROM deel
    )
    SELECT inhoud FROM deel
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gereed:
    """An overview that can be handed out; sha256 in hex, omvang in bytes."""

    id: int
    bestandsnaam: str
    omvang: int
    sha256: str
    delen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitgifte:
    """Reads overviews as the caller: what is not of its own it does not find."""

    toegang: Toegang

    async def vind(self, overzicht_id: int, aanroeper: Aanroeper) -> Gereed | None:
        """Return the overview when it is made and the caller may see it."""
        async with self.toegang.lezer(aanroeper) as verbinding:
            rij = await (await verbinding.execute(_VIND, (overzicht_id,))).fetchone()
        if rij is None:
            return None
        naam, omvang, sha256, delen = rij
        return Gereed(id=overzicht_id, bestandsnaam=naam, omvang=omvang, sha256=sha256, delen=delen)

    async def inhoud(self, gereed: Gereed, aanroeper: Aanroeper, trace_id: str) -> AsyncIterator[bytes]:
        """Yield the file; no connection is held while the caller takes a part in."""
        wie = {"aanroeper": aanroeper.naam, "rol": aanroeper.rol, "gebruiker": aanroeper.gebruiker}
        for nummer in range(gereed.delen):
            waarden = {"id": gereed.id, "deel": nummer, "operatie": OPERATIE, "trace_id": trace_id, **wie}
            async with self.toegang.lezer(aanroeper) as verbinding:
                rij = await (await verbinding.execute(_LEES, waarden, binary=True)).fetchone()
            if rij is None:
                raise LookupError(f"part {nummer} of overview {gereed.id} is not there")
            yield rij[0]
