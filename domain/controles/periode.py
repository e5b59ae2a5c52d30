"""Controls on each period of an enrolment by itself; pads are within the period."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from domain.codes import Leertraject, Niveau, Opleidingsoort
from domain.controles.opleiding import opleiding_van
from domain.controles.vorm import AANBIEDER, LOCATIE, LOCATIECODE_VSV, heeft_vorm
from domain.signalen import signaal
from domain.tijd import Tijdvak, studiejaar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.feiten import Feiten
    from domain.leveringen.inhoud import Deelperiode, InschrijvingInhoud
    from domain.signalen import Signaal

GELDIG: Final = {
    Leertraject.BOL_DT: Tijdvak(date.min, date(2023, 7, 31)),
    Leertraject.ODT: Tijdvak(date(2019, 1, 1)),
}
NIET_BEKOSTIGBAAR: Final = {Leertraject.OVO, Leertraject.ODT}
LEERWEG: Final = {
    Leertraject.BOL: Leertraject.BOL,
    Leertraject.BOL_DT: Leertraject.BOL,
    Leertraject.BBL: Leertraject.BBL,
}
LOCATIE_VERPLICHT_VANAF: Final = date(2019, 8, 1)
LEERROUTEFASE_VANAF: Final = date(2020, 8, 1)
EINDE_VOLLEDIGE_LEERPLICHT: Final = 16


def domein_past(periode: Deelperiode, levering: InschrijvingInhoud, feiten: Feiten) -> Iterator[Signaal]:
    """A domein goes with BOL and not with level 1 (I05)."""
    if opleiding_van(periode, levering, feiten).soort is Opleidingsoort.DOMEIN:
        if periode.leertraject is not Leertraject.BOL:
            yield signaal("I05", "leertraject")
        if periode.niveau is Niveau.MBO_1:
            yield signaal("I05", "niveau")


def niveau_is_geleverd(periode: Deelperiode, levering: InschrijvingInhoud, feiten: Feiten) -> Iterator[Signaal]:
    """A dossier or domein comes with its level (I06)."""
    opleiding = opleiding_van(periode, levering, feiten)
    if opleiding.soort is not Opleidingsoort.KWALIFICATIE and periode.niveau is None:
        yield signaal("I06", "niveau")


def niveau_klopt(periode: Deelperiode, levering: InschrijvingInhoud, feiten: Feiten) -> Iterator[Signaal]:
    """The level delivered is that of the kwalificatie (I07)."""
    opleiding = opleiding_van(periode, levering, feiten)
    if opleiding.soort is Opleidingsoort.KWALIFICATIE and periode.niveau not in {None, opleiding.niveau}:
        yield signaal("I07", "niveau", geleverd=periode.niveau, register=opleiding.niveau)


def leertraject_is_geldig(periode: Deelperiode, _: InschrijvingInhoud, __: Feiten) -> Iterator[Signaal]:
    """The track exists when the period begins (I08)."""
    geldig = GELDIG.get(periode.leertraject)
    if geldig is not None and not geldig.bevat(periode.datum_begin):
        yield signaal("I08", "leertraject", leertraject=periode.leertraject, datum=periode.datum_begin)


def locatie_is_geleverd(periode: Deelperiode, _: InschrijvingInhoud, __: Feiten) -> Iterator[Signaal]:
    """A period from 1 August 2019 names its location (I13)."""
    if periode.onderwijslocatie is None and periode.datum_begin >= LOCATIE_VERPLICHT_VANAF:
        yield signaal("I13", "onderwijslocatie")


def codes_hebben_vorm(periode: Deelperiode, _: InschrijvingInhoud, __: Feiten) -> Iterator[Signaal]:
    """The codes of RIO and vsv are of their form (I14)."""
    yield from heeft_vorm(LOCATIECODE_VSV, periode.locatiecode_vsv, "locatiecode_vsv")
    yield from heeft_vorm(AANBIEDER, periode.onderwijsaanbieder, "onderwijsaanbieder")
    yield from heeft_vorm(LOCATIE, periode.onderwijslocatie, "onderwijslocatie")


def claim_is_mogelijk(periode: Deelperiode, _: InschrijvingInhoud, feiten: Feiten) -> Iterator[Signaal]:
    """Only a funded institution claims, and never for OVO or ODT (I16)."""
    if periode.indicatie_bekostigbaar and (periode.leertraject in NIET_BEKOSTIGBAAR or not feiten.is_bekostigd):
        yield signaal("I16", "indicatie_bekostigbaar")


def examen_alleen_bekostigd(periode: Deelperiode, _: InschrijvingInhoud, feiten: Feiten) -> Iterator[Signaal]:
    """An institution that is not funded has no EX (I21)."""
    if periode.leertraject is Leertraject.EX and not feiten.is_bekostigd:
        yield signaal("I21", "leertraject", veld="leertraject")


def leerroutefase_is_mogelijk(periode: Deelperiode, _: InschrijvingInhoud, __: Feiten) -> Iterator[Signaal]:
    """A phase comes with a leerroute, from 1 August 2020 (I24)."""
    if periode.leerroutefase is None:
        return
    if periode.leerroute is None or periode.datum_begin < LEERROUTEFASE_VANAF:
        yield signaal("I24", "leerroutefase")


def leerweg_is_vastgesteld(periode: Deelperiode, levering: InschrijvingInhoud, feiten: Feiten) -> Iterator[Signaal]:
    """The opleiding knows the leerweg of this track (I27)."""
    leerwegen = opleiding_van(periode, levering, feiten).leerwegen
    leerweg = LEERWEG.get(periode.leertraject)
    if leerwegen and leerweg is not None and leerweg not in leerwegen:
        yield signaal("I27", "leertraject", leertraject=periode.leertraject, code=periode.opleidingcode)


def leerplicht_is_geeindigd(periode: Deelperiode, _: InschrijvingInhoud, feiten: Feiten) -> Iterator[Signaal]:
    """BBL begins after the school year in which the student turned 16 (I28; leerplichtwet, simplified: own choice)."""
    geboren = feiten.persoon.geboortedatum.vroegste()
    if periode.leertraject is not Leertraject.BBL or geboren is None:
        return
    if studiejaar(periode.datum_begin) <= studiejaar(geboren) + EINDE_VOLLEDIGE_LEERPLICHT:
        yield signaal("I28", "leertraject")
