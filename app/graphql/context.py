"""The context of one request: who asks, and the ways out for fields that storage does not answer by itself."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from domain.referentie import Instelling
from resolvers.leesplan import Blad, Leesplan, Tak, Vorm

if TYPE_CHECKING:
    from collections.abc import Mapping

    from domain.aanroeper import Aanroeper
    from domain.poorten import Bevestigingen, Sbb
    from schema.context import Aanvraagpad, Keuzepad, Leverpad, Webhookpad
    from schema.opzoeken import Opzoeker

_VELDEN: Final = tuple(Blad(naam, naam, "String") for naam in ("brin", "naam", "plaats", "bekostigd"))
_INSTELLING: Final = Leesplan(
    (Tak("instelling", "instelling", Vorm.EEN, (("Instelling", _VELDEN),), (("brin", "brin"),)),)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paden:
    """The ways out of a process: to the register, by a delivery, a request or a decision, and to SBB."""

    leveren: Leverpad
    aanvragen: Aanvraagpad
    afhandelen: Keuzepad
    webhooks: Webhookpad
    bevestigingen: Bevestigingen
    sbb: Sbb


@dataclass(frozen=True, slots=True, kw_only=True)
class Verzoekcontext:
    """What resolvers may ask of the request; `variabelen` are as received, literals included, before coercion."""

    aanroeper: Aanroeper
    correlatie_id: str
    operatie: str
    variabelen: Mapping[str, Any]
    opzoeker: Opzoeker
    sbb: Sbb
    leveren: Leverpad
    aanvragen: Aanvraagpad
    afhandelen: Keuzepad
    webhooks: Webhookpad
    bevestigingen: Bevestigingen
    meeste_leveringen: int

    async def instelling(self, brin: str) -> Instelling | None:
        """Return the institution as valid today, else its newest row; None for an unknown BRIN."""
        statement = self.opzoeker.lezer.bereid(_INSTELLING, self.aanroeper.rol)
        antwoord = await self.opzoeker.lezer.lees(statement, {"brin": brin}, self.opzoeker.raadpleging)
        gevonden = json.loads(antwoord)["instelling"]
        return Instelling(**gevonden) if gevonden else None
