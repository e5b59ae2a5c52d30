"""The same application behind a real socket, for what only a socket can show."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING

import httpx
import pytest
import uvicorn

from app.configuratie import Configuratie
from tests.http.conftest import DATA, Klant, Nep, fout_van

if TYPE_CHECKING:
    from collections.abc import Iterator

KOPPEN = {"Authorization": "Bearer goed", "Content-Type": "application/json"}
VRAAG = b'{"query":"{ik{rol}}"}'


@contextmanager
def draaiend(klant: Klant) -> Iterator[tuple[str, uvicorn.Server]]:
    """Serve until the end of the block; gives the address and the server."""
    with socket.create_server(("127.0.0.1", 0)) as luisteraar:
        instellingen = uvicorn.Config(klant.app(), log_config=None, server_header=False, access_log=False)
        server = uvicorn.Server(instellingen)
        draad = threading.Thread(target=server.run, kwargs={"sockets": [luisteraar]})
        draad.start()
        try:
            yield f"http://127.0.0.1:{luisteraar.getsockname()[1]}", server
        finally:
            server.should_exit = True
            draad.join()


def test_twintig_megabyte_wordt_snel_en_leesbaar_geweigerd(klant: Klant) -> None:
    with draaiend(klant) as (adres, _), httpx.Client(headers=KOPPEN) as client:
        begin = time.perf_counter()
        antwoord = client.post(f"{adres}/graphql", content=b" " * 20_000_000)
        assert time.perf_counter() - begin < 1
        assert antwoord.status_code == 413
        assert fout_van(antwoord)["extensions"]["code"] == "TE_GROOT"
        assert client.post(f"{adres}/graphql", content=VRAAG).content == DATA


def test_een_trage_zender_houdt_niemand_op() -> None:
    klant = Klant(anders={"configuratie": Configuratie(time_out_lichaam=0.2)})
    with draaiend(klant) as (adres, _), socket.create_connection(("127.0.0.1", httpx.URL(adres).port or 0)) as traag:
        traag.sendall(b"POST /graphql HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer goed\r\n")
        traag.sendall(b"Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{")
        assert httpx.post(f"{adres}/graphql", content=VRAAG, headers=KOPPEN).content == DATA
        ontvangen = b""
        while deel := traag.recv(4096):
            ontvangen += deel
        assert ontvangen.startswith(b"HTTP/1.1 408 ")


def test_een_vrager_die_weggaat_kost_geen_fout(klant: Klant) -> None:
    with draaiend(klant) as (adres, _):
        with socket.create_connection(("127.0.0.1", httpx.URL(adres).port or 0)) as weg:
            weg.sendall(b"POST /graphql HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer goed\r\n")
            weg.sendall(b"Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{")
        assert httpx.post(f"{adres}/graphql", content=VRAAG, headers=KOPPEN).content == DATA
    tellers = klant.waarneming.metrieken.tekst().decode()
    assert 'uitkomst="AFGEBROKEN"} 1.0' in tellers
    assert "INTERN" not in tellers


def test_een_server_die_stopt_maakt_een_lopend_verzoek_af() -> None:
    begonnen, door = threading.Event(), threading.Event()

    async def wacht() -> None:
        begonnen.set()
        await asyncio.to_thread(door.wait)

    with draaiend(Klant(Nep(wacht=wacht))) as (adres, server), ThreadPoolExecutor() as draden:
        vraag = draden.submit(httpx.post, f"{adres}/graphql", content=VRAAG, headers=KOPPEN)
        begonnen.wait()
        server.should_exit = True
        door.set()
        assert vraag.result().content == DATA


@pytest.mark.parametrize(
    "rommel", [b"\0\1\2\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"POST /graphql HTTP/1.1\r\nA\r\n\r\n"]
)
def test_rommel_op_de_lijn_laat_de_volgende_ongemoeid(klant: Klant, rommel: bytes) -> None:
    with draaiend(klant) as (adres, _):
        with socket.create_connection(("127.0.0.1", httpx.URL(adres).port or 0)) as lijn:
            lijn.sendall(rommel)
            assert lijn.recv(4096).startswith(b"HTTP/1.1 400 ")
        antwoord = httpx.get(f"{adres}/gezond")
        assert antwoord.json() == {"gezond": True}
        assert "server" not in antwoord.headers
