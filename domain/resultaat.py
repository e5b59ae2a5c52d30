"""Results (PvE chapter 13): a diploma with its parts, and the same three kinds of part gained loose."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from domain.codes import ResultaatSoort
from domain.inschrijving import InschrijvingSleutel

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from decimal import Decimal
    from typing import TypeAlias


@dataclass(frozen=True, slots=True, order=True)
class ResultaatSleutel:
    """The key of a result within its person; diplomas, their parts and loose results share one set of numbers."""

    instelling: str
    resultaatvolgnummer: str

    def __str__(self) -> str:
        return f"{self.instelling}/{self.resultaatvolgnummer}"


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneriekExamenonderdeel:
    """A generic exam part (GEO); the marks of institution (IE) and central exam (CE) have one decimal."""

    soort: ClassVar[ResultaatSoort] = ResultaatSoort.GENERIEK_EXAMENONDERDEEL

    resultaatvolgnummer: str
    code: str
    eindcijfer: int | None = None
    vrijstelling: str | None = None
    cijfer_instellingsexamen: Decimal | None = None
    vrijstelling_instellingsexamen: str | None = None
    cijfer_centraal_examen: Decimal | None = None
    vrijstelling_centraal_examen: str | None = None

    @property
    def is_vrijgesteld(self) -> bool:
        """Tell whether the whole part is exempted: by itself, or both its exams."""
        beide = (self.vrijstelling_instellingsexamen, self.vrijstelling_centraal_examen)
        return self.vrijstelling is not None or None not in beide


@dataclass(frozen=True, slots=True, kw_only=True)
class KeuzedeelResultaat:
    """A keuzedeel (KZD), gained or not; certificaat is empty under a diploma."""

    soort: ClassVar[ResultaatSoort] = ResultaatSoort.KEUZEDEEL

    resultaatvolgnummer: str
    keuzedeelcode: str
    behaald: bool
    certificaat: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AmvbOnderdeel:
    """An AMvB-onderdeel (AMO); certificaat is empty under a diploma and true when it is loose."""

    soort: ClassVar[ResultaatSoort] = ResultaatSoort.AMVB_ONDERDEEL

    resultaatvolgnummer: str
    code: str
    certificaat: bool | None = None


Onderdeel: TypeAlias = GeneriekExamenonderdeel | KeuzedeelResultaat | AmvbOnderdeel


@dataclass(frozen=True, slots=True, kw_only=True)
class _Behaald:
    """What every result by itself has: when, and under which enrolment.

    gekozen_inschrijving is the volgnummer the register chose where the institution named none (R18).
    """

    sleutel: ResultaatSleutel
    datum_resultaat: date
    inschrijvingvolgnummer: str | None = None
    gekozen_inschrijving: str | None = None
    onderwijsaanbieder: str | None = None
    versie: int = field(default=0, compare=False)

    @property
    def inschrijving(self) -> InschrijvingSleutel | None:
        """Return the key of the enrolment it lies under: the one named, else the one chosen."""
        volgnummer = self.inschrijvingvolgnummer or self.gekozen_inschrijving
        return InschrijvingSleutel(self.sleutel.instelling, volgnummer) if volgnummer else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Diploma(_Behaald):
    """A diploma (DIP); its parts live and die with it and stand in order of resultaatvolgnummer."""

    soort: ClassVar[ResultaatSoort] = ResultaatSoort.DIPLOMA

    opleidingcode: str
    indicatie_bekostigbaar: bool
    generieke_examenonderdelen: tuple[GeneriekExamenonderdeel, ...] = ()
    keuzedelen: tuple[KeuzedeelResultaat, ...] = ()
    amvb_onderdelen: tuple[AmvbOnderdeel, ...] = ()

    @property
    def onderdelen(self) -> tuple[Onderdeel, ...]:
        """Return its parts of all kinds."""
        return (*self.generieke_examenonderdelen, *self.keuzedelen, *self.amvb_onderdelen)

    @property
    def sleutels(self) -> Iterator[ResultaatSleutel]:
        """Yield every key it takes: its own and those of its parts."""
        yield self.sleutel
        yield from (ResultaatSleutel(self.sleutel.instelling, deel.resultaatvolgnummer) for deel in self.onderdelen)


@dataclass(frozen=True, slots=True, kw_only=True)
class LosResultaat(_Behaald):
    """A part gained outside a diploma; it bears the number of its key."""

    onderdeel: Onderdeel

    @property
    def soort(self) -> ResultaatSoort:
        """Return the kind of its part."""
        return self.onderdeel.soort

    @property
    def sleutels(self) -> Iterator[ResultaatSleutel]:
        """Yield the one key it takes."""
        yield self.sleutel


Resultaat: TypeAlias = Diploma | LosResultaat
