"""The enrolment (ISG) with its periods (ISP) and extra support (ISE): PvE chapter 13."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import zip_longest
from typing import TYPE_CHECKING

from domain.tijd import EEN_DAG, Tijdvak

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from domain.codes import Leerroute, Leerroutefase, Leertraject, Niveau


@dataclass(frozen=True, slots=True, kw_only=True)
class Inschrijvingsperiode:
    """What held from datum_begin on; it ends the day before the next period or with the enrolment."""

    datum_begin: date
    opleidingcode: str
    leertraject: Leertraject
    niveau: Niveau | None = None
    indicatie_bekostigbaar: bool
    leerroute: Leerroute | None = None
    leerroutefase: Leerroutefase | None = None
    onderwijsaanbieder: str | None = None
    onderwijslocatie: str | None = None
    locatiecode_vsv: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtraOndersteuning:
    """A period of extra support within the enrolment; both days inclusive."""

    datum_begin: date
    datum_einde: date | None = None

    @property
    def tijdvak(self) -> Tijdvak:
        """Return its days."""
        return Tijdvak(self.datum_begin, self.datum_einde)


@dataclass(frozen=True, slots=True, order=True)
class InschrijvingSleutel:
    """The key of an enrolment within its person: institution (BRIN) and its own number, case-sensitive."""

    instelling: str
    inschrijvingvolgnummer: str

    def __str__(self) -> str:
        return f"{self.instelling}/{self.inschrijvingvolgnummer}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inschrijving:
    """An enrolment. Dates are inclusive; only the actual end ends it, the planned end never does (register.md 2)."""

    sleutel: InschrijvingSleutel
    datum_inschrijving: date
    datum_uitschrijving_gepland: date
    datum_uitschrijving_werkelijk: date | None = None
    reden_uitschrijving: str | None = None
    hoogste_vooropleiding: str | None = None
    perioden: tuple[Inschrijvingsperiode, ...] = ()
    extra_ondersteuning: tuple[ExtraOndersteuning, ...] = ()
    versie: int = field(default=0, compare=False)

    @property
    def tijdvak(self) -> Tijdvak:
        """Return the days on which it is valid."""
        return Tijdvak(self.datum_inschrijving, self.datum_uitschrijving_werkelijk)

    def loopt_op(self, dag: date) -> bool:
        """Tell whether it has not actually ended before that day (it may still have to begin)."""
        return self.datum_uitschrijving_werkelijk is None or self.datum_uitschrijving_werkelijk >= dag

    def tijdvakken(self) -> Iterator[tuple[Inschrijvingsperiode, Tijdvak]]:
        """Yield each period with its days, by begin; one that another replaces on its first day has none."""
        perioden = sorted(self.perioden, key=lambda periode: periode.datum_begin)
        for periode, volgende in zip_longest(perioden, perioden[1:]):
            if volgende is None:
                yield periode, Tijdvak(periode.datum_begin, self.datum_uitschrijving_werkelijk)
            elif periode.datum_begin < volgende.datum_begin:
                yield periode, Tijdvak(periode.datum_begin, volgende.datum_begin - EEN_DAG)

    def periode_op(self, dag: date) -> Inschrijvingsperiode | None:
        """Return the period begun last on that day, the first when it lies before all, None without periods."""
        perioden = sorted(self.perioden, key=lambda periode: periode.datum_begin)
        begonnen = [periode for periode in perioden if periode.datum_begin <= dag]
        return begonnen[-1] if begonnen else next(iter(perioden), None)
