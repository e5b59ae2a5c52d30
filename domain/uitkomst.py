"""What the sender of a delivery hears of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from domain.codes import Verwerkingsstatus
    from domain.mutaties import Mutatieregel
    from domain.signalen import Signaal


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitkomst:
    """The outcome; the ids are the register's own, None for what is not there (any more)."""

    kenmerk: str
    status: Verwerkingsstatus
    signalen: tuple[Signaal, ...]
    mutaties: tuple[Mutatieregel, ...] = ()
    levering_id: int | None = None
    persoon_id: int | None = None
    inschrijving_id: int | None = None
    bpv_id: int | None = None
    resultaat_id: int | None = None

    @property
    def zonder_objecten(self) -> Uitkomst:
        """Return it as a source register hears it: no object, and no change that would tell of one (register.md 1)."""
        return Uitkomst(kenmerk=self.kenmerk, status=self.status, signalen=self.signalen)
