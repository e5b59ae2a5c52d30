"""Answers a subscription: page after page of what was not confirmed, and then whatever comes (besluit 0046)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.graphql import kosten
from app.graphql.fouten import Verzoekfouten
from app.graphql.uitvoerder import geweigerd
from app.http.poort import GraphqlAntwoord, GraphqlVerzoek, Soort, Stroom
from resolvers.globale_id import ontleed
from schema.abonnementen import AFTER, BEVESTIGD, CURSOR, EDGES, FIRST, NODE, begin_van

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from app.graphql.uitvoerder import Bereid, Uitvoerder
    from app.opslag.berichten.luisteren import Luisteraar
    from domain.aanroeper import Aanroeper

BLADZIJDE: Final = 50  # messages in memory for one subscription: what waits, waits in the database


@dataclass(frozen=True, slots=True, kw_only=True)
class Abonneren:
    """Implements app.http.poort.Abonneerder. It holds no connection and asks nothing while there is nothing."""

    uitvoerder: Uitvoerder
    luisteraar: Luisteraar

    async def __call__(
        self, verzoek: GraphqlVerzoek, aanroeper: Aanroeper, correlatie_id: str
    ) -> GraphqlAntwoord | Stroom:
        """Judge once, then read on behalf of the caller for as long as it listens."""
        try:
            bereid = await self.uitvoerder.bereid(verzoek, aanroeper)
        except Verzoekfouten as fouten:
            return geweigerd(fouten, correlatie_id)
        if bereid.document.soort is not Soort.SUBSCRIPTION:
            return await self.uitvoerder.antwoord(bereid, aanroeper, correlatie_id)
        antwoorden = self._antwoorden(bereid, aanroeper, correlatie_id)
        return Stroom(antwoorden=antwoorden, operatie=bereid.document.veld)

    async def _antwoorden(
        self, bereid: Bereid, aanroeper: Aanroeper, correlatie_id: str
    ) -> AsyncGenerator[bytes, None]:
        na = begin_van(bereid.ontwerp.plan, bereid.waarden)
        with self.luisteraar.voor(aanroeper) as bel:
            while True:
                bel.clear()  # before reading: what comes while we read rings again
                bladzijde = await self._lees(bereid, na, aanroeper, correlatie_id)
                for nummer, antwoord in bladzijde:
                    yield antwoord
                    na = nummer
                if len(bladzijde) < BLADZIJDE:
                    await bel.wait()

    async def _lees(self, bereid: Bereid, na: str, aanroeper: Aanroeper, correlatie_id: str) -> list[tuple[str, bytes]]:
        """Return the next messages, each with the number after which the one behind it comes, and take their cost."""
        waarden = {**bereid.waarden, BEVESTIGD: "false", FIRST: str(BLADZIJDE), AFTER: na}
        raadpleging = self.uitvoerder.raadpleging(bereid, aanroeper, correlatie_id)
        data = json.loads(await self.uitvoerder.lezer.lees(bereid.ontwerp.statement, waarden, raadpleging))
        ((sleutel, lijst),) = data.items()
        bladzijde = [(_nummer(edge[CURSOR]), _antwoord(sleutel, edge[NODE])) for edge in lijst[EDGES]]
        self.uitvoerder.begroot(aanroeper, len(bladzijde) * kosten.kosten(bereid.ontwerp.plan.velden, bereid.waarden))
        return bladzijde


def _nummer(cursor: str) -> str:
    soort_en_nummer = ontleed(cursor)
    if soort_en_nummer is None:
        raise ValueError("a cursor of ours that is none")
    return str(soort_en_nummer[1])


def _antwoord(sleutel: str, node: object) -> bytes:
    return json.dumps({"data": {sleutel: node}}, separators=(",", ":"), ensure_ascii=False).encode()
