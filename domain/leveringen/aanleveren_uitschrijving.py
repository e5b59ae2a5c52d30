"""aanleverenUitschrijving: sets or overwrites the actual end of an enrolment and its reason."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain.codes import LeveringSoort
from domain.leveringen.levering import VersieLevering
from domain.leveringen.vorm import datum, tekst

if TYPE_CHECKING:
    from datetime import date

    from domain.dossier import Dossier
    from domain.feiten import Feiten
    from domain.inschrijving import Inschrijving


@dataclass(frozen=True, slots=True, kw_only=True)
class AanleverenUitschrijving(VersieLevering):
    """Ends an enrolment; datum_uitschrijving_werkelijk is its last valid day."""

    soort = LeveringSoort.AANLEVEREN_UITSCHRIJVING
    herziet = frozenset({"I19", "I23"})

    datum_uitschrijving_werkelijk: date = datum(verplicht=True)
    reden_uitschrijving: str | None = tekst(20)

    def geleverd(self, feiten: Feiten) -> Inschrijving:
        """Return the enrolment with its end."""
        return replace(
            feiten.inschrijving(self),
            datum_uitschrijving_werkelijk=self.datum_uitschrijving_werkelijk,
            reden_uitschrijving=self.reden_uitschrijving,
        )

    def pas_toe(self, feiten: Feiten) -> Dossier:
        """Return the dossier with the enrolment ended."""
        return feiten.dossier.met_inschrijving(self.geleverd(feiten))
