"""What a service without GraphQL does: it knows its operations by their text, and each has its own SQL."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.graphql.samenstelling import vandaag
from app.http.poort import GraphqlAntwoord, Soort
from bench.handgeschreven import vragen
from bench.handgeschreven.leveren import lever
from bench.operaties import DOSSIER, ENKEL, LIJST
from resolvers.globale_id import ontleed
from resolvers.leesplan import Raadpleging

if TYPE_CHECKING:
    from app.http.poort import GraphqlVerzoek
    from app.opslag.lezen.lezer import Lezer
    from domain.aanroeper import Aanroeper


@dataclass(frozen=True, slots=True, kw_only=True)
class Handuitvoerder:
    """Answers the measured operations and nothing else; KeyError for any other document."""

    lezer: Lezer
    rolprefix: str

    async def __call__(self, verzoek: GraphqlVerzoek, aanroeper: Aanroeper, correlatie_id: str) -> GraphqlAntwoord:
        """Answer one of them."""
        if verzoek.document == DOSSIER:
            raadpleging = _raadpleging(aanroeper, "Dossier", correlatie_id)
            data = await self.lezer.lees(vragen.DOSSIER, {"bsn": verzoek.variabelen["bsn"]}, raadpleging)
            return GraphqlAntwoord(lichaam=b'{"data":%b}' % data, uitgevoerd=True, soort=Soort.QUERY)
        if verzoek.document == LIJST:
            raadpleging = _raadpleging(aanroeper, "Lijst", correlatie_id)
            waarden = {"eerste": str(verzoek.variabelen["eerste"]), "na": _na(verzoek.variabelen["na"])}
            data = await self.lezer.lees(vragen.LIJST, waarden, raadpleging)
            return GraphqlAntwoord(lichaam=b'{"data":%b}' % data, uitgevoerd=True, soort=Soort.QUERY)
        if verzoek.document == ENKEL:
            lichaam = await lever(self.lezer.pool, self.rolprefix, aanroeper, _object(verzoek.variabelen["input"]))
            return GraphqlAntwoord(lichaam=lichaam, uitgevoerd=True, soort=Soort.MUTATION)
        raise KeyError(verzoek.document)


def _raadpleging(aanroeper: Aanroeper, operatie: str, correlatie_id: str) -> Raadpleging:
    return Raadpleging(aanroeper=aanroeper, operatie=operatie, trace_id=correlatie_id, vandaag=vandaag())


def _object(invoer: object) -> dict[str, Any]:
    if not isinstance(invoer, dict):
        raise TypeError("no input")
    return invoer


def _na(cursor: Any) -> str:  # noqa: ANN401 - JSON
    gevonden = ontleed(cursor) if cursor else None
    return str(gevonden[1]) if gevonden else "0"
