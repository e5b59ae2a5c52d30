"""One round of changes to the register, set by set: deletions from the leaves up, additions from the root down."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.opslag.schrijven.opdrachten import verwijder, voeg_toe, wijzig
from app.opslag.schrijven.resultaatrijen import resultaat_rijen
from app.opslag.schrijven.rijen import bpv_rij, inschrijving_rij, periode_rij, persoon_rij
from app.opslag.schrijven.signalen import signaal_rijen, vervallen, verwijder_signalen
from app.opslag.schrijven.vooropleidingen import koppel_vooropleidingen, vooropleiding_rij
from domain.bpv import Bpv
from domain.inschrijving import ExtraOndersteuning, Inschrijving
from domain.persoon import Persoon
from domain.resultaat import Diploma, LosResultaat
from domain.vooropleiding import Vooropleiding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from psycopg import AsyncConnection

    from app.opslag.schrijven.rondes import Objectsleutel, Stap
    from domain.mutaties import Mutatie, Object

Rij = dict[str, Any]
VERWIJDEREN = ("resultaat", "bpv", "extra_ondersteuning", "inschrijvingsperiode", "inschrijving")
WIJZIGEN = (
    "persoon",
    "inschrijving",
    "inschrijvingsperiode",
    "extra_ondersteuning",
    "bpv",
    "resultaat",
    "vooropleiding",
)
TOEVOEGEN = ("persoon", "persoonsnummer", *WIJZIGEN[1:], "signaal")
PER_PERIODE = ("inschrijving_id", "datum_begin")


@dataclass(slots=True)
class Ronde:
    """The rows of one round, gathered per table.

    ids gives the id of every object in it; nummers are those that resolved to a person before, for ever.
    """

    ids: Mapping[Objectsleutel, int]
    nummers: Mapping[str, int] = field(default_factory=dict)
    toe: dict[str, list[Rij]] = field(default_factory=dict)
    wijzig: dict[str, list[Rij]] = field(default_factory=dict)
    weg: dict[str, list[Rij]] = field(default_factory=dict)
    vervallen_signalen: list[Rij] = field(default_factory=list)
    beeindigd_door: dict[int, int] = field(default_factory=dict)

    def verzamel(self, stappen: Iterable[Stap]) -> None:
        """Take the rows of these steps in."""
        for stap in stappen:
            object_id = self.ids[stap.sleutel]
            self.beeindigd_door[object_id] = stap.levering_id
            if stap.mutatie is not None:
                self._mutatie(stap, stap.mutatie, {"levering_id": stap.levering_id})
            self.vervallen_signalen += vervallen(stap, object_id)
            self.toe.setdefault("signaal", []).extend(signaal_rijen(stap, object_id))

    def _mutatie(self, stap: Stap, mutatie: Mutatie, versie: Rij) -> None:
        match mutatie.object:
            case Persoon():
                self._persoon(stap, mutatie, versie)
            case Inschrijving():
                self._inschrijving(stap, mutatie, versie)
            case Bpv():
                self._bpv(stap, mutatie, versie)
            case Diploma() | LosResultaat():
                self._resultaat(stap, mutatie, versie)
            case Vooropleiding():
                self._vooropleiding(stap, mutatie, versie)

    def _persoon(self, stap: Stap, mutatie: Mutatie, versie: Rij) -> None:
        persoon_id, nieuw = stap.sleutel[0], mutatie.nieuw
        if not isinstance(nieuw, Persoon):
            raise TypeError("a person is never deleted by a delivery")
        soort, nummer = nieuw.nummer
        rij = {"id": persoon_id, "persoon_id": persoon_id, **persoon_rij(nieuw), **versie}
        _onder(self.toe if mutatie.oud is None else self.wijzig, "persoon", rij)
        zelfde = isinstance(mutatie.oud, Persoon) and mutatie.oud.nummer == nieuw.nummer
        if not zelfde and self.nummers.get(nummer) != persoon_id:
            _onder(self.toe, "persoonsnummer", {"soort": soort, "nummer": nummer, "persoon_id": persoon_id, **versie})

    def _inschrijving(self, stap: Stap, mutatie: Mutatie, versie: Rij) -> None:
        object_id = self.ids[stap.sleutel]
        eigenaar = {"persoon_id": stap.sleutel[0], "instelling": stap.sleutel[1].instelling}
        oud = mutatie.oud if isinstance(mutatie.oud, Inschrijving) else None
        nieuw = mutatie.nieuw if isinstance(mutatie.nieuw, Inschrijving) else None
        if nieuw is None:
            _onder(self.weg, "inschrijving", {"id": object_id})
        else:
            rij = {"id": object_id, **eigenaar, **inschrijving_rij(nieuw), **versie}
            _onder(self.toe if oud is None else self.wijzig, "inschrijving", rij)
        vast = {"inschrijving_id": object_id, **eigenaar, **versie}
        perioden = (oud.perioden if oud else (), nieuw.perioden if nieuw else ())
        self._delen("inschrijvingsperiode", *perioden, periode_rij, vast)
        ondersteuning = (oud.extra_ondersteuning if oud else (), nieuw.extra_ondersteuning if nieuw else ())
        self._delen("extra_ondersteuning", *ondersteuning, _ondersteuning_rij, vast)

    def _delen(
        self, tabel: str, oud: Sequence[Any], nieuw: Sequence[Any], als_rij: Callable[[Any], Rij], vast: Rij
    ) -> None:
        """Take the difference between the parts of an enrolment in; a part is known by its begin."""
        voor, na = ({deel.datum_begin: deel for deel in delen} for delen in (oud, nieuw))
        for begin in voor.keys() - na.keys():
            _onder(self.weg, tabel, {"inschrijving_id": vast["inschrijving_id"], "datum_begin": begin})
        for begin, deel in na.items():
            if voor.get(begin) != deel:
                _onder(self.wijzig if begin in voor else self.toe, tabel, {**vast, **als_rij(deel)})

    def _bpv(self, stap: Stap, mutatie: Mutatie, versie: Rij) -> None:
        object_id, (persoon_id, sleutel) = self.ids[stap.sleutel], stap.sleutel
        if not isinstance(mutatie.nieuw, Bpv):
            _onder(self.weg, "bpv", {"id": object_id})
            return
        rij = {
            "id": object_id,
            "persoon_id": persoon_id,
            "instelling": sleutel.inschrijving.instelling,
            "inschrijving_id": self.ids[persoon_id, sleutel.inschrijving],
            **bpv_rij(mutatie.nieuw),
            **versie,
        }
        _onder(self.toe if mutatie.oud is None else self.wijzig, "bpv", rij)

    def _resultaat(self, stap: Stap, mutatie: Mutatie, versie: Rij) -> None:
        """Take the difference between the rows of a result in, those of its parts too: a row is known by its number."""
        voor, na = (self._resultaatrijen(stap, object_) for object_ in (mutatie.oud, mutatie.nieuw))
        for id_ in voor.keys() - na.keys():
            _onder(self.weg, "resultaat", {"id": id_})
        for id_, rij in na.items():
            if voor.get(id_) != rij:
                _onder(self.wijzig if id_ in voor else self.toe, "resultaat", {**rij, **versie})

    def _resultaatrijen(self, stap: Stap, resultaat: Object | None) -> dict[int, Rij]:
        if not isinstance(resultaat, Diploma | LosResultaat):
            return {}
        object_id, persoon_id = self.ids[stap.sleutel], stap.sleutel[0]
        onder = resultaat.inschrijving
        vast = {
            "persoon_id": persoon_id,
            "instelling": resultaat.sleutel.instelling,
            "inschrijving_id": self.ids[persoon_id, onder] if onder else None,
        }
        ids = ((self.ids[persoon_id, sleutel], rij) for sleutel, rij in resultaat_rijen(resultaat))
        return {
            id_: {"id": id_, "diploma_id": None if id_ == object_id else object_id, **vast, **rij} for id_, rij in ids
        }

    def _vooropleiding(self, stap: Stap, mutatie: Mutatie, versie: Rij) -> None:
        if not isinstance(mutatie.nieuw, Vooropleiding):
            raise TypeError("prior education is never deleted by a delivery")
        van = stap.uitslag.dossier
        rij = {
            "id": self.ids[stap.sleutel],
            "persoon_id": van.persoon_id if van else None,
            "nummer": van.wacht_op if van else None,
            **vooropleiding_rij(mutatie.nieuw),
            **versie,
        }
        _onder(self.toe if mutatie.oud is None else self.wijzig, "vooropleiding", rij)

    async def schrijf(self, verbinding: AsyncConnection[Any]) -> None:
        """Send the round: a statement for each table and kind of change that has rows."""
        await verwijder_signalen(verbinding, self.vervallen_signalen, self.beeindigd_door)
        for tabel in VERWIJDEREN:
            await verwijder(verbinding, tabel, self.weg.get(tabel, ()), self.beeindigd_door)
        for tabel in WIJZIGEN:
            sleutel = PER_PERIODE if tabel in {"inschrijvingsperiode", "extra_ondersteuning"} else ("id",)
            await wijzig(verbinding, tabel, sleutel, self.wijzig.get(tabel, ()))
        for tabel in TOEVOEGEN:
            await voeg_toe(verbinding, tabel, self.toe.get(tabel, ()))
        await koppel_vooropleidingen(verbinding, self.toe.get("persoonsnummer", ()))


def _ondersteuning_rij(deel: ExtraOndersteuning) -> Rij:
    return {"datum_begin": deel.datum_begin, "datum_einde": deel.datum_einde}


def _onder(verzameling: dict[str, list[Rij]], tabel: str, rij: Rij) -> None:
    verzameling.setdefault(tabel, []).append(rij)
