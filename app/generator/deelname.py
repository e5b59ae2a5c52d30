"""One enrolment as the school delivers it: at once or step by step, and the placements and results under it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from app.generator import invoer
from app.generator.behaald import Behaald
from app.generator.boek import Gebeurtenis
from app.generator.bpvs import maak_bpvs
from app.generator.oordeel import over_inschrijving, over_uitschrijving
from app.generator.verhaal import IN_GEBRUIK
from app.opslag.schrijven.rijen import bpv_rij, inschrijving_rij, periode_rij
from domain.codes import LeveringSoort as Soort
from domain.leveringen.aanleveren_uitschrijving import AanleverenUitschrijving
from domain.mutaties import Mutatie

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from app.generator.verhaal import Verhaal
    from domain.bpv import Bpv
    from domain.inschrijving import Inschrijving
    from domain.signalen import Signaal

Rij = dict[str, Any]


@dataclass(slots=True)
class Deelname:
    """An enrolment on its way into the register: stand is what is registered so far."""

    verhaal: Verhaal
    doel: Inschrijving
    id: int = field(init=False)
    stand: Inschrijving | None = None

    def __post_init__(self) -> None:
        self.id = next(self.verhaal.boek.ids)

    @property
    def _eigen(self) -> Rij:
        return {"persoon_id": self.verhaal.boek.persoon_id, "instelling": self.doel.sleutel.instelling}

    def lever(self) -> None:
        """Deliver it: first without what schools often deliver later, then that, and the actual end at last."""
        doel, kans = self.doel, self.verhaal.lot.kans
        einde, laatste = doel.datum_uitschrijving_werkelijk, doel.perioden[-1]
        einde_apart = einde is not None and einde > IN_GEBRUIK and kans(0.6)
        periode_apart = len(doel.perioden) > 1 and laatste.datum_begin > IN_GEBRUIK and kans(0.4)
        steun_apart = bool(doel.extra_ondersteuning) and kans(0.5)
        bekend = replace(
            doel,
            datum_uitschrijving_werkelijk=None if einde_apart else einde,
            reden_uitschrijving=None if einde_apart else doel.reden_uitschrijving,
            perioden=doel.perioden[:-1] if periode_apart else doel.perioden,
            extra_ondersteuning=() if steun_apart else doel.extra_ondersteuning,
        )
        self._geheel(Soort.AANLEVEREN_INSCHRIJVING, bekend)
        if periode_apart:
            bekend = replace(bekend, perioden=doel.perioden, versie=bekend.versie + 1)
            self._geheel(Soort.WIJZIGEN_INSCHRIJVING, bekend)
        if steun_apart:
            bekend = replace(bekend, extra_ondersteuning=doel.extra_ondersteuning, versie=bekend.versie + 1)
            self._ondersteuning(bekend)
        for bpv, signalen in maak_bpvs(self.verhaal.lot, self.verhaal.wereld, doel):
            self._bpv(bpv, signalen)
        if einde_apart:
            self._uitschrijving(replace(doel, versie=bekend.versie + 1))
        self.verhaal.inschrijvingen.append(doel)
        Behaald(self.verhaal, doel, self.id).lever()

    def _geheel(self, soort: Soort, nieuw: Inschrijving) -> None:
        bericht = invoer.inschrijving(self.verhaal.persoon, nieuw, met_ondersteuning=bool(nieuw.extra_ondersteuning))
        signalen = over_inschrijving(nieuw, self.verhaal.persoon, self.verhaal.inschrijvingen)
        op = nieuw.datum_uitschrijving_werkelijk or nieuw.perioden[-1].datum_begin
        self._wijzig(soort, nieuw, op, bericht, signalen, herziet=None)

    def _ondersteuning(self, nieuw: Inschrijving) -> None:
        bericht = invoer.ondersteuning(self.verhaal.persoon, nieuw)
        op = nieuw.extra_ondersteuning[-1].datum_begin
        self._wijzig(Soort.AANLEVEREN_EXTRA_ONDERSTEUNING, nieuw, op, bericht, (), herziet=())

    def _uitschrijving(self, nieuw: Inschrijving) -> None:
        bericht = invoer.uitschrijving(self.verhaal.persoon, nieuw)
        op, signalen = nieuw.datum_uitschrijving_werkelijk, tuple(over_uitschrijving(nieuw))
        if op is None:
            raise AssertionError("an enrolment that did not end")
        herziet = AanleverenUitschrijving.herziet
        self._wijzig(Soort.AANLEVEREN_UITSCHRIJVING, nieuw, op, bericht, signalen, herziet=herziet)

    def _wijzig(
        self,
        soort: Soort,
        nieuw: Inschrijving,
        op: date,
        bericht: Rij,
        signalen: Sequence[Signaal],
        *,
        herziet: Collection[str] | None,
    ) -> None:
        boek, oud = self.verhaal.boek, self.stand
        versie = boek.lever(
            Gebeurtenis(
                soort=soort,
                instelling=nieuw.sleutel.instelling,
                op=self.verhaal.na(op),
                invoer=bericht,
                signalen=signalen,
                mutaties=(Mutatie(oud, nieuw),),
                inschrijving_id=self.id,
            )
        )
        boek.zet("inschrijving", {"id": self.id, **self._eigen, **inschrijving_rij(nieuw)}, versie)
        self._nieuwe_delen(oud, nieuw, versie)
        houder = {"inschrijving_id": self.id, "bpv_id": None, "resultaat_id": None}
        boek.signaleer({**self._eigen, **houder}, signalen, versie, herziet=herziet)
        self.stand = nieuw

    def _nieuwe_delen(self, oud: Inschrijving | None, nieuw: Inschrijving, versie: Rij) -> None:
        boek, vast = self.verhaal.boek, {"inschrijving_id": self.id, **self._eigen}
        for periode in nieuw.perioden[len(oud.perioden) if oud else 0 :]:
            boek.zet("inschrijvingsperiode", {"id": next(boek.ids), **vast, **periode_rij(periode)}, versie)
        for deel in nieuw.extra_ondersteuning[len(oud.extra_ondersteuning) if oud else 0 :]:
            rij = {"datum_begin": deel.datum_begin, "datum_einde": deel.datum_einde}
            boek.zet("extra_ondersteuning", {"id": next(boek.ids), **vast, **rij}, versie)

    def _bpv(self, bpv: Bpv, signalen: Sequence[Signaal]) -> None:
        """Deliver a placement: some at their begin and again at their end, others only once."""
        einde, bpv_id = bpv.datum_einde_werkelijk, next(self.verhaal.boek.ids)
        if einde is not None and einde > IN_GEBRUIK and self.verhaal.lot.kans(0.3):
            lopend = replace(bpv, datum_einde_werkelijk=None)
            self._lever_bpv(bpv_id, None, lopend, signalen)
            self._lever_bpv(bpv_id, lopend, replace(bpv, versie=2), signalen)
        else:
            self._lever_bpv(bpv_id, None, bpv, signalen)

    def _lever_bpv(self, bpv_id: int, oud: Bpv | None, nieuw: Bpv, signalen: Sequence[Signaal]) -> None:
        boek = self.verhaal.boek
        versie = boek.lever(
            Gebeurtenis(
                soort=Soort.WIJZIGEN_BPV if oud else Soort.AANLEVEREN_BPV,
                instelling=nieuw.sleutel.inschrijving.instelling,
                op=self.verhaal.na(nieuw.datum_einde_werkelijk or nieuw.datum_begin),
                invoer=invoer.bpv(self.verhaal.persoon, self.doel, nieuw),
                signalen=signalen,
                mutaties=(Mutatie(oud, nieuw),),
                inschrijving_id=self.id,
                bpv_id=bpv_id,
            )
        )
        boek.zet("bpv", {"id": bpv_id, "inschrijving_id": self.id, **self._eigen, **bpv_rij(nieuw)}, versie)
        houder = {"inschrijving_id": None, "bpv_id": bpv_id, "resultaat_id": None}
        boek.signaleer({**self._eigen, **houder}, signalen, versie, herziet=None)
