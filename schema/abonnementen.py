"""From a subscription to what it reads: the same page of the same list that Query.berichten gives, time after time."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from domain.fouten import OngeldigVerzoek
from resolvers.leesplan import Blad, Leesplan, Tak, Vorm
from schema.argumenten import NIEMAND
from schema.plannen import Gepland

FIRST: Final = "first"
AFTER: Final = "after"
BEVESTIGD: Final = "bevestigd"
CURSOR: Final = "cursor"
NODE: Final = "node"
EDGES: Final = "edges"
_ARGUMENTEN: Final = tuple((naam, naam) for naam in (BEVESTIGD, FIRST, AFTER))


def bladzijde_van(gepland: Gepland) -> Leesplan:
    """Return the plan that reads a page of what this subscription waits for; its response key is that of the field.

    The parameters are bevestigd, first and after. Raises OngeldigVerzoek when the field was left out by a directive, or
    asks what storage does not answer by itself.
    """
    if not gepland.te_compileren or len(gepland.plan.velden) != 1:
        raise OngeldigVerzoek("Een abonnement vraagt één veld, en daaronder alleen wat het register bewaart.")
    (veld,) = gepland.plan.velden
    if not isinstance(veld, Tak):
        raise OngeldigVerzoek("Een abonnement vraagt één veld met iets eronder.")
    node = replace(veld, sleutel=NODE, naam=NODE, argumenten=())
    edge = Tak(EDGES, EDGES, Vorm.LIJST, (("BerichtEdge", (Blad(CURSOR, CURSOR, "String"), node)),))
    lijst = Tak(veld.sleutel, veld.naam, Vorm.CONNECTIE, (("BerichtConnection", (edge,)),), _ARGUMENTEN)
    return Leesplan((lijst,))


def begin_van(plan: Leesplan, waarden: Mapping[str, str]) -> str:
    """Return the number of the message after which the subscription begins; NIEMAND: at the first one."""
    begin = (dict(veld.argumenten).get(AFTER) for veld in plan.velden if isinstance(veld, Tak))
    return next((waarden[parameter] for parameter in begin if parameter), NIEMAND)
