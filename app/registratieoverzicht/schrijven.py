"""Writing a registratieoverzicht: the lines of each person in the order of PvE chapter 15, counted as they go."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from app.registratieoverzicht.records import INDELINGEN, NUMMERS, schrijf_regel
from domain.codes import ResultaatSoort
from domain.leveringen.vorm import camel

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

Rij = dict[str, Any]
DIPLOMA: Final = "DIP"
ONDERDELEN: Final = {
    "AMO": ResultaatSoort.AMVB_ONDERDEEL,
    "GEO": ResultaatSoort.GENERIEK_EXAMENONDERDEEL,
    "KZD": ResultaatSoort.KEUZEDEEL,
}
"""In the order in which they follow a diploma, and the loose ones each other."""
VAN_DIPLOMA: Final = ("datumResultaat", "inschrijvingvolgnummer", "onderwijsaanbieder")
"""What stands once, with the diploma, and is empty on its parts."""


def bestandsnaam(instelling: str, van: date, tot_en_met: date) -> str:
    """Return the name that the PvE gives the file."""
    return f"RO_{instelling}_{van:%Y%m%d}_{tot_en_met:%Y%m%d}.CSV"


@dataclass(slots=True)
class Schrijver:
    """Writes one file; what it returns is the file when put together."""

    _geteld: Counter[str] = field(default_factory=Counter)

    def voorloop(self, instelling: str, van: date, tot_en_met: date, aangemaakt: date) -> str:
        """Return the first line: of whom, over which period, made when."""
        velden = {"brin": instelling, "begin": van, "einde": tot_en_met, "aangemaakt": aangemaakt}
        return schrijf_regel("VLP", velden)

    def student(self, rij: Mapping[str, Any]) -> str:
        """Return the lines of a person, with `inschrijvingen` and `resultaten` in order, by the columns' own names."""
        nummer = {naam: rij[naam] for naam in NUMMERS}
        regels = [self._regel("PER", nummer, rij)]
        for inschrijving in rij["inschrijvingen"]:
            regels += (self._regel(soort, nummer, een) for soort, een in _onder_inschrijving(inschrijving))
        regels += (self._regel(soort, nummer, een) for soort, een in _resultaten(rij["resultaten"]))
        return "".join(regels)

    def sluit(self) -> str:
        """Return the last line: how many there were of each kind."""
        return schrijf_regel("SLR", {soort: self._geteld[soort] for soort in INDELINGEN["SLR"].velden})

    def _regel(self, soort: str, nummer: Mapping[str, Any], rij: Mapping[str, Any]) -> str:
        self._geteld[soort] += 1
        return schrijf_regel(soort, {**{camel(naam): waarde for naam, waarde in rij.items()}, **nummer})


def _onder_inschrijving(inschrijving: Rij) -> Iterator[tuple[str, Rij]]:
    """Yield an enrolment and what is under it; each line below it repeats its number."""
    sleutel = {"inschrijvingvolgnummer": inschrijving["inschrijvingvolgnummer"]}
    yield "ISG", inschrijving
    for soort, lijst in (("ISP", "perioden"), ("ISE", "extra_ondersteuning"), ("BPV", "bpvs")):
        yield from ((soort, {**een, **sleutel}) for een in inschrijving[lijst])


def _resultaten(rijen: Sequence[Rij]) -> Iterator[tuple[str, Rij]]:
    """Yield diplomas, each followed by its parts by number, and then what is loose."""
    for diploma in (rij for rij in rijen if rij["soort"] == ResultaatSoort.DIPLOMA):
        yield DIPLOMA, diploma
        delen = sorted(
            (rij for rij in rijen if rij["diploma_id"] == diploma["id"]), key=lambda rij: rij["resultaatvolgnummer"]
        )
        yield from _per_soort([_als_deel(deel, diploma) for deel in delen])
    yield from _per_soort([rij for rij in rijen if rij["diploma_id"] is None])


def _per_soort(rijen: Sequence[Rij]) -> Iterator[tuple[str, Rij]]:
    for record, soort in ONDERDELEN.items():
        yield from ((record, rij) for rij in rijen if rij["soort"] == soort)


def _als_deel(deel: Rij, diploma: Rij) -> Rij:
    """Return a part with the key of its diploma, and without what the diploma says for all of them."""
    rij = {camel(naam): waarde for naam, waarde in deel.items()}
    return {
        **{naam: waarde for naam, waarde in rij.items() if naam not in VAN_DIPLOMA},
        "resultaatvolgnummerDiploma": diploma["resultaatvolgnummer"],
        "opleidingcodeDiploma": diploma["opleidingcode"],
    }
