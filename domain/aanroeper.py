"""Who asks: the caller as the token names it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Self


class Rol(StrEnum):
    """The four roles of register.md chapter 1."""

    MBO = "MBO"
    IPO = "IPO"
    AFNEMER = "AFNEMER"
    KETEN = "KETEN"


class Ketenpartner(StrEnum):
    """The source registers that push changes."""

    BRP = "BRP"
    SBB = "SBB"
    VO = "VO"


class Afnemer(StrEnum):
    """The consumers with a right of their own, fixed here until profiles decide (register.md 9; besluit 0061)."""

    SBB = "AFNEMER SBB"


Partij = Rol | Ketenpartner | Afnemer
"""Who rights are given to: a role, within KETEN the one ketenpartner, within AFNEMER the one consumer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanroeper:
    """A caller: exactly one of instelling (BRIN), afnemer (code) and ketenpartner belongs to its rol; IPO has none."""

    rol: Rol
    gebruiker: str | None = None
    instelling: str | None = None
    afnemer: str | None = None
    ketenpartner: Ketenpartner | None = None

    @classmethod
    def van_naam(cls, naam: str, gebruiker: str | None = None) -> Self:
        """Return the caller by this name; ValueError when it is none."""
        rol, _, wie = naam.partition(":")
        match Rol(rol):
            case Rol.MBO:
                return cls(rol=Rol.MBO, gebruiker=gebruiker, instelling=wie)
            case Rol.AFNEMER:
                return cls(rol=Rol.AFNEMER, gebruiker=gebruiker, afnemer=wie)
            case Rol.KETEN:
                return cls(rol=Rol.KETEN, gebruiker=gebruiker, ketenpartner=Ketenpartner(wie))
            case Rol.IPO:
                return cls(rol=Rol.IPO, gebruiker=gebruiker)

    @property
    def naam(self) -> str:
        """The caller as sender of deliveries and in the consultation log: `MBO:27DV`, `IPO`, `KETEN:BRP`."""
        wie = self.instelling or self.afnemer or self.ketenpartner
        return f"{self.rol}:{wie}" if wie else str(self.rol)

    @property
    def partij(self) -> Partij:
        """Return the caller as rights name it: each ketenpartner has its own, and no two share one."""
        return self.ketenpartner or Afnemer.__members__.get(self.afnemer or "") or self.rol
