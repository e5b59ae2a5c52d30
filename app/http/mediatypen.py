"""Media types of GraphQL over HTTP: what a caller sends, and what it wants back (RFC 9110, chapters 8.3 and 12.5.1)."""

from __future__ import annotations

import re
from email.message import Message
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

STROOM: Final = "text/event-stream"
_ONTHOUDEN: Final = 128
_GEWICHT: Final = re.compile(r"(0(\.[0-9]{0,3})?|1(\.0{0,3})?)")


class Mediatype(Enum):
    """The two response types; they differ in the status of a request error."""

    JSON = ("application/json", 200)
    GRAPHQL = ("application/graphql-response+json", 400)

    def __init__(self, naam: str, status_verzoekfout: int) -> None:
        self.naam = naam
        self.status_verzoekfout = status_verzoekfout

    @property
    def kop(self) -> str:
        """The value of Content-Type."""
        return f"{self.naam}; charset=utf-8"


@lru_cache(maxsize=_ONTHOUDEN)
def is_json(content_type: str | None) -> bool:
    """Tell whether a request body is declared as JSON in UTF-8, which is the default charset."""
    naam, parameters = _ontleed(content_type or "")
    return naam == Mediatype.JSON.naam and parameters.get("charset", "utf-8").lower() == "utf-8"


@lru_cache(maxsize=_ONTHOUDEN)  # clients repeat themselves, and parsing costs more than the rest of the endpoint
def onderhandel(accept: tuple[str, ...]) -> Mediatype | None:
    """Choose the response type for these Accept headers; None: nothing we make is acceptable.

    No Accept at all and `*/*` mean application/json. At equal weight what is named goes before a wildcard, and then
    what is named first.
    """
    bereiken = [bereik for kop in accept for bereik in _bereiken(kop)]
    if not bereiken:
        return Mediatype.JSON
    keuzes = [(voorkeur, mediatype) for mediatype in Mediatype if (voorkeur := _voorkeur(mediatype, bereiken))]
    return max(keuzes, key=lambda keuze: keuze[0])[1] if keuzes else None


@lru_cache(maxsize=_ONTHOUDEN)
def neemt_stroom(accept: tuple[str, ...]) -> bool:
    """Tell whether these Accept headers name a stream of events; a wildcard does not mean one."""
    return any(naam == STROOM and gewicht > 0 for kop in accept for naam, gewicht in _bereiken(kop))


def _bereiken(kop: str) -> Iterator[tuple[str, float]]:
    for deel in filter(None, map(str.strip, kop.split(","))):
        naam, parameters = _ontleed(deel)
        gewicht = parameters.get("q", "1")
        utf8 = parameters.get("charset", "utf-8").lower() == "utf-8"
        yield naam, float(gewicht) if utf8 and _GEWICHT.fullmatch(gewicht) else 0.0


def _voorkeur(mediatype: Mediatype, bereiken: list[tuple[str, float]]) -> tuple[float, int, int] | None:
    """Weigh a type by its most specific range: weight, how specific, how early; None when it is not acceptable."""
    vormen = ("*/*", "application/*", mediatype.naam)
    passend = [(vormen.index(naam), -plaats, q) for plaats, (naam, q) in enumerate(bereiken) if naam in vormen]
    if not passend:
        return None
    vorm, plaats, gewicht = max(passend)
    return (gewicht, vorm, plaats) if gewicht > 0 else None


def _ontleed(waarde: str) -> tuple[str, dict[str, str]]:
    """Split `type/subtype; naam=waarde` into the lower-case type and its parameters."""
    bericht = Message()
    bericht["Content-Type"] = waarde
    (naam, _), *parameters = bericht.get_params([("", "")])
    return naam.strip().lower(), {sleutel.lower(): str(inhoud) for sleutel, inhoud in parameters}
