"""Reference data as the controls see it: a snapshot, with the row of a code that is valid on a day."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from domain.codes import Examensoort, Examenvak, Leertraject, Niveau, Opleidingsoort, SoortOpleiding

ALLE_OPLEIDINGEN = "*"


class MetGeldigheid(Protocol):
    """A row of reference data with its period, both days inclusive; None is open or unknown."""

    @property
    def geldig_van(self) -> date | None:
        """The first day."""

    @property
    def geldig_tot(self) -> date | None:
        """The last day."""


Rij = TypeVar("Rij", bound=MetGeldigheid)


@dataclass(frozen=True, slots=True, kw_only=True)
class Instelling:
    """An institution by its BRIN, funded or not."""

    brin: str
    naam: str
    plaats: str | None = None
    bekostigd: bool
    geldig_van: date | None = None
    geldig_tot: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opleiding:
    """A kwalificatie, dossier or domein; laatste_instroom is the last day on which a student may begin."""

    opleidingcode: str
    naam: str
    soort: Opleidingsoort
    niveau: Niveau | None = None
    dossiercode: str | None = None
    domeincode: str | None = None
    specialist: bool = False
    soort_opleiding: SoortOpleiding | None = None
    leerwegen: tuple[Leertraject, ...] = ()
    vws: bool = False
    geldig_van: date | None = None
    laatste_instroom: date | None = None
    geldig_tot: date | None = None

    def verwant_aan(self, andere: Opleiding) -> bool:
        """Tell whether one is the other or lies within it: kwalificatie in dossier in domein."""
        return self.opleidingcode in andere.omvattend or andere.opleidingcode in self.omvattend

    @property
    def omvattend(self) -> frozenset[str]:
        """Return the codes of itself and of the dossier and domein around it."""
        return frozenset(filter(None, (self.opleidingcode, self.dossiercode, self.domeincode)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuzedeel:
    """A keuzedeel by its code (K + 4 digits)."""

    code: str
    naam: str
    geldig_van: date | None = None
    geldig_tot: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpleidingKeuzedeel:
    """A keuzedeel that belongs to an opleiding; an opleiding without any rows takes every keuzedeel."""

    opleidingcode: str
    keuzedeelcode: str
    geldig_van: date | None = None
    geldig_tot: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Licentie:
    """The right of an institution to offer an opleiding (`*`: all)."""

    brin: str
    opleidingcode: str
    geldig_van: date | None = None
    geldig_tot: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Examenonderdeel:
    """An exam part by its code: its subject, and its reference level (2F, 3F) where that is known."""

    code: str
    soort: Examensoort
    omschrijving: str
    vak: Examenvak | None = None
    niveau: str | None = None

    def haalt(self, niveau: str | None) -> bool:
        """Tell whether it is of this level or a higher one; an unknown level is taken for enough (own choice)."""
        return niveau is None or self.niveau is None or self.niveau >= niveau


def geldig_op(rij: MetGeldigheid, dag: date) -> bool:
    """Tell whether a row is valid on a day."""
    return (rij.geldig_van is None or rij.geldig_van <= dag) and (rij.geldig_tot is None or dag <= rij.geldig_tot)


def nieuwste(rijen: Iterable[Rij]) -> Rij | None:
    """Return the row with the newest begin (an unknown begin is the oldest)."""
    return max(rijen, key=lambda rij: str(rij.geldig_van or ""), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Referentie:
    """All reference data at one version; every mapping gives the rows of a code in any order."""

    versie: int = 0
    instellingen: Mapping[str, Sequence[Instelling]] = field(default_factory=dict)
    opleidingen: Mapping[str, Sequence[Opleiding]] = field(default_factory=dict)
    keuzedelen: Mapping[str, Sequence[Keuzedeel]] = field(default_factory=dict)
    opleiding_keuzedelen: Mapping[str, Sequence[OpleidingKeuzedeel]] = field(default_factory=dict)
    licenties: Mapping[tuple[str, str], Sequence[Licentie]] = field(default_factory=dict)
    examenonderdelen: Mapping[str, Examenonderdeel] = field(default_factory=dict)
    codelijsten: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def instelling(self, brin: str, op: date) -> Instelling | None:
        """Return the institution as valid on a day, or None."""
        return _op(self.instellingen, brin, op)

    def bekostigd(self, brin: str, op: date) -> bool:
        """Tell whether the institution is funded, on the day or else by its newest row."""
        rij = _op_of_nieuwste(self.instellingen, brin, op)
        return rij is not None and rij.bekostigd

    def opleiding(self, code: str, op: date) -> Opleiding | None:
        """Return the opleiding as valid on a day, or None."""
        return _op(self.opleidingen, code, op)

    def opleiding_of_nieuwste(self, code: str, op: date) -> Opleiding | None:
        """Return the opleiding as valid on a day, else its newest row (register.md 2); None for an unknown code."""
        return _op_of_nieuwste(self.opleidingen, code, op)

    def verwant(self, code: str, andere: str, op: date) -> bool:
        """Tell whether two codes are equal, or one opleiding lies within the other (kwalificatie, dossier, domein)."""
        een, twee = (self.opleiding_of_nieuwste(opleidingcode, op) for opleidingcode in (code, andere))
        return code == andere or (een is not None and twee is not None and een.verwant_aan(twee))

    def keuzedeel(self, code: str, op: date) -> Keuzedeel | None:
        """Return the keuzedeel as valid on a day, or None."""
        return _op(self.keuzedelen, code, op)

    def kent_keuzedeel(self, code: str) -> bool:
        """Tell whether the keuzedeel exists, whenever it was valid."""
        return bool(self.keuzedelen.get(code))

    def examenonderdeel(self, code: str, soort: Examensoort) -> Examenonderdeel | None:
        """Return the exam part of this kind with the code, or None."""
        gevonden = self.examenonderdelen.get(code)
        return gevonden if gevonden is not None and gevonden.soort is soort else None

    def hoort_bij(self, keuzedeelcode: str, opleidingcode: str, op: date) -> bool:
        """Tell whether the keuzedeel belongs to the opleiding on a day."""
        rijen = self.opleiding_keuzedelen.get(opleidingcode, ())
        return not rijen or any(rij.keuzedeelcode == keuzedeelcode and geldig_op(rij, op) for rij in rijen)

    def mag_verzorgen(self, brin: str, opleidingcode: str, op: date) -> bool:
        """Tell whether the institution has a licence for the opleiding on a day."""
        sleutels = ((brin, opleidingcode), (brin, ALLE_OPLEIDINGEN))
        return any(geldig_op(rij, op) for sleutel in sleutels for rij in self.licenties.get(sleutel, ()))

    def kent(self, lijst: str, code: str) -> bool:
        """Tell whether the code list holds the code."""
        return code in self.codelijsten.get(lijst, frozenset())


def _op(rijen: Mapping[str, Sequence[Rij]], code: str, dag: date) -> Rij | None:
    return nieuwste(rij for rij in rijen.get(code, ()) if geldig_op(rij, dag))


def _op_of_nieuwste(rijen: Mapping[str, Sequence[Rij]], code: str, dag: date) -> Rij | None:
    return _op(rijen, code, dag) or nieuwste(rijen.get(code, ()))
