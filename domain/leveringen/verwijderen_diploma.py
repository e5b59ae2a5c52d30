"""verwijderenDiploma: takes a diploma out, and its parts with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.codes import LeveringSoort
from domain.leveringen.resultaatinhoud import SleutelLevering
from domain.resultaat import Diploma

if TYPE_CHECKING:
    from domain.dossier import Dossier
    from domain.feiten import Feiten


@dataclass(frozen=True, slots=True, kw_only=True)
class VerwijderenDiploma(SleutelLevering):
    """Deletes a diploma."""

    soort = LeveringSoort.VERWIJDEREN_DIPLOMA
    klasse = Diploma

    def pas_toe(self, feiten: Feiten) -> Dossier:
        """Return the dossier without the diploma."""
        return feiten.dossier.zonder_resultaat(feiten.resultaatsleutel(self))
