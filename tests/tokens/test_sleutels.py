"""JWKS: fetched once, again at rotation, never more often than allowed, and trusted no further than it reads."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import httpx
import pytest
from joserfc.errors import SecurityWarning
from joserfc.jwk import ECKey, OctKey, RSAKey

from app.configuratie import Configuratie
from app.tokens.sleutels import OpgehaaldeSleutels, lees_jwks
from app.tokens.toets import Tokentoets
from domain.fouten import NietAangemeld
from tests.tokens.conftest import UITGEVER, Smederij, niets_ingetrokken

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable


@dataclass
class Uitgever:
    """Publishes a JWKS, or what the test wants instead."""

    antwoord: Callable[[], httpx.Response]
    gevraagd: int = 0
    nu: float = 1000.0
    sleutels: OpgehaaldeSleutels = field(init=False)

    def __post_init__(self) -> None:
        client = httpx.AsyncClient(transport=httpx.MockTransport(self._geef))
        self.sleutels = OpgehaaldeSleutels(
            adres=f"{UITGEVER}/jwks",
            client=client,
            configuratie=Configuratie(jwks_grootte=10_000),
            klok=lambda: self.nu,
        )

    def _geef(self, _verzoek: httpx.Request) -> httpx.Response:
        self.gevraagd += 1
        return self.antwoord()

    def heeft(self, kid: str) -> bool:
        return self.heeft_alle(kid)[0]

    def heeft_alle(self, *kids: str) -> list[bool]:
        async def vraag() -> list[bool]:
            self.sleutels._slot = asyncio.Lock()  # noqa: SLF001 - each asyncio.run has a loop of its own
            gevonden = await asyncio.gather(*map(self.sleutels.sleutel, kids))
            return [een is not None for een in gevonden]

        return asyncio.run(vraag())


def _jwks(*sleutels: ECKey | RSAKey | OctKey) -> httpx.Response:
    return httpx.Response(200, json={"keys": [een.as_dict(private=False) for een in sleutels]})


def _toets_van(uitgever: Uitgever) -> Tokentoets:
    return Tokentoets(bronnen={UITGEVER: uitgever.sleutels}, ingetrokken=niets_ingetrokken, configuratie=Configuratie())


OUD, NIEUW = ECKey.generate_key("P-256", {"kid": "oud"}), ECKey.generate_key("P-256", {"kid": "nieuw"})


def test_sleutels_worden_een_keer_gehaald_ook_door_velen_tegelijk() -> None:
    uitgever = Uitgever(lambda: _jwks(OUD))
    assert uitgever.heeft_alle(*["oud"] * 20) == [True] * 20
    assert uitgever.gevraagd == 1


def test_een_onbekende_kid_haalt_nieuwe_sleutels_en_oude_vervallen() -> None:
    uitgever = Uitgever(lambda: _jwks(OUD))
    assert uitgever.heeft("oud")
    uitgever.antwoord = lambda: _jwks(NIEUW)
    uitgever.nu += 11
    assert uitgever.heeft("nieuw")
    assert not uitgever.heeft("oud")
    assert uitgever.gevraagd == 2


def test_een_ingetrokken_sleutel_vervalt_ook_zonder_onbekende_kid() -> None:
    uitgever = Uitgever(lambda: _jwks(OUD))
    assert uitgever.heeft("oud")
    uitgever.antwoord = lambda: _jwks(NIEUW)
    uitgever.nu += 301
    assert not uitgever.heeft("oud")


def test_verzonnen_kids_halen_niet_vaker_dan_de_pauze_toestaat() -> None:
    uitgever = Uitgever(lambda: _jwks(OUD))
    assert not any(uitgever.heeft_alle(*(f"verzonnen-{n}" for n in range(100))))
    assert uitgever.gevraagd == 1
    uitgever.nu += 11
    assert not any(uitgever.heeft_alle(*(f"verzonnen-{n}" for n in range(100))))
    assert uitgever.gevraagd == 2


SLECHTE_ANTWOORDEN: dict[str, Callable[[], httpx.Response]] = {
    "storing": lambda: httpx.Response(503),
    "omleiding": lambda: httpx.Response(302, headers={"Location": "http://elders.voorbeeld"}),
    "geen json": lambda: httpx.Response(200, text="<html>"),
    "geen jwks": lambda: httpx.Response(200, json=[1]),
    "sleutels zijn geen lijst": lambda: httpx.Response(200, json={"keys": 5}),
    "te groot": lambda: httpx.Response(200, json={"keys": [], "vulling": "x" * 20_000}),
}


@pytest.mark.parametrize("slecht", SLECHTE_ANTWOORDEN.values(), ids=SLECHTE_ANTWOORDEN)
def test_een_slecht_antwoord_laat_de_bekende_sleutels_staan_tot_de_uiterste_leeftijd(
    slecht: Callable[[], httpx.Response],
) -> None:
    uitgever = Uitgever(lambda: _jwks(OUD))
    assert uitgever.heeft("oud")
    uitgever.antwoord = slecht
    uitgever.nu += 3600
    assert uitgever.heeft("oud")
    assert uitgever.gevraagd == 2
    uitgever.nu += 86_400
    assert not uitgever.heeft("oud")


def test_alleen_bruikbare_sleutels_tellen() -> None:
    goed = ECKey.generate_key("P-256", {"kid": "goed"})
    anders = [
        ECKey.generate_key("P-256", {"kid": "versleuteling", "use": "enc"}),
        OctKey.generate_key(256, {"kid": "symmetrisch"}),
        ECKey.generate_key("P-256"),
    ]
    kapot = [
        {"kty": "EC", "kid": "leeg"},
        {"kty": "RSA", "kid": "leeg", "n": 5},
        {"kty": "XYZ", "kid": "vreemd"},
        5,
        None,
    ]
    jwks = {"keys": [*kapot, *(een.as_dict() for een in anders), goed.as_dict(private=False)]}
    assert set(lees_jwks(jwks)) == {"goed"}


def test_een_zwakke_sleutel_telt_niet() -> None:
    with pytest.warns(SecurityWarning, match="2048"):
        zwak = RSAKey.generate_key(1024, {"kid": "zwak"}).as_dict(private=False)
    with pytest.warns(SecurityWarning, match="2048"):
        assert lees_jwks({"keys": [zwak]}) == {}


def test_een_uitgever_die_er_niet_is_geeft_401_als_elke_andere_oorzaak(smederij: Smederij) -> None:
    uitgever = Uitgever(lambda: httpx.Response(500))
    toets = _toets_van(uitgever)
    with pytest.raises(NietAangemeld):
        asyncio.run(toets(smederij.token()))
    assert uitgever.gevraagd == 1


def test_een_opgehaalde_sleutel_toetst_een_token(smederij: Smederij) -> None:
    uitgever = Uitgever(lambda: httpx.Response(200, json=smederij.jwks))
    toets = _toets_van(uitgever)

    async def twee_keer() -> Awaitable[object]:
        await toets(smederij.token())
        return await toets(smederij.token("PS256", "rsa"))

    assert asyncio.run(twee_keer()) is not None
    assert uitgever.gevraagd == 1
