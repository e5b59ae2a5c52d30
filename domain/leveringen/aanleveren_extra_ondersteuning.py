"""aanleverenExtraOndersteuning: adds periods of extra support to an enrolment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain.codes import LeveringSoort
from domain.inschrijving import ExtraOndersteuning
from domain.leveringen.inhoud import Periode, op_begin
from domain.leveringen.levering import InschrijvingLevering
from domain.leveringen.vorm import lijst_van

if TYPE_CHECKING:
    from domain.dossier import Dossier
    from domain.feiten import Feiten
    from domain.inschrijving import Inschrijving


@dataclass(frozen=True, slots=True, kw_only=True)
class AanleverenExtraOndersteuning(InschrijvingLevering):
    """Adds periods; one that is registered already changes nothing."""

    soort = LeveringSoort.AANLEVEREN_EXTRA_ONDERSTEUNING
    herziet = frozenset()

    perioden: tuple[Periode, ...] = lijst_van(Periode, verplicht=True)

    def geleverd(self, feiten: Feiten) -> Inschrijving:
        """Return the enrolment with the periods added."""
        oud = feiten.inschrijving(self)
        nieuw = {*oud.extra_ondersteuning, *op_begin(ExtraOndersteuning, self.perioden)}
        return replace(oud, extra_ondersteuning=op_begin(ExtraOndersteuning, nieuw))

    def pas_toe(self, feiten: Feiten) -> Dossier:
        """Return the dossier with the support added."""
        return feiten.dossier.met_inschrijving(self.geleverd(feiten))
