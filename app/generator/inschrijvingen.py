"""A stay at an institution as an enrolment with its periods and extra support."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from app.generator.lot import Verdeling
from app.generator.wereld import PEIL
from domain.codes import Leerroute, Leerroutefase, Leertraject
from domain.controles.periode import LEERROUTEFASE_VANAF, LOCATIE_VERPLICHT_VANAF, NIET_BEKOSTIGBAAR
from domain.inschrijving import ExtraOndersteuning, Inschrijving, InschrijvingSleutel, Inschrijvingsperiode

if TYPE_CHECKING:
    from app.generator.loopbaan import Verblijf
    from app.generator.lot import Lot
    from app.generator.wereld import School, Wereld

_LEERTRAJECT: Final = Verdeling.van(
    [(Leertraject.BOL, 72), (Leertraject.BBL, 25), (Leertraject.OVO, 1.5), (Leertraject.EX, 1.5)]
)
_AANTAL_PERIODEN: Final = Verdeling.van([(1, 60), (2, 27), (3, 10), (4, 3)])
_KORTST: Final = 60  # days; a shorter enrolment has one period
LOCATIES: Final = 12
GESLAAGD: Final = "08"
"""Reden uitschrijving: "geen uitval"; who left for it has a diploma."""


def maak_inschrijving(lot: Lot, wereld: Wereld, verblijf: Verblijf, volgnummer: int) -> Inschrijving:
    """Return the enrolment; every control of the register lets it pass, some with a signal."""
    gepland = _gepland(lot, verblijf)
    vooropleidingen = sorted(wereld.referentie.codelijsten["hoogsteVooropleiding"])
    vooropleiding = lot.een_van(vooropleidingen) if verblijf.school.bekostigd and lot.kans(0.9) else None
    return Inschrijving(
        sleutel=InschrijvingSleutel(verblijf.school.brin, f"{verblijf.begin:%Y}{volgnummer:03}"),
        datum_inschrijving=verblijf.begin,
        datum_uitschrijving_gepland=gepland,
        datum_uitschrijving_werkelijk=verblijf.einde,
        reden_uitschrijving=_reden(lot, wereld) if verblijf.einde and lot.kans(0.985) else None,
        hoogste_vooropleiding=vooropleiding,
        perioden=_perioden(lot, verblijf),
        extra_ondersteuning=_ondersteuning(lot, verblijf),
        versie=1,
    )


def _reden(lot: Lot, wereld: Wereld) -> str:
    """Return why it ended: for half of them with a diploma (150,000 a year, register.md 11)."""
    redenen = sorted(wereld.referentie.codelijsten["redenUitschrijving"])
    return GESLAAGD if GESLAAGD in redenen and lot.kans(0.45) else lot.een_van(redenen)


def _gepland(lot: Lot, verblijf: Verblijf) -> date:
    """Return the planned end: a 31 July, after the actual end but for some (I23)."""
    gepland = date(verblijf.begin.year + lot.tussen(1, 4), 7, 31)
    if verblijf.einde is None:
        return gepland
    if lot.kans(0.02):
        return max(verblijf.begin, verblijf.einde - timedelta(days=60))
    return max(gepland, verblijf.einde)


def _perioden(lot: Lot, verblijf: Verblijf) -> tuple[Inschrijvingsperiode, ...]:
    periode = _eerste_periode(lot, verblijf)
    perioden = [periode]
    lengte = ((verblijf.einde or PEIL) - verblijf.begin).days
    if lengte > _KORTST and periode.leertraject is not Leertraject.EX:
        dagen = sorted(lot.sample(range(20, lengte - 5), _AANTAL_PERIODEN.kies(lot) - 1))
        for dag in dagen:
            periode = _volgende_periode(lot, verblijf.school, periode, verblijf.begin + timedelta(days=dag))
            perioden.append(periode)
    return tuple(perioden)


def _eerste_periode(lot: Lot, verblijf: Verblijf) -> Inschrijvingsperiode:
    school, begin = verblijf.school, verblijf.begin
    leertraject = _LEERTRAJECT.kies(lot)
    if leertraject is Leertraject.EX and not school.bekostigd:
        leertraject = Leertraject.BOL
    doorlopend = begin >= LEERROUTEFASE_VANAF and lot.kans(0.01)
    periode = Inschrijvingsperiode(
        datum_begin=begin,
        opleidingcode=_opleiding(lot, school),
        leertraject=leertraject,
        indicatie_bekostigbaar=verblijf.claim and leertraject not in NIET_BEKOSTIGBAAR and lot.kans(0.98),
        leerroute=Leerroute.DLP if doorlopend else None,
        leerroutefase=Leerroutefase.MBO if doorlopend else None,
    )
    return _op_locatie(lot, school, periode)


def _volgende_periode(lot: Lot, school: School, vorige: Inschrijvingsperiode, begin: date) -> Inschrijvingsperiode:
    """Return what held from then on: elsewhere, another training or track, or just the same (seen in practice)."""
    periode = replace(vorige, datum_begin=begin)
    deel = lot.random()
    if deel < 0.3:  # noqa: PLR2004 - own choice of shares
        periode = replace(periode, opleidingcode=_opleiding(lot, school))
    elif deel < 0.4 and periode.leertraject is Leertraject.BOL:  # noqa: PLR2004
        periode = replace(periode, leertraject=Leertraject.BBL)
    return _op_locatie(lot, school, periode) if deel < 0.8 else periode  # noqa: PLR2004


def _op_locatie(lot: Lot, school: School, periode: Inschrijvingsperiode) -> Inschrijvingsperiode:
    volgnummer = lot.tussen(1, LOCATIES)
    return replace(
        periode,
        onderwijsaanbieder=school.aanbieder,
        onderwijslocatie=school.locatie(volgnummer),
        locatiecode_vsv=None if periode.datum_begin >= LOCATIE_VERPLICHT_VANAF else f"{school.brin}{volgnummer:02}",
    )


def _opleiding(lot: Lot, school: School) -> str:
    """Return the code of one that the school may teach, the first ones most often."""
    return school.opleidingen[int(len(school.opleidingen) * lot.random() ** 2)].opleidingcode


def _ondersteuning(lot: Lot, verblijf: Verblijf) -> tuple[ExtraOndersteuning, ...]:
    """Return at most one period of support; with an end, so that it always lies within the enrolment."""
    einde = verblijf.einde or PEIL
    if not verblijf.school.bekostigd or lot.kans(0.95) or (einde - verblijf.begin).days < _KORTST:
        return ()
    begin = verblijf.begin + timedelta(days=lot.tussen(0, 30))
    return (ExtraOndersteuning(datum_begin=begin, datum_einde=begin + timedelta(days=lot.tussen(5, 29))),)
