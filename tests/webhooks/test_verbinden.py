"""The wire: certificates count by name though we look names up ourselves, and only allowed addresses are tried."""

from __future__ import annotations

import asyncio
import ssl
from typing import TYPE_CHECKING, Any

import httpcore
import pytest

from app.bezorgen import verbinden
from app.bezorgen.verbinden import LANGSTE_ANTWOORD, Antwoord, Post, VerbodenAdres, webhookregels
from app.configuratie import Configuratie
from domain.webhook import Webhookregels
from tests.proeven.partij import Partij

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from pathlib import Path

THUIS = Webhookregels(thuis=True, meeste=1)
BUITEN = Webhookregels(thuis=False, meeste=1)


def bij(werk: Coroutine[Any, Any, Any]) -> Any:  # noqa: ANN401 - whatever it gives
    return asyncio.run(werk)


async def _post(regels: Webhookregels, url: str) -> Antwoord:
    post = Post(regels, 5.0)
    try:
        return await post.zend(url, b"{}", {"Content-Type": "text/plain"})
    finally:
        await post.sluit()


async def _bij_een_server(
    antwoord: bytes, schema: str, host: str, regels: Webhookregels, verband: ssl.SSLContext | None = None
) -> Antwoord:
    """Post to a server that answers so, by this name."""

    async def klant(lezer: asyncio.StreamReader, schrijver: asyncio.StreamWriter) -> None:
        await lezer.readuntil(b"\r\n\r\n{}")
        schrijver.write(antwoord)
        await schrijver.drain()
        schrijver.close()

    async with await asyncio.start_server(klant, "127.0.0.1", 0, ssl=verband) as server:
        return await _post(regels, f"{schema}://{host}:{server.sockets[0].getsockname()[1]}/")


def test_in_productie_gaat_niets_naar_deze_machine_of_een_eigen_netwerk() -> None:
    assert webhookregels(Configuratie(omgeving="productie")) == Webhookregels(thuis=False, meeste=10)
    for host in ("localhost", "127.0.0.1", "10.0.0.1", "[::1]", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]"):
        with pytest.raises(VerbodenAdres):
            bij(_post(BUITEN, f"https://{host}/"))


def test_van_een_naam_met_meer_adressen_telt_alleen_wat_mag(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was looked up and judged is what is connected to: a second look-up could answer something else."""
    gezocht: list[str] = []

    def zoek(host: str, _poort: int) -> list[str]:
        gezocht.append(host)
        return ["10.0.0.1", "127.0.0.1"]

    monkeypatch.setattr(verbinden, "_zoek", zoek)
    gehoord = bij(_bij_een_server(b"HTTP/1.1 204 X\r\n\r\n", "http", "school.voorbeeld", THUIS))
    assert gehoord == Antwoord(204)
    assert gezocht == ["school.voorbeeld"]


@pytest.mark.parametrize(
    ("kop", "later"),
    [("", None), ("Retry-After: 7\r\n", 7.0), ("Retry-After: straks\r\n", None), ("Retry-After: 9999999\r\n", None)],
)
def test_retry_after_telt_als_het_seconden_zijn(kop: str, later: float | None) -> None:
    antwoord = f"HTTP/1.1 503 X\r\nContent-Length: 0\r\n{kop}\r\n".encode()
    assert bij(_bij_een_server(antwoord, "http", "127.0.0.1", THUIS)) == Antwoord(503, later)


def test_een_lang_antwoord_wordt_niet_uitgelezen() -> None:
    antwoord = b"HTTP/1.1 200 X\r\nContent-Length: 999999999\r\n\r\n" + b"x" * (LANGSTE_ANTWOORD + 1)
    assert bij(_bij_een_server(antwoord, "http", "127.0.0.1", THUIS)).status == 200


def test_een_doorverwijzing_wordt_niet_gevolgd() -> None:
    antwoord = b"HTTP/1.1 307 X\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"
    assert bij(_bij_een_server(antwoord, "http", "127.0.0.1", THUIS)).status == 307


@pytest.mark.parametrize(("host", "vertrouwd", "lukt"), [("localhost", True, True), ("127.0.0.1", True, False),
                                                         ("localhost", False, False)])  # fmt: skip
def test_een_certificaat_moet_kloppen_met_de_naam(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, host: str, vertrouwd: bool, lukt: bool  # noqa: FBT001
) -> None:  # fmt: skip
    ca = Partij("ca")
    server = Partij("server", ca)
    for partij in (ca, server):
        partij.leg_neer(tmp_path)
    verband = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    verband.load_cert_chain(*server.leg_neer(tmp_path))
    if vertrouwd:
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    werk = _bij_een_server(b"HTTP/1.1 204 X\r\n\r\n", "https", host, THUIS, verband)
    if lukt:
        assert bij(werk) == Antwoord(204)
    else:
        with pytest.raises(httpcore.ConnectError):
            bij(werk)
