"""Controls on every delivery: who acts, for which institution, and on which version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.aanroeper import Rol
from domain.signalen import signaal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.feiten import Feiten
    from domain.leveringen.inhoud import BpvInhoud
    from domain.leveringen.levering import Levering, VersieLevering
    from domain.leveringen.resultaatinhoud import ResultaatLevering
    from domain.leveringen.verwijderen_bpv import VerwijderenBpv
    from domain.signalen import Signaal


def beheer_alleen_door_ipo(levering: Levering, feiten: Feiten) -> Iterator[Signaal]:
    """IPO acts with an institution and a reason, an institution without beheer (L05)."""
    if (feiten.rol is Rol.IPO) != (levering.beheer is not None):
        yield signaal("L05", "beheer")
    elif levering.beheer is not None and not levering.beheer.reden.strip():
        yield signaal("L05", "beheer", "reden")


def instelling_is_geldig(levering: Levering, feiten: Feiten) -> Iterator[Signaal]:
    """The institution exists on the day received (L03)."""
    if feiten.referentie.instelling(feiten.instelling, feiten.vandaag) is None:
        pad = ("beheer", "instelling") if levering.beheer else ()
        yield signaal("L03", *pad, instelling=feiten.instelling, datum=feiten.vandaag)


def versie_van_inschrijving_klopt(levering: VersieLevering, feiten: Feiten) -> Iterator[Signaal]:
    """The enrolment is still of the version that the change rests on (L04)."""
    yield from _versie_klopt(levering, feiten.inschrijving(levering).versie)


def versie_van_bpv_klopt(levering: BpvInhoud | VerwijderenBpv, feiten: Feiten) -> Iterator[Signaal]:
    """The BPV is still of the version that the change rests on (L04)."""
    yield from _versie_klopt(levering, feiten.bpv(levering, levering.bpvvolgnummer).versie)


def versie_van_resultaat_klopt(levering: ResultaatLevering, feiten: Feiten) -> Iterator[Signaal]:
    """The result is still of the version that the change rests on (L04)."""
    yield from _versie_klopt(levering, feiten.resultaat(levering).versie)


def _versie_klopt(levering: VersieLevering | ResultaatLevering, huidig: int) -> Iterator[Signaal]:
    if levering.verwachte_versie not in {None, huidig}:
        yield signaal("L04", "verwachte_versie", huidig=huidig, verwacht=levering.verwachte_versie)
