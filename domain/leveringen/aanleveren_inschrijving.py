"""aanleverenInschrijving: adds an enrolment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.codes import LeveringSoort
from domain.leveringen.inhoud import InschrijvingInhoud

if TYPE_CHECKING:
    from domain.dossier import Dossier
    from domain.feiten import Feiten


@dataclass(frozen=True, slots=True, kw_only=True)
class AanleverenInschrijving(InschrijvingInhoud):
    """Adds; the same content again changes nothing, other content is I02."""

    soort = LeveringSoort.AANLEVEREN_INSCHRIJVING

    def pas_toe(self, feiten: Feiten) -> Dossier:
        """Return the dossier with the enrolment in it."""
        if feiten.bestaande(self):
            return feiten.dossier
        return feiten.dossier.met_inschrijving(self.geleverd(feiten))
