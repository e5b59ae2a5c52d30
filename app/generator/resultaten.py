"""What a student gains in an enrolment: a diploma at the end of most, and loose parts on the way."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from app.generator.cijfers import maak_examenonderdelen, maak_onderdeel
from app.generator.lot import Verdeling
from app.generator.wereld import PEIL
from domain.codes import Examensoort
from domain.resultaat import AmvbOnderdeel, Diploma, KeuzedeelResultaat, LosResultaat, ResultaatSleutel

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from app.generator.lot import Lot
    from app.generator.wereld import Wereld
    from domain.inschrijving import Inschrijving
    from domain.referentie import Opleiding
    from domain.resultaat import Onderdeel

_KEUZEDELEN: Final = Verdeling.van([(1, 35), (2, 45), (3, 20)])
_LOS: Final = Verdeling.van([(0, 73), (1, 17), (2, 8), (3, 2)])
"""With the parts of diplomas this makes 750,000 partial results a year for 150,000 diplomas (register.md 11)."""


def maak_diploma(lot: Lot, wereld: Wereld, een: Inschrijving, opleiding: Opleiding, einde: date) -> Diploma:
    """Return the diploma for what the student was last enrolled in, on the last day but for some (R12)."""
    laatste, volgnummer = een.perioden[-1], een.sleutel.inschrijvingvolgnummer
    nummers = (f"{volgnummer}D{plaats:02}" for plaats in range(100))
    datum = max(einde - timedelta(days=lot.tussen(1, 30)), laatste.datum_begin) if lot.kans(0.03) else einde
    if opleiding.niveau is None:
        raise AssertionError("a kwalificatie has a level")
    return Diploma(
        sleutel=ResultaatSleutel(een.sleutel.instelling, next(nummers)),
        datum_resultaat=datum,
        inschrijvingvolgnummer=volgnummer,
        onderwijsaanbieder=laatste.onderwijsaanbieder,
        opleidingcode=laatste.opleidingcode,
        indicatie_bekostigbaar=laatste.indicatie_bekostigbaar,
        generieke_examenonderdelen=tuple(
            maak_examenonderdelen(lot, wereld.aanbod, opleiding.niveau, een.datum_inschrijving, nummers)
        ),
        keuzedelen=tuple(
            KeuzedeelResultaat(resultaatvolgnummer=next(nummers), keuzedeelcode=code, behaald=lot.kans(0.95))
            for code in _keuzedelen(lot, wereld, datum)
        ),
        versie=1,
    )


def _keuzedelen(lot: Lot, wereld: Wereld, op: date) -> list[str]:
    geldig = wereld.aanbod.keuzedelen_op(op)
    return lot.sample(geldig, min(_KEUZEDELEN.kies(lot), len(geldig)))


def maak_losse(lot: Lot, wereld: Wereld, een: Inschrijving) -> Iterator[LosResultaat]:
    """Yield what is gained by itself, each on a day of the enrolment."""
    einde = een.datum_uitschrijving_werkelijk or PEIL
    for plaats in range(_LOS.kies(lot)):
        volgnummer = f"{een.sleutel.inschrijvingvolgnummer}L{plaats:02}"
        datum = een.datum_inschrijving + timedelta(days=lot.tussen(0, (einde - een.datum_inschrijving).days))
        onderdeel = _los_onderdeel(lot, wereld, volgnummer, datum)
        if onderdeel is not None:
            yield LosResultaat(
                sleutel=ResultaatSleutel(een.sleutel.instelling, volgnummer),
                datum_resultaat=datum,
                inschrijvingvolgnummer=een.sleutel.inschrijvingvolgnummer,
                onderwijsaanbieder=een.perioden[0].onderwijsaanbieder,
                onderdeel=onderdeel,
                versie=1,
            )


def _los_onderdeel(lot: Lot, wereld: Wereld, volgnummer: str, datum: date) -> Onderdeel | None:
    """Return a keuzedeel, mostly with a certificate, a generic exam part, or now and then an AMvB-onderdeel."""
    deel, keuzedelen = lot.random(), wereld.aanbod.keuzedelen_op(datum)
    if deel < 0.6 and keuzedelen:  # noqa: PLR2004 - own choice of shares
        code = lot.een_van(keuzedelen)
        return KeuzedeelResultaat(
            resultaatvolgnummer=volgnummer, keuzedeelcode=code, behaald=lot.kans(0.9), certificaat=lot.kans(0.7)
        )
    soort = Examensoort.AMO if deel > 0.98 else Examensoort.GEO  # noqa: PLR2004
    if not (mogelijk := wereld.aanbod.onderdelen[soort]):
        return None
    onderdeel = lot.een_van(mogelijk)
    if soort is Examensoort.AMO:
        return AmvbOnderdeel(resultaatvolgnummer=volgnummer, code=onderdeel.code, certificaat=True)
    return maak_onderdeel(lot, onderdeel, volgnummer, onvoldoende=lot.kans(0.2))
