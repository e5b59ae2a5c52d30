"""The shapes of input fields: what a delivery may hold, and how what came in becomes a value of the domain.

GraphQL has already seen to JSON types, required fields and enum values; here is what only the register can judge:
dates that exist, lengths, and the NUL byte. What cannot be read is L01 (a birth date P12) and becomes ONTBREKEND.
"""

from __future__ import annotations

import re
from dataclasses import MISSING, dataclass, field, fields
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from domain.feit import ONTBREKEND
from domain.signalen import Signaal, signaal
from domain.tijd import OnvolledigeDatum, datum_uit_tekst

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from enum import StrEnum

Pad = tuple[str | int, ...]

_VORM: Final = "vorm"
_NAAM: Final = "naam"
ONGEWIJZIGD: Final[Any] = object()
"""Stands for a field that was left out where null means something else: that what is registered is cleared."""
GETOOND: Final = 20
_DECIMAAL: Final = re.compile(r"-?[0-9]{1,18}([.][0-9])?", re.ASCII)
_EEN_DECIMAAL: Final = Decimal("0.1")


class OnleesbaarError(ValueError):
    """Raised by a shape for a value it cannot read; the text is the detail of L01."""


@dataclass(frozen=True, slots=True)
class Vorm:
    """A shape: read makes the value, code is the signal for one that cannot be read."""

    lees: Callable[[Any], Any]
    code: str = "L01"

    def __call__(self, waarde: Any, pad: Pad, signalen: list[Signaal]) -> Any:  # noqa: ANN401 - input of any kind
        """Return the value, or ONTBREKEND with a signal at pad."""
        try:
            return self.lees(waarde)
        except OnleesbaarError as fout:
            parameters = {"detail": fout} if self.code == "L01" else {"datum": _getoond(waarde)}
            signalen.append(signaal(self.code, *pad, **parameters))
            return ONTBREKEND


def _getoond(waarde: str) -> str:
    """Return an unreadable text as a signal can repeat it: short, and without the NUL byte that no storage keeps."""
    zichtbaar = waarde.replace("\x00", "\N{SYMBOL FOR NULL}")
    return zichtbaar if len(zichtbaar) <= GETOOND else zichtbaar[: GETOOND - 1] + "…"


def _tekst(maximum: int) -> Callable[[str], str]:
    def lees(waarde: str) -> str:
        if "\x00" in waarde:
            raise OnleesbaarError("nulbyte")
        if len(waarde) > maximum:
            raise OnleesbaarError(f"langer dan {maximum} tekens")
        return waarde

    return lees


def _datum(waarde: str) -> date:
    try:
        return datum_uit_tekst(waarde)
    except ValueError:
        raise OnleesbaarError("geen bestaande datum ccyy-mm-dd") from None


def _onvolledige_datum(waarde: str) -> OnvolledigeDatum:
    try:
        return OnvolledigeDatum.uit_tekst(waarde)
    except ValueError:
        raise OnleesbaarError("geen datum ccyy-mm-dd met 00 voor wat onbekend is") from None


def _decimaal(waarde: str) -> Decimal:
    if not _DECIMAAL.fullmatch(waarde):
        raise OnleesbaarError("geen getal met ten hoogste één decimaal, na een punt")
    return Decimal(waarde).quantize(_EEN_DECIMAAL)


def _gevuld(maximum: int) -> Callable[[str], str]:
    lees_tekst = _tekst(maximum)

    def lees(waarde: str) -> str:
        if not waarde.strip():
            raise OnleesbaarError("leeg")
        return lees_tekst(waarde)

    return lees


def _veld(vorm: object, *, verplicht: bool, leeg: object = None, naam: str | None = None) -> Any:  # noqa: ANN401 - a dataclass field
    return field(default=MISSING if verplicht else leeg, metadata={_VORM: vorm, _NAAM: naam})


def tekst(maximum: int, *, verplicht: bool = False) -> Any:  # noqa: ANN401
    """Declare a text of at most so many characters."""
    return _veld(Vorm(_tekst(maximum)), verplicht=verplicht)


def gevulde_tekst(maximum: int, *, verplicht: bool = False, naam: str | None = None) -> Any:  # noqa: ANN401
    """Declare a text that is not blank; naam is that in the input where the field bears another."""
    return _veld(Vorm(_gevuld(maximum)), verplicht=verplicht, naam=naam)


def patroon(lees: Callable[[str], str], *, verplicht: bool = False) -> Any:  # noqa: ANN401
    """Declare a text with a rule of its own; the function raises OnleesbaarError."""
    return _veld(Vorm(lees), verplicht=verplicht)


