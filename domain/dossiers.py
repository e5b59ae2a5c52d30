"""The dossiers of a batch as they stand: found by id, by every number that resolves to them, and by name key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.persoon import naamsleutel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.dossier import Dossier


@dataclass(slots=True)
class Dossiers:
    """Dossiers by id; nummers holds old numbers too, for a number resolves for ever.

    namen is there once a name was asked for: most batches never do.
    """

    per_id: dict[int, Dossier]
    nummers: dict[str, int]
    namen: dict[str, set[int]] | None = None

    def op_nummer(self, nummer: str) -> Dossier | None:
        """Return the dossier that a number resolves to."""
        return self.per_id.get(self.nummers.get(nummer, 0))

    def op_naam(self, sleutel: str) -> Iterator[Dossier]:
        """Yield the dossiers of persons whose name has this key, oldest first."""
        if self.namen is None:
            self.namen = {}
            for dossier in self.per_id.values():
                self._noteer_naam(dossier)
        return (self.per_id[id_] for id_ in sorted(self.namen.get(sleutel, ())))

    def vervang(self, dossier: Dossier) -> None:
        """Put a dossier in the place of what it was."""
        self.per_id[dossier.id] = dossier
        if dossier.persoon is not None:
            self.nummers[dossier.persoon.nummer[1]] = dossier.id
        elif dossier.wacht_op is not None:
            self.nummers[dossier.wacht_op] = dossier.id
        self._noteer_naam(dossier)

    def _noteer_naam(self, dossier: Dossier) -> None:
        if self.namen is not None and dossier.persoon is not None:
            self.namen.setdefault(naamsleutel(dossier.persoon.geslachtsnaam), set()).add(dossier.id)
