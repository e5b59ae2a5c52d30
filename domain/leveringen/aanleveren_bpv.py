"""aanleverenBpv: adds a work placement to an enrolment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.codes import LeveringSoort
from domain.leveringen.inhoud import BpvInhoud

if TYPE_CHECKING:
    from domain.dossier import Dossier
    from domain.feiten import Feiten


@dataclass(frozen=True, slots=True, kw_only=True)
class AanleverenBpv(BpvInhoud):
    """Adds; the same content again changes nothing, other content is B02."""

    soort = LeveringSoort.AANLEVEREN_BPV

    def staat_er_al(self, feiten: Feiten) -> bool:
        """Tell whether a BPV with this key and content is registered."""
        oud = feiten.bestaande_bpv(self, self.bpvvolgnummer)
        return oud is not None and self.is_gelijk_aan(oud, feiten)

    def pas_toe(self, feiten: Feiten) -> Dossier:
        """Return the dossier with the BPV in it."""
        if self.staat_er_al(feiten):
            return feiten.dossier
        return feiten.dossier.met_bpv(self.geleverd(feiten))
