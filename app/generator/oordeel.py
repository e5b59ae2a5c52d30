"""What the register says of the enrolments made here: no other signals can arise (a replay proves it)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.codes import Leertraject
from domain.controles.periode import EINDE_VOLLEDIGE_LEERPLICHT
from domain.controles.perioden import dubbele_claim
from domain.signalen import geordend, signaal
from domain.tijd import studiejaar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from domain.inschrijving import Inschrijving
    from domain.persoon import Persoon
    from domain.signalen import Signaal


def over_inschrijving(nieuw: Inschrijving, persoon: Persoon, eerdere: Sequence[Inschrijving]) -> tuple[Signaal, ...]:
    """Return the signals on a whole enrolment, beside what is registered already."""
    gevonden = [*over_uitschrijving(nieuw), *_dubbele_claims(nieuw, eerdere), *_leerplicht(nieuw, persoon)]
    return geordend(gevonden) if gevonden else ()


def over_uitschrijving(nieuw: Inschrijving) -> Iterator[Signaal]:
    """Yield the signals on the actual end: without a reason (I19), later than planned (I23)."""
    einde = nieuw.datum_uitschrijving_werkelijk
    if einde is None:
        return
    if nieuw.reden_uitschrijving is None:
        yield signaal("I19", "reden_uitschrijving")
    if einde > nieuw.datum_uitschrijving_gepland:
        yield signaal("I23", "datum_uitschrijving_werkelijk")


def _dubbele_claims(nieuw: Inschrijving, eerdere: Sequence[Inschrijving]) -> Iterator[Signaal]:
    """Yield I15 for each period that another institution claims a day of."""
    andere = sorted(
        (een for een in eerdere if een.sleutel.instelling != nieuw.sleutel.instelling), key=lambda een: een.sleutel
    )
    if not andere:
        return
    claims = [
        (een.sleutel.instelling, vak)
        for een in andere
        for periode, vak in een.tijdvakken()
        if periode.indicatie_bekostigbaar
    ]
    for volgnummer, (periode, vak) in enumerate(nieuw.tijdvakken()):
        botsend = next((brin for brin, ander in claims if vak.overlapt(ander)), None)
        if periode.indicatie_bekostigbaar and botsend is not None:
            yield dubbele_claim(botsend, "perioden", volgnummer, "indicatie_bekostigbaar")


def _leerplicht(nieuw: Inschrijving, persoon: Persoon) -> Iterator[Signaal]:
    """Yield I28 for each BBL period that begins too early in life."""
    geboren = persoon.geboortedatum.vroegste()
    for volgnummer, periode in enumerate(nieuw.perioden):
        if (
            periode.leertraject is Leertraject.BBL
            and geboren is not None
            and studiejaar(periode.datum_begin) <= studiejaar(geboren) + EINDE_VOLLEDIGE_LEERPLICHT
        ):
            yield signaal("I28", "perioden", volgnummer, "leertraject")
