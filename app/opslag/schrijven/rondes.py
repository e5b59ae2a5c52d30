"""Rounds: the n-th change of an object is written in the n-th round, so that no version is lost (besluit 0007).

A change of a BPV comes no earlier than the last change of its enrolment, and the reverse: what a batch adds, deletes
and adds again is written in the order in which it happened.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from domain.bpv import Bpv
from domain.inschrijving import Inschrijving

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from domain.mutaties import Mutatie, Object
    from domain.uitslag import Uitslag

Objectsleutel = tuple[int, Any]


@dataclass(frozen=True, slots=True)
class Stap:
    """One change of one object by one delivery. mutatie None: only the signals on the object are renewed."""

    levering_id: int
    uitslag: Uitslag
    sleutel: Objectsleutel
    mutatie: Mutatie | None


def in_rondes(stappen: Iterable[Stap]) -> list[list[Stap]]:
    """Return the steps of each round, in order; one object stands in a round once."""
    laatste: dict[Objectsleutel, int] = {}
    onder: dict[Objectsleutel, int] = defaultdict(lambda: -1)
    rondes: dict[int, list[Stap]] = defaultdict(list)
    for stap in stappen:
        ouder = _ouder(stap)
        ronde = max(laatste.get(stap.sleutel, -1) + 1, laatste.get(ouder, 0) if ouder else 0, onder[stap.sleutel])
        laatste[stap.sleutel] = ronde
        if ouder:
            onder[ouder] = max(onder[ouder], ronde)
        rondes[ronde].append(stap)
    return [rondes[ronde] for ronde in sorted(rondes)]


def stappen_van(levering_id: int, uitslag: Uitslag) -> Iterator[Stap]:
    """Yield what a delivery does: its changes, and new signals on an object that it judged but did not change."""
    if uitslag.dossier is None:
        return
    sleutels = [sleutel_van(uitslag.dossier.id, mutatie.object) for mutatie in uitslag.mutaties]
    for sleutel, mutatie in zip(sleutels, uitslag.mutaties, strict=True):
        yield Stap(levering_id, uitslag, sleutel, mutatie)
    beoordeeld = (uitslag.dossier.id, uitslag.bpv or uitslag.inschrijving)
    if uitslag.herbeoordeeld and beoordeeld[1] is not None and beoordeeld not in sleutels:
        yield Stap(levering_id, uitslag, beoordeeld, None)


def sleutel_van(persoon_id: int, object_: Object) -> Objectsleutel:
    """Return what identifies an object in a batch: the register's id of the person, and the key within it."""
    return persoon_id, object_.sleutel if isinstance(object_, Inschrijving | Bpv) else None


def _ouder(stap: Stap) -> Objectsleutel | None:
    persoon_id, sleutel = stap.sleutel
    return (persoon_id, sleutel.inschrijving) if hasattr(sleutel, "inschrijving") else None
