"""A certificate counts when a trusted proxy passes it on, and a token bound to it holds with that one only."""

from __future__ import annotations

import base64
import ssl
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from urllib.parse import quote

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID
from starlette.requests import Request

from app.configuratie import Configuratie, ConfiguratieFout, laad
from app.http.certificaat import Certificaatlezer
from app.tokens.sleutels import VasteSleutels, lees_jwks
from app.tokens.toets import Tokentoets
from tests.http.conftest import Klant
from tests.tokens.conftest import UITGEVER, Smederij, niets_ingetrokken

KOP = "X-Client-Cert"


def _certificaat(naam: str) -> x509.Certificate:
    sleutel, wie = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, naam)])
    nu = datetime.now(UTC)
    bouwer = x509.CertificateBuilder(wie, wie, sleutel.public_key(), x509.random_serial_number())
    return bouwer.not_valid_before(nu).not_valid_after(nu + timedelta(days=1)).sign(sleutel, SHA256())


def _pem(certificaat: x509.Certificate) -> str:
    return quote(certificaat.public_bytes(Encoding.PEM).decode())


EIGEN, ANDER = _certificaat("sis"), _certificaat("dief")
AFDRUK = base64.urlsafe_b64encode(sha256(EIGEN.public_bytes(Encoding.DER)).digest()).rstrip(b"=").decode()


def _vraag(
    kop: str | None, *, van: str = "10.0.0.9", netten: str = "10.0.0.0/24, ::1/128", keer: int = 1
) -> str | None:
    koppen = [(KOP.lower().encode(), kop.encode("latin-1"))] * keer if kop is not None else []
    configuratie = Configuratie.model_validate({"proxy_adressen": netten})
    lezer = Certificaatlezer(configuratie.proxy_adressen, configuratie.proxy_certificaat_kop)
    return lezer.vingerafdruk(Request({"type": "http", "headers": koppen, "client": (van, 1)}))


@pytest.mark.parametrize("van", ["10.0.0.9", "::1"])
def test_van_een_vertrouwde_proxy_telt_het_certificaat(van: str) -> None:
    assert _vraag(_pem(EIGEN), van=van) == AFDRUK
    assert _vraag(_pem(ANDER), van=van) != AFDRUK


@pytest.mark.parametrize("van", ["10.0.1.9", "127.0.0.1", "::2", "testclient", ""])
def test_van_een_ander_telt_de_kop_niet(van: str) -> None:
    assert _vraag(_pem(EIGEN), van=van) is None


def test_zonder_instelling_is_niemand_een_proxy() -> None:
    assert _vraag(_pem(EIGEN), van="127.0.0.1", netten="") is None


@pytest.mark.parametrize("kop", [None, "", "x", quote("-----BEGIN CERTIFICATE-----\né"), ssl.PEM_HEADER, "%ff%00"])
def test_wat_geen_certificaat_is_geeft_niets(kop: str | None) -> None:
    assert _vraag(kop) is None


def test_twee_koppen_zijn_geen_certificaat() -> None:
    assert _vraag(_pem(EIGEN), keer=2) is None


@pytest.mark.parametrize("netten", ["10.0.0.1/24", "proxy.voorbeeld", "10.0.0.0/33"])
def test_een_verkeerd_net_is_een_fout_bij_de_start(monkeypatch: pytest.MonkeyPatch, netten: str) -> None:
    monkeypatch.setenv("BRON_PROXY_ADRESSEN", netten)
    with pytest.raises(ConfiguratieFout, match="BRON_PROXY_ADRESSEN: heeft geen geldige waarde"):
        laad()


@pytest.mark.parametrize(
    ("binding", "certificaat", "netten", "status"),
    [
        (AFDRUK, EIGEN, "127.0.0.1", 200),
        (AFDRUK, ANDER, "127.0.0.1", 401),
        (AFDRUK, None, "127.0.0.1", 401),
        (AFDRUK, EIGEN, "10.0.0.0/8", 401),
        (AFDRUK, EIGEN, "", 401),
        (None, ANDER, "127.0.0.1", 200),
        (None, None, "", 200),
    ],
    ids=[
        "eigen",
        "ander",
        "geen",
        "vreemde-proxy",
        "geen-proxy",
        "ongebonden",
        "ongebonden-zonder",
    ],  # the same on every worker
)
def test_een_gebonden_token_geldt_alleen_met_zijn_certificaat(
    smederij: Smederij, binding: str | None, certificaat: x509.Certificate | None, netten: str, status: int
) -> None:
    configuratie = Configuratie.model_validate({"proxy_adressen": netten})
    bronnen = {UITGEVER: VasteSleutels(lees_jwks(smederij.jwks))}
    toets = Tokentoets(bronnen=bronnen, ingetrokken=niets_ingetrokken, configuratie=configuratie)
    token = smederij.token(cnf={"x5t#S256": binding} if binding else None)
    koppen = {"Authorization": f"Bearer {token}", KOP: _pem(certificaat) if certificaat else None}
    klant = Klant(anders={"toets": toets, "configuratie": configuratie})
    assert klant.post(koppen=koppen).status_code == status


def test_een_onthouden_token_is_voor_een_dief_niets_waard(smederij: Smederij) -> None:
    configuratie = Configuratie.model_validate({"proxy_adressen": "127.0.0.1"})
    bronnen = {UITGEVER: VasteSleutels(lees_jwks(smederij.jwks))}
    toets = Tokentoets(bronnen=bronnen, ingetrokken=niets_ingetrokken, configuratie=configuratie)
    bewijs = {"Authorization": f"Bearer {smederij.token(cnf={'x5t#S256': AFDRUK})}"}
    klant = Klant(anders={"toets": toets, "configuratie": configuratie})
    vragen = [("POST", "/graphql", {"koppen": {**bewijs, KOP: _pem(een)}}) for een in (EIGEN, ANDER, EIGEN)]
    assert [antwoord.status_code for antwoord in klant.vragen(*vragen)] == [200, 401, 200]
