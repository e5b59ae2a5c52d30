"""An inbox in tests: messages go in as rows, and come out as their receiver reads them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from psycopg.types.json import Jsonb

from app.achtergrond.nummeraar import nummer_bij

if TYPE_CHECKING:
    import httpx

    from tests.klant import Klant
    from tests.postgres import Database
    from tests.register import Register

Json = dict[str, Any]
LEES: Final = """
query Lees($bevestigd: Boolean = false, $first: Int = 50, $after: String) {
  berichten(bevestigd: $bevestigd, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id soort inhoud bevestigdOp aangemaaktOp } }
  }
}
"""
BEVESTIG: Final = "mutation Bevestig($id: ID!) { bevestigenBerichten(totEnMet: $id) }"
_SCHRIJF: Final = "INSERT INTO bericht (soort, instelling, afnemer, inhoud) VALUES (%s, %s, %s, %s)"


@dataclass(frozen=True)
class Postbus:
    """The inbox of one receiver."""

    register: Register
    klant: Klant

    def schrijf(self, *nummers: int, instelling: str | None = "27DV", afnemer: str | None = None) -> None:
        """Write a message a number, each in a transaction of its own, without a place in the order yet."""
        for nummer in nummers:
            rij = ("PERSOONSMUTATIE", instelling, afnemer, Jsonb({"nummer": nummer}))
            self.register.verbinding.execute(_SCHRIJF, rij)

    def ontvang(self, *nummers: int, **wie: str | None) -> None:
        """Write messages and give them their place."""
        self.schrijf(*nummers, **wie)
        nummer(self.register)

    def bladzijde(self, **argumenten: object) -> Json:
        return dict(self.klant.vraag(LEES, **argumenten)["berichten"])

    def nummers(self, **argumenten: object) -> list[int]:
        """The messages on a page, by the number that was written."""
        return [edge["node"]["inhoud"]["nummer"] for edge in self.bladzijde(**argumenten)["edges"]]

    def id(self, nummer: int) -> str:
        """The id of the message with this number, as its receiver reads it."""
        edges = self.bladzijde(bevestigd=None, first=500)["edges"]
        (gevonden,) = (edge["node"]["id"] for edge in edges if edge["node"]["inhoud"]["nummer"] == nummer)
        return str(gevonden)

    def bevestig(self, nummer: int) -> int:
        return int(self.klant.vraag(BEVESTIG, id=self.id(nummer))["bevestigenBerichten"])

    def probeer(self, id_: str) -> httpx.Response:
        """Confirm whatever this id is."""
        return self.klant.stuur(BEVESTIG, id=id_)


def nummer(register: Register) -> int:
    """Number what is there, as the worker does."""
    database: Database = register.database
    return register.lus.doe(nummer_bij(database.direct_url, database.rolprefix))
