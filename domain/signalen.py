"""Signals: what a control says of a delivery, by a code of the catalogue, with the place it is about."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from string import Formatter
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from domain.codes import Verwerkingsstatus
from domain.signaalcatalogus import CATALOGUS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class SignaalSoort(StrEnum):
    """How heavy a signal weighs; one FOUTMELDING rejects the delivery."""

    FOUTMELDING = "FOUTMELDING"
    MELDING = "MELDING"
    SIGNAAL = "SIGNAAL"
    BEKOSTIGINGSSIGNAAL = "BEKOSTIGINGSSIGNAAL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signaaldefinitie:
    """A row of the catalogue; volgorde is its place in it, parameters are the names its text holds."""

    code: str
    soort: SignaalSoort
    tekst: str
    oorzaak: str
    oplossing: str
    volgorde: int
    parameters: frozenset[str]


def _definitie(volgorde: int, rij: tuple[str, str, str, str, str]) -> Signaaldefinitie:
    code, soort, tekst, oorzaak, oplossing = rij
    parameters = frozenset(naam for _, naam, _, _ in Formatter().parse(tekst) if naam)
    return Signaaldefinitie(
        code=code, soort=SignaalSoort(soort), tekst=tekst, oorzaak=oorzaak, oplossing=oplossing,
        volgorde=volgorde, parameters=parameters,
    )  # fmt: skip


SIGNALEN: Final[Mapping[str, Signaaldefinitie]] = MappingProxyType(
    {rij[0]: _definitie(volgorde, rij) for volgorde, rij in enumerate(CATALOGUS)}
)


@dataclass(frozen=True, slots=True)
class Signaal:
    """A signal; pad points into the input of the delivery (camelCase, indexes as delivered), empty when at nothing."""

    code: str
    pad: tuple[str, ...] = ()
    parameters: Mapping[str, str] = field(default_factory=dict)
    voor_ipo: Mapping[str, str] | None = None

    def onder(self, *pad: str | int) -> Signaal:
        """Return it with its place under another."""
        return replace(self, pad=(*map(_padnaam, pad), *self.pad))

    def met_voor_ipo(self, **parameters: object) -> Signaal:
        """Return it with parameters that only IPO may read in place of the others."""
        return replace(self, voor_ipo={naam: str(waarde) for naam, waarde in parameters.items()})

    @property
    def ipo(self) -> Signaal:
        """Return it as IPO reads it."""
        return replace(self, parameters={**self.parameters, **(self.voor_ipo or {})}, voor_ipo=None)

    @property
    def definitie(self) -> Signaaldefinitie:
        """Return its row in the catalogue."""
        return SIGNALEN[self.code]

    @property
    def soort(self) -> SignaalSoort:
        """Return how heavy it weighs."""
        return self.definitie.soort

    @property
    def tekst(self) -> str:
        """Return the text with the parameters filled in."""
        return self.definitie.tekst.format_map(self.parameters)


def signaal(code: str, /, *pad: str | int, **parameters: object) -> Signaal:
    """Make a signal; pad in the domain's own names, ValueError when the parameters are not those of the text."""
    if parameters.keys() != SIGNALEN[code].parameters:
        raise ValueError(f"{code} takes {sorted(SIGNALEN[code].parameters)}")
    return Signaal(code, tuple(map(_padnaam, pad)), {naam: str(waarde) for naam, waarde in parameters.items()})


def _padnaam(deel: str | int) -> str:
    eerste, *rest = str(deel).split("_")
    return eerste + "".join(woord.capitalize() for woord in rest)


def geordend(signalen: Iterable[Signaal]) -> tuple[Signaal, ...]:
    """Return them in order of the catalogue, then of pad (indexes as numbers); each once."""
    uniek = {(s.code, s.pad, tuple(sorted(s.parameters.items()))): s for s in signalen}
    return tuple(sorted(uniek.values(), key=lambda s: (s.definitie.volgorde, tuple(map(_padorde, s.pad)))))


def _padorde(deel: str) -> tuple[int, int, str]:
    return (0, int(deel), "") if deel.isdecimal() else (1, 0, deel)


def afgekeurd(signalen: Iterable[Signaal]) -> bool:
    """Tell whether one of them rejects the delivery."""
    return any(s.soort is SignaalSoort.FOUTMELDING for s in signalen)


def status_van(signalen: Iterable[Signaal], *, in_behandeling: bool = False) -> Verwerkingsstatus:
    """Return the outcome that follows from the signals."""
    signalen = tuple(signalen)
    if afgekeurd(signalen):
        return Verwerkingsstatus.AFGEKEURD
    if in_behandeling:
        return Verwerkingsstatus.IN_BEHANDELING
    return Verwerkingsstatus.GOEDGEKEURD_MET_SIGNAAL if signalen else Verwerkingsstatus.GOEDGEKEURD
