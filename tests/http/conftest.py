"""An application around a fake Uitvoerder, and a client that speaks HTTP to it without a socket."""

from __future__ import annotations

import asyncio
import io
import json
import logging
from contextlib import nullcontext
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import httpx
import pytest
import structlog

from app.configuratie import Configuratie
from app.http.applicatie import Onderdelen, maak_app
from app.http.poort import GraphqlAntwoord, GraphqlVerzoek, Soort
from app.logboek import richt_in
from app.tokens.toets import TEKST
from app.waarneming import Waarneming
from domain.aanroeper import Aanroeper, Rol
from domain.fouten import NietAangemeld

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping

    from starlette.applications import Starlette

JSON = "application/json"
GRAPHQL = "application/graphql-response+json"
DATA = b'{"data":{"ik":{"rol":"MBO"}}}'
VERZOEKFOUT = b'{"errors":[{"message":"nee","extensions":{"code":"ONGELDIG_VERZOEK"}}]}'
GELUKT = GraphqlAntwoord(lichaam=DATA, uitgevoerd=True, soort=Soort.QUERY)


@dataclass
class Nep:
    """An Uitvoerder that answers what the test told it to, and remembers what it was asked."""

    antwoord: GraphqlAntwoord = GELUKT
    fout: BaseException | None = None
    wacht: Callable[[], Awaitable[object]] | None = None
    gevraagd: list[tuple[GraphqlVerzoek, Aanroeper, str]] = field(default_factory=list)

    async def __call__(self, verzoek: GraphqlVerzoek, aanroeper: Aanroeper, correlatie_id: str) -> GraphqlAntwoord:
        self.gevraagd.append((verzoek, aanroeper, correlatie_id))
        if self.wacht:
            await self.wacht()
        if self.fout:
            raise self.fout
        return self.antwoord


async def toets(token: str, _certificaat: str | None) -> Aanroeper:
    """Know one token."""
    if token != "goed":
        raise NietAangemeld(TEKST)
    return Aanroeper(rol=Rol.MBO, instelling="27DV")


async def alles_goed() -> Mapping[str, bool]:
    return {"database": True}


async def niets_wacht() -> Mapping[str, float]:
    return {"berichten_zonder_plaats": 0.0}


@dataclass
class Klant:
    """Sends requests; a token and a JSON content type unless the test says otherwise."""

    nep: Nep = field(default_factory=Nep)
    waarneming: Waarneming = field(default_factory=Waarneming)
    anders: dict[str, Any] = field(default_factory=dict)

    def app(self) -> Starlette:
        vast = {
            "configuratie": Configuratie(),
            "uitvoerder": self.nep,
            "abonneerder": self.nep,
            "uitgifte": None,
            "toets": toets,
            "controle": alles_goed,
            "standen": niets_wacht,
            "levensloop": nullcontext,
            "waarneming": self.waarneming,
        }
        return maak_app(Onderdelen(**(vast | self.anders)))

    def vraag(self, methode: str, pad: str, **rest: object) -> httpx.Response:
        return self.vragen((methode, pad, rest))[0]

    def vragen(self, *vragen: tuple[str, str, dict[str, Any]]) -> list[httpx.Response]:
        """Send requests one after another to one application."""

        async def stuur() -> list[httpx.Response]:
            vervoer = httpx.ASGITransport(self.app())
            async with httpx.AsyncClient(transport=vervoer, base_url="http://register") as client:
                return [await client.send(_verzoek(client, *vraag)) for vraag in vragen]

        return asyncio.run(stuur())

    def post(
        self, lichaam: object = None, koppen: Mapping[str, str | None] | None = None, **rest: object
    ) -> httpx.Response:
        return self.vraag("POST", "/graphql", lichaam=lichaam, koppen=koppen, **rest)


def _verzoek(client: httpx.AsyncClient, methode: str, pad: str, rest: dict[str, Any]) -> httpx.Request:
    alle = {"Authorization": "Bearer goed", "Accept": JSON} | (rest.pop("koppen", None) or {})
    lichaam = rest.pop("lichaam", None)
    if methode == "POST":
        alle.setdefault("Content-Type", JSON)
        rest.setdefault("content", json.dumps({"query": "{ik{rol}}"} if lichaam is None else lichaam))
    verzoek = client.build_request(methode, pad, **rest)
    for naam, waarde in alle.items():
        verzoek.headers.pop(naam, None)
        if waarde is not None:
            verzoek.headers[naam] = waarde
    return verzoek


@dataclass
class Log:
    """What was logged during a test."""

    stroom: io.StringIO = field(default_factory=io.StringIO)

    @property
    def tekst(self) -> str:
        return self.stroom.getvalue()

    @property
    def regels(self) -> list[dict[str, Any]]:
        return [json.loads(regel) for regel in self.tekst.splitlines()]


@pytest.fixture
def log() -> Iterator[Log]:
    log = Log()
    richt_in("INFO", log.stroom)
    yield log
    structlog.reset_defaults()
    logging.basicConfig(handlers=[logging.NullHandler()], level=logging.WARNING, force=True)


async def in_stukken(*stukken: bytes) -> AsyncIterator[bytes]:
    for stuk in stukken:
        yield stuk


@pytest.fixture
def klant() -> Klant:
    return Klant()


def fout_van(antwoord: httpx.Response) -> dict[str, Any]:
    """Return the one error of a refusal, after checking its shape."""
    assert set(antwoord.json()) == {"errors"}
    (fout,) = antwoord.json()["errors"]
    assert fout["extensions"]["correlatieId"] == antwoord.headers["X-Correlatie-Id"]
    return fout  # type: ignore[no-any-return]
