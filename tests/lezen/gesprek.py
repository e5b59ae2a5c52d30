"""Asking the register in tests: a document in, an answer out, compiled or by the ordinary executor."""

from __future__ import annotations

import json
from asyncio import Runner
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from psycopg_pool import AsyncConnectionPool

from app.configuratie import Configuratie
from app.graphql.context import Paden
from app.graphql.samenstelling import maak_uitvoerder
from app.http.poort import GraphqlVerzoek
from app.samenstelling import verbindingsopties
from domain.aanroeper import Aanroeper, Rol
from domain.fouten import BronOnbereikbaar
from tests.lezen.gegevens import VANDAAG

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from app.graphql.uitvoerder import Uitvoerder
    from app.http.poort import GraphqlAntwoord
    from tests.postgres import Database

Json: TypeAlias = Any
"""What json.loads gives."""
SCHOOL: Final = Aanroeper(rol=Rol.MBO, instelling="27DV", gebruiker="j.de.vries")
ANDERE: Final = Aanroeper(rol=Rol.MBO, instelling="01AA")
IPO: Final = Aanroeper(rol=Rol.IPO)
AFNEMER: Final = Aanroeper(rol=Rol.AFNEMER, afnemer="CBS")
STAGEMARKT: Final = Aanroeper(rol=Rol.AFNEMER, afnemer="SBB")


class Weg:
    """SBB that is away."""

    async def leerbedrijf(self, _: str) -> None:
        raise BronOnbereikbaar("SBB is niet bereikbaar.")


@dataclass(slots=True, kw_only=True)
class Gesprek:
    """A conversation with one register; both ways answer on the same pool."""

    runner: Runner
    gecompileerd: Uitvoerder
    uitgevoerd: Uitvoerder
    wie: Aanroeper = field(default=SCHOOL)

    def antwoord(self, document: str, wie: Aanroeper | None = None, **variabelen: object) -> GraphqlAntwoord:
        """Answer by the way the product chooses."""
        return self._vraag(self.gecompileerd, document, wie, variabelen)

    def gewoon(self, document: str, wie: Aanroeper | None = None, **variabelen: object) -> GraphqlAntwoord:
        """Answer by the ordinary executor."""
        return self._vraag(self.uitgevoerd, document, wie, variabelen)

    def data(self, document: str, wie: Aanroeper | None = None, **variabelen: object) -> Json:
        """Return the data of an answer without errors, after proving that the ordinary executor gives the same."""
        antwoord = json.loads(self.antwoord(document, wie, **variabelen).lichaam)
        gewoon = json.loads(self.gewoon(document, wie, **variabelen).lichaam)
        assert antwoord == gewoon
        assert "errors" not in antwoord, antwoord
        return antwoord["data"]

    def fout(self, document: str, wie: Aanroeper | None = None, **variabelen: object) -> dict[str, Any]:
        """Return the one error of a request that is not executed, the same on both ways."""
        antwoord = self.antwoord(document, wie, **variabelen)
        assert antwoord.lichaam == self.gewoon(document, wie, **variabelen).lichaam
        assert not antwoord.uitgevoerd
        inhoud = json.loads(antwoord.lichaam)
        assert "data" not in inhoud
        (fout,) = inhoud["errors"]
        assert fout["extensions"]["correlatieId"] == "c0ffee"
        return dict(fout)

    def _vraag(
        self, uitvoerder: Uitvoerder, document: str, wie: Aanroeper | None, variabelen: Mapping[str, object]
    ) -> GraphqlAntwoord:
        verzoek = GraphqlVerzoek(document=document, operatienaam=None, variabelen=variabelen, alleen_introspectie=False)
        return self.runner.run(uitvoerder(verzoek, wie or self.wie, "c0ffee"))


@contextmanager
def gesprek_met(database: Database, **instellingen: float) -> Iterator[Gesprek]:
    """Open a conversation on a database; instellingen are settings that differ from the defaults."""
    configuratie = Configuratie(rolprefix=database.rolprefix, **instellingen)
    with Runner() as runner:
        pool = runner.run(_open(database.dienst_url, configuratie))
        try:
            wegen = [
                maak_uitvoerder(
                    pool,
                    configuratie,
                    Paden(leveren=None, aanvragen=None, afhandelen=None, webhooks=None, bevestigingen=None, sbb=Weg()),
                    klok=lambda: VANDAAG,
                    altijd_uitvoeren=gewoon,
                )
                for gewoon in (False, True)
            ]
            yield Gesprek(runner=runner, gecompileerd=wegen[0], uitgevoerd=wegen[1])
        finally:
            runner.run(pool.close())


async def _open(url: str, configuratie: Configuratie) -> AsyncConnectionPool:
    opties, time_out = verbindingsopties(configuratie), configuratie.time_out_pool
    pool = AsyncConnectionPool(url, min_size=1, max_size=4, kwargs=opties, open=False, timeout=time_out)
    await pool.open()
    return pool
