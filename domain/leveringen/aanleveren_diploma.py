"""aanleverenDiploma: adds a diploma with its parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.codes import LeveringSoort
from domain.leveringen.resultaatinhoud import DiplomaInhoud

if TYPE_CHECKING:
    from domain.dossier import Dossier
    from domain.feiten import Feiten


@dataclass(frozen=True, slots=True, kw_only=True)
class AanleverenDiploma(DiplomaInhoud):
    """Adds; the same content again changes nothing, other content is R02."""

    soort = LeveringSoort.AANLEVEREN_DIPLOMA

    def staat_er_al(self, feiten: Feiten) -> bool:
        """Tell whether a diploma with this key and content is registered."""
        oud = feiten.bestaand_resultaat(self)
        return oud is not None and self.is_gelijk_aan(oud, feiten)

    def pas_toe(self, feiten: Feiten) -> Dossier:
        """Return the dossier with the diploma in it."""
        if self.staat_er_al(feiten):
            return feiten.dossier
        return feiten.dossier.met_resultaat(self.geleverd(feiten))
