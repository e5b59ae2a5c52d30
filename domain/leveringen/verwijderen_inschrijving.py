"""verwijderenInschrijving: takes an enrolment out, with its periods and support; what lies under it blocks (I18)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.codes import LeveringSoort
from domain.leveringen.levering import VersieLevering

if TYPE_CHECKING:
    from domain.dossier import Dossier
    from domain.feiten import Feiten


@dataclass(frozen=True, slots=True, kw_only=True)
class VerwijderenInschrijving(VersieLevering):
    """Deletes an enrolment."""

    soort = LeveringSoort.VERWIJDEREN_INSCHRIJVING

    def pas_toe(self, feiten: Feiten) -> Dossier:
        """Return the dossier without the enrolment."""
        return feiten.dossier.zonder_inschrijving(feiten.inschrijvingsleutel(self))
