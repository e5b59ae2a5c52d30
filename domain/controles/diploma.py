"""Controls on a diploma as a whole: its claim, the end of the enrolment, and the pass rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from domain.cijfers import eindcijfer_van
from domain.codes import Examensoort
from domain.controles.kwalificatie import kwalificatie_van
from domain.controles.onderdeel import cijfers_kloppen
from domain.feit import FeitOntbreekt
from domain.koppeling import inschrijving_van
from domain.signalen import signaal
from domain.slaagregels import VOLDOENDE, slaagregel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.codes import Examenvak
    from domain.feiten import Feiten
    from domain.leveringen.resultaatinhoud import DiplomaInhoud
    from domain.resultaat import GeneriekExamenonderdeel
    from domain.signalen import Signaal
    from domain.slaagregels import Slaagregel

GEEN_EINDE: Final = "(geen)"


def claim_is_mogelijk(levering: DiplomaInhoud, feiten: Feiten) -> Iterator[Signaal]:
    """Only a funded institution claims (I16)."""
    if levering.indicatie_bekostigbaar and not feiten.is_bekostigd:
        yield signaal("I16", "indicatie_bekostigbaar")


def inschrijving_eindigt_met_diploma(levering: DiplomaInhoud, feiten: Feiten) -> Iterator[Signaal]:
    """The enrolment ends on the day of the diploma (R12)."""
    einde = inschrijving_van(levering, feiten).datum_uitschrijving_werkelijk
    if einde != levering.datum_resultaat:
        yield signaal("R12", "datum_resultaat", einde=einde or GEEN_EINDE, datum=levering.datum_resultaat)


def slaagregel_is_gehaald(levering: DiplomaInhoud, feiten: Feiten) -> Iterator[Signaal]:
    """The generic exam parts are enough for the level, by the rule of the cohort (R08)."""
    niveau = kwalificatie_van(levering, feiten).niveau
    begin = inschrijving_van(levering, feiten).datum_inschrijving
    if niveau is None:
        raise FeitOntbreekt
    regel = slaagregel(niveau, begin)
    if not regel.is_gehaald(_beste_cijfers(levering, regel, feiten)):
        yield signaal("R08", "generieke_examenonderdelen", niveau=niveau)


def _beste_cijfers(levering: DiplomaInhoud, regel: Slaagregel, feiten: Feiten) -> dict[Examenvak, int]:
    """Return the best mark per subject; raises FeitOntbreekt where R13 or R14 speaks already."""
    beste: dict[Examenvak, int] = {}
    for geleverd in levering.generieke_examenonderdelen or ():
        onderdeel = feiten.referentie.examenonderdeel(geleverd.code, Examensoort.GEO)
        if onderdeel is None or not cijfers_kloppen(geleverd):
            raise FeitOntbreekt
        vak = onderdeel.vak
        if vak is not None and vak in regel.vakken and onderdeel.haalt(regel.vakken[vak]):
            beste[vak] = max(beste.get(vak, 0), _telt_als(geleverd))
    return beste


def _telt_als(deel: GeneriekExamenonderdeel) -> int:
    """Return the mark a part counts with; exempted without one it is sufficient (register.md 8)."""
    cijfer = deel.eindcijfer
    if cijfer is None:
        cijfer = eindcijfer_van(deel.cijfer_instellingsexamen, deel.cijfer_centraal_examen)
    if cijfer is None:
        cijfer = VOLDOENDE if deel.is_vrijgesteld else 0
    return cijfer
