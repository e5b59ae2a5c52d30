"""Input for prior education, by the register of secondary education (VO)."""

import strawberry

from schema.leveringen.kop import KenmerkInvoer
from schema.scalars import Datum
from schema.types.persoonsleutel import PersoonSleutelInput
from schema.veld import invoer


@strawberry.input(description="Vak van een vooropleiding.")
class VooropleidingVakInput:
    """A subject."""

    vakcode: str = strawberry.field(description="Code van het vak: 1 tot en met 20 tekens.")
    eindcijfer: int | None = invoer("Eindcijfer: 1 tot en met 10 (R14).")


@strawberry.input(
    description="Vooropleiding van een leerling of student. Soort en school samen wijzen haar aan: een volgende "
    "levering daarvan vervangt de vorige."
)
class VooropleidingInput(KenmerkInvoer):
    """One prior education."""

    persoon: PersoonSleutelInput = strawberry.field(
        description="Burgerservicenummer of onderwijsnummer; een `id` geeft signaal L01. Kent het register de persoon "
        "nog niet, dan wacht de vooropleiding tot die is geïdentificeerd."
    )
    soort: str = strawberry.field(description="Soort vooropleiding: 1 tot en met 40 tekens.")
    instelling: str | None = invoer("BRIN van de school, met of zonder vestiging: ten hoogste 6 tekens.")
    datum_resultaat: Datum | None = invoer("Dag van het resultaat; niet in de toekomst (R05).")
    behaald: bool = strawberry.field(description="Of de vooropleiding met een diploma is afgesloten.")
    vakken: list[VooropleidingVakInput] = strawberry.field(
        default_factory=list, description="De vakken; weggelaten of leeg: geen."
    )
