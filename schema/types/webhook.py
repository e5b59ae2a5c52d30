"""The webhook: where messages are posted to, and how that goes."""

import strawberry

from schema.enums import BerichtSoort
from schema.scalars import Tijdstip
from schema.veld import ONTVANGERS, veld


@strawberry.type(
    description="Webhook: een adres waar het register elk bericht aan de ontvanger als CloudEvent naartoe stuurt. Het "
    "geheim voor de handtekening wordt nooit teruggegeven."
)
class Webhook:
    """An address, with how far it is."""

    url: str = veld(ONTVANGERS, "Het adres.")
    soorten: list[BerichtSoort] = veld(ONTVANGERS, "De soorten die erheen gaan; leeg: alle.")
    actief: bool = veld(
        ONTVANGERS,
        "Of er wordt bezorgd. Onwaar nadat de ontvanger met 410 antwoordde; opnieuw vastleggen zet het verder waar het "
        "gebleven was.",
    )
    laatste_levering: Tijdstip | None = veld(ONTVANGERS, "Moment waarop de ontvanger het laatst een bericht aannam.")
    fout: str | None = veld(ONTVANGERS, "Laatste fout, als de laatste poging mislukte.")
    achterstand: int = veld(ONTVANGERS, "Aantal berichten dat nog bezorgd moet worden.")
