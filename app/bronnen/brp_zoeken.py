"""What is asked of the BRP to find a person without a number, as a body of the public interface; pure."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from app.bronnen.brp_vertaling import VELDEN_BEPERKT

if TYPE_CHECKING:
    from domain.antwoord import Zoekvraag

_NAAM: Final = re.compile(r"[a-zA-Z0-9À-ž .\-']{1,199}")  # the interface's pattern, without its wildcard
_VOORVOEGSEL: Final = re.compile(r"[a-zA-Z ']{1,10}")


def is_doorzoekbaar(vraag: Zoekvraag) -> bool:
    """Tell whether the BRP can be asked at all: it takes whole birth dates and its own characters only.

    What it cannot be asked, it cannot find (own choice): the answer is nobody, and a later identification with better
    data (register.md 4.4) mends it. Waiting would last for ever, for asking again does not make the date whole.
    """
    return vraag.geboortedatum.dag > 0 and vraag.geboortedatum.jaar > 0 and bool(_NAAM.fullmatch(_naam(vraag)))


def zoekopdracht(vraag: Zoekvraag, *, verfijnd: bool = False) -> dict[str, object]:
    """Return the body of a search, the deceased included (they get P05, not a new number).

    The BRP compares given names and voorvoegsel as a whole, and schools often know the first name only. So they are
    sent only when the BRP asks to narrow (more than ten found); otherwise `domain.zoeken` narrows what was found.
    """
    opdracht: dict[str, object] = {
        "type": "ZoekMetGeslachtsnaamEnGeboortedatum",
        "fields": list(VELDEN_BEPERKT),
        "geslachtsnaam": _naam(vraag),
        "geboortedatum": str(vraag.geboortedatum),
        "inclusiefOverledenPersonen": True,
    }
    if vraag.geslacht is not None:
        opdracht["geslacht"] = vraag.geslacht.value
    if verfijnd and vraag.voornamen and _NAAM.fullmatch(voornamen := _samengesteld(vraag.voornamen)):
        opdracht["voornamen"] = voornamen
    if verfijnd and vraag.voorvoegsel and _VOORVOEGSEL.fullmatch(vraag.voorvoegsel):
        opdracht["voorvoegsel"] = vraag.voorvoegsel
    return opdracht


def _naam(vraag: Zoekvraag) -> str:
    return _samengesteld(vraag.geslachtsnaam)


def _samengesteld(tekst: str) -> str:
    """Return the text with composed accents and single spaces, as the interface's patterns expect them."""
    return " ".join(unicodedata.normalize("NFC", tekst).split())
