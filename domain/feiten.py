"""The facts a control judges by. Asking for one that is not there raises FeitOntbreekt: the control falls silent."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from domain.aanroeper import Rol
from domain.bpv import BpvSleutel
from domain.feit import FeitOntbreekt
from domain.inschrijving import InschrijvingSleutel
from domain.resultaat import ResultaatSleutel
from domain.uitgifte import Uitgifte

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from domain.bpv import Bpv
    from domain.bronnen import Antwoorden
    from domain.dossier import Dossier
    from domain.inschrijving import Inschrijving
    from domain.keuze import Keuze
    from domain.leerbedrijf import Leerbedrijf
    from domain.leveringen.levering import InschrijvingLevering
    from domain.leveringen.resultaatinhoud import ResultaatLevering
    from domain.persoon import Persoon
    from domain.referentie import Referentie
    from domain.resultaat import Resultaat


def _niemand(_: str) -> None:
    return None


def _niemand_op_naam(_: str) -> tuple[()]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Feiten:
    """Who delivers in whose name, the person's dossier, reference data, the answers of the sources, and today.

    gevonden is the dossier the delivery points at, whoever identified it; None when the register has none. op_nummer
    gives the dossier of a number, op_naam those under a name key, nieuw is an empty one for a person that is not
    registered yet. toen is the person when a delivery that waited came in, where that changed since. leerbedrijf is the
    one a recognition is about, as far as it is known. What other institutions registered reaches a signal only through
    I15 and, without a name, R16 (register.md 1).
    """

    rol: Rol
    instelling_of_leeg: str | None
    gevonden: Dossier | None
    nieuw: Dossier | None = None
    leerbedrijf: Leerbedrijf | None = None
    op_nummer: Callable[[str], Dossier | None] = _niemand
    op_naam: Callable[[str], Iterable[Dossier]] = _niemand_op_naam
    uitgifte: Uitgifte = field(default_factory=Uitgifte)
    referentie: Referentie
    bronnen: Antwoorden
    vandaag: date
    keuze: Keuze | None = None
    toen: Persoon | None = None

    @property
    def instelling(self) -> str:
        """Return the BRIN in whose name is delivered."""
        if self.instelling_of_leeg is None:
            raise FeitOntbreekt
        return self.instelling_of_leeg

    @property
    def is_bekostigd(self) -> bool:
        """Tell whether that institution is funded; raises FeitOntbreekt when it is unknown (L03)."""
        gevonden = self.referentie.instelling(self.instelling, self.vandaag)
        if gevonden is None:
            raise FeitOntbreekt
        return gevonden.bekostigd

    @property
    def dossier(self) -> Dossier:
        """Return the dossier of a person that this institution has identified; raises FeitOntbreekt otherwise (P07).

        A source register identifies nobody: it delivers about whoever the number stands for (besluit 0040).
        """
        if self.rol is Rol.KETEN:
            return self._van_wie_ook
        if self.gevonden is None or self.instelling not in self.gevonden.geidentificeerd_door:
            raise FeitOntbreekt
        return self.gevonden

    @property
    def _van_wie_ook(self) -> Dossier:
        dossier = self.gevonden or self.nieuw
        if dossier is None:
            raise FeitOntbreekt
        return dossier

    @property
    def persoon(self) -> Persoon:
        """Return the personal data in that dossier."""
        if self.dossier.persoon is None:
            raise FeitOntbreekt
        return self.dossier.persoon

    def inschrijvingsleutel(self, levering: InschrijvingLevering) -> InschrijvingSleutel:
        """Return the key of the enrolment that the delivery is about."""
        return InschrijvingSleutel(self.instelling, str(levering.inschrijvingvolgnummer))

    def bestaande(self, levering: InschrijvingLevering) -> Inschrijving | None:
        """Return that enrolment as registered, or None."""
        return self.dossier.inschrijvingen.get(self.inschrijvingsleutel(levering))

    def inschrijving(self, levering: InschrijvingLevering) -> Inschrijving:
        """Return that enrolment as registered; raises FeitOntbreekt when it is not (I01)."""
        gevonden = self.bestaande(levering)
        if gevonden is None:
            raise FeitOntbreekt
        return gevonden

    def bpvsleutel(self, levering: InschrijvingLevering, bpvvolgnummer: str) -> BpvSleutel:
        """Return the key of a BPV under that enrolment."""
        return BpvSleutel(self.inschrijvingsleutel(levering), str(bpvvolgnummer))

    def bestaande_bpv(self, levering: InschrijvingLevering, bpvvolgnummer: str) -> Bpv | None:
        """Return that BPV as registered, or None; raises FeitOntbreekt when its enrolment is not there (I01)."""
        self.inschrijving(levering)
        return self.dossier.bpvs.get(self.bpvsleutel(levering, bpvvolgnummer))

    def bpv(self, levering: InschrijvingLevering, bpvvolgnummer: str) -> Bpv:
        """Return that BPV as registered; raises FeitOntbreekt when it is not (B01)."""
        gevonden = self.bestaande_bpv(levering, bpvvolgnummer)
        if gevonden is None:
            raise FeitOntbreekt
        return gevonden

    def resultaatsleutel(self, levering: ResultaatLevering) -> ResultaatSleutel:
        """Return the key of the result that the delivery is about."""
        return ResultaatSleutel(self.instelling, str(levering.volgnummer))

    def bestaand_resultaat(self, levering: ResultaatLevering) -> Resultaat | None:
        """Return the result by itself that is registered under that key, of whatever kind, or None."""
        return self.dossier.resultaten.get(self.resultaatsleutel(levering))

    def resultaat(self, levering: ResultaatLevering) -> Resultaat:
        """Return the result that the delivery is about; raises FeitOntbreekt when there is none of its kind (R01)."""
        gevonden = self.bestaand_resultaat(levering)
        if gevonden is None or not levering.is_soortgenoot(gevonden):
            raise FeitOntbreekt
        return gevonden

    @property
    def namens_ipo(self) -> bool:
        """Tell whether IPO delivers."""
        return self.rol is Rol.IPO
