"""What a delivery changed in the register, field by field."""

import strawberry

from schema.enums import Mutatiesoort, Register
from schema.veld import LEVERAARS
from schema.veld import veld as declareer  # VeldMutatie has a field of that name


@strawberry.type(description="Eén gewijzigd veld, met de waarde ervoor en erna.")
class VeldMutatie:
    """A field with its value before and after."""

    veld: str = declareer(LEVERAARS, "Naam van het veld, zoals in de invoer van de levering.")
    oud: str | None = declareer(LEVERAARS, "De waarde ervoor, als tekst; leeg als die er niet was.")
    nieuw: str | None = declareer(LEVERAARS, "De waarde erna, als tekst; leeg als die er niet meer is.")


@strawberry.type(description="Wijziging die een levering deed of, bij `proef`, zou doen.")
class MutatieRegel:
    """A change to one object."""

    register: Register = declareer(LEVERAARS, "Het deel van het register.")
    soort: Mutatiesoort = declareer(LEVERAARS, "Toegevoegd, gewijzigd of verwijderd.")
    entiteit: str = declareer(LEVERAARS, 'Het soort object, zoals "Inschrijving" of "Bpv".')
    sleutel: str = declareer(
        LEVERAARS, 'De sleutel van het object binnen zijn student, zoals "27DV/1"; bevat geen persoonsnummer.'
    )
    velden: list[VeldMutatie] = declareer(LEVERAARS, "De velden die een andere waarde kregen.")
