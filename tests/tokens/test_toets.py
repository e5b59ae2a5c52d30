"""Every way in which a token can be wrong, and the one answer to all of them."""

from __future__ import annotations

import asyncio
import base64
import json
import time
from typing import TYPE_CHECKING

import pytest
from joserfc import jwt
from joserfc.jwk import OctKey

from app.configuratie import Configuratie
from app.tokens.sleutels import VasteSleutels, lees_jwks
from app.tokens.toets import TEKST, Tokentoets
from domain.aanroeper import Aanroeper, Ketenpartner, Rol
from domain.fouten import NietAangemeld
from tests.tokens.conftest import UITGEVER, Smederij, niets_ingetrokken

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(("alg", "kid"), [("ES256", "ec"), ("RS256", "rsa"), ("PS256", "rsa")])
def test_elk_toegelaten_algoritme_geeft_de_aanroeper(toets: Tokentoets, smederij: Smederij, alg: str, kid: str) -> None:
    token = smederij.token(alg, kid, gebruiker="J. Jansen")
    assert asyncio.run(toets(token)) == Aanroeper(rol=Rol.MBO, instelling="27DV", gebruiker="J. Jansen")


@pytest.mark.parametrize(
    ("claims", "aanroeper"),
    [
        ({"rol": "IPO", "instelling": None}, Aanroeper(rol=Rol.IPO)),
        ({"rol": "AFNEMER", "instelling": None, "afnemer": "CBS"}, Aanroeper(rol=Rol.AFNEMER, afnemer="CBS")),
        (
            {"rol": "KETEN", "instelling": None, "ketenpartner": "SBB"},
            Aanroeper(rol=Rol.KETEN, ketenpartner=Ketenpartner.SBB),
        ),
        ({"aud": ["iets-anders", "bron-mbo"]}, Aanroeper(rol=Rol.MBO, instelling="27DV")),
    ],
)
def test_elke_rol_met_haar_eigen_claim(
    toets: Tokentoets, smederij: Smederij, claims: dict[str, object], aanroeper: Aanroeper
) -> None:
    assert asyncio.run(toets(smederij.token(**claims))) == aanroeper


NU = time.time()
MORGEN = NU + 86_400  # further ahead than any run of tests takes
FOUTE_CLAIMS: dict[str, dict[str, object]] = {
    "verlopen": {"iat": NU - 600, "exp": NU - 300},
    "uitgegeven in de toekomst": {"iat": MORGEN, "exp": MORGEN + 300},
    "nog niet geldig": {"nbf": MORGEN},
    "exp voor iat": {"iat": NU, "exp": NU - 1},
    "andere aud": {"aud": "ander-register"},
    "lege aud": {"aud": []},
    "aud is geen tekst": {"aud": 5},
    "onbekende uitgever": {"iss": "https://vreemd.voorbeeld"},
    "uitgever is geen tekst": {"iss": [UITGEVER]},
    "de uitgever van dev": {"iss": "bron-dev"},
    "exp als tekst": {"exp": "9999999999"},
    "exp als waarheid": {"exp": True},
    "exp oneindig": {"exp": float("inf")},
    "onbekende rol": {"rol": "BEHEER"},
    "rol in kleine letters": {"rol": "mbo"},
    "rol als lijst": {"rol": ["MBO"]},
    "MBO met afnemer": {"afnemer": "CBS"},
    "MBO met lege ketenpartner": {"ketenpartner": ""},
    "IPO met instelling": {"rol": "IPO"},
    "KETEN met instelling": {"rol": "KETEN", "ketenpartner": "BRP"},
    "AFNEMER zonder afnemer": {"rol": "AFNEMER", "instelling": None},
    "KETEN zonder ketenpartner": {"rol": "KETEN", "instelling": None},
    "onbekende ketenpartner": {"rol": "KETEN", "instelling": None, "ketenpartner": "UWV"},
    "BRIN in kleine letters": {"instelling": "27dv"},
    "BRIN te lang": {"instelling": "27DV0"},
    "BRIN met een regeleinde": {"instelling": "27DV\n"},
    "BRIN met andere cijfers": {"instelling": "\u0662\u0667DV"},
    "BRIN als getal": {"instelling": 2700},
    "gebruiker is geen tekst": {"gebruiker": 7},
    "lege gebruiker": {"gebruiker": ""},
    "gebruiker met NUL": {"gebruiker": "a\0b"},
    "gebruiker met half teken": {"gebruiker": "\ud800"},
    "gebonden aan iets dat geen vingerafdruk is": {"cnf": {"x5t#S256": "abc"}},
    "gebonden aan een sleutel": {"cnf": {"jkt": "A" * 43}},
    "binding is geen object": {"cnf": "A" * 43},
    "lege binding": {"cnf": {}},
    "gebonden aan een certificaat dat er niet bij is": {"cnf": {"x5t#S256": "A" * 43}},
    "jti is geen tekst": {"jti": 1},
    "azp is geen tekst": {"azp": ["sis"]},
    "iat als tekst": {"iat": "1"},
    "nbf als tekst": {"nbf": "1"},
} | {f"zonder {naam}": {naam: None} for naam in ("iss", "aud", "exp", "iat", "jti", "azp", "rol", "instelling")}


