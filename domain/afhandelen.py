"""afhandelenIdentificatie: IPO decides of an identification that is not unique."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from domain.aanvraag import Aanvraagontvangst
from domain.codes import AanvraagSoort
from domain.feit import aanwezig
from domain.leveringen.levering import Sleutel, leesbaar_kenmerk
from domain.leveringen.vorm import deel, getal, gevulde_tekst, patroon
from domain.signalen import geordend, signaal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.keuze import TeKiezen
    from domain.persoon import PersoonSleutel
    from domain.signalen import Signaal


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuzeaanvraag:
    """A decision as IPO sends it; persoon None: none of the candidates."""

    soort: ClassVar = AanvraagSoort.AFHANDELEN_IDENTIFICATIE

    kenmerk: str = patroon(leesbaar_kenmerk, verplicht=True)
    werk_id: int = getal(verplicht=True)
    persoon: Sleutel | None = deel(Sleutel)
    reden: str = gevulde_tekst(500, verplicht=True)
    instelling: str | None = None


Keuzeontvangst = Aanvraagontvangst[Keuzeaanvraag]


def beoordeel_keuze(ontvangst: Keuzeontvangst, te_kiezen: TeKiezen | None) -> tuple[Signaal, ...]:
    """Return all signals on a decision, before it is known what it leads to."""
    return geordend((*ontvangst.onleesbaar, *_te_beslissen(te_kiezen), *_kandidaat(ontvangst.aanvraag, te_kiezen)))


def _te_beslissen(te_kiezen: TeKiezen | None) -> Iterator[Signaal]:
    """Say L01 where there is no such work, or it was decided before."""
    if te_kiezen is None:
        yield signaal("L01", "werk_id", detail="geen identificatie die op een keuze wacht")
    elif te_kiezen.afgehandeld:
        yield signaal("L01", "werk_id", detail="deze identificatie is al afgehandeld")


def _kandidaat(aanvraag: Keuzeaanvraag, te_kiezen: TeKiezen | None) -> Iterator[Signaal]:
    """Say L01 of a person who is none of the candidates."""
    sleutel = aanvraag.persoon
    if sleutel is None or te_kiezen is None or te_kiezen.afgehandeld or not _leesbaar(sleutel):
        return
    if te_kiezen.gekozen(sleutel) is None:
        yield signaal("L01", "persoon", detail="geen van de kandidaten")


def _leesbaar(sleutel: PersoonSleutel) -> bool:
    return aanwezig(sleutel) and aanwezig(sleutel.nummer[1] if sleutel.nummer else sleutel.id)
