"""The work placements within an enrolment."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from app.generator.lot import Verdeling
from app.generator.wereld import PEIL
from domain.bpv import Bpv, BpvSleutel
from domain.codes import ErkenningStatus, Leertraject
from domain.signalen import signaal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from app.generator.lot import Lot
    from app.generator.wereld import Wereld
    from domain.inschrijving import Inschrijving
    from domain.leerbedrijf import Leerbedrijf
    from domain.signalen import Signaal

_AANTAL: Final = {
    Leertraject.BBL: Verdeling.van([(1, 75), (2, 25)]),
    Leertraject.BOL: Verdeling.van([(0, 35), (1, 42), (2, 18), (3, 5)]),
}
_GEEN: Final = Verdeling.van([(0, 1)])


def maak_bpvs(lot: Lot, wereld: Wereld, inschrijving: Inschrijving) -> Iterator[tuple[Bpv, tuple[Signaal, ...]]]:
    """Yield the placements as they stand now, each with what the register says of it."""
    for volgnummer in range(1, _AANTAL.get(inschrijving.perioden[0].leertraject, _GEEN).kies(lot) + 1):
        begin = _begin(lot, inschrijving)
        periode = inschrijving.periode_op(begin)
        if periode is None:
            raise AssertionError("an enrolment without periods")
        gepland = begin + timedelta(days=lot.tussen(60, 300))
        bedrijf = wereld.leerbedrijf_voor(lot, periode.opleidingcode)
        keuzedeel = _keuzedeel(lot, wereld, begin) if periode.leertraject is Leertraject.BOL and lot.kans(0.1) else None
        bpv = Bpv(
            sleutel=BpvSleutel(inschrijving.sleutel, str(volgnummer)),
            afsluitdatum=begin - timedelta(days=lot.tussen(-5, 25)),
            datum_begin=begin,
            datum_einde_gepland=gepland,
            datum_einde_werkelijk=_einde(lot, inschrijving, begin, gepland),
            omvang=lot.tussen(10, 80) * 20 if lot.kans(0.99) else None,
            leerbedrijf_id=bedrijf.leerbedrijf_id,
            opleidingcode=None if keuzedeel else periode.opleidingcode,
            keuzedeelcode=keuzedeel,
            versie=1,
        )
        yield bpv, tuple(_signalen(bpv, inschrijving, bedrijf, periode.opleidingcode))


def _begin(lot: Lot, inschrijving: Inschrijving) -> date:
    """Return a day within the enrolment, for some a little before it (B15)."""
    begin = inschrijving.datum_inschrijving
    if lot.kans(0.02):
        return begin - timedelta(days=lot.tussen(1, 14))
    einde = min(inschrijving.datum_uitschrijving_werkelijk or PEIL, inschrijving.datum_uitschrijving_gepland)
    return begin + timedelta(days=lot.tussen(0, max((einde - begin).days - 30, 0)))


def _einde(lot: Lot, inschrijving: Inschrijving, begin: date, gepland: date) -> date | None:
    """Return the actual end when it is past: about as planned, and not after that of the enrolment."""
    einde = gepland - timedelta(days=lot.tussen(0, 14))
    if inschrijving.datum_uitschrijving_werkelijk is not None:
        einde = min(einde, max(inschrijving.datum_uitschrijving_werkelijk, begin))
    return einde if einde < PEIL and lot.kans(0.97) else None


def _keuzedeel(lot: Lot, wereld: Wereld, begin: date) -> str | None:
    geldig = wereld.aanbod.keuzedelen_op(begin)
    return lot.een_van(geldig) if geldig else None


def _signalen(bpv: Bpv, inschrijving: Inschrijving, bedrijf: Leerbedrijf, opleiding: str) -> Iterator[Signaal]:
    """Yield what the controls say, in order of the catalogue."""
    if bedrijf.status_voor(opleiding, bpv.datum_begin) is not ErkenningStatus.ERKEND:
        yield signaal("B06", "leerbedrijf_id", id=bpv.leerbedrijf_id, datum=bpv.datum_begin, opleiding=opleiding)
    if bpv.datum_begin < inschrijving.datum_inschrijving:
        yield signaal("B15", "datum_begin")
    if bpv.omvang is None:
        yield signaal("B16", "omvang")
