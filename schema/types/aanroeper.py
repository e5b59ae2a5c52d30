"""Who asks: the caller as the token names it, and what it may use."""

from typing import Self

import strawberry
from strawberry.schema.base import BaseSchema
from strawberry.types.base import StrawberryObjectDefinition

from domain import aanroeper as domein
from domain.aanroeper import Partij
from schema.context import Context
from schema.enums import Rol
from schema.types.instelling import Instelling
from schema.veld import ALLEN, DECLARATIE, uitgevoerd, veld


def wortelvelden(schema: BaseSchema, partij: Partij) -> list[str]:
    """Return the root fields that a party may use, queries and mutations, sorted by name."""
    naam_van = schema.config.name_converter.from_field
    wortels = (schema.get_type_by_name(naam) for naam in ("Query", "Mutation"))
    velden = (veld for wortel in wortels if isinstance(wortel, StrawberryObjectDefinition) for veld in wortel.fields)
    return sorted(naam_van(veld) for veld in velden if partij in veld.metadata[DECLARATIE].recht)


@strawberry.type(description="De aanroeper, zoals het token die noemt.")
class Aanroeper:
    """A caller and its rights."""

    rol: Rol = veld(ALLEN, "De rol.")
    naam: str = veld(
        ALLEN, 'De aanroeper zoals het register die noteert als afzender en bij raadpleging, zoals "MBO:27DV" of "IPO".'
    )
    gebruiker: str | None = veld(ALLEN, "De mens achter het token, als het token die noemt.")
    ketenpartner: str | None = veld(ALLEN, "BRP, SBB of VO; alleen bij de rol KETEN.")
    brin: strawberry.Private[str | None]
    partij: strawberry.Private[Partij]

    @classmethod
    def van(cls, aanroeper: domein.Aanroeper) -> Self:
        """Make it of the caller of the domain."""
        return cls(
            rol=aanroeper.rol,
            naam=aanroeper.naam,
            gebruiker=aanroeper.gebruiker,
            ketenpartner=aanroeper.ketenpartner,
            brin=aanroeper.instelling,
            partij=aanroeper.partij,
        )

    @uitgevoerd(
        ALLEN, "De eigen instelling; alleen bij de rol MBO, en leeg als haar BRIN niet in de referentiegegevens staat."
    )
    async def instelling(self, info: strawberry.Info[Context, None]) -> Instelling | None:
        """Look the institution up in the reference data."""
        gevonden = await info.context.instelling(self.brin) if self.brin else None
        return Instelling.van(gevonden) if gevonden else None

    @uitgevoerd(ALLEN, 'De vragen en leveringen die de aanroeper mag gebruiken, gesorteerd, zoals "studentendossier".')
    def rechten(self, info: strawberry.Info[Context, None]) -> list[str]:
        """Read the rights from the declarations of the root fields."""
        return wortelvelden(info.schema, self.partij)
