"""Under which enrolment a result lies: the one the institution names, else the one the register chooses (R04, R18)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.feit import FeitOntbreekt
from domain.inschrijving import InschrijvingSleutel

if TYPE_CHECKING:
    from domain.feiten import Feiten
    from domain.inschrijving import Inschrijving
    from domain.leveringen.resultaatinhoud import ResultaatInhoud


def inschrijving_van(levering: ResultaatInhoud, feiten: Feiten) -> Inschrijving:
    """Return the enrolment it lies under; raises FeitOntbreekt when there is none on that day (R04)."""
    gevonden = genoemde_of_gekozen(levering, feiten)
    if gevonden is None:
        raise FeitOntbreekt
    return gevonden


def genoemde_of_gekozen(levering: ResultaatInhoud, feiten: Feiten) -> Inschrijving | None:
    """Return the enrolment that is named, if it is valid on the day of the result; without a name the one chosen."""
    if levering.inschrijvingvolgnummer is None:
        return gekozen_inschrijving(levering, feiten)
    sleutel = InschrijvingSleutel(feiten.instelling, str(levering.inschrijvingvolgnummer))
    genoemd = feiten.dossier.inschrijvingen.get(sleutel)
    return genoemd if genoemd is not None and genoemd.tijdvak.bevat(levering.datum_resultaat) else None


def gekozen_inschrijving(levering: ResultaatInhoud, feiten: Feiten) -> Inschrijving | None:
    """Return the institution's own enrolment valid on the day of the result, None when there is none.

    Of several the one it lies under already, then one for a related opleiding, then the last begun (own choice).
    """
    huidig = feiten.bestaand_resultaat(levering)

    def voorkeur(inschrijving: Inschrijving) -> tuple[object, ...]:
        zelfde = huidig is not None and huidig.inschrijving == inschrijving.sleutel
        verwant = levering.past_bij(inschrijving, feiten)
        return zelfde, verwant, inschrijving.datum_inschrijving, inschrijving.sleutel.inschrijvingvolgnummer

    geldig = (
        inschrijving
        for sleutel, inschrijving in feiten.dossier.inschrijvingen.items()
        if sleutel.instelling == feiten.instelling and inschrijving.tijdvak.bevat(levering.datum_resultaat)
    )
    return max(geldig, key=voorkeur, default=None)
