"""The requests of each operation for each server, drawn from the register with a fixed seed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import cycle
from random import Random
from typing import TYPE_CHECKING, Final

from bench import client
from bench.leveringen import Leverancier
from bench.operaties import DOSSIER, ENKEL, LIJST, REEKS
from bench.postgraphile import operaties as van_postgraphile
from resolvers.globale_id import globale_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.register import Register
    from bench.servers import Server
    from bench.studenten import School
    from bench.tokens import Uitgever

RIJEN: Final = 100
BLADZIJDEN: Final = 40
POSTGRAPHILE: Final = "postgraphile"


@dataclass(frozen=True, slots=True)
class Verzoeken:
    """Writes requests; every school asks with a token of its own."""

    scholen: list[School]
    tokens: dict[str, str]
    leveranciers: list[Leverancier]

    @classmethod
    def van(cls, register: Register, scholen: list[School], uitgever: Uitgever) -> Verzoeken:
        """Prepare for these schools."""
        tokens = {school.brin: uitgever.token(school.brin) for school in scholen}
        return cls(scholen, tokens, [Leverancier.van(register, school.brin) for school in scholen])

    def dossiers(self, server: Server) -> list[bytes]:
        """Return a question for each student, shuffled."""
        document = van_postgraphile.DOSSIER if server.naam == POSTGRAPHILE else DOSSIER
        vragen = [self._vraag(server, school.brin, document, bsn=bsn) for school in self.scholen for bsn in school.bsns]
        return _geschud(vragen)

    def lijsten(self, server: Server) -> list[bytes]:
        """Return questions for pages all over the lists, shuffled; the cursors of PostGraphile it gives itself."""
        if server.naam == POSTGRAPHILE:
            return _geschud([vraag for school in self.scholen for vraag in self._bladeren(server, school.brin)])
        vragen = [
            self._vraag(server, school.brin, LIJST, eerste=RIJEN, na=globale_id("Inschrijving", nummer))
            for school in self.scholen
            for nummer in school.ids[: RIJEN * BLADZIJDEN : RIJEN][:-1]
        ]
        return _geschud(vragen)

    def _bladeren(self, server: Server, brin: str) -> Iterator[bytes]:
        na = None
        for _ in range(BLADZIJDEN):
            vraag = self._vraag(server, brin, van_postgraphile.LIJST, eerste=RIJEN, na=na, school=brin)
            plaats = json.loads(client.vraag(server.poort, vraag))["data"]["allInschrijvings"]["pageInfo"]
            if not plaats["hasNextPage"]:
                return
            na = plaats["endCursor"]
            yield vraag

    def leveringen(self, server: Server) -> Iterator[bytes]:
        """Yield new enrolments without end, of the schools in turn."""
        for een in cycle(self.leveranciers):
            yield self._vraag(server, een.brin, ENKEL, input=een.inschrijving())

    def reeksen(self, server: Server) -> Iterator[bytes]:
        """Yield batches of 500 deliveries without end, of the schools in turn."""
        for een in cycle(self.leveranciers):
            yield self._vraag(server, een.brin, REEKS, leveringen=een.reeks())

    def _vraag(self, server: Server, brin: str, document: str, **variabelen: object) -> bytes:
        lichaam = json.dumps({"query": document, "variables": variabelen}, separators=(",", ":"))
        return client.http(server.poort, self.tokens[brin], lichaam.encode())


def _geschud(vragen: list[bytes]) -> list[bytes]:
    Random(1).shuffle(vragen)  # noqa: S311 - no secret, and the same every time
    return vragen
