"""wijzigenBpv: replaces a whole work placement, so that what is left out becomes empty."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.codes import LeveringSoort
from domain.leveringen.inhoud import BpvInhoud

if TYPE_CHECKING:
    from domain.dossier import Dossier
    from domain.feiten import Feiten


@dataclass(frozen=True, slots=True, kw_only=True)
class WijzigenBpv(BpvInhoud):
    """Replaces a BPV."""

    soort = LeveringSoort.WIJZIGEN_BPV

    def pas_toe(self, feiten: Feiten) -> Dossier:
        """Return the dossier with the BPV replaced."""
        return feiten.dossier.met_bpv(self.geleverd(feiten))
