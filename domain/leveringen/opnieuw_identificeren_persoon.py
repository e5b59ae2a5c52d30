"""opnieuwIdentificerenPersoon: a person with an onderwijsnummer, and better data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain import identificatie
from domain.codes import LeveringSoort
from domain.leveringen.identificeren import Identificatie
from domain.persoon import PersoonSleutel

if TYPE_CHECKING:
    from domain.feiten import Feiten
    from domain.identificatie import Besluit


@dataclass(frozen=True, slots=True, kw_only=True)
class OpnieuwIdentificerenPersoon(Identificatie):
    """Identifies again; a BSN found becomes the key, otherwise the data are replaced."""

    soort = LeveringSoort.OPNIEUW_IDENTIFICEREN_PERSOON

    @property
    def persoon(self) -> PersoonSleutel:
        """Return the number that points at the person."""
        return PersoonSleutel(onderwijsnummer=self.onderwijsnummer)

    def besluit(self, feiten: Feiten) -> Besluit:
        """Return the decision on the person."""
        return identificatie.opnieuw(self, feiten)
