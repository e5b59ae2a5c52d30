"""How a field of a file becomes a value of a delivery, in the dialects that files come in, and a value a field again.

What a delivery can bear is for the register to judge: a date that does not exist passes here, and is L01 there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from domain.codes import Geslacht, Leerroute, Leerroutefase, Leertraject, Niveau

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from enum import StrEnum

_DAG_EERST: Final = re.compile(r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})", re.ASCII)
_HEEL_GETAL: Final = re.compile(r"-?[0-9]{1,9}", re.ASCII)
_TIENDEN: Final = re.compile(r"[0-9]{2,3}", re.ASCII)
_NUMMER: Final = re.compile(r"[0-9]{8,9}", re.ASCII)
_LENGTE_NUMMER: Final = 9
GETOOND: Final = 20
_BEHAALD: Final = {"Behaald": True, "Niet behaald": False}


class OnleesbareWaardeError(ValueError):
    """Raised for what no delivery can bear; the text, in Dutch, is for who made the file."""


def getoond(tekst: str) -> str:
    """Return what stands in a file as a message can repeat it: short, and without a person number out of its place."""
    zonder = _NUMMER.sub("[nummer]", tekst)
    return repr(zonder if len(zonder) <= GETOOND else zonder[: GETOOND - 1] + "…")


@dataclass(frozen=True, slots=True)
class Vorm:
    """The shape of a field: lees makes a value of its text and raises OnleesbareWaardeError, schrijf the text again."""

    lees: Callable[[str], Any] = str
    schrijf: Callable[[Any], str] = str


def _dag_eerst(tekst: str) -> str:
    """Return d-m-ccyy as ccyy-mm-dd, and anything else as it is."""
    gevonden = _DAG_EERST.fullmatch(tekst)
    if gevonden is None:
        return tekst
    dag, maand, jaar = gevonden.groups()
    return f"{jaar}-{maand:0>2}-{dag:0>2}"


def _cijfers(lengte: int) -> Vorm:
    """Give a code of digits back the leading zeros that a spreadsheet took."""
    return Vorm(lambda tekst: tekst.zfill(lengte) if tekst.isdecimal() else tekst)


def _keuze(mogelijk: Mapping[str, Any]) -> Vorm:
    """Take one of these texts, each for its value."""
    teksten = {waarde: tekst for tekst, waarde in mogelijk.items()}

    def lees(tekst: str) -> Any:  # noqa: ANN401 - text or truth
        if tekst not in mogelijk:
            raise OnleesbareWaardeError(f"kies uit {', '.join(mogelijk)}")
        return mogelijk[tekst]

    return Vorm(lees, teksten.__getitem__)


def _code(lijst: type[StrEnum]) -> Vorm:
    return _keuze({str(waarde): str(waarde) for waarde in lijst})


def _getal(tekst: str) -> int:
    if not _HEEL_GETAL.fullmatch(tekst):
        raise OnleesbareWaardeError("geen geheel getal van ten hoogste 9 cijfers")
    return int(tekst)


def _uit_tienden(tekst: str) -> str:
    """Return a mark in tenths with its one decimal: 74 is 7.4."""
    return f"{tekst[:-1]}.{tekst[-1]}" if _TIENDEN.fullmatch(tekst) else tekst


DATUM: Final = Vorm(_dag_eerst)
GETAL: Final = Vorm(_getal)
JA_NEE: Final = _keuze({"J": True, "N": False})
CIJFER: Final = Vorm(_uit_tienden, lambda cijfer: cijfer.replace(".", ""))
TEKST: Final = Vorm()
VORMEN: Final[Mapping[str, Vorm]] = {
    **dict.fromkeys(("burgerservicenummer", "onderwijsnummer"), _cijfers(_LENGTE_NUMMER)),
    "geslacht": _code(Geslacht),
    "redenUitschrijving": _cijfers(2),
    "leertraject": _code(Leertraject),
    "niveau": _keuze({waarde.replace("_", "-"): str(waarde) for waarde in Niveau}),
    "leerroute": _code(Leerroute),
    "leerroutefase": _code(Leerroutefase),
    "behaald": _keuze(_BEHAALD),
    **dict.fromkeys(("indicatieBekostigbaar", "certificaat"), JA_NEE),
    **dict.fromkeys(("cijferInstellingsexamen", "cijferCentraalExamen"), CIJFER),
    **dict.fromkeys(("omvang", "eindcijfer"), GETAL),
    **dict.fromkeys(("PER", "ISG", "ISP", "ISE", "BPV", "DIP", "AMO", "GEO", "KZD"), GETAL),
    **dict.fromkeys(
        ("geboortedatum", "datumInschrijving", "datumUitschrijvingGepland", "datumUitschrijvingWerkelijk",
         "datumBegin", "datumEinde", "afsluitdatum", "datumEindeGepland", "datumEindeWerkelijk", "datumResultaat"),
        DATUM,
    ),
}  # fmt: skip
"""By the name of the field; a field that is not here is a text as it stands."""
