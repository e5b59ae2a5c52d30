"""Controls on periods of extra support within an enrolment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.signalen import signaal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from domain.feiten import Feiten
    from domain.inschrijving import ExtraOndersteuning
    from domain.leveringen.aanleveren_extra_ondersteuning import AanleverenExtraOndersteuning
    from domain.leveringen.inhoud import InschrijvingInhoud
    from domain.leveringen.verwijderen_extra_ondersteuning import VerwijderenExtraOndersteuning
    from domain.signalen import Signaal
    from domain.tijd import Tijdvak


def ondersteuning_past(levering: InschrijvingInhoud, feiten: Feiten) -> Iterator[Signaal]:
    """Each period of support lies within the enrolment and beside the others (I20)."""
    tijdvak = levering.geleverd(feiten).tijdvak
    yield from _past(levering.extra_ondersteuning or (), tijdvak, (), "extra_ondersteuning")


def toegevoegde_ondersteuning_past(levering: AanleverenExtraOndersteuning, feiten: Feiten) -> Iterator[Signaal]:
    """Each period added lies within the enrolment and beside those registered, unless it is one of them (I20)."""
    inschrijving = feiten.inschrijving(levering)
    yield from _past(levering.perioden, inschrijving.tijdvak, inschrijving.extra_ondersteuning, "perioden")


def _past(
    perioden: Sequence[ExtraOndersteuning], tijdvak: Tijdvak, bekend: Sequence[ExtraOndersteuning], veld: str
) -> Iterator[Signaal]:
    eerder = [periode.tijdvak for periode in bekend]
    for volgnummer, periode in enumerate(perioden):
        vak = periode.tijdvak
        if vak in eerder[: len(bekend)]:
            continue
        omgekeerd = vak.einde is not None and vak.einde < vak.begin
        if omgekeerd or not tijdvak.omvat(vak) or any(vak.overlapt(ander) for ander in eerder):
            yield signaal("I20", veld, volgnummer)
        eerder.append(vak)


def ondersteuning_bestaat(levering: VerwijderenExtraOndersteuning, feiten: Feiten) -> Iterator[Signaal]:
    """A period of support with this begin is registered (I26)."""
    beginnen = {periode.datum_begin for periode in feiten.inschrijving(levering).extra_ondersteuning}
    if levering.datum_begin not in beginnen:
        yield signaal("I26", "datum_begin", datum=levering.datum_begin)


def ondersteuning_alleen_bekostigd(levering: InschrijvingInhoud, feiten: Feiten) -> Iterator[Signaal]:
    """An institution that is not funded delivers no extra support (I21)."""
    if levering.extra_ondersteuning and not feiten.is_bekostigd:
        yield signaal("I21", "extra_ondersteuning", veld="extraOndersteuning")


def toevoegen_alleen_bekostigd(_: AanleverenExtraOndersteuning, feiten: Feiten) -> Iterator[Signaal]:
    """An institution that is not funded adds no extra support (I21)."""
    if not feiten.is_bekostigd:
        yield signaal("I21", "perioden", veld="perioden")
