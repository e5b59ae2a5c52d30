"""The ids that a caller sees: opaque, without person numbers; app/opslag/lezen writes the same in SQL."""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error

_VORM = re.compile(r"([A-Z][A-Za-z]{0,39}):([1-9][0-9]{0,18})", re.ASCII)
_KENMERK = re.compile(r"([A-Z][A-Za-z]{0,39}):([0-9a-f]{32})", re.ASCII)
_GROOTSTE = 2**63 - 1
_LANGSTE = 100


def globale_id(typenaam: str, nummer: int | str) -> str:
    """Write an id: base64url of `Typenaam:nummer`, without padding; or of a kenmerk in place of the number."""
    return urlsafe_b64encode(f"{typenaam}:{nummer}".encode()).decode().rstrip("=")


def ontleed(tekst: str) -> tuple[str, int] | None:
    """Read an id back into type name and number; None for anything that `globale_id` does not write."""
    gevonden = _ontleed(_VORM, tekst)
    return (gevonden[0], int(gevonden[1])) if gevonden and int(gevonden[1]) <= _GROOTSTE else None


def ontleed_kenmerk(tekst: str) -> tuple[str, str] | None:
    """Read the place of what has no number to show: type name and kenmerk; None for anything else."""
    return _ontleed(_KENMERK, tekst)


def _ontleed(vorm: re.Pattern[str], tekst: str) -> tuple[str, str] | None:
    try:
        inhoud = urlsafe_b64decode(tekst + "=" * (-len(tekst) % 4)).decode() if len(tekst) <= _LANGSTE else ""
    except (Error, ValueError):
        return None
    gevonden = vorm.fullmatch(inhoud)
    return (gevonden[1], gevonden[2]) if gevonden and globale_id(gevonden[1], gevonden[2]) == tekst else None


def nummer_van(typenaam: str, tekst: object) -> int:
    """Return the register's own number in the id of an object of this type; 0 for an id that is none."""
    soort, nummer = ontleed(str(tekst)) or ("", 0)
    return nummer if soort == typenaam else 0
