"""The institution, as reference data knows it."""

from typing import Self

import strawberry

from domain import referentie
from schema.veld import ALLEN, veld


@strawberry.type(
    description="Onderwijsinstelling, zoals vandaag geldig in de referentiegegevens, anders de nieuwste bekende."
)
class Instelling:
    """An institution by its BRIN."""

    brin: str = veld(ALLEN, 'BRIN: twee cijfers en twee letters of cijfers, zoals "27DV".')
    naam: str = veld(ALLEN, "Naam van de instelling.")
    bekostigd: bool = veld(
        ALLEN, "Of het Rijk de instelling bekostigt; zo niet, dan levert zij niet-bekostigd onderwijs (NBO)."
    )
    plaats: str | None = veld(ALLEN, "Vestigingsplaats.")

    @classmethod
    def van(cls, instelling: referentie.Instelling) -> Self:
        """Make it of a row of reference data."""
        return cls(brin=instelling.brin, naam=instelling.naam, bekostigd=instelling.bekostigd, plaats=instelling.plaats)
