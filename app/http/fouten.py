"""Refusals over HTTP: one shape of body everywhere, and one table from code to status.

A request error of GraphQL has no status of its own here: it is 400 under application/graphql-response+json and 200
under application/json, see `mediatypen.py`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from starlette.responses import Response

from app.http.mediatypen import Mediatype
from domain import fouten

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.http.verloop import Verloop

INTERN: Final = "INTERN"
TEKST_TIJD: Final = (
    "De tijd voor dit verzoek is voorbij. "
    "Of een levering is verwerkt, blijkt door haar met hetzelfde kenmerk te herhalen."
)
TEKST_INTERN: Final = "Er ging iets mis. Noem de correlatieId als u dit meldt."

# 504 for a request whose time is over (own choice): it was well formed and received, what it needed did not come.
STATUS: Final[Mapping[str, int]] = {
    fouten.NietAangemeld.code: 401,
    fouten.TeVeel.code: 429,
    fouten.BronOnbereikbaar.code: 503,
    fouten.TijdOverschreden.code: 504,
    INTERN: 500,
}


@dataclass(slots=True)
class Geweigerd(Exception):  # noqa: N818 - Dutch: the name is the message
    """A refusal with its status, whatever the media type: no JSON, too large, a wrong method."""

    status: int
    code: str
    bericht: str
    koppen: Mapping[str, str] = field(default_factory=dict)


def geweigerd(fout: fouten.RegisterFout, mediatype: Mediatype) -> Geweigerd:
    """Give an error of the register its status under this media type."""
    return Geweigerd(STATUS.get(fout.code, mediatype.status_verzoekfout), fout.code, str(fout))


def antwoord(fout: Geweigerd, verloop: Verloop, mediatype: Mediatype = Mediatype.JSON) -> Response:
    """Answer a refusal: `{"errors": [{"message", "extensions": {"code", "correlatieId"}}]}`."""
    verloop.uitkomst = fout.code
    uitbreiding = {"code": fout.code, "correlatieId": verloop.correlatie_id}
    lichaam = {"errors": [{"message": fout.bericht, "extensions": uitbreiding}]}
    koppen = {"Content-Type": mediatype.kop, **fout.koppen}
    return Response(json.dumps(lichaam, ensure_ascii=False).encode(), fout.status, koppen)


def intern(verloop: Verloop, mediatype: Mediatype = Mediatype.JSON) -> Response:
    """Answer an unexpected fault: a code and an id, nothing of the fault itself."""
    return antwoord(Geweigerd(STATUS[INTERN], INTERN, TEKST_INTERN), verloop, mediatype)