@pytest.mark.parametrize("fout", FOUTE_CLAIMS.values(), ids=FOUTE_CLAIMS)
def test_een_foute_claim_weigert_het_token(toets: Tokentoets, smederij: Smederij, fout: dict[str, object]) -> None:
    _geweigerd(toets, smederij.token(**fout))


def _b64(waarde: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(waarde).encode()).rstrip(b"=").decode()


def _zonder_handtekening(smederij: Smederij) -> str:
    return f"{_b64({'alg': 'none', 'kid': 'ec'})}.{_b64(smederij.claims())}."


def _hmac_met_de_publieke_sleutel(smederij: Smederij) -> str:
    pem = smederij.sleutels["rsa"].as_pem(private=False)
    geheim = OctKey.import_key(base64.urlsafe_b64encode(pem).decode())
    return jwt.encode({"alg": "HS256", "kid": "rsa"}, smederij.claims(), geheim, ["HS256"])


def _vreemde_sleutel(_: Smederij) -> str:
    return Smederij().token()


def _onbekende_kid(smederij: Smederij) -> str:
    return smederij.ruw({"alg": "ES256", "kid": "weg"}, json.dumps(smederij.claims()).encode())


def _zonder_kid(smederij: Smederij) -> str:
    return smederij.ruw({"alg": "ES256"}, json.dumps(smederij.claims()).encode())


def _andere_claims(smederij: Smederij) -> str:
    kop, _, handtekening = smederij.token().split(".")
    return f"{kop}.{_b64(smederij.claims(rol='IPO', instelling=None))}.{handtekening}"


def _rs384(smederij: Smederij) -> str:
    return jwt.encode({"alg": "RS384", "kid": "rsa"}, smederij.claims(), smederij.sleutels["rsa"], ["RS384"])


def _verwisselde_sleutelsoort(smederij: Smederij) -> str:
    _kop, inhoud, handtekening = smederij.token().split(".")
    return f"{_b64({'alg': 'RS256', 'kid': 'ec'})}.{inhoud}.{handtekening}"


def _kritieke_kop(smederij: Smederij) -> str:
    _kop, inhoud, handtekening = smederij.token().split(".")
    return f"{_b64({'alg': 'ES256', 'kid': 'ec', 'crit': ['onbekend'], 'onbekend': 1})}.{inhoud}.{handtekening}"


@pytest.mark.parametrize(
    "smeed",
    [
        _zonder_handtekening,
        _hmac_met_de_publieke_sleutel,
        _vreemde_sleutel,
        _onbekende_kid,
        _zonder_kid,
        _andere_claims,
        _rs384,
        _verwisselde_sleutelsoort,
        _kritieke_kop,
    ],
)
def test_een_verkeerd_getekend_token_is_geweigerd(
    toets: Tokentoets, smederij: Smederij, smeed: Callable[[Smederij], str]
) -> None:
    _geweigerd(toets, smeed(smederij))


@pytest.mark.parametrize("inhoud", [b"[]", b"null", b"{", b"\xff", b"[" * 5000, b"", b'{"iss":NaN}'])
def test_een_inhoud_die_geen_claims_zijn_is_geweigerd(toets: Tokentoets, smederij: Smederij, inhoud: bytes) -> None:
    _geweigerd(toets, smederij.ruw({"alg": "ES256", "kid": "ec"}, inhoud))


@pytest.mark.parametrize(
    "token", ["", ".", "..", "...", "a.b.c", "W10.e30.", "bnVsbA.e30.", "NQ.e30.", "x" * 10_000, "é.é.é", "a.b.c.d.e"]
)
def test_wat_geen_token_is_is_geweigerd(toets: Tokentoets, token: str) -> None:
    _geweigerd(toets, token)


def test_een_getoetst_token_vervalt_op_tijd_ook_al_is_het_onthouden(smederij: Smederij) -> None:
    nu = time.time()
    bron = VasteSleutels(lees_jwks(smederij.jwks))
    toets = Tokentoets(
        bronnen={UITGEVER: bron}, ingetrokken=niets_ingetrokken, configuratie=Configuratie(), klok=lambda: nu
    )
    token = smederij.token(exp=nu + 5)
    assert asyncio.run(toets(token)).instelling == "27DV"
    nu += 36
    _geweigerd(toets, token)


def _geweigerd(toets: Tokentoets, token: str) -> None:
    with pytest.raises(NietAangemeld) as fout:
        asyncio.run(toets(token))
    assert str(fout.value) == TEKST
    assert fout.value.__cause__ is None
