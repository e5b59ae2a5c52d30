"""Controls on every result by itself, diploma or loose: its number, its day and its enrolment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.controles.vorm import AANBIEDER, VOLGNUMMER, heeft_vorm
from domain.feit import aanwezig
from domain.koppeling import genoemde_of_gekozen
from domain.resultaat import ResultaatSleutel
from domain.signalen import signaal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.feiten import Feiten
    from domain.leveringen.aanleveren_diploma import AanleverenDiploma
    from domain.leveringen.aanleveren_resultaat import AanleverenResultaat
    from domain.leveringen.resultaatinhoud import ResultaatInhoud, ResultaatLevering
    from domain.signalen import Signaal

Pad = tuple[str | int, ...]


def resultaat_bestaat(levering: ResultaatLevering, feiten: Feiten) -> Iterator[Signaal]:
    """A result of this kind is registered by itself, not as a part of a diploma (R01)."""
    gevonden = feiten.bestaand_resultaat(levering)
    if gevonden is None or not levering.is_soortgenoot(gevonden):
        yield signaal("R01", *levering.volgnummerpad, volgnummer=levering.volgnummer)


def resultaat_is_nieuw(levering: AanleverenDiploma | AanleverenResultaat, feiten: Feiten) -> Iterator[Signaal]:
    """The number is free, or borne by a result with the same content (R02)."""
    drager = feiten.dossier.drager(feiten.resultaatsleutel(levering))
    if drager is not None and not (
        drager.sleutel == feiten.resultaatsleutel(levering) and levering.staat_er_al(feiten)
    ):
        yield signaal("R02", *levering.volgnummerpad, volgnummer=levering.volgnummer)


def nummers_van_onderdelen_zijn_vrij(levering: ResultaatInhoud, feiten: Feiten) -> Iterator[Signaal]:
    """No other result, nor a part of one, bears the number of a part (R02): the numbers are one set (own choice)."""
    eigen = feiten.resultaatsleutel(levering)
    for pad, nummer in _nummers(levering):
        sleutel = ResultaatSleutel(feiten.instelling, nummer)
        drager = feiten.dossier.drager(sleutel)
        if sleutel != eigen and drager is not None and drager.sleutel != eigen:
            yield signaal("R02", *pad, volgnummer=nummer)


def nummers_zijn_enig(levering: ResultaatInhoud, _: Feiten) -> Iterator[Signaal]:
    """Each number occurs once in the delivery (R17); the later ones are told."""
    gezien: set[str] = set()
    for pad, nummer in _nummers(levering):
        if nummer in gezien:
            yield signaal("R17", *pad, volgnummer=nummer)
        gezien.add(nummer)


def nummers_hebben_vorm(levering: ResultaatInhoud, _: Feiten) -> Iterator[Signaal]:
    """Each number is AN1..20 (I14)."""
    for pad, nummer in _nummers(levering):
        yield from heeft_vorm(VOLGNUMMER, nummer, *pad)


def aanbieder_heeft_vorm(levering: ResultaatInhoud, _: Feiten) -> Iterator[Signaal]:
    """The onderwijsaanbieder is a code of RIO (I14)."""
    yield from heeft_vorm(AANBIEDER, levering.onderwijsaanbieder, "onderwijsaanbieder")


def inschrijving_is_geldig(levering: ResultaatInhoud, feiten: Feiten) -> Iterator[Signaal]:
    """The enrolment named, or else one of this institution, is valid on the day of the result (R04)."""
    if genoemde_of_gekozen(levering, feiten) is None:
        veld = "datum_resultaat" if levering.inschrijvingvolgnummer is None else "inschrijvingvolgnummer"
        yield signaal("R04", veld, datum=levering.datum_resultaat)


def inschrijving_is_genoemd(levering: ResultaatInhoud, feiten: Feiten) -> Iterator[Signaal]:
    """The institution names the enrolment; otherwise the register tells which it chose (R18)."""
    gekozen = genoemde_of_gekozen(levering, feiten)
    if levering.inschrijvingvolgnummer is None and gekozen is not None:
        yield signaal("R18", "inschrijvingvolgnummer", volgnummer=gekozen.sleutel.inschrijvingvolgnummer)


def datum_is_geweest(levering: ResultaatInhoud, feiten: Feiten) -> Iterator[Signaal]:
    """The day of the result is not in the future (R05)."""
    if levering.datum_resultaat > feiten.vandaag:
        yield signaal("R05", "datum_resultaat", datum=levering.datum_resultaat)


def _nummers(levering: ResultaatInhoud) -> Iterator[tuple[Pad, str]]:
    """Yield every readable number once with its place: that of the result itself, then those of its parts."""
    nummers: dict[Pad, str] = {levering.volgnummerpad: levering.volgnummer}
    for pad, onderdeel in levering.onderdelen():
        nummers[*pad, "resultaatvolgnummer"] = onderdeel.resultaatvolgnummer
    yield from ((pad, nummer) for pad, nummer in nummers.items() if aanwezig(nummer))
