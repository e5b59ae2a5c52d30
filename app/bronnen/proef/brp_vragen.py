"""What the BRP interface accepts as a question, and the fault it answers otherwise (problem+json, 400)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from app.bronnen.proef.brp_velden import bestaat
from domain.tijd import datum_uit_tekst

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    # A check yields (suffix of the parameter's name, code, reason).
    Toets = Callable[[object], Iterator[tuple[str, str, str]]]

RAADPLEEG: Final = "RaadpleegMetBurgerservicenummer"
ZOEK: Final = "ZoekMetGeslachtsnaamEnGeboortedatum"
_NAAM: Final = r"^[a-zA-Z0-9À-ž \.\-\']{1,200}$|^[a-zA-Z0-9À-ž \.\-\']{3,199}\*{1}$"
_MAX_NUMMERS: Final = 20
_MAX_VELDEN: Final = 130


@dataclass(frozen=True, slots=True)
class OnjuisteParameter:
    """One faulty parameter, as `invalidParams` names it."""

    naam: str
    code: str
    reden: str

    def als_json(self) -> dict[str, str]:
        """Return it as the interface shows it."""
        return {"name": self.naam, "code": self.code, "reason": self.reden}


def onjuist(vraag: Mapping[str, Any]) -> list[OnjuisteParameter]:
    """Return every fault of a question, in order of name."""
    soort = vraag.get("type")
    if soort is None:
        return [OnjuisteParameter("type", "required", "Parameter is verplicht.")]
    if soort not in _PARAMETERS:
        return [OnjuisteParameter("type", "value", "Waarde is geen geldig zoek type.")]
    return sorted(_fouten(vraag, soort), key=lambda fout: fout.naam)


def _fouten(vraag: Mapping[str, Any], soort: str) -> Iterator[OnjuisteParameter]:
    toetsen = {**_PARAMETERS[soort], "fields": _velden(beperkt=soort == ZOEK)}
    for naam in {*_VERPLICHT[soort], *vraag} - {"type"}:
        waarde = vraag.get(naam)
        if naam in _VERPLICHT[soort] and waarde in (None, ""):
            yield OnjuisteParameter(naam, "required", "Parameter is verplicht.")
        elif naam not in toetsen:
            yield OnjuisteParameter(naam, "unknownParam", "Parameter is niet verwacht.")
        else:
            yield from (OnjuisteParameter(naam + plek, code, reden) for plek, code, reden in toetsen[naam](waarde))


def _patroon(patroon: str) -> Toets:
    def toets(waarde: object) -> Iterator[tuple[str, str, str]]:
        if not isinstance(waarde, str) or not re.fullmatch(patroon, waarde):
            yield "", "pattern", f"Waarde voldoet niet aan patroon {patroon}."

    return toets


def _lijst(maximum: int, elk: Toets) -> Toets:
    def toets(waarde: object) -> Iterator[tuple[str, str, str]]:
        if not isinstance(waarde, list):
            yield "", "array", "Parameter is geen array."
        elif not waarde:
            yield "", "minItems", "Array bevat minder dan 1 items."
        elif len(waarde) > maximum:
            yield "", "maxItems", f"Array bevat meer dan {maximum} items."
        else:
            for plaats, deel in enumerate(waarde):
                yield from ((f"[{plaats}]{plek}", code, reden) for plek, code, reden in elk(deel))

    return toets


def _velden(*, beperkt: bool) -> Toets:
    def bestaand(pad: object) -> Iterator[tuple[str, str, str]]:
        if not isinstance(pad, str) or not bestaat(pad, beperkt=beperkt):
            yield "", "fields", "Parameter bevat een niet bestaande veldnaam."

    return _lijst(_MAX_VELDEN, bestaand)


def _datum(waarde: object) -> Iterator[tuple[str, str, str]]:
    try:
        datum_uit_tekst(str(waarde))
    except ValueError:
        yield "", "date", "Waarde is geen geldige datum."


def _ja_of_nee(waarde: object) -> Iterator[tuple[str, str, str]]:
    if not isinstance(waarde, bool):
        yield "", "boolean", "Waarde is geen boolean."


_GEMEENTE: Final = _patroon(r"^[0-9]{4}$")
_VERPLICHT: Final = {
    RAADPLEEG: {"burgerservicenummer", "fields"},
    ZOEK: {"geslachtsnaam", "geboortedatum", "fields"},
}
_PARAMETERS: Final[Mapping[str, Mapping[str, Toets]]] = {
    RAADPLEEG: {
        "burgerservicenummer": _lijst(_MAX_NUMMERS, _patroon(r"^[0-9]{9}$")),
        "gemeenteVanInschrijving": _GEMEENTE,
    },
    ZOEK: {
        "geslachtsnaam": _patroon(_NAAM),
        "geboortedatum": _datum,
        "geslacht": _patroon(r"^([Mm]|[Vv]|[Oo])$"),
        "voorvoegsel": _patroon(r"^[a-zA-Z \']{1,10}$"),
        "voornamen": _patroon(r"^[a-zA-Z0-9À-ž \.\-\']{1,199}\*{0,1}$"),
        "inclusiefOverledenPersonen": _ja_of_nee,
        "gemeenteVanInschrijving": _GEMEENTE,
    },
}
