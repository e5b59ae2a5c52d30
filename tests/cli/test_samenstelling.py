"""The service around the register: what it opens it closes, and it is ready only when it is filled."""

from __future__ import annotations

import asyncio
import time
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import httpx
import pytest
from joserfc import jwt
from joserfc.jwk import ECKey

from app.configuratie import DEV_UITGEVER, Configuratie, ConfiguratieFout
from app.dienst import Dienst, Kern, Vulling
from app.http.poort import GraphqlAntwoord, GraphqlVerzoek
from app.samenstelling import app_van
from app.tokens.dev import DevUitgever
from domain.aanroeper import Aanroeper, Rol

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
    from pathlib import Path

    from app.opslag.overzichten.uitgeven import Gereed
    from app.tokens.intrekking import Ingetrokken

IPO = Aanroeper(rol=Rol.IPO)


@dataclass
class Proefkern:
    """A register that answers who asked, and is filled as the test wants."""

    vul: Callable[[], Awaitable[None]]
    gesloten: bool = False
    ingetrokken: dict[tuple[str, str, str], float] = field(default_factory=dict)
    gemeld: asyncio.Queue[bool] = field(default_factory=asyncio.Queue)

    @asynccontextmanager
    async def bouw(self, _configuratie: Configuratie) -> AsyncIterator[Kern]:
        yield Kern(
            uitvoerder=self._antwoord,
            abonneerder=self._antwoord,
            uitgifte=self,
            controle=self._controle,
            standen=self._standen,
            ingetrokken=self._ingetrokken,
            vul=self.vul,
        )
        self.gesloten = True

    async def _standen(self) -> Mapping[str, float]:
        return {}

    async def vind(self, _nummer: int, _aanroeper: Aanroeper, /) -> Gereed | None:
        return None

    async def inhoud(self, _gereed: Gereed, _aanroeper: Aanroeper, _id: str, /) -> AsyncIterator[bytes]:
        yield b""

    async def _antwoord(self, _v: GraphqlVerzoek, aanroeper: Aanroeper, _id: str, /) -> GraphqlAntwoord:
        return GraphqlAntwoord(lichaam=aanroeper.naam.encode(), uitgevoerd=True)

    async def _ingetrokken(self) -> Ingetrokken:
        return self.ingetrokken

    async def _controle(self) -> Mapping[str, bool]:
        return {"database": True}

    def dienst(self, *, leeg: bool = False) -> Dienst:
        return Dienst(
            configuratie=Configuratie(), bouw=self.bouw, vulling=Vulling(klaar=self.gemeld.put_nowait, leeg=leeg)
        )


async def niets() -> None:
    """Fill nothing."""


async def stuk() -> None:
    raise OSError("geen BRP")


def test_gereed_pas_als_het_voorbeeld_er_is() -> None:
    async def scenario() -> None:
        poort = asyncio.Event()

        async def wacht() -> None:
            await poort.wait()

        kern = Proefkern(wacht)
        async with kern.dienst() as dienst:
            assert await dienst.controle() == {"database": True, "voorbeeld": False}
            poort.set()
            assert await kern.gemeld.get()
            assert await dienst.controle() == {"database": True, "voorbeeld": True}
        assert kern.gesloten

    asyncio.run(scenario())


@pytest.mark.parametrize(("vul", "leeg", "gelukt"), [(stuk, False, False), (stuk, True, True), (niets, False, True)])
def test_wie_start_hoort_of_het_vullen_lukte(vul: Callable[[], Awaitable[None]], *, leeg: bool, gelukt: bool) -> None:
    async def scenario() -> bool:
        kern = Proefkern(vul)
        async with kern.dienst(leeg=leeg):
            return await kern.gemeld.get()

    assert asyncio.run(scenario()) is gelukt


def test_stoppen_wacht_niet_op_het_vullen() -> None:
    async def scenario() -> None:
        begonnen = asyncio.Event()

        async def eindeloos() -> None:
            begonnen.set()
            await asyncio.Event().wait()

        kern = Proefkern(eindeloos)
        async with kern.dienst():
            await begonnen.wait()
        assert kern.gesloten
        assert kern.gemeld.empty()

    asyncio.run(scenario())


def test_een_dienst_die_niet_gestart_is_antwoordt_niet() -> None:
    with pytest.raises(RuntimeError, match="niet gestart"):
        asyncio.run(Proefkern(niets).dienst().controle())


def _vraag(dienst: Dienst, token: str, uitgever: DevUitgever | None = None) -> httpx.Response:
    async def stuur() -> httpx.Response:
        app = app_van(dienst, uitgever=uitgever)
        async with (
            app.router.lifespan_context(app),
            httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://register") as client,
        ):
            koppen = {"Authorization": f"Bearer {token}"}
            return await client.post("/graphql", json={"query": "{x}"}, headers=koppen)

    return asyncio.run(stuur())


def test_de_dev_uitgever_geldt_alleen_waar_hij_is_meegegeven(tmp_path: Path) -> None:
    uitgever = DevUitgever.open(tmp_path, Configuratie())
    assert _vraag(Proefkern(niets).dienst(), uitgever.token(IPO), uitgever).content == b"IPO"
    assert _vraag(Proefkern(niets).dienst(), uitgever.token(IPO)).status_code == 401


def test_een_uitgever_uit_de_instellingen_wordt_herkend() -> None:
    sleutel = ECKey.generate_key("P-256", {"kid": "1"})
    jwks = {"keys": [sleutel.as_dict(private=False)]}
    claims = {"iss": "a", "aud": "bron-mbo", "azp": "b", "jti": "c", "iat": 0, "exp": 9_999_999_999, "rol": "IPO"}
    token = jwt.encode({"alg": "ES256", "kid": "1"}, claims, sleutel)
    dienst = Dienst(configuratie=Configuratie(token_uitgevers={"a": jwks}), bouw=Proefkern(niets).bouw)
    assert _vraag(dienst, token).content == b"IPO"


def test_een_ingetrokken_token_wordt_geweigerd(tmp_path: Path) -> None:
    uitgever = DevUitgever.open(tmp_path, Configuratie())
    kern = Proefkern(niets, ingetrokken={(DEV_UITGEVER, "azp", DEV_UITGEVER): time.time()})
    assert _vraag(kern.dienst(), uitgever.token(IPO), uitgever).status_code == 401


def test_een_uitgever_zonder_jwks_is_een_fout_bij_de_start() -> None:
    dienst = Dienst(configuratie=Configuratie(token_uitgevers={"a": {"sleutels": []}}), bouw=Proefkern(niets).bouw)
    with pytest.raises(ConfiguratieFout, match="JWKS"):
        app_van(dienst)
