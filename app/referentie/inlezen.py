"""Reads a directory of reference files into rows per table, or refuses it whole with the faults in it."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from app.referentie.bestanden import BESTANDEN
from app.referentie.fouten import Fout, OngeldigeReferentie, Reden, Veldfout
from app.referentie.velden import Waarde

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from app.referentie.bestanden import Bestand, Kolom

Rij: TypeAlias = dict[str, Waarde]
Regel: TypeAlias = tuple[int, list[str]]


def lees_map(pad: Path) -> Mapping[str, list[Rij]]:
    """Return per table the rows of the files that are there; raises OngeldigeReferentie."""
    rijen: dict[str, list[Rij]] = {}
    fouten = _mapfouten(pad)
    for bestand in BESTANDEN:
        if (pad / bestand.naam).exists():
            rijen[bestand.tabel], slecht = _van_schijf(bestand, pad)
            fouten += slecht
    if not rijen and not fouten:
        fouten.append(Fout(bestand=str(pad), reden=Reden.GEEN_BESTANDEN))
    if fouten:
        raise OngeldigeReferentie(fouten)
    return rijen


def _van_schijf(bestand: Bestand, pad: Path) -> tuple[list[Rij], list[Fout]]:
    try:
        return lees_bestand(bestand, (pad / bestand.naam).read_bytes())
    except OSError:
        return [], [Fout(bestand=bestand.naam, reden=Reden.ONLEESBAAR)]


def lees_bestand(bestand: Bestand, inhoud: bytes) -> tuple[list[Rij], list[Fout]]:
    """Return the rows, each with every field of its table, and the faults of one file."""
    rijen: list[Rij] = []
    fouten: list[Fout] = []
    gezien: set[tuple[Waarde, ...]] = set()
    try:
        regels = _regels(bestand, inhoud)
        kolommen = _kop(bestand, next(regels, None))
        for regel, velden in regels:
            rij, slecht = _rij(bestand, kolommen, regel, velden)
            sleutel = tuple(rij[naam] for naam in bestand.sleutel)
            if not slecht and sleutel in gezien:
                slecht = [Fout(bestand=bestand.naam, regel=regel, reden=Reden.DUBBELE_SLEUTEL)]
            gezien.add(sleutel)
            rijen.append(rij)
            fouten += slecht
    except OngeldigeReferentie as fout:
        fouten += fout.fouten
    return rijen, fouten


def _mapfouten(pad: Path) -> list[Fout]:
    """Refuse a file nobody reads: a misspelt name would else be dropped in silence."""
    if not pad.is_dir():
        return [Fout(bestand=str(pad), reden=Reden.GEEN_MAP)]
    namen = {bestand.naam for bestand in BESTANDEN}
    vreemd = sorted(een.name for een in pad.glob("*.csv") if een.name not in namen)
    return [Fout(bestand=naam, reden=Reden.ONBEKEND_BESTAND) for naam in vreemd]


def _regels(bestand: Bestand, inhoud: bytes) -> Iterator[Regel]:
    """Yield the line on which a record begins and its fields; raises OngeldigeReferentie where reading must stop."""
    begin = 1
    try:
        lezer = csv.reader(io.StringIO(inhoud.decode("utf-8-sig"), newline=""), delimiter=";", strict=True)
        for velden in lezer:
            if velden:
                yield begin, velden
            begin = lezer.line_num + 1
    except UnicodeDecodeError as fout:
        begin = fout.object.count(b"\n", 0, fout.start) + 1
        raise OngeldigeReferentie([Fout(bestand=bestand.naam, regel=begin, reden=Reden.ONLEESBAAR)]) from fout
    except csv.Error as fout:
        raise OngeldigeReferentie([Fout(bestand=bestand.naam, regel=begin, reden=Reden.ONLEESBAAR)]) from fout


def _kop(bestand: Bestand, eerste: Regel | None) -> Sequence[Kolom]:
    """Return the columns in the order of the header; raises OngeldigeReferentie."""
    if eerste is None:
        raise OngeldigeReferentie([Fout(bestand=bestand.naam, regel=1, reden=Reden.GEEN_KOP)])
    regel, namen = eerste
    bekend = {kolom.naam: kolom for kolom in bestand.kolommen}
    nodig = [kolom.naam for kolom in bestand.kolommen if kolom.verplicht]
    verkeerd = {
        Reden.ONBEKENDE_KOLOM: [naam for naam in namen if naam not in bekend],
        Reden.DUBBELE_KOLOM: sorted({naam for naam in namen if namen.count(naam) > 1}),
        Reden.ONTBREKENDE_KOLOM: [naam for naam in nodig if naam not in namen],
    }
    fouten = [
        Fout(bestand=bestand.naam, regel=regel, kolom=naam, reden=reden)
        for reden, kolommen in verkeerd.items()
        for naam in kolommen
    ]
    if fouten:
        raise OngeldigeReferentie(fouten)
    return [bekend[naam] for naam in namen]


def _rij(bestand: Bestand, kolommen: Sequence[Kolom], regel: int, velden: list[str]) -> tuple[Rij, list[Fout]]:
    rij = bestand.leeg
    if len(velden) != len(kolommen):
        return rij, [Fout(bestand=bestand.naam, regel=regel, reden=Reden.AANTAL_VELDEN)]
    fouten = []
    for kolom, veld in zip(kolommen, velden, strict=True):
        try:
            rij[kolom.veld] = _veld(kolom, veld)
        except Veldfout as fout:
            fouten.append(
                Fout(bestand=bestand.naam, regel=regel, kolom=kolom.naam, reden=fout.reden, waarde=veld or None)
            )
    van, tot = (rij.get(naam) for naam in bestand.periode)
    if isinstance(van, date) and isinstance(tot, date) and tot < van:
        fouten.append(
            Fout(
                bestand=bestand.naam,
                regel=regel,
                kolom="geldig_tot",
                reden=Reden.EINDE_VOOR_BEGIN,
                waarde=tot.isoformat(),
            )
        )
    return rij, fouten


def _veld(kolom: Kolom, veld: str) -> Waarde:
    if veld:
        return kolom.lees(veld)
    if kolom.verplicht:
        raise Veldfout(Reden.LEEG)
    return kolom.leeg
