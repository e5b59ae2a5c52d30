"""Tokens for the bench, by an issuer of its own that the servers know through inline JWKS, as in production."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from uuid import uuid4

from joserfc import jwt
from joserfc.jwk import ECKey

UITGEVER = "bron-bench"
PUBLIEK = "bron-mbo"
_GELDIG = 24 * 3600


@dataclass(frozen=True, slots=True)
class Uitgever:
    """Issues tokens that hold for a day."""

    sleutel: ECKey = field(default_factory=lambda: ECKey.generate_key("P-256", {"kid": "bench", "use": "sig"}))

    @property
    def jwks(self) -> dict[str, object]:
        """The public half, as a setting."""
        return {"keys": [self.sleutel.as_dict(private=False)]}

    def token(self, instelling: str) -> str:
        """Return a token of an institution."""
        nu = int(time.time())
        claims = {
            "iss": UITGEVER,
            "aud": PUBLIEK,
            "azp": UITGEVER,
            "jti": uuid4().hex,
            "iat": nu,
            "exp": nu + _GELDIG,
            "rol": "MBO",
            "instelling": instelling,
            "gebruiker": "bench",
        }
        return jwt.encode({"alg": "ES256", "kid": "bench"}, claims, self.sleutel, ["ES256"])
