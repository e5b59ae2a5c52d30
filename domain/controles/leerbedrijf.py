"""Controls on the leerbedrijf of a work placement, by what SBB answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.antwoord import Bronantwoord, Erkenningsantwoord, Erkenningsvraag
from domain.codes import ErkenningStatus
from domain.controles.bpv import periode_bij_begin
from domain.feit import FeitOntbreekt
from domain.leerbedrijf import is_leerbedrijf_id
from domain.signalen import signaal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.feiten import Feiten
    from domain.leveringen.inhoud import BpvInhoud
    from domain.leveringen.verwerken_erkenningsmutatie import VerwerkenErkenningsmutatie
    from domain.signalen import Signaal


def erkenningsvraag(levering: BpvInhoud) -> Erkenningsvraag:
    """Return the question to SBB: the leerbedrijf with all its recognitions, for HKS knows the opleiding only later."""
    return Erkenningsvraag(leerbedrijf_id=str(levering.leerbedrijf_id), opleidingcode=None, op=levering.datum_begin)


def leerbedrijf_is_bekend(levering: BpvInhoud, feiten: Feiten) -> Iterator[Signaal]:
    """The id is of its form, and known to SBB while the BPV still runs (B05)."""
    if not is_leerbedrijf_id(levering.leerbedrijf_id) or (_is_onbekend(levering, feiten) and _loopt(levering, feiten)):
        yield signaal("B05", "leerbedrijf_id", id=levering.leerbedrijf_id)


def leerbedrijf_is_erkend(levering: BpvInhoud, feiten: Feiten) -> Iterator[Signaal]:
    """The leerbedrijf is recognised for the opleiding when the BPV begins (B06)."""
    if _is_onbekend(levering, feiten) and _loopt(levering, feiten):
        raise FeitOntbreekt
    antwoord = _antwoord(levering, feiten)
    opleiding = _opleiding(levering, feiten)
    erkend = antwoord.leerbedrijf is not None and (
        antwoord.leerbedrijf.status_voor(opleiding, levering.datum_begin) is ErkenningStatus.ERKEND
    )
    if not erkend:
        parameters = {"id": levering.leerbedrijf_id, "datum": levering.datum_begin, "opleiding": opleiding}
        yield signaal("B06", "leerbedrijf_id", **parameters)


def _opleiding(levering: BpvInhoud, feiten: Feiten) -> str:
    """Return the opleiding to be recognised for, with a keuzedeel that of the period; I03 and B07 silence B06."""
    code = levering.opleidingcode
    if code is None and levering.keuzedeelcode is not None:
        return periode_bij_begin(levering, feiten).opleidingcode
    if code is None or feiten.referentie.opleiding_of_nieuwste(code, levering.datum_begin) is None:
        raise FeitOntbreekt
    return code


def sbb_is_bereikbaar(levering: BpvInhoud, feiten: Feiten) -> Iterator[Signaal]:
    """SBB answered; otherwise the recognition is checked later (B11)."""
    if not is_leerbedrijf_id(levering.leerbedrijf_id):
        raise FeitOntbreekt
    if feiten.bronnen.erkenning(erkenningsvraag(levering)) is Bronantwoord.ONBEREIKBAAR:
        yield signaal("B11", "leerbedrijf_id")


def gemuteerd_leerbedrijf_heeft_vorm(levering: VerwerkenErkenningsmutatie, _: Feiten) -> Iterator[Signaal]:
    """The id is of its form (B05); whom SBB delivers about it knows."""
    if not is_leerbedrijf_id(levering.leerbedrijf_id):
        yield signaal("B05", "leerbedrijf_id", id=levering.leerbedrijf_id)


def erkenning_eindigt_niet_voor_begin(levering: VerwerkenErkenningsmutatie, _: Feiten) -> Iterator[Signaal]:
    """The recognition does not end before it begins (B03)."""
    if levering.datum_einde is not None and levering.datum_einde < levering.datum_begin:
        yield signaal("B03", "datum_einde", einde=levering.datum_einde, begin=levering.datum_begin)


def _antwoord(levering: BpvInhoud, feiten: Feiten) -> Erkenningsantwoord:
    if not is_leerbedrijf_id(levering.leerbedrijf_id):
        raise FeitOntbreekt
    antwoord = feiten.bronnen.erkenning(erkenningsvraag(levering))
    if isinstance(antwoord, Bronantwoord):
        raise FeitOntbreekt
    return antwoord


def _is_onbekend(levering: BpvInhoud, feiten: Feiten) -> bool:
    return _antwoord(levering, feiten).leerbedrijf is None


def _loopt(levering: BpvInhoud, feiten: Feiten) -> bool:
    einde = levering.datum_einde_werkelijk
    return einde is None or einde >= feiten.vandaag
