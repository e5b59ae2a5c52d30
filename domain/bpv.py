"""The work placement (BPV): an agreement of student, institution and leerbedrijf (WEB article 7.2.8)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from domain.inschrijving import InschrijvingSleutel


@dataclass(frozen=True, slots=True, order=True)
class BpvSleutel:
    """The key of a BPV within its person: the enrolment and the institution's own number."""

    inschrijving: InschrijvingSleutel
    bpvvolgnummer: str

    def __str__(self) -> str:
        return f"{self.inschrijving}/{self.bpvvolgnummer}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bpv:
    """A BPV; it rests on an opleidingcode or, since the reform HKS of 2016, on a keuzedeelcode. omvang is in hours."""

    sleutel: BpvSleutel
    afsluitdatum: date
    datum_begin: date
    datum_einde_gepland: date
    datum_einde_werkelijk: date | None = None
    omvang: int | None = None
    leerbedrijf_id: str
    opleidingcode: str | None = None
    keuzedeelcode: str | None = None
    versie: int = field(default=0, compare=False)

    def loopt_op(self, dag: date) -> bool:
        """Tell whether it has not actually ended before that day (it may still have to begin)."""
        return self.datum_einde_werkelijk is None or self.datum_einde_werkelijk >= dag
