"""Many students at once: a class that is registered, and mixed batches about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tests.buitenwereld import KLAS
from tests.domain.bouw import aanleveren, aanleveren_bpv, identificeren, wijzigen, wijzigen_bpv

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.domain.bouw import Invoer

SOORTEN_PER_STUDENT: Final = 5


def van(student: int) -> dict[str, Any]:
    """How a delivery points at a student of the class."""
    return {"persoon": {"burgerservicenummer": KLAS[student].burgerservicenummer}}


def bekend(student: int) -> tuple[Invoer, ...]:
    """A student of the class with enrolment 1 and placement 1."""
    return (
        identificeren(burgerservicenummer=KLAS[student].burgerservicenummer),
        aanleveren(inschrijvingvolgnummer="1", **van(student)),
        aanleveren_bpv(bpvvolgnummer="1", **van(student)),
    )


def gemengd(aantal: int, eerste: int = 0) -> Iterator[Invoer]:
    """So many deliveries of five kinds about students who are known: each changes an object of its own."""
    for student in range(eerste, eerste + aantal // SOORTEN_PER_STUDENT):
        yield identificeren(burgerservicenummer=KLAS[student].burgerservicenummer)
        yield wijzigen(datumUitschrijvingGepland="2028-07-31", **van(student))
        yield aanleveren(**van(student))
        yield wijzigen_bpv(omvang=500, **van(student))
        yield aanleveren_bpv(inschrijvingvolgnummer="2", **van(student))
