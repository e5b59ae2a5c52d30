"""Objects of the domain as rows, and rows as objects: the only place where both shapes meet."""

from __future__ import annotations

from dataclasses import asdict, fields
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from domain.bpv import Bpv, BpvSleutel
from domain.codes import Geslacht, Leerroute, Leerroutefase, Leertraject, Niveau
from domain.inschrijving import ExtraOndersteuning, Inschrijving, InschrijvingSleutel, Inschrijvingsperiode
from domain.persoon import Adres, Nationaliteit, Persoon, Verblijfstitel, naamsleutel
from domain.tijd import OnvolledigeDatum

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Rij = dict[str, Any]
ADRES = tuple(veld.name for veld in fields(Adres))
LIJSTEN = ("nationaliteiten", "verblijfstitels")
ONVOLLEDIG = (
    "geboortedatum",
    "overlijdensdatum",
    "datum_vestiging_in_nederland",
    "datum_vertrek_uit_nederland",
)
PERSOON = tuple(veld.name for veld in fields(Persoon) if veld.name not in {"adres", *LIJSTEN})
INSCHRIJVING = tuple(
    veld.name for veld in fields(Inschrijving) if veld.name not in {"sleutel", "perioden", "extra_ondersteuning"}
)
PERIODE = tuple(veld.name for veld in fields(Inschrijvingsperiode))
BPV = tuple(veld.name for veld in fields(Bpv) if veld.name != "sleutel")

LEZERS: Final[Mapping[str, Callable[[str], Any]]] = {
    "leertraject": Leertraject,
    "niveau": Niveau,
    "leerroute": Leerroute,
    "leerroutefase": Leerroutefase,
    **{
        kolom: date.fromisoformat
        for kolom in (*INSCHRIJVING, *PERIODE, *BPV, "datum_einde")
        if kolom.startswith("datum_") or kolom == "afsluitdatum"
    },
}
"""How the text of a column becomes a value, for those that are no plain text or number."""


def persoon_rij(persoon: Persoon) -> Rij:
    """Return the columns of a person."""
    adres = asdict(persoon.adres or Adres())
    lijsten = {lijst: [geldigheid_json(deel) for deel in getattr(persoon, lijst)] for lijst in LIJSTEN}
    kern = {kolom: getattr(persoon, kolom) for kolom in PERSOON}
    return {**kern, **adres, **lijsten, "naamsleutel": naamsleutel(persoon.geslachtsnaam)}


def geldigheid_json(deel: Nationaliteit | Verblijfstitel) -> Rij:
    """Return a nationality or right to stay as it is kept in its list."""
    einde = str(deel.datum_einde) if deel.datum_einde else None
    return {"code": deel.code, "datum_begin": str(deel.datum_begin), "datum_einde": einde}


def persoon_van(rij: Mapping[str, Any]) -> Persoon:
    """Return the person in a row."""
    adres = {kolom: rij[kolom] for kolom in ADRES}
    return Persoon(
        **{kolom: rij[kolom] for kolom in PERSOON if kolom not in {*ONVOLLEDIG, "geslacht"}},
        **{kolom: _onvolledig(rij[kolom]) for kolom in ONVOLLEDIG},
        geslacht=Geslacht(rij["geslacht"]),
        adres=Adres(**{**adres, "regels_buitenland": tuple(adres["regels_buitenland"])})
        if any(adres.values())
        else None,
        nationaliteiten=tuple(Nationaliteit(**_geldigheid(deel)) for deel in rij["nationaliteiten"]),
        verblijfstitels=tuple(Verblijfstitel(**_geldigheid(deel)) for deel in rij["verblijfstitels"]),
    )


def inschrijving_rij(inschrijving: Inschrijving) -> Rij:
    """Return the columns of an enrolment by itself."""
    kern = {kolom: getattr(inschrijving, kolom) for kolom in INSCHRIJVING}
    return {**kern, "inschrijvingvolgnummer": inschrijving.sleutel.inschrijvingvolgnummer}


def periode_rij(periode: Inschrijvingsperiode) -> Rij:
    """Return the columns of a period."""
    return {kolom: getattr(periode, kolom) for kolom in PERIODE}


def inschrijving_van(rij: Mapping[str, Any]) -> Inschrijving:
    """Return the enrolment in a row, with the rows of its periods and support in it."""
    return Inschrijving(
        sleutel=InschrijvingSleutel(rij["instelling"], rij["inschrijvingvolgnummer"]),
        perioden=tuple(periode_van(deel) for deel in rij["perioden"]),
        extra_ondersteuning=tuple(ondersteuning_van(deel) for deel in rij["extra_ondersteuning"]),
        **_waarden(rij, INSCHRIJVING),
    )


def periode_van(rij: Mapping[str, Any]) -> Inschrijvingsperiode:
    """Return the period in a row."""
    return Inschrijvingsperiode(**_waarden(rij, PERIODE))


def ondersteuning_van(rij: Mapping[str, Any]) -> ExtraOndersteuning:
    """Return the period of extra support in a row."""
    return ExtraOndersteuning(**_waarden(rij, ("datum_begin", "datum_einde")))


def bpv_rij(bpv: Bpv) -> Rij:
    """Return the columns of a BPV."""
    return {**{kolom: getattr(bpv, kolom) for kolom in BPV}, "bpvvolgnummer": bpv.sleutel.bpvvolgnummer}


def bpv_van(rij: Mapping[str, Any], inschrijving: InschrijvingSleutel) -> Bpv:
    """Return the BPV in a row."""
    return Bpv(sleutel=BpvSleutel(inschrijving, rij["bpvvolgnummer"]), **_waarden(rij, BPV))


def _waarden(rij: Mapping[str, Any], kolommen: tuple[str, ...]) -> Rij:
    """Return the values of these columns."""
    return {
        kolom: LEZERS[kolom](waarde) if waarde is not None and kolom in LEZERS else waarde
        for kolom in kolommen
        for waarde in (rij[kolom],)
    }


def _onvolledig(waarde: str | None) -> Any:  # noqa: ANN401 - a required field and optional ones
    return OnvolledigeDatum.uit_tekst(waarde) if waarde is not None else None


def _geldigheid(deel: Mapping[str, Any]) -> dict[str, Any]:
    begin, einde = _onvolledig(deel["datum_begin"]), _onvolledig(deel["datum_einde"])
    return {"code": deel["code"], "datum_begin": begin, "datum_einde": einde}
