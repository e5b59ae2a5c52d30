"""Prior education, as the register of secondary education (VO) delivers it."""

import strawberry

from schema.scalars import Datum
from schema.veld import LEVERAARS, veld


@strawberry.type(description="Vak van een vooropleiding, met het eindcijfer als dat bekend is.")
class VooropleidingVak:
    """A subject."""

    vakcode: str = veld(LEVERAARS, "Code van het vak, zoals het VO-register die levert.")
    omschrijving: str | None = veld(
        LEVERAARS, "Omschrijving uit de codelijst vooropleidingVak; leeg als de code daar niet in staat."
    )
    eindcijfer: int | None = veld(LEVERAARS, "Eindcijfer, 1 tot en met 10; leeg: niet bekend.")


@strawberry.type(
    description="Vooropleiding van een student in het voortgezet onderwijs, uit het VO-register. Zij is te zien voor "
    "elke instelling die de student heeft geïdentificeerd, en voor IPO."
)
class Vooropleiding:
    """One prior education."""

    soort: str = veld(LEVERAARS, "Soort vooropleiding, zoals het VO-register die levert.")
    omschrijving: str | None = veld(
        LEVERAARS, "Omschrijving uit de codelijst hoogsteVooropleiding; leeg als de soort daar niet in staat."
    )
    instelling: str | None = veld(LEVERAARS, "BRIN van de school voor voortgezet onderwijs.", naam="school")
    datum_resultaat: Datum | None = veld(LEVERAARS, "Dag van het resultaat; leeg: niet bekend.")
    behaald: bool = veld(LEVERAARS, "Of de vooropleiding met een diploma is afgesloten.")
    vakken: list[VooropleidingVak] | None = veld(LEVERAARS, "De vakken, op vakcode.")
