"""What the register says of the results made here: no other signals can arise (a replay proves it)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.cijfers import eindcijfer_van
from domain.controles.diploma import GEEN_EINDE
from domain.resultaat import GeneriekExamenonderdeel
from domain.signalen import geordend, signaal
from domain.slaagregels import VOLDOENDE, slaagregel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.generator.verhaal import Verhaal
    from domain.codes import Niveau
    from domain.inschrijving import Inschrijving
    from domain.referentie import Referentie
    from domain.resultaat import Diploma, LosResultaat, Resultaat
    from domain.signalen import Signaal


def over_los_resultaat(nieuw: LosResultaat) -> tuple[Signaal, ...]:
    """Return the signals on a loose result."""
    gevonden = list(_ongenoemd(nieuw))
    if isinstance(nieuw.onderdeel, GeneriekExamenonderdeel):
        gevonden += _ander_eindcijfer(nieuw.onderdeel, "resultaat", "generiek_examenonderdeel")
    return geordend(gevonden) if gevonden else ()


def over_diploma(nieuw: Diploma, onder: Inschrijving, verhaal: Verhaal) -> tuple[Signaal, ...]:
    """Return the signals on a diploma, beside those that are registered already."""
    gevonden = list(_ongenoemd(nieuw))
    for plaats, deel in enumerate(nieuw.generieke_examenonderdelen):
        gevonden += _ander_eindcijfer(deel, "generieke_examenonderdelen", plaats)
    if onder.datum_uitschrijving_werkelijk != nieuw.datum_resultaat:
        einde = onder.datum_uitschrijving_werkelijk or GEEN_EINDE
        gevonden.append(signaal("R12", "datum_resultaat", einde=einde, datum=nieuw.datum_resultaat))
    niveau = verhaal.wereld.kwalificatie(nieuw.opleidingcode).niveau
    if niveau is not None:
        gevonden += _onvoldoende(nieuw, niveau, onder, verhaal.wereld.referentie)
        gevonden += _eerder_zo_hoog(nieuw, niveau, verhaal)
    return geordend(gevonden) if gevonden else ()


def _ongenoemd(nieuw: Resultaat) -> Iterator[Signaal]:
    """Yield R18 where the school named no enrolment."""
    if nieuw.gekozen_inschrijving is not None:
        yield signaal("R18", "inschrijvingvolgnummer", volgnummer=nieuw.gekozen_inschrijving)


def _ander_eindcijfer(deel: GeneriekExamenonderdeel, *pad: str | int) -> Iterator[Signaal]:
    """Yield R09 where the eindcijfer does not follow from the marks."""
    berekend = eindcijfer_van(deel.cijfer_instellingsexamen, deel.cijfer_centraal_examen)
    if deel.eindcijfer != berekend:
        yield signaal("R09", *pad, "eindcijfer", geleverd=deel.eindcijfer, berekend=berekend)


def _onvoldoende(nieuw: Diploma, niveau: Niveau, onder: Inschrijving, referentie: Referentie) -> Iterator[Signaal]:
    """Yield R08; there is one part a subject, and one without a mark is exempted."""
    cijfers = {
        vak: deel.eindcijfer or VOLDOENDE
        for deel in nieuw.generieke_examenonderdelen
        if (vak := referentie.examenonderdelen[deel.code].vak) is not None
    }
    if not slaagregel(niveau, onder.datum_inschrijving).is_gehaald(cijfers):
        yield signaal("R08", "generieke_examenonderdelen", niveau=niveau)


def _eerder_zo_hoog(nieuw: Diploma, niveau: Niveau, verhaal: Verhaal) -> Iterator[Signaal]:
    """Yield R16 where the student had a diploma of this level or a higher one by then, from whatever school."""
    niveaus = [opleiding.niveau for een, opleiding in verhaal.diplomas if een.datum_resultaat <= nieuw.datum_resultaat]
    if any(eerder is not None and eerder >= niveau for eerder in niveaus):
        yield signaal("R16", "opleidingcode")
