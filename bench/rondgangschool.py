"""A school that never was, as large as one likes: the students that bench/rondgang.py sends there and back."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count, islice
from typing import TYPE_CHECKING, Any, Final

from app.registratieoverzicht.schrijven import Schrijver
from domain.codes import ResultaatSoort
from domain.nummers import onderwijsnummer_van

if TYPE_CHECKING:
    from pathlib import Path

BRIN: Final = "27DV"
VAN: Final = date(2020, 8, 1)
TOT: Final = date(2026, 7, 31)
DAG: Final = date(2026, 11, 24)


def schrijf_bestand(pad: Path, inschrijvingen: int) -> None:
    """Write the overview of a school that never was; of four students one enrolled twice, and has a diploma."""
    schrijver, nummers = Schrijver(), filter(None, map(onderwijsnummer_van, count(1_000)))
    personen = range(-(-inschrijvingen * 4 // 5))
    with pad.open("w", encoding="utf-8", newline="") as uit:
        uit.write(schrijver.voorloop(BRIN, VAN, TOT, DAG))
        for nummer, onderwijsnummer in zip(personen, islice(nummers, len(personen)), strict=True):
            uit.write(schrijver.student(_student(nummer, onderwijsnummer)))
        uit.write(schrijver.sluit())


def _student(nummer: int, onderwijsnummer: str) -> dict[str, Any]:
    begin = date(2021, 8, 1) + timedelta(days=nummer % 300)
    geslaagd = nummer % 4 == 0
    inschrijvingen = [_inschrijving("1", begin, geslaagd=geslaagd)]
    if geslaagd:
        inschrijvingen.append(_inschrijving("2", date(2024, 8, 1), geslaagd=False))
    return {
        "burgerservicenummer": None,
        "onderwijsnummer": onderwijsnummer,
        "geboortedatum": str(date(2003, 1, 1) + timedelta(days=nummer % 1_000)),
        "geslacht": "MVO"[nummer % 3],
        "inschrijvingen": inschrijvingen,
        "resultaten": _diploma() if geslaagd else [],
    }


def _inschrijving(volgnummer: str, begin: date, *, geslaagd: bool) -> dict[str, Any]:
    periode = {
        "opleidingcode": "25250",
        "leertraject": "BOL",
        "indicatie_bekostigbaar": True,
        "onderwijsaanbieder": "127A201",
        "onderwijslocatie": "127X201",
    }
    bpv = {
        "afsluitdatum": str(begin),
        "datum_begin": str(begin),
        "datum_einde_gepland": str(begin + timedelta(days=200)),
        "datum_einde_werkelijk": str(begin + timedelta(days=180)),
        "omvang": 400,
        "leerbedrijf_id": "100312093",
        "opleidingcode": "25250",
    }
    return {
        "inschrijvingvolgnummer": volgnummer,
        "datum_inschrijving": str(begin),
        "datum_uitschrijving_gepland": str(begin + timedelta(days=1_400)),
        "datum_uitschrijving_werkelijk": "2024-07-10" if geslaagd else None,
        "reden_uitschrijving": "08" if geslaagd else None,
        "perioden": [{**periode, "datum_begin": str(begin + timedelta(days=100 * nr))} for nr in range(2)],
        "extra_ondersteuning": [{"datum_begin": str(begin), "datum_einde": str(begin + timedelta(days=30))}],
        "bpvs": [{**bpv, "bpvvolgnummer": str(nr)} for nr in (1, 2)],
    }


def _diploma() -> list[dict[str, Any]]:
    vast = {"datum_resultaat": "2024-07-10", "inschrijvingvolgnummer": "1", "onderwijsaanbieder": "127A201"}
    diploma = {
        "id": 1,
        "diploma_id": None,
        "soort": ResultaatSoort.DIPLOMA,
        "resultaatvolgnummer": "D1",
        "opleidingcode": "25250",
        "indicatie_bekostigbaar": True,
        **vast,
    }
    cijfer = {"eindcijfer": 7, "cijfer_instellingsexamen": "7.4", "cijfer_centraal_examen": "6.9"}
    examen = {"soort": ResultaatSoort.GENERIEK_EXAMENONDERDEEL, "diploma_id": 1, **cijfer}
    keuzedeel = {"soort": ResultaatSoort.KEUZEDEEL, "diploma_id": 1, "keuzedeelcode": "K0055", "behaald": True}
    return [
        diploma,
        {**examen, "id": 2, "resultaatvolgnummer": "G1", "code": "3001"},
        {**examen, "id": 3, "resultaatvolgnummer": "G2", "code": "3005"},
        {**keuzedeel, "id": 4, "resultaatvolgnummer": "K1"},
    ]
