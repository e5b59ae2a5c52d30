"""What is asked of the register beside deliveries: requests, by the same rules of kenmerk and signals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Protocol, TypeVar

from domain.aanroeper import Rol
from domain.codes import AanvraagSoort, Verwerkingsstatus
from domain.feit import aanwezig
from domain.leveringen.levering import leesbaar_kenmerk
from domain.leveringen.vorm import datum, lees, patroon, tekst
from domain.signalen import geordend, signaal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from domain.aanroeper import Aanroeper
    from domain.signalen import Signaal


@dataclass(frozen=True, slots=True, kw_only=True)
class Registratieoverzichtaanvraag:
    """A request for the registratieoverzicht of a period, both days included; only IPO names the institution."""

    soort: ClassVar = AanvraagSoort.REGISTRATIEOVERZICHT

    kenmerk: str = patroon(leesbaar_kenmerk, verplicht=True)
    van: date = datum(verplicht=True)
    tot_en_met: date = datum(verplicht=True)
    instelling: str | None = tekst(4)


class Aanvraag(Protocol):
    """What every request has."""

    soort: ClassVar[AanvraagSoort]

    @property
    def kenmerk(self) -> str:
        """The sender's own message id."""

    @property
    def instelling(self) -> str | None:
        """The institution that IPO names."""


Soort = TypeVar("Soort", bound=Aanvraag)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanvraagontvangst(Generic[Soort]):
    """A request as received: bericht is its JSON in canonical form (RFC 8785), hash the SHA-256 of that in hex.

    onleesbaar tells what could not be read (L01).
    """

    aanvraag: Soort
    geleverd_kenmerk: str
    bericht: str
    hash: str
    onleesbaar: tuple[Signaal, ...] = ()

    @classmethod
    def van(cls, klasse: type[Soort], invoer: Mapping[str, Any], bericht: str, hash_: str) -> Aanvraagontvangst[Soort]:
        """Read the input of a kind of request (camelCase, as received)."""
        onleesbaar: list[Signaal] = []
        aanvraag = lees(klasse, invoer, onleesbaar)
        return cls(
            aanvraag=aanvraag,
            geleverd_kenmerk=str(invoer["kenmerk"]),
            bericht=bericht,
            hash=hash_,
            onleesbaar=tuple(onleesbaar),
        )

    @property
    def kenmerk(self) -> str | None:
        """Return the sender's message id when it could be read."""
        return self.aanvraag.kenmerk if aanwezig(self.aanvraag.kenmerk) else None

    def instelling(self, aanroeper: Aanroeper) -> str | None:
        """Return the institution it is for: who asks, or whom IPO names."""
        genoemd = self.aanvraag.instelling
        return aanroeper.instelling or (genoemd if genoemd is not None and aanwezig(genoemd) else None)


Overzichtontvangst = Aanvraagontvangst[Registratieoverzichtaanvraag]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanvraaguitkomst:
    """What the sender of a request hears.

    overzicht_id is the register's own id of what is being made, levering_id of the delivery that was decided on,
    webhook_id of the address as it is now.
    """

    kenmerk: str
    status: Verwerkingsstatus
    signalen: tuple[Signaal, ...] = ()
    overzicht_id: int | None = None
    levering_id: int | None = None
    webhook_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EerdereAanvraag:
    """The request that took a kenmerk, with its outcome."""

    soort: AanvraagSoort
    hash: str
    uitkomst: Aanvraaguitkomst

    def antwoord_op(self, ontvangst: Aanvraagontvangst[Soort]) -> Aanvraaguitkomst:
        """Return the stored outcome to the same message again, and L02 to another."""
        if (self.soort, self.hash) == (ontvangst.aanvraag.soort, ontvangst.hash):
            return self.uitkomst
        kenmerk = ontvangst.geleverd_kenmerk
        bezet = signaal("L02", kenmerk=kenmerk)
        return Aanvraaguitkomst(kenmerk=kenmerk, status=Verwerkingsstatus.AFGEKEURD, signalen=(bezet,))


def beoordeel(
    ontvangst: Overzichtontvangst, aanroeper: Aanroeper, vandaag: date, *, geldig: bool
) -> tuple[Signaal, ...]:
    """Return all signals on a request; geldig tells whether its institution exists on the day it came in."""
    return geordend((*ontvangst.onleesbaar, *_wie(ontvangst, aanroeper, vandaag, geldig=geldig), *_periode(ontvangst)))


def _wie(ontvangst: Overzichtontvangst, aanroeper: Aanroeper, vandaag: date, *, geldig: bool) -> Iterator[Signaal]:
    """Say L05 where IPO names no institution or an institution does, and L03 of one that does not exist today."""
    instelling, genoemd = ontvangst.instelling(aanroeper), ontvangst.aanvraag.instelling
    if (aanroeper.rol is Rol.IPO) != (genoemd is not None):
        yield signaal("L05", "instelling")
    elif instelling is not None and not geldig:
        pad = ("instelling",) if genoemd is not None else ()
        yield signaal("L03", *pad, instelling=instelling, datum=vandaag)


def _periode(ontvangst: Overzichtontvangst) -> Iterator[Signaal]:
    """Say L01 of a period that ends before it begins."""
    van, tot_en_met = ontvangst.aanvraag.van, ontvangst.aanvraag.tot_en_met
    if aanwezig(van) and aanwezig(tot_en_met) and tot_en_met < van:
        yield signaal("L01", "tot_en_met", detail="ligt voor van")
