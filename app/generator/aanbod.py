"""What students can gain beside their training: keuzedelen by day and exam parts by what a rule asks, found once."""

from __future__ import annotations

from bisect import bisect
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Self

from domain.codes import Examensoort
from domain.slaagregels import SLAAGREGELS
from domain.tijd import EEN_DAG

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from domain.codes import Examenvak
    from domain.referentie import Examenonderdeel, Referentie

Eis = tuple["Examenvak", str | None]
EISEN: Final = tuple(dict.fromkeys(eis for regel in SLAAGREGELS for eis in regel.vakken.items()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanbod:
    """Per kind the exam parts, per demand of a pass rule those that meet it, and the keuzedelen between two changes."""

    referentie: Referentie
    onderdelen: Mapping[Examensoort, Sequence[Examenonderdeel]]
    per_eis: Mapping[Eis, Sequence[Examenonderdeel]]
    grenzen: Sequence[date]
    _keuzedelen: dict[int, Sequence[str]] = field(init=False, default_factory=dict)

    @classmethod
    def van(cls, referentie: Referentie) -> Self:
        """Look the exam parts up."""
        gesorteerd = [een for _, een in sorted(referentie.examenonderdelen.items())]
        onderdelen = {soort: [een for een in gesorteerd if een.soort is soort] for soort in Examensoort}
        rijen = [rij for groep in referentie.keuzedelen.values() for rij in groep]
        dagen = {rij.geldig_van for rij in rijen} | {rij.geldig_tot and rij.geldig_tot + EEN_DAG for rij in rijen}
        return cls(
            referentie=referentie,
            onderdelen=onderdelen,
            per_eis={
                (vak, niveau): [e for e in onderdelen[Examensoort.GEO] if e.vak is vak and e.haalt(niveau)]
                for vak, niveau in EISEN
            },
            grenzen=sorted(dag for dag in dagen if dag),
        )

    def keuzedelen_op(self, dag: date) -> Sequence[str]:
        """Return the codes that are valid on a day."""
        vak = bisect(self.grenzen, dag)
        if vak not in self._keuzedelen:
            codes = sorted(self.referentie.keuzedelen)
            self._keuzedelen[vak] = [code for code in codes if self.referentie.keuzedeel(code, dag)]
        return self._keuzedelen[vak]
