"""The placement with its enrolment, leerbedrijf and signals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.opslag.lezen.entiteit import Entiteit, eigen_rijen, kolommen
from app.opslag.lezen.waarden import id_van, kolom
from app.opslag.tabellen.register import bpv

if TYPE_CHECKING:
    from sqlalchemy import FromClause

    from app.opslag.lezen.rijen import Rijen
    from app.opslag.lezen.vraag import Vraag


def inschrijving(rij: FromClause, vraag: Vraag) -> Rijen:
    """Return the enrolment it belongs to, on whatever day: looking up never hides what stands above."""
    return vraag.rijen().met(id=rij.c.inschrijving_id)


def leerbedrijf(rij: FromClause, vraag: Vraag) -> Rijen:
    """Return the leerbedrijf as last heard from SBB."""
    return vraag.rijen().met(leerbedrijf_id=rij.c.leerbedrijf_id)


def signalen(rij: FromClause, vraag: Vraag) -> Rijen:
    """Return the signals on this placement."""
    return vraag.rijen().met(bpv_id=rij.c.id).op("volgorde", "id")


BPV = Entiteit(
    naam="bpv",
    rijen=eigen_rijen(bpv),
    kolommen=kolommen(bpv),
    waarden={"id": id_van("Bpv"), "geregistreerd_op": kolom("bekend_vanaf")},
    verbanden={"inschrijving": inschrijving, "leerbedrijf": leerbedrijf, "signalen": signalen},
    sleutel="id",
    persoon="persoon_id",
)
