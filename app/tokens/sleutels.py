"""The keys of an issuer: given in the settings, or fetched as JWKS and kept fresh."""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias

import structlog
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, RSAKey

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import httpx
    from joserfc.jwk import Key

    from app.configuratie import Configuratie

_RSA_BITS: Final = 2048
_log = structlog.get_logger(__name__)

Sleutels: TypeAlias = "Mapping[str, ECKey | RSAKey]"


class Sleutelbron(Protocol):
    """Where the public keys of one issuer come from."""

    async def sleutel(self, kid: str) -> Key | None:
        """Return the key with this kid, or None when the issuer has none."""


def lees_jwks(jwks: object) -> Sleutels:
    """Read a JWKS (RFC 7517) as keys by kid; raises ValueError when it is none.

    Keys that we cannot read or would never use are left out, as its chapter 5 asks: other kinds than EC and RSA,
    without kid, for encryption, RSA under 2048 bits.
    """
    match jwks:
        case {"keys": list(lijst)}:
            gelezen = [sleutel for een in lijst if (sleutel := _lees_sleutel(een))]
            return {str(een.kid): een for een in gelezen if een.kid is not None and een.get("use", "sig") == "sig"}
        case _:
            raise ValueError("geen JWKS")


def _lees_sleutel(jwk: object) -> ECKey | RSAKey | None:
    soort = jwk.get("kty") if isinstance(jwk, dict) else None
    try:
        if soort == "EC":
            return ECKey.import_key(jwk)  # type: ignore[arg-type]  # whether it is one, is the question
        sleutel = RSAKey.import_key(jwk) if soort == "RSA" else None  # type: ignore[arg-type]
    except (JoseError, ValueError, TypeError, KeyError):
        return None
    return sleutel if sleutel and sleutel.public_key.key_size >= _RSA_BITS else None


@dataclass(frozen=True, slots=True)
class VasteSleutels:
    """Keys that do not change while the process runs."""

    sleutels: Sleutels

    async def sleutel(self, kid: str) -> Key | None:
        """Return the key with this kid."""
        return self.sleutels.get(kid)


@dataclass(slots=True, kw_only=True)
class OpgehaaldeSleutels:
    """Keys behind an address: fetched when too old, and once more when a kid is unknown (rotation).

    Never more than one fetch per `jwks_pauze`, whatever callers send. A fetch that fails leaves the old keys in use,
    up to `jwks_uiterst` (own choice: a short outage of the issuer must not stop the deliveries).
    """

    adres: str
    client: httpx.AsyncClient
    configuratie: Configuratie
    klok: Callable[[], float] = time.monotonic
    _sleutels: Sleutels = field(default_factory=dict)
    _gehaald: float | None = None
    _geprobeerd: float | None = None
    _slot: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def sleutel(self, kid: str) -> Key | None:
        """Return the key with this kid as the issuer publishes it now, or None."""
        if self._ouder(self._gehaald, self.configuratie.jwks_houdbaar) or kid not in self._sleutels:
            await self._ververs(kid)
        if self._ouder(self._gehaald, self.configuratie.jwks_uiterst):
            return None
        return self._sleutels.get(kid)

    async def _ververs(self, kid: str) -> None:
        async with self._slot:  # who waited finds the work done
            vers = not self._ouder(self._gehaald, self.configuratie.jwks_houdbaar) and kid in self._sleutels
            if vers or not self._ouder(self._geprobeerd, self.configuratie.jwks_pauze):
                return
            self._geprobeerd = self.klok()
            try:
                self._sleutels = lees_jwks(await self._haal())
            except Exception as fout:  # noqa: BLE001 - whatever another party sends, callers with known keys go on
                _log.warning("jwks_niet_gehaald", adres=self.adres, oorzaak=type(fout).__name__)
            else:
                self._gehaald = self.klok()

    async def _haal(self) -> object:
        async with (
            asyncio.timeout(self.configuratie.jwks_time_out),
            self.client.stream("GET", self.adres, headers={"Accept": "application/json"}) as antwoord,
        ):
            antwoord.raise_for_status()
            inhoud = bytearray()
            async for deel in antwoord.aiter_bytes():
                inhoud += deel
                if len(inhoud) > self.configuratie.jwks_grootte:
                    raise ValueError("te grote JWKS")
        return json.loads(inhoud)

    def _ouder(self, moment: float | None, leeftijd: float) -> bool:
        return moment is None or self.klok() - moment >= leeftijd
