"""The decision of IPO on an identification that is not unique."""

import strawberry

from schema.types.persoonsleutel import PersoonSleutelInput
from schema.veld import invoer


@strawberry.input(description="Beslist over een identificatie die niet uniek is (P04).")
class AfhandelenIdentificatieInput:
    """Who it is, or that it is none of the candidates."""

    kenmerk: str = strawberry.field(
        description="Het eigen kenmerk van de afzender: 1 tot en met 64 letters, cijfers of `._:-`, zonder "
        "persoonsnummer erin. Herhalen met dezelfde inhoud geeft de eerste uitkomst en verandert niets; met andere "
        "inhoud is het signaal L02."
    )
    werk_id: strawberry.ID = strawberry.field(
        description="De `id` uit `werkvoorraad`. Onbekend, van ander werk of al afgehandeld: L01."
    )
    persoon: PersoonSleutelInput | None = invoer(
        "De kandidaat die het is, met zijn `id` of een nummer dat naar hem wijst; een ander is L01. Weggelaten: geen "
        "van de kandidaten."
    )
    reden: str = strawberry.field(description="Waarom: 1 tot en met 500 tekens; bewaard in het archief.")
