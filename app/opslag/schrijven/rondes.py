"""Rounds: the n-th change of an object is written in the n-th round, so that no version is lost (besluit 0007).

A change of a BPV or result comes no earlier than the last change of its enrolment, and the reverse; nor does a change
that takes the number of a part come before the one that frees it. What a batch adds, deletes and adds again is written
in the order in which it happened.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from domain.bpv import Bpv
from domain.persoon import Persoon
from domain.resultaat import Diploma, LosResultaat

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
        ouders, sleutels = _ouders(stap), set(sleutels_van(stap))
        na_andere = max(laatste.get(sleutel, 0) for sleutel in ouders | sleutels)
        ronde = max(laatste.get(stap.sleutel, -1) + 1, na_andere, onder[stap.sleutel])
        laatste.update(dict.fromkeys(sleutels, ronde))
        for ouder in ouders:
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
    beoordeeld = (uitslag.dossier.id, uitslag.resultaat or uitslag.bpv or uitslag.inschrijving)
    if uitslag.herbeoordeeld and beoordeeld[1] is not None and beoordeeld not in sleutels:
        yield Stap(levering_id, uitslag, beoordeeld, None)


def sleutels_van(stap: Stap) -> Iterator[Objectsleutel]:
    """Yield what has an id of its own in a step: its object, and the parts of a diploma before and after."""
    yield stap.sleutel
    for object_ in (stap.mutatie.oud, stap.mutatie.nieuw) if stap.mutatie else ():
        if isinstance(object_, Diploma):
            yield from ((stap.sleutel[0], sleutel) for sleutel in object_.sleutels)


def sleutel_van(persoon_id: int, object_: Object) -> Objectsleutel:
    """Return what identifies an object in a batch: the register's id of the person, and the key within it."""
    return persoon_id, None if isinstance(object_, Persoon) else object_.sleutel


def _ouders(stap: Stap) -> set[Objectsleutel]:
    """Return the enrolments that the object lies under, before the change and after it."""
    persoon_id = stap.sleutel[0]
    objecten = (stap.mutatie.oud, stap.mutatie.nieuw) if stap.mutatie else ()
    sleutels = (
        object_.sleutel.inschrijving if isinstance(object_, Bpv) else object_.inschrijving
        for object_ in objecten
        if isinstance(object_, Bpv | Diploma | LosResultaat)
    )
    return {(persoon_id, sleutel) for sleutel in sleutels if sleutel is not None}
