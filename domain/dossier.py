"""The dossier: what the register holds of one person at all institutions, as a value that deliveries replace."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from typing import Self

    from domain.bpv import Bpv, BpvSleutel
    from domain.inschrijving import Inschrijving, InschrijvingSleutel
    from domain.persoon import Persoon
    from domain.resultaat import Resultaat, ResultaatSleutel
    from domain.vooropleiding import Vooropleiding, VooropleidingSleutel


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """One person with everything under it. id is the register's own; persoon is None for one it does not know yet.

    wacht_op: the number by which that one will be known. vooropleidingen are there for a delivery of them only.
    """

    id: int
    persoon: Persoon | None = None
    geidentificeerd_door: frozenset[str] = frozenset()
    inschrijvingen: Mapping[InschrijvingSleutel, Inschrijving] = field(default_factory=dict)
    bpvs: Mapping[BpvSleutel, Bpv] = field(default_factory=dict)
    resultaten: Mapping[ResultaatSleutel, Resultaat] = field(default_factory=dict)
    vooropleidingen: Mapping[VooropleidingSleutel, Vooropleiding] = field(default_factory=dict)
    wacht_op: str | None = None

    @property
    def persoon_id(self) -> int | None:
        """Return the register's own id of the person, None while it does not know the person."""
        return self.id if self.persoon is not None else None

    def gevolgd_door(self, vandaag: date) -> frozenset[str]:
        """Return the institutions with an enrolment that runs or has still to begin (register.md 4.6)."""
        inschrijvingen = self.inschrijvingen.values()
        return frozenset(een.sleutel.instelling for een in inschrijvingen if een.loopt_op(vandaag))

    def met_persoon(self, persoon: Persoon, instelling: str | None = None) -> Self:
        """Return it with these personal data, identified by the institution too when one is named."""
        door = self.geidentificeerd_door | ({instelling} if instelling else frozenset())
        return replace(self, persoon=persoon, geidentificeerd_door=door)

    def met_inschrijving(self, inschrijving: Inschrijving) -> Self:
        """Return it with the enrolment added or replaced; a real change is a next version."""
        oud = self.inschrijvingen.get(inschrijving.sleutel)
        if inschrijving == oud:
            return self
        nieuw = replace(inschrijving, versie=oud.versie + 1 if oud else 1)
        return replace(self, inschrijvingen={**self.inschrijvingen, nieuw.sleutel: nieuw})

    def zonder_inschrijving(self, sleutel: InschrijvingSleutel) -> Self:
        """Return it without the enrolment."""
        return replace(self, inschrijvingen={s: i for s, i in self.inschrijvingen.items() if s != sleutel})

    def met_bpv(self, bpv: Bpv) -> Self:
        """Return it with the BPV added or replaced; a real change is a next version."""
        oud = self.bpvs.get(bpv.sleutel)
        if bpv == oud:
            return self
        nieuw = replace(bpv, versie=oud.versie + 1 if oud else 1)
        return replace(self, bpvs={**self.bpvs, nieuw.sleutel: nieuw})

    def zonder_bpv(self, sleutel: BpvSleutel) -> Self:
        """Return it without the BPV."""
        return replace(self, bpvs={s: b for s, b in self.bpvs.items() if s != sleutel})

    def bpvs_onder(self, sleutel: InschrijvingSleutel) -> Iterator[Bpv]:
        """Yield the BPVs of an enrolment."""
        return (bpv for bpv in self.bpvs.values() if bpv.sleutel.inschrijving == sleutel)

    def met_resultaat(self, resultaat: Resultaat) -> Self:
        """Return it with the result added or replaced; a real change is a next version."""
        oud = self.resultaten.get(resultaat.sleutel)
        if resultaat == oud:
            return self
        nieuw = replace(resultaat, versie=oud.versie + 1 if oud else 1)
        return replace(self, resultaten={**self.resultaten, nieuw.sleutel: nieuw})

    def zonder_resultaat(self, sleutel: ResultaatSleutel) -> Self:
        """Return it without the result, and without the parts in it."""
        return replace(self, resultaten={s: r for s, r in self.resultaten.items() if s != sleutel})

    def resultaten_onder(self, sleutel: InschrijvingSleutel) -> Iterator[Resultaat]:
        """Yield the results of an enrolment, those too that the register chose it for."""
        return (resultaat for resultaat in self.resultaten.values() if resultaat.inschrijving == sleutel)

    def wachtend_op(self, nummer: str) -> Self:
        """Return it as that of whoever will be known by this number."""
        return replace(self, wacht_op=nummer)

    def met_vooropleiding(self, vooropleiding: Vooropleiding) -> Self:
        """Return it with the prior education added or replaced."""
        if self.vooropleidingen.get(vooropleiding.sleutel) == vooropleiding:
            return self
        return replace(self, vooropleidingen={**self.vooropleidingen, vooropleiding.sleutel: vooropleiding})

    def drager(self, sleutel: ResultaatSleutel) -> Resultaat | None:
        """Return the result that bears a number, as its own or as that of a part; None when it is free."""
        return next((resultaat for resultaat in self.resultaten.values() if sleutel in resultaat.sleutels), None)
