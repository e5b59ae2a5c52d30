"""Results as rows and rows as results: a diploma is its own row and one for each part, a loose result one row."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from domain.codes import ResultaatSoort
from domain.resultaat import (
    AmvbOnderdeel,
    Diploma,
    GeneriekExamenonderdeel,
    KeuzedeelResultaat,
    LosResultaat,
    ResultaatSleutel,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from domain.resultaat import Onderdeel, Resultaat

Rij = dict[str, Any]
ONDERDELEN: Final[Mapping[str, type[Onderdeel]]] = {
    soort.soort: soort for soort in (GeneriekExamenonderdeel, KeuzedeelResultaat, AmvbOnderdeel)
}
LIJSTEN: Final = {
    ResultaatSoort.GENERIEK_EXAMENONDERDEEL: "generieke_examenonderdelen",
    ResultaatSoort.KEUZEDEEL: "keuzedelen",
    ResultaatSoort.AMVB_ONDERDEEL: "amvb_onderdelen",
}
GEMEENSCHAPPELIJK: Final = ("datum_resultaat", "inschrijvingvolgnummer", "onderwijsaanbieder", "versie")
VAN_DIPLOMA: Final = ("opleidingcode", "indicatie_bekostigbaar")
VAN_ONDERDEEL: Final = tuple(
    dict.fromkeys(
        veld.name for soort in ONDERDELEN.values() for veld in fields(soort) if veld.name != "resultaatvolgnummer"
    )
)
CIJFERS: Final = ("cijfer_instellingsexamen", "cijfer_centraal_examen")


def resultaat_rijen(resultaat: Resultaat) -> Iterator[tuple[ResultaatSleutel, Rij]]:
    """Yield key and columns of each row, the result itself first; a part repeats what its diploma says of all."""
    if isinstance(resultaat, LosResultaat):
        yield resultaat.sleutel, _rij(resultaat, resultaat.onderdeel)
        return
    yield resultaat.sleutel, _rij(resultaat, None)
    for onderdeel in resultaat.onderdelen:
        sleutel = ResultaatSleutel(resultaat.sleutel.instelling, onderdeel.resultaatvolgnummer)
        yield sleutel, _rij(resultaat, onderdeel)


def _rij(resultaat: Resultaat, onderdeel: Onderdeel | None) -> Rij:
    gemeenschappelijk = {kolom: getattr(resultaat, kolom) for kolom in GEMEENSCHAPPELIJK}
    return {
        "soort": onderdeel.soort if onderdeel else resultaat.soort,
        "resultaatvolgnummer": (onderdeel or resultaat.sleutel).resultaatvolgnummer,
        **gemeenschappelijk,
        **{kolom: None if onderdeel else getattr(resultaat, kolom) for kolom in VAN_DIPLOMA},
        **{kolom: getattr(onderdeel, kolom, None) for kolom in VAN_ONDERDEEL},
    }


def resultaten_van(rijen: Iterable[Mapping[str, Any]], inschrijvingen: Mapping[int, str]) -> Iterator[Resultaat]:
    """Yield the results in the rows of one person, by number; inschrijvingen gives the volgnummer of an enrolment."""
    rijen = sorted(rijen, key=lambda rij: rij["resultaatvolgnummer"])
    delen: dict[int, list[Onderdeel]] = {}
    for rij in rijen:
        if rij["diploma_id"] is not None:
            delen.setdefault(rij["diploma_id"], []).append(_onderdeel(rij))
    for rij in rijen:
        if rij["diploma_id"] is None:
            gemeenschappelijk = _gemeenschappelijk(rij, inschrijvingen)
            if rij["soort"] == ResultaatSoort.DIPLOMA:
                yield _diploma(rij, gemeenschappelijk, delen.get(rij["id"], []))
            else:
                yield LosResultaat(**gemeenschappelijk, onderdeel=_onderdeel(rij))


def _gemeenschappelijk(rij: Mapping[str, Any], inschrijvingen: Mapping[int, str]) -> Rij:
    gekozen = rij["inschrijving_id"] if rij["inschrijvingvolgnummer"] is None else None
    return {
        **{kolom: rij[kolom] for kolom in GEMEENSCHAPPELIJK},
        "sleutel": ResultaatSleutel(rij["instelling"], rij["resultaatvolgnummer"]),
        "datum_resultaat": date.fromisoformat(rij["datum_resultaat"]),
        "gekozen_inschrijving": inschrijvingen[gekozen] if gekozen is not None else None,
    }


def _diploma(rij: Mapping[str, Any], gemeenschappelijk: Rij, delen: list[Onderdeel]) -> Diploma:
    lijsten: Rij = {lijst: tuple(deel for deel in delen if deel.soort is soort) for soort, lijst in LIJSTEN.items()}
    return Diploma(**gemeenschappelijk, **{kolom: rij[kolom] for kolom in VAN_DIPLOMA}, **lijsten)


def _onderdeel(rij: Mapping[str, Any]) -> Onderdeel:
    soort = ONDERDELEN[rij["soort"]]
    return soort(**{veld.name: _waarde(veld.name, rij[veld.name]) for veld in fields(soort)})


def _waarde(kolom: str, waarde: Any) -> Any:  # noqa: ANN401 - the value of a column
    return Decimal(waarde) if kolom in CIJFERS and waarde is not None else waarde
