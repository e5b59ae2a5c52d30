"""The one path on which a token is checked, for the issuers of production and of dev alike."""

from __future__ import annotations

import json
import time
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import structlog
from joserfc import jws
from joserfc.errors import JoseError

from app.tokens.claims import OngeldigToken, binding, merk, naar_aanroeper, toets_bestemming, toets_tijd
from domain.fouten import NietAangemeld

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from joserfc.jws import CompactSignature

    from app.configuratie import Configuratie
    from app.tokens.intrekking import Tokenmerk
    from app.tokens.sleutels import Sleutelbron
    from domain.aanroeper import Aanroeper

TEKST: Final = "Aanmelden is nodig met een geldig token."
ALGORITMEN: Final = ("ES256", "PS256", "RS256")
_LANGSTE: Final = 8_192
_ONTHOUDEN: Final = 4_096
_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Getoetst:
    """A token that held: whom it names until when, and what is asked again at every use."""

    aanroeper: Aanroeper
    exp: float
    merk: Tokenmerk
    binding: str | None


@dataclass(slots=True, kw_only=True)
class Tokentoets:
    """Checks tokens of the allowed issuers; remembers for `token_onthouden` seconds which ones held.

    What is remembered is the signature and the claims. Whether the token was revoked, and whether it came with the
    certificate it is bound to, is asked at every use.
    """

    bronnen: Mapping[str, Sleutelbron]
    ingetrokken: Callable[[Tokenmerk], Awaitable[bool]]
    configuratie: Configuratie
    klok: Callable[[], float] = time.time
    _onthouden: OrderedDict[str, tuple[float, Getoetst]] = field(default_factory=OrderedDict)

    async def __call__(self, token: str, certificaat: str | None = None) -> Aanroeper:
        """Return who this token names; raises NietAangemeld, with one text for all causes, and BronOnbereikbaar.

        `certificaat` is the x5t#S256 of the certificate that the caller proved to have.
        """
        try:
            getoetst = await self._getoetst(token)
            await self._toets_gebruik(getoetst, certificaat)
        except (OngeldigToken, JoseError, ValueError, RecursionError) as fout:
            reden = str(fout) if isinstance(fout, OngeldigToken) else type(fout).__name__
            _log.info("token_geweigerd", reden=reden)
            raise NietAangemeld(TEKST) from None
        return getoetst.aanroeper

    async def _toets_gebruik(self, getoetst: Getoetst, certificaat: str | None) -> None:
        if getoetst.binding and getoetst.binding != certificaat:
            raise OngeldigToken("ander of geen certificaat")
        if await self.ingetrokken(getoetst.merk):
            raise OngeldigToken("ingetrokken")

    async def _getoetst(self, token: str) -> Getoetst:
        nu = self.klok()
        tot, getoetst = self._onthouden.get(token, (0.0, None))
        if getoetst is None or nu >= tot:
            getoetst = await self._toets(token, nu)
            tot = min(nu + self.configuratie.token_onthouden, getoetst.exp + self.configuratie.token_speling)
            self._onthoud(token, tot, getoetst)
        return getoetst

    async def _toets(self, token: str, nu: float) -> Getoetst:
        if len(token) > _LANGSTE:
            raise OngeldigToken("te lang")
        delen = jws.extract_compact(token.encode())
        claims = _claims(delen)
        await self._toets_handtekening(delen, claims)
        exp = toets_tijd(claims, nu=nu, speling=self.configuratie.token_speling)
        toets_bestemming(claims, self.configuratie.token_publiek)
        return Getoetst(aanroeper=naar_aanroeper(claims), exp=exp, merk=merk(claims), binding=binding(claims))

    async def _toets_handtekening(self, delen: CompactSignature, claims: Mapping[str, object]) -> None:
        iss, kid, alg = claims.get("iss"), delen.protected.get("kid"), delen.protected.get("alg")
        bron = self.bronnen.get(iss) if isinstance(iss, str) else None
        if bron is None:
            raise OngeldigToken("onbekende uitgever")
        if alg not in ALGORITMEN or not isinstance(kid, str):  # before a fetch that a stranger could provoke
            raise OngeldigToken("ander algoritme of geen kid")
        sleutel = await bron.sleutel(kid)
        if sleutel is None:
            raise OngeldigToken("onbekende sleutel")
        if not jws.validate_compact(delen, sleutel, ALGORITMEN):
            raise OngeldigToken("handtekening")

    def _onthoud(self, token: str, tot: float, getoetst: Getoetst) -> None:
        self._onthouden[token] = (tot, getoetst)
        self._onthouden.move_to_end(token)
        if len(self._onthouden) > _ONTHOUDEN:
            self._onthouden.popitem(last=False)


def _claims(delen: CompactSignature) -> dict[str, object]:
    claims = json.loads(delen.payload)
    if not isinstance(claims, dict):
        raise OngeldigToken("geen claims")
    return claims
