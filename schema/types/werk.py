"""Work: what the register leaves to a human."""

import strawberry

from schema.enums import WerkSoort
from schema.scalars import Tijdstip
from schema.types.levering import Levering
from schema.types.node import Node
from schema.types.persoon import Persoon
from schema.veld import ALLEEN_IPO, veld


@strawberry.type(
    description="Werk voor IPO: een identificatie waarover een mens moet beslissen, of werk op de achtergrond dat "
    "blijft mislukken."
)
class Werk(Node):
    """What waits for IPO."""

    id: strawberry.ID = veld(
        ALLEEN_IPO, "Blijvende, ondoorzichtige sleutel van het register; bevat geen persoonsnummer."
    )
    soort: WerkSoort = veld(ALLEEN_IPO, "Waarom een mens ernaar moet kijken.")
    aangemaakt_op: Tijdstip = veld(ALLEEN_IPO, "Moment waarop het werk ontstond.")
    levering: Levering | None = veld(
        ALLEEN_IPO, "De levering waar het om gaat; leeg bij werk dat niet bij een levering hoort."
    )
    kandidaten: list[Persoon] = veld(
        ALLEEN_IPO,
        "Bij IDENTIFICATIE: wie het kan zijn. Wie in het register staat zoals die nu bekend is; een ander zoals de BRP "
        "hem toonde, alleen zolang IPO niet heeft beslist.",
    )
    toelichting: str = veld(ALLEEN_IPO, "Wat er te doen is.")
    afgehandeld_op: Tijdstip | None = veld(ALLEEN_IPO, "Moment waarop het werk klaar was; leeg: nog niet.")
