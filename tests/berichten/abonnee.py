"""A register behind a real socket, and clients that listen to it: by websocket, and by server-sent events."""

from __future__ import annotations

import asyncio
import json
import socket
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import httpx
import psycopg
import uvicorn
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from app.configuratie import Configuratie
from app.http.websocket import websockets
from tests.buitenwereld import BRP_URL, SBB_URL, maak_brp, maak_sbb
from tests.klant import Klant, Lus
from tests.register import Register, app_op, eigen_uitgever

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from tests.postgres import Database

Json = dict[str, Any]
WS: Final = Subprotocol("graphql-transport-ws")
ABONNEER: Final = "subscription Post($after: String) { bericht: berichten(after: $after) { id soort inhoud } }"
GEDULD: Final = 20.0
"""Seconds for what takes milliseconds, on a machine that is busy with other tests."""


@contextmanager
def luisterend_register(database: Database, **instellingen: object) -> Iterator[Register]:
    """Serve a register on a port of 127.0.0.1; its klanten speak to it over that port."""
    bronnen = {BRP_URL: maak_brp(), SBB_URL: maak_sbb()}
    with (
        app_op(database, bronnen, eigen_uitgever(), **instellingen) as app,
        Lus() as lus,
        psycopg.connect(database.eigenaar_url, autocommit=True) as eigenaar,
        socket.create_server(("127.0.0.1", 0)) as luisteraar,
    ):
        adres = f"http://127.0.0.1:{luisteraar.getsockname()[1]}"
        server = uvicorn.Server(
            uvicorn.Config(app, log_config=None, access_log=False, server_header=False, **websockets(Configuratie()))
        )
        draait = asyncio.run_coroutine_threadsafe(server.serve(sockets=[luisteraar]), lus._lus)  # noqa: SLF001 - ours
        http = httpx.AsyncClient(base_url=adres, timeout=GEDULD, trust_env=False)
        try:
            yield Register(
                database=database, verbinding=eigenaar, lus=lus, http=http,
                brp=bronnen[BRP_URL], sbb=bronnen[SBB_URL],
            )  # fmt: skip
        finally:
            lus.doe(http.aclose())
            server.should_exit = True
            draait.result()


@dataclass
class Draad:
    """A websocket as a client has it: what it hears, it hears in order."""

    verbinding: ClientConnection
    gehoord: list[Json] = field(default_factory=list)

    async def zeg(self, **bericht: object) -> None:
        await self.verbinding.send(json.dumps(bericht))

    async def hoor(self) -> Json:
        gehoord: Json = json.loads(await asyncio.wait_for(self.verbinding.recv(), GEDULD))
        self.gehoord.append(gehoord)
        return gehoord

    async def begin(self, token: str | None = None) -> None:
        """Open the conversation."""
        await self.zeg(type="connection_init", **({"payload": {"Authorization": f"Bearer {token}"}} if token else {}))
        assert await self.hoor() == {"type": "connection_ack"}

    async def abonneer(self, id_: str = "1", document: str = ABONNEER, **variabelen: object) -> None:
        await self.zeg(type="subscribe", id=id_, payload={"query": document, "variables": variabelen})

    async def bericht(self, id_: str = "1") -> Json:
        """Return the next message of an operation, without errors."""
        gehoord = await self.hoor()
        assert (gehoord["type"], gehoord["id"]) == ("next", id_), gehoord
        assert "errors" not in gehoord["payload"], gehoord
        return dict(gehoord["payload"]["data"]["bericht"])

    async def nummers(self, aantal: int, id_: str = "1") -> list[int]:
        """Return the next messages by the number that was written in them."""
        return [(await self.bericht(id_))["inhoud"]["nummer"] for _ in range(aantal)]

    async def einde(self) -> int | None:
        """Wait until the other side ends it; return its code."""
        await asyncio.wait_for(self.verbinding.wait_closed(), GEDULD)
        return self.verbinding.close_code


@asynccontextmanager
async def draad(klant: Klant, *, kop: bool = False, **opties: Any) -> AsyncIterator[Draad]:  # noqa: ANN401 - passed on
    """Open a websocket; kop: with the token in a header, and begun."""
    koppen = {"Authorization": f"Bearer {klant.token}"} if kop else {}
    adres = str(klant.http.base_url.join("/graphql")).replace("http", "ws", 1)
    opties = {"subprotocols": [WS], "additional_headers": koppen, "compression": None, "proxy": None, **opties}
    async with connect(adres, **opties) as verbinding:
        lijn = Draad(verbinding)
        if kop:
            await lijn.begin()
        yield lijn


@dataclass
class Gebeurtenissen:
    """A stream of server-sent events as a client has it."""

    antwoord: httpx.Response
    _regels: AsyncIterator[str]

    async def volgende(self) -> tuple[str, Json | None]:
        """Return the next event and its data; a heartbeat is none."""
        soort, inhoud = "", None
        async with asyncio.timeout(GEDULD):
            async for regel in self._regels:
                naam, _, waarde = regel.partition(":")
                if naam == "event":
                    soort = waarde.strip()
                elif naam == "data" and waarde.strip():
                    inhoud = json.loads(waarde)
                elif not regel and soort:
                    return soort, inhoud
        return "einde", None

    async def nummers(self, aantal: int) -> list[int]:
        gebeurtenissen = [await self.volgende() for _ in range(aantal)]
        assert {soort for soort, _ in gebeurtenissen} <= {"next"}, gebeurtenissen
        return [inhoud["data"]["bericht"]["inhoud"]["nummer"] for _, inhoud in gebeurtenissen if inhoud]


@asynccontextmanager
async def gebeurtenissen(
    klant: Klant, document: str = ABONNEER, accept: str = "text/event-stream", **variabelen: object
) -> AsyncIterator[Gebeurtenissen]:
    """Ask for a stream by POST."""
    koppen = {"Authorization": f"Bearer {klant.token}", "Accept": accept}
    lichaam = {"query": document, "variables": variabelen}
    async with klant.http.stream("POST", "/graphql", json=lichaam, headers=koppen) as antwoord:
        yield Gebeurtenissen(antwoord, antwoord.aiter_lines())
