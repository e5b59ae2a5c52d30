"""The records of a registratieoverzicht: their fields in order, by the names that deliveries give them.

One layout for both ways: what the register hands out it also takes in. PvE MBO-instelling 4.8.2, chapter 15.
`*` marks a field that a record cannot do without.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from app.registratieoverzicht.vormen import TEKST, VORMEN, OnleesbareWaardeError, getoond

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NUMMERS: Final = ("burgerservicenummer", "onderwijsnummer")
_PERSOON: Final = " ".join(NUMMERS)
_DEEL: Final = f"{_PERSOON} resultaatvolgnummerDiploma opleidingcodeDiploma resultaatvolgnummer*"
_HERKOMST: Final = "inschrijvingvolgnummer onderwijsaanbieder"


@dataclass(frozen=True, slots=True, kw_only=True)
class Indeling:
    """The fields of a kind of record; nodig is how many a line has at least, for empty ones may be left off its end."""

    velden: tuple[str, ...]
    verplicht: frozenset[str]
    nodig: int

    @classmethod
    def van(cls, velden: str) -> Indeling:
        """Read a layout."""
        delen = velden.split()
        return cls(
            velden=tuple(deel.rstrip("*") for deel in delen),
            verplicht=frozenset(deel.rstrip("*") for deel in delen if deel.endswith("*")),
            nodig=1 + max(plaats for plaats, deel in enumerate(delen) if deel.endswith("*")),
        )


INDELINGEN: Final[Mapping[str, Indeling]] = {
    soort: Indeling.van(velden)
    for soort, velden in {
        "VLP": "brin* begin einde aangemaakt",
        "PER": f"{_PERSOON} geboortedatum* geslacht*",
        "ISG": f"{_PERSOON} inschrijvingvolgnummer* datumInschrijving* datumUitschrijvingGepland* "
        "datumUitschrijvingWerkelijk redenUitschrijving",
        "ISP": f"{_PERSOON} inschrijvingvolgnummer* datumBegin* opleidingcode* leertraject* niveau "
        "indicatieBekostigbaar* locatiecodeVsv onderwijsaanbieder onderwijslocatie leerroute leerroutefase",
        "ISE": f"{_PERSOON} inschrijvingvolgnummer* datumBegin* datumEinde",
        "BPV": f"{_PERSOON} inschrijvingvolgnummer* bpvvolgnummer* afsluitdatum* datumBegin* datumEindeGepland* "
        "datumEindeWerkelijk omvang leerbedrijfId* opleidingcode keuzedeelcode",
        "DIP": f"{_PERSOON} resultaatvolgnummer* opleidingcode* datumResultaat* leeg indicatieBekostigbaar* "
        f"{_HERKOMST}",
        "AMO": f"{_DEEL} code* datumResultaat certificaat {_HERKOMST}",
        "GEO": f"{_DEEL} code* datumResultaat eindcijfer vrijstelling cijferInstellingsexamen "
        f"vrijstellingInstellingsexamen cijferCentraalExamen vrijstellingCentraalExamen {_HERKOMST}",
        "KZD": f"{_DEEL} keuzedeelcode* datumResultaat behaald* certificaat {_HERKOMST}",
        "SLR": "PER* ISG* ISP* ISE* BPV* DIP* AMO* GEO* KZD*",
    }.items()
}
SCHEIDINGSTEKEN: Final = "|"
REGELEINDE: Final = "\r\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A line: its number, its text as it stands there, and its fields.

    An empty field is absent, but a required one is an empty text: the register then rejects it and names its place.
    """

    soort: str
    regel: int
    tekst: str
    velden: Mapping[str, Any]

    @property
    def persoon(self) -> tuple[str, str]:
        """Return kind and number of the person; a record that is about one has exactly one number."""
        return next((naam, self.velden[naam]) for naam in NUMMERS if naam in self.velden)


def lees_velden(soort: str, delen: Sequence[str]) -> Mapping[str, Any]:
    """Read the fields of a kind of record, in order; raises OnleesbareWaardeError for the first that is unreadable."""
    indeling = INDELINGEN[soort]
    aantal = len(delen) if len(delen) < indeling.nodig else _zonder_lege(delen, len(indeling.velden))
    if not indeling.nodig <= aantal <= len(indeling.velden):
        raise OnleesbareWaardeError(f"{soort} heeft {len(indeling.velden)} velden; hier staan er {aantal}")
    gevuld = zip(indeling.velden, delen, strict=False)
    velden = {naam: _waarde(naam, deel) for naam, deel in gevuld if deel or naam in indeling.verplicht}
    if NUMMERS[0] in indeling.velden and sum(naam in velden for naam in NUMMERS) != 1:
        raise OnleesbareWaardeError("vul een burgerservicenummer of een onderwijsnummer in")
    return velden


def _zonder_lege(delen: Sequence[str], meeste: int) -> int:
    """Return how many fields there are when the empty ones past the last of the layout do not count."""
    return next((plaats for plaats in range(len(delen), meeste, -1) if delen[plaats - 1]), min(len(delen), meeste))


def _waarde(naam: str, tekst: str) -> Any:  # noqa: ANN401 - text, truth or number
    try:
        return VORMEN.get(naam, TEKST).lees(tekst)
    except OnleesbareWaardeError as fout:
        raise OnleesbareWaardeError(f"{naam} is {getoond(tekst)}: {fout}") from None


def schrijf_regel(soort: str, velden: Mapping[str, Any]) -> str:
    """Write a record of this kind as a line with its end; what the layout does not name is left out."""
    delen = (_tekst(naam, velden.get(naam)) for naam in INDELINGEN[soort].velden)
    return SCHEIDINGSTEKEN.join((soort, *delen)) + REGELEINDE


def _tekst(naam: str, waarde: Any) -> str:  # noqa: ANN401 - text, truth, number or date
    return "" if waarde is None else VORMEN.get(naam, TEKST).schrijf(waarde)
