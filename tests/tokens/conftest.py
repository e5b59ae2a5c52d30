"""Keys and tokens of a fictional issuer, so that each test can spoil exactly one thing."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from joserfc import jws
from joserfc.jwk import ECKey, RSAKey

from app.configuratie import Configuratie
from app.tokens.sleutels import VasteSleutels, lees_jwks
from app.tokens.toets import Tokentoets

if TYPE_CHECKING:
    from app.tokens.intrekking import Tokenmerk

UITGEVER = "https://uitgever.voorbeeld"


@dataclass
class Smederij:
    """Makes tokens of the issuer; `kid` tells which of its keys signs."""

    sleutels: dict[str, ECKey | RSAKey] = field(
        default_factory=lambda: {
            "ec": ECKey.generate_key("P-256", {"kid": "ec"}),
            "rsa": RSAKey.generate_key(2048, {"kid": "rsa"}),
        }
    )

    @property
    def jwks(self) -> dict[str, object]:
        return {"keys": [een.as_dict(private=False) for een in self.sleutels.values()]}

    def claims(self, **anders: object) -> dict[str, object]:
        """Return good claims of a school, with these changed; None leaves a claim out."""
        nu = int(time.time())
        goed = {"iss": UITGEVER, "aud": "bron-mbo", "azp": "sis", "jti": "1", "iat": nu, "exp": nu + 60}
        alle = goed | {"rol": "MBO", "instelling": "27DV"} | anders
        return {naam: waarde for naam, waarde in alle.items() if waarde is not None}

    def token(self, alg: str = "ES256", kid: str = "ec", **anders: object) -> str:
        inhoud = json.dumps(self.claims(**anders)).encode()
        return jws.serialize_compact({"alg": alg, "kid": kid}, inhoud, self.sleutels[kid], [alg])

    def ruw(self, header: dict[str, object], inhoud: bytes) -> str:
        """Sign any bytes as payload."""
        return jws.serialize_compact(header, inhoud, self.sleutels["ec"], ["ES256"])


async def niets_ingetrokken(_merk: Tokenmerk) -> bool:
    return False


@pytest.fixture(scope="session")
def smederij() -> Smederij:
    return Smederij()


@pytest.fixture
def toets(smederij: Smederij) -> Tokentoets:
    bron = VasteSleutels(lees_jwks(smederij.jwks))
    return Tokentoets(bronnen={UITGEVER: bron}, ingetrokken=niets_ingetrokken, configuratie=Configuratie())
