"""wijzigenInschrijving: replaces a whole enrolment, so that what is left out becomes empty."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.codes import LeveringSoort
from domain.leveringen.inhoud import InschrijvingInhoud

if TYPE_CHECKING:
    from domain.dossier import Dossier
    from domain.feiten import Feiten


@dataclass(frozen=True, slots=True, kw_only=True)
class WijzigenInschrijving(InschrijvingInhoud):
    """Replaces; only extra support that is absent stays."""

    soort = LeveringSoort.WIJZIGEN_INSCHRIJVING

    def pas_toe(self, feiten: Feiten) -> Dossier:
        """Return the dossier with the enrolment replaced."""
        return feiten.dossier.met_inschrijving(self.geleverd(feiten))
