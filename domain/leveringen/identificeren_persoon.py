"""identificerenPersoon: finds the person by number or by data, before anything else is delivered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain import identificatie
from domain.codes import LeveringSoort
from domain.leveringen.identificeren import Identificatie

if TYPE_CHECKING:
    from domain.feiten import Feiten
    from domain.identificatie import Besluit


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentificerenPersoon(Identificatie):
    """Identifies; the number that comes back is the one to deliver with."""

    soort = LeveringSoort.IDENTIFICEREN_PERSOON

    def besluit(self, feiten: Feiten) -> Besluit:
        """Return the decision on the person."""
        if self.nummer is not None:
            return identificatie.op_nummer(self, feiten)
        return identificatie.zonder_nummer(self, feiten)
