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

    def staat_er_al(self, feiten: Feiten) -> bool:
        """Tell whether an enrolment with this key and content is registered."""
        oud = feiten.bestaande(self)
        return oud is not None and self.is_gelijk_aan(oud, feiten)

    def pas_toe(self, feiten: Feiten) -> Dossier:
        """Return the dossier with the enrolment in it."""
        if self.staat_er_al(feiten):
            return feiten.dossier
        return feiten.dossier.met_inschrijving(self.geleverd(feiten))
