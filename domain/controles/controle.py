"""What a control is, and how they are run: all of them, each silent where a fact it needs is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from domain.feit import FeitOntbreekt
from domain.signalen import Signaal

if TYPE_CHECKING:
    from domain.feiten import Feiten
    from domain.leveringen.inhoud import InschrijvingInhoud

Controle = Callable[[Any, "Feiten"], Iterator[Signaal]]
Periodecontrole = Callable[[Any, Any, "Feiten"], Iterator[Signaal]]


def controleer(controles: Iterable[Controle], levering: object, feiten: Feiten) -> Iterator[Signaal]:
    """Yield what the controls say; one that misses a fact says no more (register.md 3.4)."""
    for controle in controles:
        try:
            yield from controle(levering, feiten)
        except FeitOntbreekt:
            continue


def per_periode(periodecontrole: Periodecontrole) -> Controle:
    """Make a control of every period out of a control of one."""

    def controle(levering: InschrijvingInhoud, feiten: Feiten) -> Iterator[Signaal]:
        for volgnummer, periode in enumerate(levering.perioden):
            try:
                for gevonden in periodecontrole(periode, levering, feiten):
                    yield gevonden.onder("perioden", volgnummer)
            except FeitOntbreekt:
                continue

    controle.__name__ = periodecontrole.__name__
    return controle
