"""What every delivery has: its header, who acts, and the person it is about."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from domain.bericht import over_persoon
from domain.leveringen.vorm import OnleesbaarError, deel, getal, ja_nee, patroon, tekst
from domain.nummers import bevat_persoonsnummer
from domain.persoon import PersoonSleutel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.bericht import Bericht
    from domain.codes import LeveringSoort
    from domain.dossier import Dossier
    from domain.feiten import Feiten
    from domain.identificatie import Besluit

_KENMERK = re.compile(r"[A-Za-z0-9._:-]{1,64}", re.ASCII)
_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)


def leesbaar_kenmerk(waarde: str) -> str:
    """Return the sender's message id; raises OnleesbaarError."""
    if not _KENMERK.fullmatch(waarde):
        raise OnleesbaarError("1 tot 64 letters, cijfers of ._:-")
    if bevat_persoonsnummer(waarde):
        raise OnleesbaarError("bevat een persoonsnummer")
    return waarde


def _sha256(waarde: str) -> str:
    if not _SHA256.fullmatch(waarde):
        raise OnleesbaarError("geen SHA-256 in 64 kleine hexadecimale cijfers")
    return waarde


@dataclass(frozen=True, slots=True, kw_only=True)
class Beheer:
    """In whose name IPO acts, and why."""

    instelling: str = tekst(4, verplicht=True)
    reden: str = tekst(500, verplicht=True)
    verzoek: str | None = tekst(64)
    bewijs_sha256: str | None = patroon(_sha256)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sleutel(PersoonSleutel):
    """How a delivery points at its person: exactly one of the three; schema makes a number of the global id."""

    burgerservicenummer: str | None = tekst(20)
    onderwijsnummer: str | None = tekst(20)
    id: int | None = getal()


@dataclass(frozen=True, slots=True, kw_only=True)
class Levering(ABC):
    """A delivery: kenmerk is the sender's own message id; proef registers nothing."""

    soort: ClassVar[LeveringSoort]
    herziet: ClassVar[frozenset[str] | None] = None
    """The codes of signals on its object that it judges anew; None: all of them."""

    kenmerk: str = patroon(leesbaar_kenmerk, verplicht=True)
    proef: bool = ja_nee()
    accountantsmutatie: bool = ja_nee()
    beheer: Beheer | None = deel(Beheer)

    def staat_er_al(self, _: Feiten) -> bool:
        """Tell whether the same content is registered already: GOEDGEKEURD without a version (register.md 3)."""
        return False


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierLevering(Levering):
    """A delivery that changes what the register holds of a person."""

    @abstractmethod
    def pas_toe(self, feiten: Feiten) -> Dossier:
        """Return the dossier as this delivery leaves it; only called when no control objects."""

    def berichten(self, voor: Dossier, na: Dossier, feiten: Feiten) -> Iterator[Bericht]:
        """Yield what other institutions hear of what it did to the dossier."""
        yield from over_persoon(voor, na, feiten.instelling_of_leeg)


@dataclass(frozen=True, slots=True, kw_only=True)
class BesluitLevering(DossierLevering):
    """A delivery of which it is to be decided whom it is about, or whether that is one person or two."""

    @abstractmethod
    def besluit(self, feiten: Feiten) -> Besluit:
        """Return the decision on the person; raises FeitOntbreekt when data are missing that a signal asks for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersoonLevering(DossierLevering):
    """A delivery about a person that the institution has identified before."""

    persoon: Sleutel = deel(Sleutel, verplicht=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class InschrijvingLevering(PersoonLevering):
    """A delivery about one enrolment."""

    inschrijvingvolgnummer: str = tekst(20, verplicht=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class VersieLevering(InschrijvingLevering):
    """A delivery that may name the version it rests on (verwachte_versie); another one registered is L04."""

    verwachte_versie: int | None = getal()
