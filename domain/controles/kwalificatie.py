"""Controls on what a diploma is for: a kwalificatie, that of the enrolment, with the right to give it, and once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.codes import Opleidingsoort
from domain.feit import FeitOntbreekt
from domain.koppeling import inschrijving_van
from domain.resultaat import Diploma
from domain.signalen import signaal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.feiten import Feiten
    from domain.leveringen.resultaatinhoud import DiplomaInhoud
    from domain.referentie import Opleiding
    from domain.signalen import Signaal


def opleiding_is_bekend(levering: DiplomaInhoud, feiten: Feiten) -> Iterator[Signaal]:
    """The opleidingcode is known, whether valid or not (I03): the enrolment was judged on its validity."""
    if feiten.referentie.opleiding_of_nieuwste(levering.opleidingcode, levering.datum_resultaat) is None:
        yield signaal("I03", "opleidingcode", code=levering.opleidingcode, datum=levering.datum_resultaat)


def opleiding_is_kwalificatie(levering: DiplomaInhoud, feiten: Feiten) -> Iterator[Signaal]:
    """The opleiding is a kwalificatie: a dossier or domein has no diploma (R03)."""
    opleiding = feiten.referentie.opleiding_of_nieuwste(levering.opleidingcode, levering.datum_resultaat)
    if opleiding is not None and opleiding.soort is not Opleidingsoort.KWALIFICATIE:
        yield signaal("R03", "opleidingcode", code=levering.opleidingcode)


def instelling_mag_examineren(levering: DiplomaInhoud, feiten: Feiten) -> Iterator[Signaal]:
    """The institution has an exam licence or, not funded, diploma recognition on the day of the diploma (R07)."""
    code = kwalificatie_van(levering, feiten).opleidingcode
    if not feiten.referentie.mag_verzorgen(feiten.instelling, code, levering.datum_resultaat):
        yield signaal("R07", "opleidingcode", code=code, datum=levering.datum_resultaat)


def opleiding_is_die_van_inschrijving(levering: DiplomaInhoud, feiten: Feiten) -> Iterator[Signaal]:
    """The kwalificatie is that of the enrolment on the day, or lies within its dossier or domein (R15)."""
    code = kwalificatie_van(levering, feiten).opleidingcode
    inschrijving = inschrijving_van(levering, feiten)
    if not levering.past_bij(inschrijving, feiten):
        volgnummer = inschrijving.sleutel.inschrijvingvolgnummer
        yield signaal("R15", "opleidingcode", code=code, volgnummer=volgnummer, datum=levering.datum_resultaat)


def diploma_is_het_eerste(levering: DiplomaInhoud, feiten: Feiten) -> Iterator[Signaal]:
    """This institution registered no other diploma for the opleiding (R06)."""
    eigen = (een for een in _andere(levering, feiten) if een.sleutel.instelling == feiten.instelling)
    if any(een.opleidingcode == levering.opleidingcode for een in eigen):
        yield signaal("R06", "opleidingcode", code=levering.opleidingcode)


def diploma_is_het_hoogste(levering: DiplomaInhoud, feiten: Feiten) -> Iterator[Signaal]:
    """The student had no diploma of this level or a higher one by then, of any institution (R16); none is named."""
    niveau = kwalificatie_van(levering, feiten).niveau
    eerder = (een for een in _andere(levering, feiten) if een.datum_resultaat <= levering.datum_resultaat)
    gehaald = [feiten.referentie.opleiding_of_nieuwste(een.opleidingcode, een.datum_resultaat) for een in eerder]
    niveaus = [opleiding.niveau for opleiding in gehaald if opleiding is not None and opleiding.niveau is not None]
    if niveau is not None and niveaus and max(niveaus) >= niveau:
        yield signaal("R16", "opleidingcode")


def kwalificatie_van(levering: DiplomaInhoud, feiten: Feiten) -> Opleiding:
    """Return the kwalificatie of a diploma; raises FeitOntbreekt where I03 or R03 speaks already."""
    gevonden = feiten.referentie.opleiding_of_nieuwste(levering.opleidingcode, levering.datum_resultaat)
    if gevonden is None or gevonden.soort is not Opleidingsoort.KWALIFICATIE:
        raise FeitOntbreekt
    return gevonden


def _andere(levering: DiplomaInhoud, feiten: Feiten) -> Iterator[Diploma]:
    """Yield the diplomas of the student but this one."""
    for sleutel, resultaat in feiten.dossier.resultaten.items():
        if isinstance(resultaat, Diploma) and sleutel != feiten.resultaatsleutel(levering):
            yield resultaat
