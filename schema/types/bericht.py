"""The message: what the register says by itself, to an institution or a consumer."""

import strawberry

from schema.enums import BerichtSoort
from schema.scalars import Json, Tijdstip
from schema.types.inschrijving import Inschrijving
from schema.types.node import Node
from schema.types.persoon import Persoon
from schema.types.resultaat import Resultaat
from schema.veld import ALLEEN_MBO, ONTVANGERS, veld


@strawberry.type(
    description="Bericht: een spontane levering van het register aan een instelling of afnemer. Berichten staan in een "
    "vaste volgorde; over één student in de volgorde waarin het gebeurde."
)
class Bericht(Node):
    """A message in the inbox of its receiver."""

    id: strawberry.ID = veld(
        ONTVANGERS, "Blijvende, ondoorzichtige sleutel van het bericht, voor `bevestigenBerichten` en `node(id:)`."
    )
    soort: BerichtSoort = veld(ONTVANGERS, "Waar het bericht over gaat.")
    aangemaakt_op: Tijdstip = veld(ONTVANGERS, "Moment waarop gebeurde waar het bericht over gaat.")
    bevestigd_op: Tijdstip | None = veld(ONTVANGERS, "Moment waarop de ontvanger het bevestigde; leeg: nog niet.")
    persoon: Persoon | None = veld(ALLEEN_MBO, "De student over wie het gaat, zoals die nu is.")
    inschrijving: Inschrijving | None = veld(ALLEEN_MBO, "De inschrijving waar het over gaat, zolang die bestaat.")
    resultaat: Resultaat | None = veld(ALLEEN_MBO, "Het diploma of resultaat waar het over gaat, zolang dat bestaat.")
    inhoud: Json = veld(ONTVANGERS, "Wat er gebeurde; welke velden erin staan hangt af van `soort`.")
