"""Results: four types that share the rows of one table, each told by its `soort` (besluit 0018)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from app.opslag.lezen.entiteit import Entiteit, Variant, Verband, Waarde, eigen_rijen, kolommen
from app.opslag.lezen.geldigheid import behaald_op_peildatum, geldend
from app.opslag.lezen.waarden import id_van, kolom
from app.opslag.tabellen.referentie import examenonderdeel
from app.opslag.tabellen.resultaten import resultaat
from domain.codes import ResultaatSoort

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import ColumnElement, FromClause

    from app.opslag.lezen.rijen import Rijen
    from app.opslag.lezen.vraag import Vraag


def op_zichzelf(rijen: Rijen, vraag: Vraag) -> Rijen:
    """Keep diplomas and loose results, in order of date and number; parts are read below their diploma."""
    behaald = behaald_op_peildatum(rijen, vraag).waar(rijen.bron.c.diploma_id.is_(None))
    return behaald.op("datum_resultaat", "resultaatvolgnummer", "id")


def persoon(rij: FromClause, vraag: Vraag) -> Rijen:
    """Return the student."""
    return vraag.rijen().met(id=rij.c.persoon_id)


def instelling(rij: FromClause, vraag: Vraag) -> Rijen:
    """Return the institution as it was on the date of the result."""
    return geldend(vraag.rijen().met(brin=rij.c.instelling), rij.c.datum_resultaat)


def inschrijving(rij: FromClause, vraag: Vraag) -> Rijen:
    """Return the enrolment it lies under, named or chosen (R18)."""
    return vraag.rijen().met(id=rij.c.inschrijving_id)


def signalen(rij: FromClause, vraag: Vraag) -> Rijen:
    """Return the signals on this result; those on a part stand with its diploma."""
    return vraag.rijen().met(resultaat_id=rij.c.id).op("volgorde", "id")


def opleiding(rij: FromClause, vraag: Vraag) -> Rijen:
    """Return the training as it was on the date of the result."""
    return geldend(vraag.rijen().met(opleidingcode=rij.c.opleidingcode), rij.c.datum_resultaat)


def onderdelen(rij: FromClause, vraag: Vraag) -> Rijen:
    """Return the parts of a diploma of the kind that is asked for."""
    return vraag.rijen().met(diploma_id=rij.c.id).op("resultaatvolgnummer")


def diploma(rij: FromClause, vraag: Vraag) -> Rijen:
    """Return the diploma a part belongs to; none when it is loose."""
    return vraag.rijen().met(id=rij.c.diploma_id)


def omschrijving(rij: FromClause, _: Vraag) -> ColumnElement[Any]:
    """Return the description of a generic exam part."""
    bij_code = select(examenonderdeel.c.omschrijving).where(examenonderdeel.c.code == rij.c.code)
    return bij_code.scalar_subquery()


GEDEELD: Final[Mapping[str, Verband]] = {
    "persoon": persoon,
    "instelling": instelling,
    "inschrijving": inschrijving,
    "signalen": signalen,
}
RESULTAAT = Entiteit(naam="resultaat", rijen=eigen_rijen(resultaat), sleutel="id", persoon="persoon_id")


def variant(
    naam: str, typenaam: str, soort: ResultaatSoort, waarden: Mapping[str, Waarde], **verbanden: Verband
) -> Entiteit:
    """Declare one type of result, with what it has beside the others."""
    return Entiteit(
        naam=naam,
        rijen=lambda vraag: RESULTAAT.rijen(vraag).met(soort=soort.value),
        kolommen=kolommen(resultaat),
        waarden={"id": id_van(typenaam), "geregistreerd_op": kolom("bekend_vanaf"), **waarden},
        verbanden={**GEDEELD, **verbanden},
        sleutel="id",
        persoon="persoon_id",
        variant=Variant(RESULTAAT.naam, soort.value),
    )


DIPLOMA = variant(
    "diploma",
    "Diploma",
    ResultaatSoort.DIPLOMA,
    {},
    opleiding=opleiding,
    generieke_examenonderdelen=onderdelen,
    keuzedelen=onderdelen,
    amvb_onderdelen=onderdelen,
)
GENERIEK_EXAMENONDERDEEL = variant(
    "generiek_examenonderdeel",
    "GeneriekExamenonderdeel",
    ResultaatSoort.GENERIEK_EXAMENONDERDEEL,
    {"omschrijving": omschrijving},
    diploma=diploma,
)
KEUZEDEEL_RESULTAAT = variant(
    "keuzedeel_resultaat", "KeuzedeelResultaat", ResultaatSoort.KEUZEDEEL, {}, diploma=diploma
)
AMVB_ONDERDEEL = variant("amvb_onderdeel", "AmvbOnderdeel", ResultaatSoort.AMVB_ONDERDEEL, {}, diploma=diploma)