def datum(*, verplicht: bool = False) -> Any:  # noqa: ANN401
    """Declare a full date that exists, ccyy-mm-dd."""
    return _veld(Vorm(_datum), verplicht=verplicht)


def onvolledige_datum(*, code: str = "L01", verplicht: bool = False) -> Any:  # noqa: ANN401
    """Declare a date whose unknown parts are 00."""
    return _veld(Vorm(_onvolledige_datum, code), verplicht=verplicht)


def keuze(lijst: type[StrEnum], *, verplicht: bool = False) -> Any:  # noqa: ANN401
    """Declare a value of a fixed code list."""
    return _veld(Vorm(lijst), verplicht=verplicht)


def keuzes(lijst: type[StrEnum]) -> Any:  # noqa: ANN401
    """Declare a list of values of a fixed code list; none when it is absent."""
    return _veld(Lijst(Vorm(lijst)), verplicht=False, leeg=())


def getal(*, verplicht: bool = False) -> Any:  # noqa: ANN401
    """Declare a whole number; GraphQL takes 12.0 for 12."""
    return _veld(Vorm(int), verplicht=verplicht)


def decimaal(*, verplicht: bool = False) -> Any:  # noqa: ANN401
    """Declare a number with at most one decimal, written with a point; it is kept with exactly one."""
    return _veld(Vorm(_decimaal), verplicht=verplicht)


def ja_nee(*, verplicht: bool = False, leeg: object = False) -> Any:  # noqa: ANN401
    """Declare a boolean; leeg is the value when it is absent."""
    return _veld(Vorm(bool), verplicht=verplicht, leeg=leeg)


def wisbaar(veld: Any) -> Any:  # noqa: ANN401 - a dataclass field
    """Declare a field that is ONGEWIJZIGD when absent, and None when null."""
    veld.default = ONGEWIJZIGD
    return veld


def deel(soort: type, *, verplicht: bool = False) -> Any:  # noqa: ANN401
    """Declare an object with shapes of its own."""
    return _veld(Deel(soort), verplicht=verplicht)


def lijst_van(soort: type, *, verplicht: bool = False, leeg: object = None) -> Any:  # noqa: ANN401
    """Declare a list of objects with shapes of their own; leeg is the value when it is absent."""
    return _veld(Lijst(Deel(soort)), verplicht=verplicht, leeg=leeg)


def teksten(maximum: int) -> Any:  # noqa: ANN401
    """Declare a list of texts of at most so many characters each."""
    return _veld(Lijst(Vorm(_tekst(maximum))), verplicht=False, leeg=())


@dataclass(frozen=True, slots=True)
class Deel:
    """Reads an object into its dataclass."""

    soort: type

    def __call__(self, waarde: Mapping[str, Any], pad: Pad, signalen: list[Signaal]) -> Any:  # noqa: ANN401
        """Return the object; what could not be read in it is ONTBREKEND."""
        return lees(self.soort, waarde, signalen, pad)


@dataclass(frozen=True, slots=True)
class Lijst:
    """Reads a list into a tuple; GraphQL takes a single value for a list of one."""

    onderdeel: Any

    def __call__(self, waarde: Any, pad: Pad, signalen: list[Signaal]) -> tuple[Any, ...]:  # noqa: ANN401
        """Return the parts in the order delivered."""
        waarden = waarde if isinstance(waarde, list) else [waarde]
        return tuple(self.onderdeel(deel, (*pad, volgnummer), signalen) for volgnummer, deel in enumerate(waarden))


def lees(soort: type, invoer: Mapping[str, Any], signalen: list[Signaal], pad: Pad = ()) -> Any:  # noqa: ANN401
    """Read input (camelCase, as delivered) into a dataclass of shapes; null is absent, but for what is wisbaar."""
    waarden = {}
    for veld, naam, vorm, is_wisbaar in _vormen(soort):
        if invoer.get(naam) is not None:
            waarden[veld] = vorm(invoer[naam], (*pad, naam), signalen)
        elif is_wisbaar and naam in invoer:
            waarden[veld] = None
    return soort(**waarden)


@cache
def _vormen(soort: type) -> tuple[tuple[str, str, Any, bool], ...]:
    """Return the fields that input may fill: name, name in GraphQL, shape, and whether null clears it."""
    return tuple(
        (veld.name, veld.metadata.get(_NAAM) or camel(veld.name), veld.metadata[_VORM], veld.default is ONGEWIJZIGD)
        for veld in fields(soort)
        if _VORM in veld.metadata
    )


@cache
def camel(naam: str) -> str:
    """Return the name of a field as GraphQL spells it."""
    eerste, *rest = naam.split("_")
    return eerste + "".join(woord.capitalize() for woord in rest)
