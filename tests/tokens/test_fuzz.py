"""Whatever stands where a token should, the answer is the one text of 401."""

from __future__ import annotations

import asyncio
import base64
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.tokens.toets import TEKST, Tokentoets
from domain.fouten import NietAangemeld
from tests.tokens.conftest import UITGEVER

WAARDE = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text() | st.sampled_from(["ES256", "ec", UITGEVER]),
    lambda kind: st.lists(kind) | st.dictionaries(st.text(), kind),
    max_leaves=5,
)
KOP = WAARDE | st.dictionaries(st.sampled_from(["alg", "kid", "typ", "crit", "b64", "jwk", "zip", "enc"]), WAARDE)
CLAIMS = WAARDE | st.dictionaries(st.sampled_from(["iss", "aud", "exp", "iat", "rol"]), WAARDE)
INSTELLINGEN = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def _deel(waarde: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(waarde).encode()).rstrip(b"=").decode()


@INSTELLINGEN
@given(KOP, CLAIMS, st.binary(max_size=64))
def test_een_verzonnen_token_is_geweigerd(toets: Tokentoets, kop: object, claims: object, handtekening: bytes) -> None:
    _geweigerd(toets, f"{_deel(kop)}.{_deel(claims)}.{base64.urlsafe_b64encode(handtekening).decode()}")


@INSTELLINGEN
@given(st.text(st.characters(max_codepoint=255)))
def test_losse_tekst_is_geweigerd(toets: Tokentoets, tekst: str) -> None:
    _geweigerd(toets, tekst)


def _geweigerd(toets: Tokentoets, token: str) -> None:
    with pytest.raises(NietAangemeld, match=TEKST):
        asyncio.run(toets(token))
