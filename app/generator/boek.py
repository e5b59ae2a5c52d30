"""The book of one person: writes down what deliveries do to the register, row by row, with the versions before."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from app.generator import mutaties
from app.generator.regels import canoniek, regel
from app.opslag.schrijven.uitkomst_json import signaal_json
from domain.signalen import status_van

if TYPE_CHECKING:
    from collections import defaultdict
    from collections.abc import Collection, Iterator, Sequence
    from datetime import datetime

    from domain.codes import LeveringSoort
    from domain.mutaties import Mutatie
    from domain.signalen import Signaal

Rij = dict[str, Any]
IDS_PER_PERSOON: Final = 256
"""So many ids are kept free for a person, so that nobody's depend on another's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebeurtenis:
    """A delivery: who sent what, when, and what became of it; the ids are those of what it is about."""

    soort: LeveringSoort
    instelling: str
    op: datetime
    invoer: Rij
    signalen: Sequence[Signaal] = ()
    mutaties: Sequence[Mutatie] = ()
    inschrijving_id: int | None = None
    bpv_id: int | None = None
    resultaat_id: int | None = None


@dataclass(slots=True)
class Boek:
    """Rows per table; xid is the transaction that will load them."""

    persoon_id: int
    xid: str
    uit: defaultdict[str, list[str]]
    ids: Iterator[int] = field(init=False)
    huidig: dict[tuple[str, int], Rij] = field(default_factory=dict)
    leveringen: int = 0

    def __post_init__(self) -> None:
        self.ids = iter(range(self.persoon_id, self.persoon_id + IDS_PER_PERSOON))
        next(self.ids)

    def lever(self, gebeurtenis: Gebeurtenis) -> Rij:
        """Write the delivery and its receipt, and return what the versions that it makes have in common."""
        levering_id, afzender = next(self.ids), f"MBO:{gebeurtenis.instelling}"
        kenmerk = f"G{self.persoon_id // IDS_PER_PERSOON:08}-{self.leveringen}"
        self.leveringen += 1
        bericht, op = canoniek({"kenmerk": kenmerk, **gebeurtenis.invoer}), str(gebeurtenis.op)
        vast = {
            "persoon_id": self.persoon_id,
            "instelling": gebeurtenis.instelling,
            "afzender": afzender,
            "gebruiker": None,
            "kenmerk": kenmerk,
            "soort": gebeurtenis.soort,
            "hash": hashlib.sha256(bericht.encode()).hexdigest(),
            "ontvangen_op": op,
            "levering_id": levering_id,
        }
        versie = {"levering_id": levering_id, "bekend_vanaf": op, "vastgelegd_in": self.xid}
        uitkomst = {
            "id": levering_id,
            "inschrijving_id": gebeurtenis.inschrijving_id,
            "bpv_id": gebeurtenis.bpv_id,
            "resultaat_id": gebeurtenis.resultaat_id,
            "beheer": False,
            "reden": None,
            "accountantsmutatie": False,
            "status": status_van(gebeurtenis.signalen),
            "signalen": [signaal_json(een) for een in gebeurtenis.signalen],
            "mutaties": [mutaties.regel(een) for een in gebeurtenis.mutaties],
        }
        self.schrijf("ontvangst", {**vast, "bericht": bericht})
        self.schrijf("levering", {**vast, **uitkomst, **versie})
        return versie

    def schrijf(self, tabel: str, rij: Rij) -> None:
        """Write a row that stays as it is."""
        self.uit[tabel].append(regel(tabel, rij))

    def zet(self, tabel: str, rij: Rij, versie: Rij) -> None:
        """Register a version of an object; the one before it goes to the historie."""
        sleutel = (tabel, rij["id"])
        if sleutel in self.huidig:
            self._beeindig(tabel, self.huidig[sleutel], versie)
        self.huidig[sleutel] = {**rij, **versie}

    def signaleer(
        self, houder: Rij, signalen: Sequence[Signaal], versie: Rij, *, herziet: Collection[str] | None
    ) -> None:
        """Renew the signals on an object: those of the codes judged anew lapse (None: all), the new ones come."""
        for sleutel, rij in list(self.huidig.items()):
            is_van_houder = sleutel[0] == "signaal" and houder.items() <= rij.items()
            if is_van_houder and (herziet is None or rij["code"] in herziet):
                self._beeindig("signaal", self.huidig.pop(sleutel), versie)
        for een in signalen:
            plaats = {"id": next(self.ids), "volgorde": een.definitie.volgorde, "pad": een.pad}
            rij = {"ipo": None, **signaal_json(een), **houder, **plaats}
            self.zet("signaal", rij, versie)

    def _beeindig(self, tabel: str, oud: Rij, versie: Rij) -> None:
        einde = {
            "bekend_tot": versie["bekend_vanaf"],
            "beeindigd_door": versie["levering_id"],
            "beeindigd_in": self.xid,
        }
        self.schrijf(f"{tabel}_historie", {**oud, **einde})

    def sluit(self) -> None:
        """Write what is registered now."""
        for (tabel, _), rij in self.huidig.items():
            self.schrijf(tabel, rij)
