"""wijzigenResultaat: replaces a whole loose result, so that what is left out becomes empty."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.codes import LeveringSoort
from domain.leveringen.resultaatinhoud import LosInhoud

if TYPE_CHECKING:
    from domain.dossier import Dossier
    from domain.feiten import Feiten


@dataclass(frozen=True, slots=True, kw_only=True)
class WijzigenResultaat(LosInhoud):
    """Replaces a loose result."""

    soort = LeveringSoort.WIJZIGEN_RESULTAAT

    def pas_toe(self, feiten: Feiten) -> Dossier:
        """Return the dossier with the result replaced."""
        return feiten.dossier.met_resultaat(self.geleverd(feiten))
