"""Importing a whole overview: students in groups, of each group the persons first, then what rests on them."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, Final, TypeVar

from app.registratieoverzicht.aanbod import bpvs, diplomas, inschrijvingen, losse_resultaten, personen
from app.registratieoverzicht.verslag import Verslag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from app.registratieoverzicht.aanbieden import Importeur
    from app.registratieoverzicht.overzicht import Overzicht

Iets = TypeVar("Iets")
MEESTE_LEVERINGEN: Final = 500
STUDENTEN_PER_GROEP: Final = 250  # own choice: one batch of persons, one or two of enrolments and of BPVs
FASEN: Final = (personen, inschrijvingen, bpvs, diplomas, losse_resultaten)


async def importeer(overzicht: Overzicht, importeur: Importeur, gevorderd: Callable[[int], None]) -> Verslag:
    """Offer everything the file holds and report on it; gevorderd hears how many records were dealt with since."""
    verslag = Verslag.van(overzicht)
    for groep in in_groepen(overzicht.studenten(), STUDENTEN_PER_GROEP):
        for fase in FASEN:
            for aanbod in in_groepen(chain.from_iterable(map(fase, groep)), MEESTE_LEVERINGEN):
                for een, uitkomst in zip(aanbod, await importeur.bied_aan(aanbod), strict=True):
                    verslag.noteer(een, uitkomst)
                    gevorderd(len(een.records))
    return verslag


def in_groepen(alles: Iterable[Iets], grootte: int) -> Iterator[list[Iets]]:
    """Yield what comes in lists of at most so many."""
    rest = iter(alles)
    while groep := list(islice(rest, grootte)):
        yield groep
