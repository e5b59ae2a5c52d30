"""verwijderenResultaat: takes a loose result out; a part of a diploma goes only with that diploma (R01)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.codes import LeveringSoort
from domain.leveringen.resultaatinhoud import SleutelLevering
from domain.resultaat import LosResultaat

if TYPE_CHECKING:
    from domain.dossier import Dossier
    from domain.feiten import Feiten


@dataclass(frozen=True, slots=True, kw_only=True)
class VerwijderenResultaat(SleutelLevering):
    """Deletes a loose result."""

    soort = LeveringSoort.VERWIJDEREN_RESULTAAT
    klasse = LosResultaat

    def pas_toe(self, feiten: Feiten) -> Dossier:
        """Return the dossier without the result."""
        return feiten.dossier.zonder_resultaat(feiten.resultaatsleutel(self))
