"""Controls on the periods of an enrolment together: where they begin, and what other institutions claim."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from domain.signalen import signaal
from domain.tijd import Tijdvak

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from domain.feiten import Feiten
    from domain.leveringen.inhoud import InschrijvingInhoud
    from domain.signalen import Signaal

EEN_ANDERE = "een andere instelling"


def heeft_perioden(levering: InschrijvingInhoud, _: Feiten) -> Iterator[Signaal]:
    """There is at least one period (I12)."""
    if not levering.perioden:
        yield signaal("I12", "perioden")


def eerste_begint_bij_inschrijving(levering: InschrijvingInhoud, _: Feiten) -> Iterator[Signaal]:
    """The earliest period begins with the enrolment (I10)."""
    eerste = min(_genummerd(levering), default=None)
    if eerste is not None and eerste[0] != levering.datum_inschrijving:
        yield signaal("I10", "perioden", eerste[1], "datum_begin")


def beginnen_binnen_inschrijving(levering: InschrijvingInhoud, _: Feiten) -> Iterator[Signaal]:
    """Each later period begins within the enrolment, on a day of its own (I11); of the first I10 tells."""
    eerste, einde = levering.datum_inschrijving, levering.datum_uitschrijving_werkelijk
    tijdvak = Tijdvak(eerste, einde and max(einde, eerste))
    for (vorige, _plaats), (begin, volgnummer) in pairwise(sorted(_genummerd(levering))):
        if begin == vorige or not tijdvak.bevat(begin):
            yield signaal("I11", "perioden", volgnummer, "datum_begin", datum=begin)


def claim_is_enig(levering: InschrijvingInhoud, feiten: Feiten) -> Iterator[Signaal]:
    """No other institution claims funding on a day that this enrolment claims (I15)."""
    andere = [
        (sleutel.instelling, vak)
        for sleutel, inschrijving in sorted(feiten.dossier.inschrijvingen.items())
        if sleutel.instelling != feiten.instelling
        for periode, vak in inschrijving.tijdvakken()
        if periode.indicatie_bekostigbaar
    ]
    plaats = dict(_genummerd(levering))
    for periode, vak in levering.geleverd(feiten).tijdvakken():
        botsend = next((brin for brin, ander in andere if vak.overlapt(ander)), None)
        if periode.indicatie_bekostigbaar and botsend is not None:
            yield dubbele_claim(botsend, "perioden", plaats[periode.datum_begin], "indicatie_bekostigbaar")


def dubbele_claim(instelling: str, *pad: str | int) -> Signaal:
    """Return I15; the other institution is named to IPO only (besluit 0008, own choice)."""
    return signaal("I15", *pad, instelling=EEN_ANDERE).met_voor_ipo(instelling=instelling)


def _genummerd(levering: InschrijvingInhoud) -> list[tuple[date, int]]:
    return [(periode.datum_begin, volgnummer) for volgnummer, periode in enumerate(levering.perioden)]
