"""The examples that stand in a page of docs/: an operation, its variables and its answer, one under a heading."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_KOP: Final = re.compile(r"^#+ (.*)$", re.MULTILINE)
_CURL: Final = re.compile(r"-d '(\{.*?)'\n```\n\n```json\n(.*?)```", re.DOTALL)
_BLOK: Final = re.compile(r"```(graphql|json)\n(.*?)```", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorbeeld:
    """One example; antwoord is the whole body that comes back."""

    kop: str
    document: str
    variabelen: dict[str, Any]
    antwoord: dict[str, Any]


def koppen(pad: Path) -> list[str]:
    """The headings of a page, in order."""
    return _KOP.findall(pad.read_text(encoding="utf-8"))


def voorbeelden(pad: Path) -> Iterator[Voorbeeld]:
    """The examples of a page, in order; ValueError for an operation without variables or answer under it."""
    delen = _KOP.split(pad.read_text(encoding="utf-8"))[1:]
    for kop, inhoud in zip(delen[::2], delen[1::2], strict=True):
        blokken = _BLOK.findall(inhoud)
        if any(soort == "graphql" for soort, _ in blokken):
            (_, document), (_, variabelen), (_, antwoord) = blokken
            yield Voorbeeld(
                kop=kop, document=document, variabelen=json.loads(variabelen), antwoord=json.loads(antwoord)
            )


def van_curl(pad: Path) -> Voorbeeld:
    """The first example of a page that is a curl line with its answer."""
    gevonden = _CURL.search(pad.read_text(encoding="utf-8"))
    if gevonden is None:
        raise ValueError(f"no curl line in {pad}")
    lichaam = json.loads(gevonden[1])
    return Voorbeeld(
        kop="curl", document=lichaam["query"], variabelen=lichaam["variables"], antwoord=json.loads(gevonden[2])
    )
