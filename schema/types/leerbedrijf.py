"""The leerbedrijf with its recognitions, as SBB knows them, and the answer to a verification."""

from typing import Self

import strawberry

from domain import leerbedrijf as domein
from schema.enums import ErkenningStatus
from schema.scalars import Datum
from schema.types.signaal import Signaal
from schema.veld import LEVERAARS, veld


def _datum(waarde: object) -> Datum | None:
    return None if waarde is None else Datum(str(waarde))


@strawberry.type(description="Erkenning van een leerbedrijf voor een opleiding [WEB artikel 7.2.10].")
class Erkenning:
    """A recognition for one opleidingcode, or for all."""

    opleidingcode: str = veld(LEVERAARS, "Crebo waarvoor de erkenning geldt, of `*`: alle opleidingen.")
    status: ErkenningStatus = veld(LEVERAARS, "Erkend of ingetrokken.")
    datum_begin: Datum | None = veld(
        LEVERAARS, "Eerste dag waarop de status geldt; bij INGETROKKEN de dag van intrekking. Leeg: onbekend."
    )
    datum_einde: Datum | None = veld(LEVERAARS, "Laatste dag waarop de status geldt (inbegrepen); leeg: geldt nog.")

    @classmethod
    def van(cls, erkenning: domein.Erkenning) -> Self:
        """Make it of a recognition of the domain."""
        return cls(
            opleidingcode=erkenning.opleidingcode,
            status=erkenning.status,
            datum_begin=_datum(erkenning.datum_begin),
            datum_einde=_datum(erkenning.datum_einde),
        )


@strawberry.type(
    description="Leerbedrijf, zoals SBB het kent. Van een leerbedrijf dat SBB nog niet kon bevestigen is alleen het "
    "nummer bekend."
)
class Leerbedrijf:
    """A leerbedrijf by the number SBB gave it."""

    leerbedrijf_id: str = veld(LEVERAARS, "Nummer bij SBB: van 100000000 tot en met 999999999 [PvE hoofdstuk 13].")
    naam: str | None = veld(LEVERAARS, "Naam van het leerbedrijf.")
    postcode: str | None = veld(LEVERAARS, "Postcode: vier cijfers en twee letters.")
    huisnummer: int | None = veld(LEVERAARS, "Huisnummer.")
    plaats: str | None = veld(LEVERAARS, "Vestigingsplaats.")
    erkenningen: list[Erkenning] | None = veld(LEVERAARS, "De erkenningen, op opleidingcode en begindatum.")

    @classmethod
    def van(cls, leerbedrijf: domein.Leerbedrijf) -> Self:
        """Make it of a leerbedrijf of the domain."""
        op_volgorde = sorted(leerbedrijf.erkenningen, key=lambda e: (e.opleidingcode, str(e.datum_begin or "")))
        return cls(
            leerbedrijf_id=leerbedrijf.leerbedrijf_id,
            naam=leerbedrijf.naam,
            postcode=leerbedrijf.postcode,
            huisnummer=leerbedrijf.huisnummer,
            plaats=leerbedrijf.plaats,
            erkenningen=[Erkenning.van(erkenning) for erkenning in op_volgorde],
        )


@strawberry.type(description="Antwoord op de vraag of een leerbedrijf op een dag voor een opleiding is erkend.")
class Verificatie:
    """The recognition on a day."""

    leerbedrijf_id: str = veld(LEVERAARS, "Het leerbedrijf waarnaar is gevraagd.")
    opleidingcode: str = veld(LEVERAARS, "De opleiding waarvoor is gevraagd.")
    datum_begin: Datum = veld(LEVERAARS, "De dag waarop is gevraagd.")
    status: ErkenningStatus = veld(LEVERAARS, "De erkenning op die dag; ONBEKEND ook als SBB niet bereikbaar is.")
    signalen: list[Signaal] = veld(
        LEVERAARS,
        "B05: het leerbedrijf is onbekend bij SBB. B06: niet erkend. B11: SBB is niet bereikbaar. Anders een lege "
        "lijst.",
    )
