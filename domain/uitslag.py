"""What a delivery leads to: accepted, rejected or waiting; with what changed and who hears of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from domain.bericht import Bericht
    from domain.bpv import BpvSleutel
    from domain.codes import LeveringSoort, Verwerkingsstatus
    from domain.dossier import Dossier
    from domain.inschrijving import InschrijvingSleutel
    from domain.leerbedrijf import Leerbedrijf
    from domain.mutaties import Mutatie, Mutatieregel
    from domain.ontvangst import Ontvangst
    from domain.persoon import Persoon
    from domain.resultaat import ResultaatSleutel
    from domain.signalen import Signaal


class Aard(Enum):
    """How a receipt relates to what came before under its kenmerk."""

    NIEUW = auto()
    HERHALING = auto()
    ANDER_BERICHT = auto()
    ZONDER_KENMERK = auto()
    PROEF = auto()
    VERVOLG = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Eerder:
    """A delivery that is stored under a kenmerk, with its outcome as it stands now."""

    levering_id: int
    soort: LeveringSoort
    hash: str
    status: Verwerkingsstatus
    signalen: tuple[Signaal, ...]
    mutaties: tuple[Mutatieregel, ...]
    persoon_id: int | None = None
    inschrijving_id: int | None = None
    bpv_id: int | None = None
    resultaat_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitslag:
    """The outcome of one receipt.

    eerder: what was stored under its kenmerk; of a VERVOLG the outcome whose place it takes. dossier: of the person it
    is about, when its institution identified that person. inschrijving, bpv, resultaat: the object it is about.
    leerbedrijf: as this delivery of SBB leaves it. kandidaten: between whom IPO has to choose. herbeoordeeld: the
    signals on its object are those of this delivery from now on.
    """

    ontvangst: Ontvangst
    aard: Aard
    status: Verwerkingsstatus
    signalen: tuple[Signaal, ...] = ()
    mutaties: tuple[Mutatie, ...] = ()
    regels: tuple[Mutatieregel, ...] = ()
    instelling: str | None = None
    dossier: Dossier | None = None
    inschrijving: InschrijvingSleutel | None = None
    bpv: BpvSleutel | None = None
    resultaat: ResultaatSleutel | None = None
    leerbedrijf: Leerbedrijf | None = None
    herbeoordeeld: bool = False
    kandidaten: tuple[Persoon, ...] = ()
    berichten: tuple[Bericht, ...] = ()
    eerder: Eerder | Uitslag | None = None
