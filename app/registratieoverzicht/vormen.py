"""How a field of a file becomes a value of a delivery, in the dialects that files come in.

What a delivery can bear is for the register to judge: a date that does not exist passes here, and is L01 there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from domain.codes import Geslacht, Leerroute, Leerroutefase, Leertraject, Niveau

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from enum import StrEnum

_DAG_EERST: Final = re.compile(r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})", re.ASCII)
_HEEL_GETAL: Final = re.compile(r"-?[0-9]{1,9}", re.ASCII)
_NUMMER: Final = re.compile(r"[0-9]{8,9}", re.ASCII)
_LENGTE_NUMMER: Final = 9
GETOOND: Final = 20


class OnleesbareWaardeError(ValueError):
    """Raised for what no delivery can bear; the text, in Dutch, is for who made the file."""


def getoond(tekst: str) -> str:
    """Return what stands in a file as a message can repeat it: short, and without a person number out of its place."""
    zonder = _NUMMER.sub("[nummer]", tekst)
    return repr(zonder if len(zonder) <= GETOOND else zonder[: GETOOND - 1] + "…")


def _datum(tekst: str) -> str:
    """Return d-m-ccyy as ccyy-mm-dd, and anything else as it is."""
    gevonden = _DAG_EERST.fullmatch(tekst)
    if gevonden is None:
        return tekst
    dag, maand, jaar = gevonden.groups()
    return f"{jaar}-{maand:0>2}-{dag:0>2}"


def _cijfers(lengte: int) -> Callable[[str], str]:
    """Give a code of digits back the leading zeros that a spreadsheet took."""
    return lambda tekst: tekst.zfill(lengte) if tekst.isdecimal() else tekst


def _keuze(lijst: type[StrEnum]) -> Callable[[str], str]:
    mogelijk = {waarde.replace("_", "-") if lijst is Niveau else str(waarde): str(waarde) for waarde in lijst}

    def lees(tekst: str) -> str:
        if tekst not in mogelijk:
            raise OnleesbareWaardeError(f"kies uit {', '.join(mogelijk)}")
        return mogelijk[tekst]

    return lees


def _ja_nee(tekst: str) -> bool:
    if tekst not in {"J", "N"}:
        raise OnleesbareWaardeError("kies uit J, N")
    return tekst == "J"


def _getal(tekst: str) -> int:
    if not _HEEL_GETAL.fullmatch(tekst):
        raise OnleesbareWaardeError("geen geheel getal van ten hoogste 9 cijfers")
    return int(tekst)


LEZERS: Final[Mapping[str, Callable[[str], Any]]] = {
    "burgerservicenummer": _cijfers(_LENGTE_NUMMER),
    "onderwijsnummer": _cijfers(_LENGTE_NUMMER),
    "geboortedatum": _datum,
    "geslacht": _keuze(Geslacht),
    "datumInschrijving": _datum,
    "datumUitschrijvingGepland": _datum,
    "datumUitschrijvingWerkelijk": _datum,
    "redenUitschrijving": _cijfers(2),
    "datumBegin": _datum,
    "datumEinde": _datum,
    "leertraject": _keuze(Leertraject),
    "niveau": _keuze(Niveau),
    "indicatieBekostigbaar": _ja_nee,
    "leerroute": _keuze(Leerroute),
    "leerroutefase": _keuze(Leerroutefase),
    "afsluitdatum": _datum,
    "datumEindeGepland": _datum,
    "datumEindeWerkelijk": _datum,
    "omvang": _getal,
    **dict.fromkeys(("PER", "ISG", "ISP", "ISE", "BPV", "DIP", "AMO", "GEO", "KZD"), _getal),
}
"""By the name of the field; a field that is not here is a text as it stands."""
