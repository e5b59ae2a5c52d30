"""Controls on each part of a diploma and on a loose part alike; pads are within the part."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from domain.cijfers import eindcijfer_van, is_mogelijk
from domain.codes import Examensoort
from domain.controles.kwalificatie import kwalificatie_van
from domain.feit import FeitOntbreekt, aanwezig
from domain.koppeling import inschrijving_van
from domain.leveringen.resultaatinhoud import DiplomaInhoud
from domain.resultaat import AmvbOnderdeel
from domain.signalen import Signaal, signaal

if TYPE_CHECKING:
    from domain.controles.controle import Controle
    from domain.feiten import Feiten
    from domain.leveringen.resultaatinhoud import ResultaatInhoud
    from domain.resultaat import GeneriekExamenonderdeel, KeuzedeelResultaat

Onderdeelcontrole = Callable[[Any, Any, "Feiten"], Iterator[Signaal]]
CIJFERS = ("eindcijfer", "cijfer_instellingsexamen", "cijfer_centraal_examen")


def per_onderdeel(soort: type, onderdeelcontrole: Onderdeelcontrole) -> Controle:
    """Make a control of every part of a kind out of a control of one."""

    def controle(levering: ResultaatInhoud, feiten: Feiten) -> Iterator[Signaal]:
        for pad, onderdeel in levering.onderdelen():
            try:
                if isinstance(onderdeel, soort):
                    yield from (gevonden.onder(*pad) for gevonden in onderdeelcontrole(onderdeel, levering, feiten))
            except FeitOntbreekt:
                continue

    controle.__name__ = onderdeelcontrole.__name__
    return controle


def examencode_bestaat(deel: GeneriekExamenonderdeel, _: ResultaatInhoud, feiten: Feiten) -> Iterator[Signaal]:
    """The code is that of a generic exam part (R13)."""
    if feiten.referentie.examenonderdeel(deel.code, Examensoort.GEO) is None:
        yield signaal("R13", "code", code=deel.code)


def amvb_code_bestaat(deel: AmvbOnderdeel, _: ResultaatInhoud, feiten: Feiten) -> Iterator[Signaal]:
    """The code is that of an AMvB-onderdeel (R13)."""
    if feiten.referentie.examenonderdeel(deel.code, Examensoort.AMO) is None:
        yield signaal("R13", "code", code=deel.code)


def cijfers_zijn_mogelijk(deel: GeneriekExamenonderdeel, _: ResultaatInhoud, __: Feiten) -> Iterator[Signaal]:
    """Each mark is from 1 to 10 (R14)."""
    for veld in CIJFERS:
        cijfer = getattr(deel, veld)
        if aanwezig(cijfer) and cijfer is not None and not is_mogelijk(cijfer):
            yield signaal("R14", veld, cijfer=cijfer)


def eindcijfer_klopt(deel: GeneriekExamenonderdeel, _: ResultaatInhoud, __: Feiten) -> Iterator[Signaal]:
    """The eindcijfer is the rounded mean of the marks there are (R09)."""
    if not cijfers_kloppen(deel):
        raise FeitOntbreekt
    berekend = eindcijfer_van(deel.cijfer_instellingsexamen, deel.cijfer_centraal_examen)
    if None not in {deel.eindcijfer, berekend} and deel.eindcijfer != berekend:
        yield signaal("R09", "eindcijfer", geleverd=deel.eindcijfer, berekend=berekend)


def cijfers_kloppen(deel: GeneriekExamenonderdeel) -> bool:
    """Tell whether every mark that is delivered can be one (R14)."""
    cijfers = (getattr(deel, veld) for veld in CIJFERS)
    return all(cijfer is None or is_mogelijk(cijfer) for cijfer in cijfers)


def keuzedeelcode_bestaat(deel: KeuzedeelResultaat, _: ResultaatInhoud, feiten: Feiten) -> Iterator[Signaal]:
    """The keuzedeel exists (R10)."""
    if not feiten.referentie.kent_keuzedeel(deel.keuzedeelcode):
        yield signaal("R10", "keuzedeelcode", code=deel.keuzedeelcode)


def keuzedeel_hoort_erbij(deel: KeuzedeelResultaat, levering: ResultaatInhoud, feiten: Feiten) -> Iterator[Signaal]:
    """The keuzedeel belongs to the kwalificatie on the day of the result (R11)."""
    if not feiten.referentie.kent_keuzedeel(deel.keuzedeelcode):
        return
    opleiding = _opleiding(levering, feiten)
    if not feiten.referentie.hoort_bij(deel.keuzedeelcode, opleiding, levering.datum_resultaat):
        yield signaal("R11", "keuzedeelcode", code=deel.keuzedeelcode, opleiding=opleiding)


def _opleiding(levering: ResultaatInhoud, feiten: Feiten) -> str:
    """Return the opleiding of the diploma (I03 and R03 silence R11), of a loose keuzedeel that of the enrolment."""
    if isinstance(levering, DiplomaInhoud):
        return kwalificatie_van(levering, feiten).opleidingcode
    periode = inschrijving_van(levering, feiten).periode_op(levering.datum_resultaat)
    if periode is None:
        raise FeitOntbreekt
    return periode.opleidingcode


def certificaat_past(
    deel: KeuzedeelResultaat | AmvbOnderdeel, levering: ResultaatInhoud, _: Feiten
) -> Iterator[Signaal]:
    """Under a diploma certificaat is empty, of a loose AMvB-onderdeel it is true (R19)."""
    onder_diploma = isinstance(levering, DiplomaInhoud)
    los_amvb = not onder_diploma and isinstance(deel, AmvbOnderdeel)
    if (onder_diploma and deel.certificaat is not None) or (los_amvb and not deel.certificaat):
        yield signaal("R19", "certificaat")
