"""Keys and certificates of a fictional authority and those it vouches for."""

from __future__ import annotations

import base64
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

if TYPE_CHECKING:
    from pathlib import Path


class Partij:
    """Somebody with a key and a certificate, signed by themselves or by an authority; localhost by name."""

    def __init__(self, naam: str, ca: Partij | None = None) -> None:
        self.sleutel = ec.generate_private_key(ec.SECP256R1())
        self.naam, nu = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, naam)]), datetime.now(UTC)
        tekenaar = ca or self
        bouwer = (
            x509.CertificateBuilder()
            .issuer_name(tekenaar.naam)
            .subject_name(self.naam)
            .public_key(self.sleutel.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(nu - timedelta(hours=1))
            .not_valid_after(nu + timedelta(hours=1))
            .add_extension(x509.BasicConstraints(ca=ca is None, path_length=None), critical=True)
            .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        )
        self.certificaat = bouwer.sign(tekenaar.sleutel, SHA256())

    @property
    def pem(self) -> bytes:
        return self.certificaat.public_bytes(Encoding.PEM)

    @property
    def vingerafdruk(self) -> str:
        """The x5t#S256 of RFC 8705."""
        der = self.certificaat.public_bytes(Encoding.DER)
        return base64.urlsafe_b64encode(sha256(der).digest()).rstrip(b"=").decode()

    def leg_neer(self, map_: Path) -> tuple[Path, Path]:
        """Write certificate and key as files."""
        prive = self.sleutel.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        naam = self.naam.rfc4514_string().removeprefix("CN=")
        bestanden = map_ / f"{naam}.pem", map_ / f"{naam}.sleutel"
        for bestand, inhoud in zip(bestanden, (self.pem, prive), strict=True):
            bestand.write_bytes(inhoud)
        return bestanden
