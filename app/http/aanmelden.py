"""Who asks, and whether it may ask more: the same for every address that wants a token."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from app.http.begrenzer import Uitgeput
from app.http.fouten import Geweigerd, geweigerd
from app.http.mediatypen import Mediatype
from app.tokens.toets import TEKST
from domain.fouten import NietAangemeld, RegisterFout

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from starlette.requests import HTTPConnection, Request

    from app.http.begrenzer import Begrenzer
    from app.http.certificaat import Certificaatlezer
    from app.http.verloop import Verloop
    from domain.aanroeper import Aanroeper

AANMELDEN: Final = {"WWW-Authenticate": 'Bearer realm="bron-mbo"'}


@dataclass(frozen=True, slots=True)
class Aanmelding:
    """A caller who stays; `toets` raises NietAangemeld once its token has expired or was revoked."""

    aanroeper: Aanroeper
    toets: Callable[[], Awaitable[Aanroeper]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanmelder:
    """`toets` turns a token, and the x5t#S256 of the certificate it came with, into its caller."""

    toets: Callable[[str, str | None], Awaitable[Aanroeper]]
    certificaten: Certificaatlezer
    begrenzer: Begrenzer

    async def meld_aan(self, request: Request, verloop: Verloop) -> Aanroeper:
        """Return the caller, who may ask once more; raises NietAangemeld and Uitgeput."""
        aanmelding = await self.blijvend(request, request.headers.getlist("authorization"))
        verloop.aanroeper = aanmelding.aanroeper.naam
        return aanmelding.aanroeper

    async def blijvend(self, verbinding: HTTPConnection, koppen: Sequence[str]) -> Aanmelding:
        """Return the caller with what asks again whether its token holds; koppen are all its Authorization headers.

        Raises NietAangemeld and Uitgeput.
        """
        schema, _, token = koppen[0].partition(" ") if len(koppen) == 1 else ("", "", "")
        if schema.lower() != "bearer":
            raise NietAangemeld(TEKST)
        toets = partial(self.toets, token.strip(), self.certificaten.vingerafdruk(verbinding))
        aanroeper = await toets()
        self.begrenzer.neem(aanroeper.naam)
        return Aanmelding(aanroeper, toets)


def weigering(fout: RegisterFout, mediatype: Mediatype = Mediatype.JSON) -> Geweigerd:
    """Give an error of the register its status and headers."""
    if isinstance(fout, NietAangemeld):
        return Geweigerd(401, fout.code, str(fout), AANMELDEN)
    if isinstance(fout, Uitgeput):
        return Geweigerd(429, fout.code, str(fout), {"Retry-After": str(math.ceil(fout.wachttijd))})
    return geweigerd(fout, mediatype)
