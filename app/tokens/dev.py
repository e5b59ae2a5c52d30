"""The issuer of dev: a key of its own in the data folder, so that a newcomer needs no identity provider.

Its tokens go through the same checks as any other; outside dev it does not exist.
"""

from __future__ import annotations

import json
import time
from contextlib import suppress
from dataclasses import dataclass
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from joserfc import jwt
from joserfc.jwk import ECKey

from app.configuratie import DEV_UITGEVER, Configuratie, Omgeving
from app.tokens.sleutels import VasteSleutels, lees_jwks

if TYPE_CHECKING:
    from pathlib import Path

    from domain.aanroeper import Aanroeper

BESTAND: Final = "dev-sleutel.json"
GELDIG: Final = 8 * 3600


class AlleenInDev(Exception):  # noqa: N818 - Dutch: the name is the message
    """A dev token was asked for outside dev."""


@dataclass(frozen=True, slots=True)
class DevUitgever:
    """Issues tokens in dev; make one with `open()`."""

    sleutel: ECKey
    publiek: str

    @classmethod
    def open(cls, data: Path, configuratie: Configuratie) -> DevUitgever:
        """Take the key from the data folder, or make it there at first use (0600); raises AlleenInDev, OSError."""
        if configuratie.omgeving is not Omgeving.DEV:
            raise AlleenInDev("Tokens van bron-dev bestaan alleen met BRON_OMGEVING=dev.")
        return cls(_sleutel(data / BESTAND), configuratie.token_publiek)

    @property
    def sleutels(self) -> VasteSleutels:
        """The public half, as the check takes it."""
        return VasteSleutels(lees_jwks({"keys": [self.sleutel.as_dict(private=False)]}))

    def token(self, aanroeper: Aanroeper, *, geldig: int = GELDIG) -> str:
        """Return a signed token for this caller, valid for `geldig` seconds from now."""
        nu = int(time.time())
        wie = {
            "rol": aanroeper.rol,
            "instelling": aanroeper.instelling,
            "afnemer": aanroeper.afnemer,
            "ketenpartner": aanroeper.ketenpartner,
            "gebruiker": aanroeper.gebruiker,
        }
        claims = {
            "iss": DEV_UITGEVER,
            "aud": self.publiek,
            "azp": DEV_UITGEVER,
            "jti": uuid4().hex,
            "iat": nu,
            "exp": nu + geldig,
            **{naam: str(waarde) for naam, waarde in wie.items() if waarde},
        }
        return jwt.encode({"alg": "ES256", "kid": self.sleutel.kid}, claims, self.sleutel, ["ES256"])


def _sleutel(bestand: Path) -> ECKey:
    if not bestand.exists():
        _leg_neer(bestand)
    return ECKey.import_key(json.loads(bestand.read_text()))


def _leg_neer(bestand: Path) -> None:
    """Write a new key completely before it gets its name; of two processes at once, the first one's key stays."""
    sleutel = ECKey.generate_key("P-256", {"kid": uuid4().hex, "use": "sig"}, private=True)
    bestand.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile("w", dir=bestand.parent) as vers:  # mode 0600
        json.dump(sleutel.as_dict(private=True), vers)
        vers.flush()
        with suppress(FileExistsError):
            bestand.hardlink_to(vers.name)
