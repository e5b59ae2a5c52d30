"""How the register came to know a student: identified by a school first, and by the next one; then enrolled there."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final

from app.generator import invoer
from app.generator.boek import Gebeurtenis
from app.generator.personen import maak_adres
from app.opslag.schrijven.rijen import persoon_rij
from domain.codes import LeveringSoort as Soort
from domain.mutaties import Mutatie
from domain.signalen import signaal

if TYPE_CHECKING:
    from app.generator.boek import Boek
    from app.generator.lot import Lot
    from app.generator.wereld import Wereld
    from domain.inschrijving import Inschrijving
    from domain.persoon import Persoon
    from domain.referentie import Opleiding
    from domain.resultaat import Diploma

Rij = dict[str, Any]
IN_GEBRUIK: Final = date(2023, 11, 1)
"""The first day of the register; what was before it came in within three months (own choice)."""
_INHAALTIJD: Final = 90
_BEGIN: Final = datetime.combine(IN_GEBRUIK, time(7), UTC)


@dataclass(slots=True, kw_only=True)
class Verhaal:
    """The story of one person: persoon, inschrijvingen and diplomas as they are registered so far."""

    lot: Lot
    wereld: Wereld
    boek: Boek
    persoon: Persoon
    inschrijvingen: list[Inschrijving] = field(default_factory=list)
    diplomas: list[tuple[Diploma, Opleiding]] = field(default_factory=list)
    bekend_bij: set[str] = field(default_factory=set)
    _nu: datetime = field(default=_BEGIN)

    def na(self, dag: date) -> datetime:
        """Return when a delivery about this day came in: in the week after it, and after the one before."""
        dagen = (dag - IN_GEBRUIK).days
        moment = _BEGIN + timedelta(
            days=dagen + self.lot.tussen(0, 7) if dagen > 0 else self.lot.tussen(0, _INHAALTIJD),
            seconds=self.lot.tussen(0, 39_600),
        )
        self._nu = max(moment, self._nu + timedelta(seconds=self.lot.tussen(30, 3600)))
        return self._nu

    def identificeer(self, brin: str, begin: date) -> None:
        """Let an institution identify the student some weeks before the enrolment, unless it has done so."""
        if brin in self.bekend_bij:
            return
        op = self.na(begin - timedelta(days=self.lot.tussen(5, 60)))
        versie = self._op_nummer(brin, op) if self.bekend_bij else self._eerste_keer(brin, op)
        if not self.bekend_bij and self.persoon.onderwijsnummer and self.lot.kans(0.2):
            versie = self._opnieuw(brin)
        self.bekend_bij.add(brin)
        self.boek.schrijf(
            "persoon_instelling",
            {
                "persoon_id": self.boek.persoon_id,
                "instelling": brin,
                "geidentificeerd_op": versie["bekend_vanaf"],
                **versie,
            },
        )

    def _eerste_keer(self, brin: str, op: datetime) -> Rij:
        """Register the person: found in the BRP by number or by data, or given an onderwijsnummer."""
        buiten_brp = self.persoon.onderwijsnummer is not None
        woont_hier = self.persoon.adres is not None and self.persoon.adres.in_nederland
        op_gegevens = buiten_brp or (self.persoon.geboortedatum.dag > 0 and self.lot.kans(0.1))
        versie = self.boek.lever(
            Gebeurtenis(
                soort=Soort.IDENTIFICEREN_PERSOON,
                instelling=brin,
                op=op,
                invoer=invoer.zonder_nummer(self.persoon) if op_gegevens else invoer.met_nummer(self.persoon),
                signalen=(signaal("P08"),) if buiten_brp and woont_hier else (),
                mutaties=(Mutatie(None, self.persoon),),
            )
        )
        soort, nummer = self.persoon.nummer
        self.boek.schrijf(
            "persoonsnummer", {"soort": soort, "nummer": nummer, "persoon_id": self.boek.persoon_id, **versie}
        )
        self._zet(versie)
        return versie

    def _op_nummer(self, brin: str, op: datetime) -> Rij:
        bericht = invoer.met_nummer(self.persoon)
        return self.boek.lever(Gebeurtenis(soort=Soort.IDENTIFICEREN_PERSOON, instelling=brin, op=op, invoer=bericht))

    def _opnieuw(self, brin: str) -> Rij:
        """Give the student an address in the Netherlands, so that there is a version of the person before this one."""
        oud, self.persoon = self.persoon, replace(self.persoon, adres=maak_adres(self.lot))
        gebeurtenis = Gebeurtenis(
            soort=Soort.OPNIEUW_IDENTIFICEREN_PERSOON,
            instelling=brin,
            op=self.na(self._nu.date()),
            invoer=invoer.ander_adres(self.persoon),
            mutaties=(Mutatie(oud, self.persoon),),
        )
        versie = self.boek.lever(gebeurtenis)
        self._zet(versie)
        return versie

    def _zet(self, versie: Rij) -> None:
        eigen = {"id": self.boek.persoon_id, "persoon_id": self.boek.persoon_id}
        self.boek.zet("persoon", {**persoon_rij(self.persoon), **eigen}, versie)

    def vergis(self, brin: str, op: date) -> None:
        """Let a school sign out from an enrolment that it does not have: rejected, and archived all the same."""
        bericht = {
            "persoon": invoer.sleutel(self.persoon),
            "inschrijvingvolgnummer": "0",
            "datumUitschrijvingWerkelijk": str(op),
            "redenUitschrijving": min(self.wereld.referentie.codelijsten["redenUitschrijving"]),
        }
        fout = signaal("I01", "inschrijvingvolgnummer", volgnummer="0")
        self.boek.lever(
            Gebeurtenis(
                soort=Soort.AANLEVEREN_UITSCHRIJVING, instelling=brin, op=self.na(op), invoer=bericht, signalen=(fout,)
            )
        )
