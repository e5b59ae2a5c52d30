"""A delivery whose outcome waits for a source or for IPO: what came in, of whom, and when."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from domain.codes import Verwerkingsstatus

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from domain.aanroeper import Aanroeper
    from domain.ontvangst import Ontvangst
    from domain.persoon import Persoon
    from domain.uitslag import Uitslag


class Wacht(StrEnum):
    """What a delivery waits for: that IPO chooses (P04), the BRP (P06), or SBB (B11)."""

    IDENTIFICATIE = "IDENTIFICATIE"
    BRP = "BRP_UITGESTELD"
    SBB = "SBB_UITGESTELD"


WACHT_BIJ: Final[Mapping[str, Wacht]] = {"P04": Wacht.IDENTIFICATIE, "P06": Wacht.BRP, "B11": Wacht.SBB}
"""What is waited for, by the signal that says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wachtend:
    """The receipt as it came in, who sent it, and the day in Europe/Amsterdam on which: L03 is about that day.

    toen: the person as registered when it came in, where that changed since.
    """

    ontvangst: Ontvangst
    aanroeper: Aanroeper
    ontvangen_op: date
    toen: Persoon | None = None


def waarop_wacht(uitslag: Uitslag) -> frozenset[Wacht]:
    """Return what a delivery still waits for; what is rejected waits for nothing."""
    if uitslag.status is Verwerkingsstatus.AFGEKEURD:
        return frozenset()
    return frozenset(WACHT_BIJ[signaal.code] for signaal in uitslag.signalen if signaal.code in WACHT_BIJ)
