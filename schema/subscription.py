"""What a caller can wait for: the register sends it as soon as it is there."""

import strawberry

from schema.types.bericht import Bericht
from schema.veld import ONTVANGERS, argument, veld


@strawberry.type(
    description="Wat het register stuurt zodra het er is: over een websocket (`graphql-transport-ws`) of als antwoord "
    "op een POST met `Accept: text/event-stream`."
)
class Subscription:
    """The root of every subscription."""

    berichten: Bericht = veld(
        ONTVANGERS,
        "Eerst de spontane leveringen aan de aanroeper die nog niet bevestigd zijn, in hun vaste volgorde, en dan elke "
        "volgende zodra zij er is. Bevestigen blijft met `bevestigenBerichten`; wat dan niet bevestigd is, komt bij "
        "een volgende verbinding weer.",
        argument(
            "after",
            str | None,
            "Begin na de plaats van dit bericht: de cursor van `Query.berichten`, of de `id` van het laatste dat kwam.",
        ),
    )
