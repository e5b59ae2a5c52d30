"""The generic exam parts that students do, with the marks they get."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from app.generator.lot import Verdeling
from domain.cijfers import HOOGSTE, eindcijfer_van
from domain.codes import Examenvak
from domain.resultaat import GeneriekExamenonderdeel
from domain.slaagregels import slaagregel

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from app.generator.aanbod import Aanbod
    from app.generator.lot import Lot
    from domain.codes import Niveau
    from domain.referentie import Examenonderdeel

_TIENDEN: Final = tuple(Decimal(tienden).scaleb(-1) for tienden in range(10 * HOOGSTE + 1))
_VOLDOENDE: Final = Verdeling.van([(60, 12), (64, 20), (68, 26), (72, 20), (77, 12), (83, 7), (90, 3)])
_ONVOLDOENDE: Final = 50
_SPREIDING: Final = 4
"""Marks in tenths, each so much lower or higher: the mean of two is a 6 or more, or else just a 5."""
_VIJVEN: Final = Verdeling.van([(0, 89), (1, 10), (2, 1)])
"""How many subjects end in a 5: one passes, two do not (R08)."""


def maak_examenonderdelen(
    lot: Lot, aanbod: Aanbod, niveau: Niveau, begin: date, nummers: Iterator[str]
) -> Iterator[GeneriekExamenonderdeel]:
    """Yield a part for each subject of the rule of the cohort."""
    vijven = _VIJVEN.kies(lot)
    for plaats, eis in enumerate(slaagregel(niveau, begin).vakken.items()):
        if keuzen := aanbod.per_eis[eis]:
            yield maak_onderdeel(lot, lot.een_van(keuzen), next(nummers), onvoldoende=plaats < vijven)


def maak_onderdeel(
    lot: Lot, onderdeel: Examenonderdeel, volgnummer: str, *, onvoldoende: bool
) -> GeneriekExamenonderdeel:
    """Return a part with its marks, rekenen without a central exam; a few exempted, a few with an error in it (R09)."""
    if not onvoldoende and lot.kans(0.03):
        return GeneriekExamenonderdeel(resultaatvolgnummer=volgnummer, code=onderdeel.code, vrijstelling="MBO")
    midden = _ONVOLDOENDE if onvoldoende else _VOLDOENDE.kies(lot)
    instelling = _cijfer(lot, midden)
    centraal = None if onderdeel.vak is Examenvak.REKENEN else _cijfer(lot, midden)
    eindcijfer = eindcijfer_van(instelling, centraal)
    return GeneriekExamenonderdeel(
        resultaatvolgnummer=volgnummer,
        code=onderdeel.code,
        eindcijfer=min(eindcijfer + 1, HOOGSTE) if eindcijfer and lot.kans(0.004) else eindcijfer,
        vrijstelling="KZDL" if lot.kans(0.02) else None,
        cijfer_instellingsexamen=instelling,
        cijfer_centraal_examen=centraal,
    )


def _cijfer(lot: Lot, midden: int) -> Decimal:
    return _TIENDEN[midden + lot.tussen(-_SPREIDING, _SPREIDING)]
