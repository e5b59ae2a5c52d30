"""verwijderenBpv: takes a work placement out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.codes import LeveringSoort
from domain.leveringen.levering import VersieLevering
from domain.leveringen.vorm import tekst

if TYPE_CHECKING:
    from domain.dossier import Dossier
    from domain.feiten import Feiten


@dataclass(frozen=True, slots=True, kw_only=True)
class VerwijderenBpv(VersieLevering):
    """Deletes a BPV."""

    soort = LeveringSoort.VERWIJDEREN_BPV

    bpvvolgnummer: str = tekst(20, verplicht=True)

    def pas_toe(self, feiten: Feiten) -> Dossier:
        """Return the dossier without the BPV."""
        return feiten.dossier.zonder_bpv(feiten.bpvsleutel(self, self.bpvvolgnummer))
