"""Controls on an enrolment as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.controles.vorm import VOLGNUMMER, heeft_vorm
from domain.signalen import signaal
from domain.tijd import leeftijd

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.feiten import Feiten
    from domain.leveringen.aanleveren_inschrijving import AanleverenInschrijving
    from domain.leveringen.aanleveren_uitschrijving import AanleverenUitschrijving
    from domain.leveringen.inhoud import InschrijvingInhoud
    from domain.leveringen.levering import InschrijvingLevering
    from domain.signalen import Signaal

JONGST, OUDST = 12, 100


def inschrijving_bestaat(levering: InschrijvingLevering, feiten: Feiten) -> Iterator[Signaal]:
    """The enrolment is registered (I01)."""
    if feiten.bestaande(levering) is None:
        yield signaal("I01", "inschrijvingvolgnummer", volgnummer=levering.inschrijvingvolgnummer)


def inschrijving_is_nieuw(levering: AanleverenInschrijving, feiten: Feiten) -> Iterator[Signaal]:
    """No enrolment with this key and other content is registered (I02)."""
    oud = feiten.bestaande(levering)
    if oud is not None and not levering.is_gelijk_aan(oud, feiten):
        yield signaal("I02", "inschrijvingvolgnummer", volgnummer=levering.inschrijvingvolgnummer)


def volgnummer_heeft_vorm(levering: InschrijvingInhoud, _: Feiten) -> Iterator[Signaal]:
    """The enrolment's number is AN1..20 (I14)."""
    yield from heeft_vorm(VOLGNUMMER, levering.inschrijvingvolgnummer, "inschrijvingvolgnummer")


def einde_niet_voor_begin(levering: InschrijvingInhoud, _: Feiten) -> Iterator[Signaal]:
    """The actual end is not before the begin (I09)."""
    einde, begin = levering.datum_uitschrijving_werkelijk, levering.datum_inschrijving
    if einde is not None and einde < begin:
        yield signaal("I09", "datum_uitschrijving_werkelijk", einde=einde, begin=begin)


def uitschrijving_niet_voor_begin(levering: AanleverenUitschrijving, feiten: Feiten) -> Iterator[Signaal]:
    """The actual end is not before the begin as registered (I09)."""
    einde, begin = levering.datum_uitschrijving_werkelijk, feiten.inschrijving(levering).datum_inschrijving
    if einde < begin:
        yield signaal("I09", "datum_uitschrijving_werkelijk", einde=einde, begin=begin)


def perioden_beginnen_voor_uitschrijving(levering: AanleverenUitschrijving, feiten: Feiten) -> Iterator[Signaal]:
    """No period as registered begins after the actual end (I11)."""
    inschrijving = feiten.inschrijving(levering)
    for periode in inschrijving.perioden:
        if periode.datum_begin > max(levering.datum_uitschrijving_werkelijk, inschrijving.datum_inschrijving):
            yield signaal("I11", "datum_uitschrijving_werkelijk", datum=periode.datum_begin)


def reden_bestaat(levering: InschrijvingInhoud | AanleverenUitschrijving, feiten: Feiten) -> Iterator[Signaal]:
    """The reason is in the list (I17)."""
    reden = levering.reden_uitschrijving
    if reden is not None and not feiten.referentie.kent("redenUitschrijving", reden):
        yield signaal("I17", "reden_uitschrijving", code=reden)


def reden_is_geleverd(levering: InschrijvingInhoud | AanleverenUitschrijving, _: Feiten) -> Iterator[Signaal]:
    """An actual end comes with its reason (I19)."""
    if levering.datum_uitschrijving_werkelijk is not None and levering.reden_uitschrijving is None:
        yield signaal("I19", "reden_uitschrijving")


def einde_niet_na_planning(levering: InschrijvingInhoud, _: Feiten) -> Iterator[Signaal]:
    """The actual end is not after the planned one (I23)."""
    werkelijk = levering.datum_uitschrijving_werkelijk
    if werkelijk is not None and werkelijk > levering.datum_uitschrijving_gepland:
        yield signaal("I23", "datum_uitschrijving_werkelijk")


def uitschrijving_niet_na_planning(levering: AanleverenUitschrijving, feiten: Feiten) -> Iterator[Signaal]:
    """The actual end is not after the planned one as registered (I23)."""
    if levering.datum_uitschrijving_werkelijk > feiten.inschrijving(levering).datum_uitschrijving_gepland:
        yield signaal("I23", "datum_uitschrijving_werkelijk")


def inschrijving_is_leeg(levering: InschrijvingLevering, feiten: Feiten) -> Iterator[Signaal]:
    """No BPV or result lies under the enrolment that is deleted (I18)."""
    dossier, sleutel = feiten.dossier, feiten.inschrijving(levering).sleutel
    aantal = len([*dossier.bpvs_onder(sleutel), *dossier.resultaten_onder(sleutel)])
    if aantal:
        yield signaal("I18", "inschrijvingvolgnummer", aantal=aantal)


def leeftijd_is_waarschijnlijk(levering: InschrijvingInhoud, feiten: Feiten) -> Iterator[Signaal]:
    """The student is from 12 to 100 years old at enrolment (I22)."""
    jaren = leeftijd(feiten.persoon.geboortedatum, levering.datum_inschrijving)
    if jaren is not None and not JONGST <= jaren <= OUDST:
        yield signaal("I22", "datum_inschrijving", leeftijd=jaren)


def vooropleiding_bestaat(levering: InschrijvingInhoud, feiten: Feiten) -> Iterator[Signaal]:
    """The highest prior education is in the list (I25)."""
    code = levering.hoogste_vooropleiding
    if code is not None and not feiten.referentie.kent("hoogsteVooropleiding", code):
        yield signaal("I25", "hoogste_vooropleiding", code=code)


def vooropleiding_alleen_bekostigd(levering: InschrijvingInhoud, feiten: Feiten) -> Iterator[Signaal]:
    """An institution that is not funded delivers no prior education (I21)."""
    if levering.hoogste_vooropleiding is not None and not feiten.is_bekostigd:
        yield signaal("I21", "hoogste_vooropleiding", veld="hoogsteVooropleiding")
