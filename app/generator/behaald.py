"""The results of one enrolment as the school delivers them: loose ones on the way, the diploma after its end."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from app.generator import invoer
from app.generator.boek import Gebeurtenis
from app.generator.inschrijvingen import GESLAAGD
from app.generator.oordeel_resultaten import over_diploma, over_los_resultaat
from app.generator.resultaten import maak_diploma, maak_losse
from app.opslag.schrijven.resultaatrijen import resultaat_rijen
from domain.codes import LeveringSoort as Soort
from domain.mutaties import Mutatie
from domain.resultaat import Diploma, KeuzedeelResultaat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.generator.verhaal import Verhaal
    from domain.inschrijving import Inschrijving
    from domain.resultaat import LosResultaat, Resultaat, ResultaatSleutel
    from domain.signalen import Signaal

Rij = dict[str, Any]


@dataclass(slots=True)
class Behaald:
    """What is gained in a registered enrolment, on its way into the register; ids are those of the rows."""

    verhaal: Verhaal
    inschrijving: Inschrijving
    inschrijving_id: int
    ids: dict[ResultaatSleutel, int] = field(default_factory=dict)

    def lever(self) -> None:
        """Deliver the loose results, and the diploma of who left with one."""
        for los in maak_losse(self.verhaal.lot, self.verhaal.wereld, self.inschrijving):
            self._los(self._soms_zonder_inschrijving(los))
        if self.inschrijving.reden_uitschrijving == GESLAAGD:
            self._diploma()

    def _los(self, los: LosResultaat) -> None:
        """Deliver a loose result; a keuzedeel that was not gained is, for some, gained after all."""
        self._lever(Soort.AANLEVEREN_RESULTAAT, None, los, over_los_resultaat(los))
        if isinstance(los.onderdeel, KeuzedeelResultaat) and not los.onderdeel.behaald and self.verhaal.lot.kans(0.5):
            alsnog = replace(los, onderdeel=replace(los.onderdeel, behaald=True), versie=2)
            self._lever(Soort.WIJZIGEN_RESULTAAT, los, alsnog, over_los_resultaat(alsnog))

    def _diploma(self) -> None:
        """Deliver the diploma, unless the school gave one for this opleiding before (R06); some with a part later."""
        verhaal, einde = self.verhaal, self.inschrijving.datum_uitschrijving_werkelijk
        opleiding = verhaal.wereld.kwalificatie(self.inschrijving.perioden[-1].opleidingcode)
        sleutels = {(een.sleutel.instelling, een.opleidingcode) for een, _ in verhaal.diplomas}
        if einde is None or (self.inschrijving.sleutel.instelling, opleiding.opleidingcode) in sleutels:
            return
        diploma = self._soms_zonder_inschrijving(
            maak_diploma(verhaal.lot, verhaal.wereld, self.inschrijving, opleiding, einde)
        )
        signalen = over_diploma(diploma, self.inschrijving, verhaal)
        eerst = replace(diploma, keuzedelen=diploma.keuzedelen[:-1])
        if eerst != diploma and verhaal.lot.kans(0.04):
            self._lever(Soort.AANLEVEREN_DIPLOMA, None, eerst, signalen)
            diploma = replace(diploma, versie=2)
            self._lever(Soort.WIJZIGEN_DIPLOMA, eerst, diploma, signalen)
        else:
            self._lever(Soort.AANLEVEREN_DIPLOMA, None, diploma, signalen)
        verhaal.diplomas.append((diploma, opleiding))

    def _soms_zonder_inschrijving(self, een: Any) -> Any:  # noqa: ANN401 - a diploma or a loose result
        """Leave the enrolment out of a few, where the register has no choice but this one (R18)."""
        if not self.verhaal.lot.kans(0.02):
            return een
        mogelijk = [
            ander
            for ander in self.verhaal.inschrijvingen
            if ander.sleutel.instelling == een.sleutel.instelling and ander.tijdvak.bevat(een.datum_resultaat)
        ]
        if mogelijk != [self.inschrijving]:
            return een
        return replace(een, inschrijvingvolgnummer=None, gekozen_inschrijving=een.inschrijvingvolgnummer)

    def _lever(self, soort: Soort, oud: Resultaat | None, nieuw: Resultaat, signalen: Sequence[Signaal]) -> None:
        boek, persoon = self.verhaal.boek, self.verhaal.persoon
        resultaat_id = self._id(nieuw.sleutel)
        bericht = invoer.diploma(persoon, nieuw) if isinstance(nieuw, Diploma) else invoer.los(persoon, nieuw)
        versie = boek.lever(
            Gebeurtenis(
                soort=soort,
                instelling=nieuw.sleutel.instelling,
                op=self.verhaal.na(nieuw.datum_resultaat),
                invoer=bericht,
                signalen=signalen,
                mutaties=(Mutatie(oud, nieuw),),
                resultaat_id=resultaat_id,
            )
        )
        eigen = {"persoon_id": boek.persoon_id, "instelling": nieuw.sleutel.instelling}
        for sleutel, rij in resultaat_rijen(nieuw):
            id_ = self._id(sleutel)
            onder = {"diploma_id": None if id_ == resultaat_id else resultaat_id}
            boek.zet("resultaat", {"id": id_, **eigen, **onder, "inschrijving_id": self.inschrijving_id, **rij}, versie)
        houder = {"inschrijving_id": None, "bpv_id": None, "resultaat_id": resultaat_id}
        boek.signaleer({**eigen, **houder}, signalen, versie, herziet=None)

    def _id(self, sleutel: ResultaatSleutel) -> int:
        if sleutel not in self.ids:
            self.ids[sleutel] = next(self.verhaal.boek.ids)
        return self.ids[sleutel]
