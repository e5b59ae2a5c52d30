"""What a story is: a student, and the deliveries that are sent about them, each with what it leads to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, Self

from domain.aanroeper import Aanroeper, Ketenpartner, Rol
from domain.codes import LeveringSoort, Verwerkingsstatus
from domain.signalen import Signaal, status_van
from resolvers.globale_id import globale_id

if TYPE_CHECKING:
    from collections.abc import Mapping

HET_KOMPAS: Final = Aanroeper(rol=Rol.MBO, instelling="27DV", gebruiker="studentenadministratie")
DE_BRUG: Final = Aanroeper(rol=Rol.MBO, instelling="25LX", gebruiker="studentenadministratie")
DE_VONK: Final = Aanroeper(rol=Rol.MBO, instelling="30ZZ", gebruiker="studentenadministratie")
"""A private school, not funded."""
IPO: Final = Aanroeper(rol=Rol.IPO, gebruiker="registerbeheer")
BRP: Final = Aanroeper(rol=Rol.KETEN, ketenpartner=Ketenpartner.BRP)
SBB: Final = Aanroeper(rol=Rol.KETEN, ketenpartner=Ketenpartner.SBB)
VO_REGISTER: Final = Aanroeper(rol=Rol.KETEN, ketenpartner=Ketenpartner.VO)
WACHT_OP_IPO: Final = "P04"
ZELF_IDENTIFICEREND: Final = {
    LeveringSoort.IDENTIFICEREN_PERSOON,
    LeveringSoort.OPNIEUW_IDENTIFICEREN_PERSOON,
    LeveringSoort.VERWERKEN_PERSOONSMUTATIE,
    LeveringSoort.VERWERKEN_ERKENNINGSMUTATIE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stap:
    """One delivery: who sends it, its input without kenmerk and person, and the codes of the signals it should get."""

    soort: LeveringSoort
    invoer: Mapping[str, Any]
    wie: Aanroeper = HET_KOMPAS
    codes: tuple[str, ...] = ()

    def door(self, wie: Aanroeper) -> Self:
        """Return it as sent by another school."""
        return replace(self, wie=wie)

    def met(self, **invoer: object) -> Self:
        """Return it with more in its input."""
        return replace(self, invoer={**self.invoer, **invoer})

    def beheerd(self, reden: str) -> Self:
        """Return it as sent by IPO in the name of the school, with a reason that the school reads."""
        return replace(self.met(beheer={"instelling": self.wie.instelling, "reden": reden}), wie=IPO)

    def geeft(self, *codes: str) -> Self:
        """Return it with the signals it should get."""
        return replace(self, codes=codes)

    @property
    def status(self) -> Verwerkingsstatus:
        """Return the outcome that goes with its signals."""
        return status_van(map(Signaal, self.codes), in_behandeling=WACHT_OP_IPO in self.codes)


@dataclass(frozen=True, slots=True)
class Verhaal:
    """A student: a name for kenmerken, the story in a sentence, and the steps in order.

    bsn is the number to deliver with; without one it is the person that the first step leads to.
    """

    naam: str
    tekst: str
    bsn: str | None
    stappen: tuple[Stap, ...]

    def invoer(self, plaats: int, persoon_id: int | None) -> Mapping[str, Any]:
        """Return the input of a step as it is sent; the same at every start, so that a next start changes nothing."""
        stap = self.stappen[plaats]
        kop = {"kenmerk": f"voorbeeld-{self.naam}-{plaats + 1}"}
        if stap.soort in ZELF_IDENTIFICEREND:
            return {**kop, **stap.invoer}
        persoon = {"burgerservicenummer": self.bsn} if self.bsn else {"id": globale_id("Persoon", persoon_id or 0)}
        return {**kop, "persoon": persoon, **stap.invoer}


def verhaal(naam: str, tekst: str, bsn: str | None, *stappen: Stap) -> Verhaal:
    """Tell a story."""
    return Verhaal(naam, tekst, bsn, stappen)
