"""GET /overzichten/{id}: a file that the register made, for whom it was made, with the token alone."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from starlette.responses import Response, StreamingResponse

from app.http.aanmelden import Aanmelder, weigering
from app.http.fouten import Geweigerd, antwoord
from app.http.verloop import verloop_van
from domain.aanroeper import Rol
from domain.fouten import NietBevoegd, OngeldigVerzoek, RegisterFout
from resolvers.globale_id import ontleed

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request

    from app.http.verloop import Verloop
    from app.opslag.overzichten.uitgeven import Gereed
    from domain.aanroeper import Aanroeper

OVERZICHT: Final = "/overzichten/{id}"
ONVINDBAAR: Final = "Dit overzicht bestaat niet, is niet van de aanroeper of is nog niet gereed."


class Uitgifte(Protocol):
    """Finds overviews as their caller may, and reads them out."""

    async def vind(self, overzicht_id: int, aanroeper: Aanroeper, /) -> Gereed | None:
        """Return the overview when it is made and the caller may see it."""

    def inhoud(self, gereed: Gereed, aanroeper: Aanroeper, trace_id: str, /) -> AsyncIterator[bytes]:
        """Yield the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overzichteindpunt:
    """Hands out files; what is not there, not yet, or of another answers alike."""

    aanmelder: Aanmelder
    uitgifte: Uitgifte

    async def behandel(self, request: Request) -> Response:
        """Answer with the file as it was made."""
        verloop = verloop_van(request.scope)
        try:
            return await self._bestand(request, verloop)
        except Geweigerd as fout:
            return antwoord(fout, verloop)
        except RegisterFout as fout:
            return antwoord(weigering(fout), verloop)

    async def _bestand(self, request: Request, verloop: Verloop) -> Response:
        aanroeper = await self.aanmelder.meld_aan(request, verloop)
        if aanroeper.rol not in {Rol.MBO, Rol.IPO}:
            raise Geweigerd(
                403, NietBevoegd.code, f"Overzichten zijn voor MBO en IPO; de aanroeper is {aanroeper.rol}."
            )
        soort, nummer = ontleed(request.path_params["id"]) or ("", 0)
        gereed = await self.uitgifte.vind(nummer, aanroeper) if soort == "Overzicht" else None
        if gereed is None:
            raise Geweigerd(404, OngeldigVerzoek.code, ONVINDBAAR)
        inhoud = self.uitgifte.inhoud(gereed, aanroeper, verloop.correlatie_id)
        return StreamingResponse(inhoud, headers=koppen(gereed), media_type="text/csv; charset=utf-8")


def koppen(gereed: Gereed) -> dict[str, str]:
    """Return what is said of the file; its digest as RFC 9530 writes it."""
    som = base64.b64encode(bytes.fromhex(gereed.sha256)).decode()
    return {
        "Content-Disposition": f'attachment; filename="{gereed.bestandsnaam}"',
        "Content-Length": str(gereed.omvang),
        "Repr-Digest": f"sha-256=:{som}:",
    }
