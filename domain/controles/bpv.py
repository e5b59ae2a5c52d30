"""Controls on a work placement by itself and within its enrolment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from domain.controles.vorm import VOLGNUMMER, heeft_vorm
from domain.feit import FeitOntbreekt
from domain.signalen import signaal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.feiten import Feiten
    from domain.inschrijving import Inschrijvingsperiode
    from domain.leveringen.aanleveren_bpv import AanleverenBpv
    from domain.leveringen.inhoud import BpvInhoud
    from domain.leveringen.verwijderen_bpv import VerwijderenBpv
    from domain.signalen import Signaal

OMVANG_MAXIMUM: Final = 9999


def bpv_bestaat(levering: BpvInhoud | VerwijderenBpv, feiten: Feiten) -> Iterator[Signaal]:
    """The BPV is registered (B01)."""
    if feiten.bestaande_bpv(levering, levering.bpvvolgnummer) is None:
        yield signaal("B01", "bpvvolgnummer", volgnummer=levering.bpvvolgnummer)


def bpv_is_nieuw(levering: AanleverenBpv, feiten: Feiten) -> Iterator[Signaal]:
    """No BPV with this key and other content is registered (B02)."""
    oud = feiten.bestaande_bpv(levering, levering.bpvvolgnummer)
    if oud is not None and not levering.is_gelijk_aan(oud, feiten):
        yield signaal("B02", "bpvvolgnummer", volgnummer=levering.bpvvolgnummer)


def bpvvolgnummer_heeft_vorm(levering: BpvInhoud, _: Feiten) -> Iterator[Signaal]:
    """The BPV's number is AN1..20 (I14)."""
    yield from heeft_vorm(VOLGNUMMER, levering.bpvvolgnummer, "bpvvolgnummer")


def gepland_einde_niet_voor_begin(levering: BpvInhoud, _: Feiten) -> Iterator[Signaal]:
    """The planned end is not before the begin (B03)."""
    yield from _niet_voor_begin(levering, "datum_einde_gepland")


def werkelijk_einde_niet_voor_begin(levering: BpvInhoud, _: Feiten) -> Iterator[Signaal]:
    """The actual end is not before the begin (B03)."""
    yield from _niet_voor_begin(levering, "datum_einde_werkelijk")


def _niet_voor_begin(levering: BpvInhoud, veld: str) -> Iterator[Signaal]:
    einde = getattr(levering, veld)
    if einde is not None and einde < levering.datum_begin:
        yield signaal("B03", veld, einde=einde, begin=levering.datum_begin)


def begint_niet_na_inschrijving(levering: BpvInhoud, feiten: Feiten) -> Iterator[Signaal]:
    """The BPV does not begin after the actual end of the enrolment (B04)."""
    einde = feiten.inschrijving(levering).datum_uitschrijving_werkelijk
    if einde is not None and levering.datum_begin > einde:
        yield signaal("B04", "datum_begin")


def begint_niet_voor_inschrijving(levering: BpvInhoud, feiten: Feiten) -> Iterator[Signaal]:
    """The BPV does not begin before the enrolment (B15, own choice: accepted)."""
    if levering.datum_begin < feiten.inschrijving(levering).datum_inschrijving:
        yield signaal("B15", "datum_begin")


def heeft_grondslag(levering: BpvInhoud, _: Feiten) -> Iterator[Signaal]:
    """The BPV rests on an opleiding or a keuzedeel (B07), on one of them (B14)."""
    geleverd = [code is not None for code in (levering.opleidingcode, levering.keuzedeelcode)]
    if not any(geleverd):
        yield signaal("B07")
    elif all(geleverd):
        yield signaal("B14")


def keuzedeel_bestaat(levering: BpvInhoud, feiten: Feiten) -> Iterator[Signaal]:
    """The keuzedeel exists when the BPV begins (B08)."""
    if levering.keuzedeelcode is not None and not _keuzedeel_bekend(levering, feiten):
        yield signaal("B08", "keuzedeelcode", code=levering.keuzedeelcode, datum=levering.datum_begin)


def keuzedeel_hoort_bij_opleiding(levering: BpvInhoud, feiten: Feiten) -> Iterator[Signaal]:
    """The keuzedeel belongs to the opleiding of the period (B13)."""
    if levering.keuzedeelcode is None or not _keuzedeel_bekend(levering, feiten):
        return
    opleiding = periode_bij_begin(levering, feiten).opleidingcode
    if not feiten.referentie.hoort_bij(levering.keuzedeelcode, opleiding, levering.datum_begin):
        yield signaal("B13", "keuzedeelcode", code=levering.keuzedeelcode, opleiding=opleiding)


def _keuzedeel_bekend(levering: BpvInhoud, feiten: Feiten) -> bool:
    return feiten.referentie.keuzedeel(str(levering.keuzedeelcode), levering.datum_begin) is not None


def opleiding_van_bpv_bestaat(levering: BpvInhoud, feiten: Feiten) -> Iterator[Signaal]:
    """The opleidingcode is known, whether valid or not (I03): the enrolment was judged on its validity."""
    code = levering.opleidingcode
    if code is not None and feiten.referentie.opleiding_of_nieuwste(code, levering.datum_begin) is None:
        yield signaal("I03", "opleidingcode", code=code, datum=levering.datum_begin)


def opleiding_is_die_van_periode(levering: BpvInhoud, feiten: Feiten) -> Iterator[Signaal]:
    """The opleiding is that of the period, or lies within its dossier or domein, or the reverse (B09)."""
    code = levering.opleidingcode
    if code is None:
        return
    eigen = feiten.referentie.opleiding_of_nieuwste(code, levering.datum_begin)
    van_periode = periode_bij_begin(levering, feiten).opleidingcode
    ander = feiten.referentie.opleiding_of_nieuwste(van_periode, levering.datum_begin)
    if eigen is None:
        raise FeitOntbreekt
    if code != van_periode and (ander is None or not eigen.verwant_aan(ander)):
        yield signaal("B09", "opleidingcode", code=code)


def omvang_is_mogelijk(levering: BpvInhoud, _: Feiten) -> Iterator[Signaal]:
    """The hours are delivered (B16) and from 1 to 9999 (B10)."""
    if levering.omvang is None:
        yield signaal("B16", "omvang")
    elif not 1 <= levering.omvang <= OMVANG_MAXIMUM:
        yield signaal("B10", "omvang", omvang=levering.omvang)


def periode_bij_begin(levering: BpvInhoud, feiten: Feiten) -> Inschrijvingsperiode:
    """Return the period valid when the BPV begins, the first when it begins earlier (register.md 3)."""
    periode = feiten.inschrijving(levering).periode_op(levering.datum_begin)
    if periode is None:
        raise FeitOntbreekt
    return periode
