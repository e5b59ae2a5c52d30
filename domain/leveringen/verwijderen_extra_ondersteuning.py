"""verwijderenExtraOndersteuning: takes one period of extra support out of an enrolment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain.codes import LeveringSoort
from domain.leveringen.levering import InschrijvingLevering
from domain.leveringen.vorm import datum

if TYPE_CHECKING:
    from datetime import date

    from domain.dossier import Dossier
    from domain.feiten import Feiten


@dataclass(frozen=True, slots=True, kw_only=True)
class VerwijderenExtraOndersteuning(InschrijvingLevering):
    """Deletes the period of support that begins on datum_begin."""

    soort = LeveringSoort.VERWIJDEREN_EXTRA_ONDERSTEUNING
    herziet = frozenset()

    datum_begin: date = datum(verplicht=True)

    def pas_toe(self, feiten: Feiten) -> Dossier:
        """Return the dossier with the period gone."""
        oud = feiten.inschrijving(self)
        over = tuple(periode for periode in oud.extra_ondersteuning if periode.datum_begin != self.datum_begin)
        return feiten.dossier.met_inschrijving(replace(oud, extra_ondersteuning=over))
