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

from app.tokens.claims import OngeldigToken, naar_aanroeper, toets_bestemming, toets_tijd
from domain.fouten import NietAangemeld

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from joserfc.jws import CompactSignature

    from app.configuratie import Configuratie
    from app.tokens.sleutels import Sleutelbron
    from domain.aanroeper import Aanroeper

TEKST: Final = "Aanmelden is nodig met een geldig token."
ALGORITMEN: Final = ("ES256", "PS256", "RS256")
_LANGSTE: Final = 8_192
_ONTHOUDEN: Final = 4_096
_log = structlog.get_logger(__name__)


@dataclass(slots=True, kw_only=True)
class Tokentoets:
    """Checks tokens of the allowed issuers; remembers for `token_onthouden` seconds which ones held."""

    bronnen: Mapping[str, Sleutelbron]
    configuratie: Configuratie
    klok: Callable[[], float] = time.time
    _onthouden: OrderedDict[str, tuple[float, Aanroeper]] = field(default_factory=OrderedDict)

    async def __call__(self, token: str) -> Aanroeper:
        """Return who this token names; raises NietAangemeld, with one text for all causes."""
        nu = self.klok()
        tot, aanroeper = self._onthouden.get(token, (0.0, None))
        if aanroeper is not None and nu < tot:
            return aanroeper
        try:
            exp, aanroeper = await self._toets(token, nu)
        except (OngeldigToken, JoseError, ValueError, RecursionError) as fout:
            reden = str(fout) if isinstance(fout, OngeldigToken) else type(fout).__name__
            _log.info("token_geweigerd", reden=reden)
            raise NietAangemeld(TEKST) from None
        self._onthoud(
            token, min(nu + self.configuratie.token_onthouden, exp + self.configuratie.token_speling), aanroeper
        )
        return aanroeper

    async def _toets(self, token: str, nu: float) -> tuple[float, Aanroeper]:
        if len(token) > _LANGSTE:
            raise OngeldigToken("te lang")
        delen = jws.extract_compact(token.encode())
        claims = _claims(delen)
        await self._toets_handtekening(delen, claims)
        exp = toets_tijd(claims, nu=nu, speling=self.configuratie.token_speling)
        toets_bestemming(claims, self.configuratie.token_publiek)
        return exp, naar_aanroeper(claims)

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

    def _onthoud(self, token: str, tot: float, aanroeper: Aanroeper) -> None:
        self._onthouden[token] = (tot, aanroeper)
        self._onthouden.move_to_end(token)
        if len(self._onthouden) > _ONTHOUDEN:
            self._onthouden.popitem(last=False)


def _claims(delen: CompactSignature) -> dict[str, object]:
    claims = json.loads(delen.payload)
    if not isinstance(claims, dict):
        raise OngeldigToken("geen claims")
    return claims
