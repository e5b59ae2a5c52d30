"""The words that stories are told in when students gain something: diplomas with their parts, and loose results."""

from __future__ import annotations

from typing import Any, Final

from app.voorbeeldschool.stappen import HOOFDGEBOUW
from app.voorbeeldschool.verhaal import Stap
from domain.codes import LeveringSoort as Soort

Invoer = dict[str, Any]

AANBIEDER: Final = {"onderwijsaanbieder": HOOFDGEBOUW["onderwijsaanbieder"]}
NEDERLANDS_2F, NEDERLANDS_3F, REKENEN_2F, REKENEN_3F, ENGELS = "3001", "3005", "3002", "3006", "3013"


def examen(volgnummer: str, code: str, eindcijfer: int, *cijfers: str, **meer: object) -> Invoer:
    """Give a generic exam part; cijfers are the marks of institution and central exam, as far as there are."""
    velden = ("cijferInstellingsexamen", "cijferCentraalExamen")
    gemaakt = dict(zip(velden, cijfers, strict=False))
    return {"resultaatvolgnummer": volgnummer, "code": code, "eindcijfer": eindcijfer, **gemaakt, **meer}


def keuzedeel(volgnummer: str, code: str, *, behaald: bool = True, **meer: object) -> Invoer:
    """Give a keuzedeel."""
    return {"resultaatvolgnummer": volgnummer, "keuzedeelcode": code, "behaald": behaald, **meer}


def behaal(sleutel: str, opleidingcode: str, op: str, *, bekostigbaar: bool = True, **onderdelen: object) -> Stap:
    """Deliver a diploma; sleutel is `inschrijving/resultaat`."""
    velden = _diploma(sleutel, opleidingcode, op, bekostigbaar=bekostigbaar)
    return Stap(soort=Soort.AANLEVEREN_DIPLOMA, invoer={**velden, **onderdelen})


def wijzig_diploma(
    sleutel: str, opleidingcode: str, op: str, *, bekostigbaar: bool = True, **onderdelen: object
) -> Stap:
    """Replace a diploma as a whole."""
    velden = _diploma(sleutel, opleidingcode, op, bekostigbaar=bekostigbaar)
    return Stap(soort=Soort.WIJZIGEN_DIPLOMA, invoer={**velden, **onderdelen})


def _diploma(sleutel: str, opleidingcode: str, op: str, *, bekostigbaar: bool) -> Invoer:
    volgnummer, resultaatvolgnummer = sleutel.split("/")
    nummers = {"inschrijvingvolgnummer": volgnummer, "resultaatvolgnummer": resultaatvolgnummer}
    velden = {"opleidingcode": opleidingcode, "datumResultaat": op, "indicatieBekostigbaar": bekostigbaar}
    return {**nummers, **velden, **AANBIEDER}


def trek_diploma_in(volgnummer: str) -> Stap:
    """Delete a diploma."""
    return Stap(soort=Soort.VERWIJDEREN_DIPLOMA, invoer={"resultaatvolgnummer": volgnummer})


def behaal_los(volgnummer: str, op: str, **onderdeel: object) -> Stap:
    """Deliver a loose result under an enrolment: keuzedeel, generiekExamenonderdeel or amvbOnderdeel."""
    return Stap(soort=Soort.AANLEVEREN_RESULTAAT, invoer=_los(volgnummer, op, onderdeel))


def wijzig_los(volgnummer: str, op: str, **onderdeel: object) -> Stap:
    """Replace a loose result as a whole."""
    return Stap(soort=Soort.WIJZIGEN_RESULTAAT, invoer=_los(volgnummer, op, onderdeel))


def _los(volgnummer: str, op: str, onderdeel: Invoer) -> Invoer:
    return {"inschrijvingvolgnummer": volgnummer, "datumResultaat": op, **AANBIEDER, "resultaat": onderdeel}


def trek_los_in(volgnummer: str) -> Stap:
    """Delete a loose result."""
    return Stap(soort=Soort.VERWIJDEREN_RESULTAAT, invoer={"resultaatvolgnummer": volgnummer})
