"""The client's certificate as the TLS proxy passes it on: believed from the addresses we trust, from nobody else."""

from __future__ import annotations

import base64
import ssl
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from ipaddress import IPv4Network, IPv6Network, ip_address
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Collection

    from starlette.requests import HTTPConnection


@dataclass(frozen=True, slots=True)
class Certificaatlezer:
    """`netten` are the proxies that may speak for a client; `kop` is the header with its certificate, PEM in %-form."""

    netten: Collection[IPv4Network | IPv6Network]
    kop: str

    def vingerafdruk(self, verbinding: HTTPConnection) -> str | None:
        """Return the x5t#S256 (RFC 8705) of the certificate that came along; None without one we can believe."""
        koppen = verbinding.headers.getlist(self.kop)
        if len(koppen) != 1 or not self._vertrouwd(verbinding.client.host if verbinding.client else ""):
            return None
        return vingerafdruk(koppen[0])

    def _vertrouwd(self, host: str) -> bool:
        try:
            adres = ip_address(host)
        except ValueError:
            return False
        return any(adres in net for net in self.netten)


@lru_cache(1_024)
def vingerafdruk(pem: str) -> str | None:
    """Return the base64url of the SHA-256 of a certificate, without padding; None when it is none."""
    try:
        der = ssl.PEM_cert_to_DER_cert(unquote(pem))
    except ValueError:
        return None
    return base64.urlsafe_b64encode(sha256(der).digest()).rstrip(b"=").decode()
