"""Controls on the opleiding of an enrolment, on the day the student began with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.feit import FeitOntbreekt
from domain.signalen import signaal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from domain.feiten import Feiten
    from domain.leveringen.inhoud import Deelperiode, InschrijvingInhoud
    from domain.referentie import Opleiding
    from domain.signalen import Signaal


def opleiding_bestaat(levering: InschrijvingInhoud, feiten: Feiten) -> Iterator[Signaal]:
    """The opleidingcode is valid and open to new students when the student begins with it (I03)."""
    for volgnummer, code, begin in _begonnen(levering):
        if _bij_instroom(code, begin, feiten) is None:
            yield signaal("I03", "perioden", volgnummer, "opleidingcode", code=code, datum=begin)


def instelling_mag_verzorgen(levering: InschrijvingInhoud, feiten: Feiten) -> Iterator[Signaal]:
    """The institution has a licence when the student begins with the opleiding (I04)."""
    for volgnummer, code, begin in _begonnen(levering):
        bekend = _bij_instroom(code, begin, feiten) is not None
        if bekend and not feiten.referentie.mag_verzorgen(feiten.instelling, code, begin):
            yield signaal("I04", "perioden", volgnummer, "opleidingcode", code=code, datum=begin)


def opleiding_van(periode: Deelperiode, levering: InschrijvingInhoud, feiten: Feiten) -> Opleiding:
    """Return the opleiding of a period; raises FeitOntbreekt where I03 speaks already."""
    begin = next(begin for _, code, begin in _begonnen(levering) if code == periode.opleidingcode)
    gevonden = _bij_instroom(periode.opleidingcode, begin, feiten)
    if gevonden is None:
        raise FeitOntbreekt
    return gevonden


def _begonnen(levering: InschrijvingInhoud) -> Iterator[tuple[int, str, date]]:
    """Yield of each opleidingcode the first period, never the later ones: place, code and begin (register.md 3)."""
    gezien: set[str] = set()
    op_begin = sorted(enumerate(levering.perioden), key=lambda genummerd: genummerd[1].datum_begin)
    for volgnummer, periode in op_begin:
        code = str(periode.opleidingcode)
        if code not in gezien:
            gezien.add(code)
            yield volgnummer, code, periode.datum_begin


def _bij_instroom(code: str, begin: date, feiten: Feiten) -> Opleiding | None:
    opleiding = feiten.referentie.opleiding(code, begin)
    if opleiding is None or (opleiding.laatste_instroom is not None and begin > opleiding.laatste_instroom):
        return None
    return opleiding
