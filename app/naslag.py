"""Write the pages of docs/ that follow from the code (`make docs`): signals, error codes and settings.

The texts of signals and settings are for users and Dutch; what stands around them is English like the rest of docs/.
"""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.configuratie import VOORVOEGSEL, Configuratie
from app.http.fouten import INTERN, STATUS
from app.samenstelling import NODIG_IN_PRODUCTIE
from domain.fouten import RegisterFout
from domain.signalen import SIGNALEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DOCS: Final = Path(__file__).resolve().parents[1] / "docs"
GROEPEN: Final = {
    "L": "Every delivery",
    "P": "Person",
    "I": "Inschrijving",
    "B": "Bpv",
    "R": "Diploma and resultaat",
    "M": "The year: mutatiestop and assurancerapport",
    "F": "Bekostiging",
    "K": "Kwaliteit",
}
_GEMAAKT: Final = "<!-- Written by `make docs`; a change here is lost. -->"
_BIJ_HTTP: Final = "400 or 200"
_INTERN: Final = "An unexpected fault. Nothing of the fault itself is told; name the correlatieId when you report it."

_SIGNALEN: Final = """
# Signals

What the register says of a delivery. One FOUTMELDING and the delivery is AFGEKEURD: nothing of it is registered. A
MELDING comes with a delivery that is registered (GOEDGEKEURD_MET_SIGNAAL). A BEKOSTIGINGSSIGNAAL explains a
decision on funding, a SIGNAAL is about what is registered, apart from any delivery. All signals of a delivery are
told at once, in this order and then by `pad`, which points into the input as delivered. The same catalogue answers
over GraphQL: `signaalcatalogus`.

The codes are our own choice **[K]**: DUO's official codes are not public. Codes M and F, and P11,
stand in the contract and are raised by parts of the register that come later.
"""
_FOUTCODES: Final = f"""
# Error codes

A rejected delivery is no error: its signals stand in the payload ([signalen.md](signalen.md)). An error is about
the request: `errors[].extensions.code` says what, `errors[].extensions.correlatieId` finds it in the log. Only our
own errors show their text; a message of the GraphQL library goes out without the value it quotes.

"{_BIJ_HTTP}" is GraphQL over HTTP: a request error is 400 under `application/graphql-response+json` and 200
without `data` under `application/json`. An error of one field beside other answers leaves the status at 200.
Refusals before GraphQL have their own status: 405 for another method, 406 for another media type, 408 for a body
that is too slow, 413 for one that is too large, 415 for one that is no JSON.
"""
_INSTELLINGEN: Final = """
# Settings

Environment variables, read once at start; all faults are listed at once, a misspelt name is a fault too, and no
message repeats a value. Times are in seconds, sizes in bytes. `bron serve` needs those marked *productie*.
"""


def signalen() -> str:
    """Return docs/signalen.md, from the catalogue."""
    delen = [_GEMAAKT + _SIGNALEN]
    for letter, titel in GROEPEN.items():
        rijen = (
            (f"**{een.code}**", een.soort, een.tekst, een.oorzaak, een.oplossing)
            for een in SIGNALEN.values()
            if een.code.startswith(letter)
        )
        delen.append(f"## {letter}: {titel}\n\n{_tabel(('code', 'soort', 'tekst', 'oorzaak', 'oplossing'), rijen)}")
    return "\n".join(delen)


def foutcodes() -> str:
    """Return docs/foutcodes.md, from the tree of errors."""
    eigen = ((fout.code, fout.__doc__) for fout in RegisterFout.__subclasses__())
    rijen = ((f"`{code}`", str(STATUS.get(code, _BIJ_HTTP)), tekst) for code, tekst in (*eigen, (INTERN, _INTERN)))
    return f"{_GEMAAKT}{_FOUTCODES}\n{_tabel(('code', 'HTTP', 'means'), rijen)}"


def instellingen() -> str:
    """Return docs/instellingen.md, from the fields of Configuratie."""
    rijen = (
        (f"`{VOORVOEGSEL}{naam.upper()}`", _standaard(veld.get_default(call_default_factory=True)), veld.description)
        if naam not in NODIG_IN_PRODUCTIE
        else (f"`{VOORVOEGSEL}{naam.upper()}`", "*productie*", veld.description)
        for naam, veld in Configuratie.model_fields.items()
    )
    return f"{_GEMAAKT}{_INSTELLINGEN}\n{_tabel(('variable', 'default', 'betekenis'), rijen)}"


def _standaard(waarde: Any) -> str:  # noqa: ANN401 - whatever a setting can be
    if waarde in (None, {}, ()):
        return ""
    if isinstance(waarde, bool):
        return "`ja`" if waarde else "`nee`"
    return f"`{waarde.value if isinstance(waarde, Enum) else waarde}`"


def _tabel(koppen: Iterable[str], rijen: Iterable[Iterable[str | None]]) -> str:
    koppen = tuple(koppen)
    return "".join(f"{regel}\n" for regel in (_rij(koppen), _rij("---" for _ in koppen), *map(_rij, rijen)))


def _rij(cellen: Iterable[str | None]) -> str:
    return f"| {' | '.join((cel or '').replace('|', '&#124;') for cel in cellen)} |"


def bladen() -> Iterator[tuple[Path, str]]:
    """Yield each page: where it stands, and what should stand there."""
    for maak in (signalen, foutcodes, instellingen):
        yield DOCS / f"{maak.__name__}.md", maak()


if __name__ == "__main__":
    for pad, tekst in bladen():
        pad.write_text(tekst, encoding="utf-8")
