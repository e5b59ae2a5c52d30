"""How one field of a reference file is read: text in, value out, Veldfout when it cannot be."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final, TypeAlias

from app.referentie.fouten import Reden, Veldfout
from domain.codes import Leertraject, Niveau
from domain.tijd import datum_uit_tekst

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import date

Waarde: TypeAlias = "str | bool | int | Decimal | date | tuple[str, ...] | None"
Lezer: TypeAlias = "Callable[[str], Waarde]"

_JA_NEE: Final = {"J": True, "N": False}
# WEB article 7.2.7 knows these two leerwegen; the other leertrajecten are ways to be enrolled, not to be taught.
_LEERWEGEN: Final = (Leertraject.BOL, Leertraject.BBL)


def tekst(veld: str) -> str:
    """Read any text but NUL, which Postgres does not keep."""
    if "\0" in veld:
        raise Veldfout(Reden.VORM)
    return veld


def datum(veld: str) -> date:
    """Read a full date."""
    try:
        return datum_uit_tekst(veld)
    except ValueError as fout:
        raise Veldfout(Reden.GEEN_DATUM) from fout


def ja_nee(veld: str) -> bool:
    """Read J or N."""
    if veld not in _JA_NEE:
        raise Veldfout(Reden.GEEN_JA_NEE)
    return _JA_NEE[veld]


def niveau(veld: str) -> str:
    """Read MBO-1 to MBO-4 as the MBO_1 to MBO_4 of the register."""
    return _toegestaan({een.replace("_", "-") for een in Niveau}, veld).replace("-", "_")


def leerwegen(veld: str) -> tuple[str, ...]:
    """Read BOL and BBL, with a comma between them, in the order of the law."""
    gegeven = {_toegestaan(_LEERWEGEN, deel) for deel in veld.split(",")}
    return tuple(str(leerweg) for leerweg in _LEERWEGEN if leerweg in gegeven)


def vorm(patroon: str) -> Callable[[str], str]:
    """Return a reader for text of one form (a regular expression over the whole field)."""
    uitdrukking = re.compile(patroon, re.ASCII)

    def lees(veld: str) -> str:
        if not uitdrukking.fullmatch(veld):
            raise Veldfout(Reden.VORM)
        return veld

    return lees


def geheel(patroon: str) -> Callable[[str], int]:
    """Return a reader for a whole number of one form."""
    lees = vorm(patroon)
    return lambda veld: int(lees(veld))


def bedrag(patroon: str) -> Callable[[str], Decimal]:
    """Return a reader for a decimal number of one form."""
    lees = vorm(patroon)
    return lambda veld: Decimal(lees(veld))


def keuze(waarden: Collection[str]) -> Callable[[str], str]:
    """Return a reader for one of a few values."""
    return lambda veld: _toegestaan(waarden, veld)


def _toegestaan(waarden: Collection[str], veld: str) -> str:
    if veld not in waarden:
        raise Veldfout(Reden.ONBEKENDE_WAARDE)
    return veld
