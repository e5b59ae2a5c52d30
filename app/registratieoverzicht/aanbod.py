"""The rows of a registratieoverzicht as deliveries: what is offered for a person, an enrolment, a BPV, a result."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from domain.codes import LeveringSoort

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from app.registratieoverzicht.records import Record
    from app.registratieoverzicht.student import Diplomarecords, Inschrijfrecords, Student


_LIJSTEN: Final = {"GEO": "generiekeExamenonderdelen", "KZD": "keuzedelen", "AMO": "amvbOnderdelen"}
_LOS: Final = {"GEO": "generiekExamenonderdeel", "KZD": "keuzedeel", "AMO": "amvbOnderdeel"}
_VAN_RESULTAAT: Final = ("inschrijvingvolgnummer", "datumResultaat", "onderwijsaanbieder")
_VAN_DIPLOMA: Final = ("resultaatvolgnummerDiploma", "opleidingcodeDiploma")


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanbod:
    """One delivery to be: invoer is its input (camelCase) without header, records are the lines it was made of.

    wijzigen is the kind that replaces what exists with other content, None where nothing can.
    """

    aanleveren: LeveringSoort
    wijzigen: LeveringSoort | None = None
    invoer: Mapping[str, Any]
    records: Sequence[Record]

    @property
    def telling(self) -> Counter[str]:
        """Return how many records of each kind share its outcome."""
        return Counter(record.soort for record in self.records)


def personen(student: Student) -> Iterator[Aanbod]:
    """Yield the identification of the student, when the file holds it."""
    if student.persoon:
        yield Aanbod(
            aanleveren=LeveringSoort.IDENTIFICEREN_PERSOON, invoer=student.persoon.velden, records=(student.persoon,)
        )


def inschrijvingen(student: Student) -> Iterator[Aanbod]:
    """Yield the enrolments, each with its periods and support: an overview is complete in both."""
    for een in sorted(student.inschrijvingen.values(), key=lambda een: een.inschrijving.regel):
        yield Aanbod(
            aanleveren=LeveringSoort.AANLEVEREN_INSCHRIJVING,
            wijzigen=LeveringSoort.WIJZIGEN_INSCHRIJVING,
            invoer=_inschrijving(een),
            records=(een.inschrijving, *een.perioden, *een.ondersteuning),
        )


def bpvs(student: Student) -> Iterator[Aanbod]:
    """Yield the BPVs."""
    for bpv in student.bpvs:
        yield Aanbod(
            aanleveren=LeveringSoort.AANLEVEREN_BPV,
            wijzigen=LeveringSoort.WIJZIGEN_BPV,
            invoer=_van_persoon(bpv),
            records=(bpv,),
        )


def diplomas(student: Student) -> Iterator[Aanbod]:
    """Yield the diplomas, each with its parts."""
    for een in student.diplomas.values():
        yield Aanbod(
            aanleveren=LeveringSoort.AANLEVEREN_DIPLOMA,
            wijzigen=LeveringSoort.WIJZIGEN_DIPLOMA,
            invoer=_diploma(een),
            records=(een.diploma, *een.onderdelen),
        )


def losse_resultaten(student: Student) -> Iterator[Aanbod]:
    """Yield the results that stand by themselves."""
    for record in student.losse_resultaten:
        yield Aanbod(
            aanleveren=LeveringSoort.AANLEVEREN_RESULTAAT,
            wijzigen=LeveringSoort.WIJZIGEN_RESULTAAT,
            invoer=_los_resultaat(record),
            records=(record,),
        )


def _diploma(een: Diplomarecords) -> Mapping[str, Any]:
    lijsten = {
        lijst: [_onderdeel(record) for record in een.onderdelen if record.soort == soort]
        for soort, lijst in _LIJSTEN.items()
    }
    return {**_van_persoon(een.diploma), **lijsten}


def _los_resultaat(record: Record) -> Mapping[str, Any]:
    velden = {naam: waarde for naam, waarde in _van_persoon(record).items() if naam in {"persoon", *_VAN_RESULTAAT}}
    return {"datumResultaat": "", **velden, "resultaat": {_LOS[record.soort]: _onderdeel(record)}}


def _onderdeel(record: Record) -> dict[str, Any]:
    """Return what a part says of itself."""
    buiten = {record.persoon[0], *_VAN_RESULTAAT, *_VAN_DIPLOMA}
    return {naam: waarde for naam, waarde in record.velden.items() if naam not in buiten}


def _inschrijving(een: Inschrijfrecords) -> Mapping[str, Any]:
    return {
        **_van_persoon(een.inschrijving),
        "perioden": [_deel(periode) for periode in een.perioden],
        "extraOndersteuning": [_deel(periode) for periode in een.ondersteuning],
    }


def _van_persoon(record: Record) -> dict[str, Any]:
    """Return the fields of a record with its person as the key that deliveries point with."""
    soort, nummer = record.persoon
    velden = {naam: waarde for naam, waarde in record.velden.items() if naam != soort}
    return {"persoon": {soort: nummer}, **velden}


def _deel(record: Record) -> dict[str, Any]:
    """Return the fields of a part without the key of what it is part of."""
    sleutel = {record.persoon[0], "inschrijvingvolgnummer"}
    return {naam: waarde for naam, waarde in record.velden.items() if naam not in sleutel}
