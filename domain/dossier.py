"""The dossier: what the register holds of one person at all institutions, as a value that deliveries replace."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Self

    from domain.bpv import Bpv, BpvSleutel
    from domain.inschrijving import Inschrijving, InschrijvingSleutel
    from domain.persoon import Persoon


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """One person with everything under it. id is the register's own; persoon is None for one it does not know yet."""

    id: int
    persoon: Persoon | None = None
    geidentificeerd_door: frozenset[str] = frozenset()
    inschrijvingen: Mapping[InschrijvingSleutel, Inschrijving] = field(default_factory=dict)
    bpvs: Mapping[BpvSleutel, Bpv] = field(default_factory=dict)

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
