"""The forms of codes that institutions and RIO give out (I14)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from domain.signalen import signaal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.signalen import Signaal


@dataclass(frozen=True, slots=True)
class Codevorm:
    """A form: how it is written down in the documentation, and the pattern that it stands for."""

    naam: str
    patroon: re.Pattern[str]


VOLGNUMMER: Final = Codevorm("AN1..20", re.compile(r"[A-Za-z0-9]{1,20}", re.ASCII))
AANBIEDER: Final = Codevorm("nnnAnnn", re.compile(r"[0-9]{3}A[0-9]{3}", re.ASCII))
LOCATIE: Final = Codevorm("nnnXnnn", re.compile(r"[0-9]{3}X[0-9]{3}", re.ASCII))
LOCATIECODE_VSV: Final = Codevorm("AN1..12", re.compile(r"[A-Za-z0-9]{1,12}", re.ASCII))


def heeft_vorm(vorm: Codevorm, waarde: str | None, *pad: str | int) -> Iterator[Signaal]:
    """Yield I14 when a delivered code is not of its form."""
    if waarde is not None and not vorm.patroon.fullmatch(str(waarde)):
        yield signaal("I14", *pad, code=waarde, vorm=vorm.naam)
