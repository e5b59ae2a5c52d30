"""The pass rules for the generic exam parts (EXB; register.md 8): data by level and cohort, and how they are read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from domain.codes import Examenvak, Niveau

if TYPE_CHECKING:
    from collections.abc import Mapping

VOLDOENDE: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Slaagregel:
    """What a student of a level needs, who began from cohort on and before the cohort of the next rule of that level.

    vakken gives per subject the lowest reference level that counts (None: any). No mark is below laagste, and at most
    onvoldoendes of them are below 6.
    """

    niveau: Niveau
    cohort: date
    vakken: Mapping[Examenvak, str | None]
    laagste: int = 5
    onvoldoendes: int = 1

    def is_gehaald(self, cijfers: Mapping[Examenvak, int]) -> bool:
        """Tell whether these marks, the best for each subject, are enough."""
        behaald = [cijfers.get(vak, 0) for vak in self.vakken]
        te_laag = sum(cijfer < VOLDOENDE for cijfer in behaald)
        return all(cijfer >= self.laagste for cijfer in behaald) and te_laag <= self.onvoldoendes


_BASIS: Final[Mapping[Examenvak, str | None]] = {Examenvak.NEDERLANDS: "2F", Examenvak.REKENEN: "2F"}
_MIDDEN: Final[Mapping[Examenvak, str | None]] = {
    Examenvak.NEDERLANDS: "3F",
    Examenvak.REKENEN: "3F",
    Examenvak.ENGELS: None,
}
SLAAGREGELS: Final = (
    Slaagregel(niveau=Niveau.MBO_1, cohort=date.min, vakken={}),
    Slaagregel(niveau=Niveau.MBO_2, cohort=date.min, vakken=_BASIS),
    Slaagregel(niveau=Niveau.MBO_3, cohort=date.min, vakken=_BASIS),
    Slaagregel(niveau=Niveau.MBO_4, cohort=date.min, vakken=_MIDDEN),
)


def slaagregel(niveau: Niveau, begin: date) -> Slaagregel:
    """Return the rule for who began a training of this level on that day."""
    geldig = (regel for regel in SLAAGREGELS if regel.niveau is niveau and regel.cohort <= begin)
    return max(geldig, key=lambda regel: regel.cohort)
