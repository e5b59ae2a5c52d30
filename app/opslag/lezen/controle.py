"""At start: every name that the schema declares must be known here, or the process does not begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.opslag.lezen.entiteiten import ENTITEITEN

if TYPE_CHECKING:
    from collections.abc import Iterable


class OnbekendeNaam(LookupError):  # noqa: N818 - Dutch: the name is the message
    """The schema declares what storage does not know."""


def controleer(gedeclareerd: Iterable[tuple[str, str]]) -> None:
    """Check pairs of entity and name; raises OnbekendeNaam with all that are missing."""
    onbekend = sorted(
        f"{entiteit}.{naam}"
        for entiteit, naam in gedeclareerd
        if entiteit not in ENTITEITEN or naam not in ENTITEITEN[entiteit].namen
    )
    if onbekend:
        raise OnbekendeNaam(", ".join(onbekend))
