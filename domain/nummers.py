"""Person numbers: which strings are a BSN or an onderwijsnummer, and how an onderwijsnummer is made."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from stdnum.nl import bsn, onderwijsnummer

_LOS_NUMMER = re.compile(r"(?<![0-9A-Za-z])[0-9]{9}(?![0-9A-Za-z])", re.ASCII)
AANTAL_VOLGNUMMERS: Final = 1_000_000


class Nummersoort(StrEnum):
    """The two kinds of person number."""

    BURGERSERVICENUMMER = "burgerservicenummer"
    ONDERWIJSNUMMER = "onderwijsnummer"


def zijn_negen_cijfers(tekst: str) -> bool:
    """Tell whether it is exactly nine digits 0-9; no pattern, for `re` does not know an unreadable value (feit.py)."""
    return len(tekst) == 9 and tekst.isascii() and tekst.isdecimal()  # noqa: PLR2004 - nine


def is_bsn(nummer: str) -> bool:
    """Tell whether it is 9 digits whose elfproef has remainder 0 (the library alone would take 8 digits and points)."""
    return zijn_negen_cijfers(nummer) and bool(bsn.is_valid(nummer))


def is_onderwijsnummer(nummer: str) -> bool:
    """Tell whether it is 9 digits, starting with 10, whose test has remainder 5 (own choice, after python-stdnum)."""
    return zijn_negen_cijfers(nummer) and bool(onderwijsnummer.is_valid(nummer))


def is_geldig(soort: Nummersoort, nummer: str) -> bool:
    """Tell whether the number passes the test of its kind."""
    return is_bsn(nummer) if soort is Nummersoort.BURGERSERVICENUMMER else is_onderwijsnummer(nummer)


def onderwijsnummer_van(volgnummer: int) -> str | None:
    """Return the volgnummer-th onderwijsnummer, or None where no control digit fits; ValueError past the last."""
    if not 0 <= volgnummer < AANTAL_VOLGNUMMERS:
        raise ValueError("the onderwijsnummers are used up")
    stam = f"10{volgnummer:06}"
    return next((stam + cijfer for cijfer in "0123456789" if is_onderwijsnummer(stam + cijfer)), None)


def bevat_persoonsnummer(tekst: str) -> bool:
    """Tell whether a person number stands in the text: nine digits, no letter or digit beside them, passing a test."""
    return any(is_bsn(nummer) or is_onderwijsnummer(nummer) for nummer in _LOS_NUMMER.findall(tekst))
