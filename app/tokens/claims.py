"""From the claims of a token whose signature holds to a caller, or a reason why not.

The reason is for our log only: a caller who is refused hears one text for all causes (register.md 3.1).
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final, TypeVar

from app.tokens.intrekking import Tokenmerk
from domain.aanroeper import Aanroeper, Ketenpartner, Rol

if TYPE_CHECKING:
    from collections.abc import Mapping

_BRIN: Final = re.compile(r"[0-9]{2}[A-Z0-9]{2}")
_AFNEMER: Final = re.compile(r"[A-Z][A-Z0-9-]{0,31}")
_EIGEN_CLAIM: Final = {Rol.MBO: "instelling", Rol.IPO: None, Rol.AFNEMER: "afnemer", Rol.KETEN: "ketenpartner"}
_LANGSTE_NAAM: Final = 100
_VINGERAFDRUK: Final = re.compile(r"[A-Za-z0-9_-]{43}")  # 32 bytes in base64url
_Keuze = TypeVar("_Keuze", Rol, Ketenpartner)


class OngeldigToken(Exception):  # noqa: N818 - a finding, which becomes NietAangemeld before anyone sees it
    """Why a token does not hold; holds no value of the token."""


def toets_tijd(claims: Mapping[str, object], *, nu: float, speling: float) -> float:
    """Check exp, iat and nbf against `nu` (seconds since 1970) and return exp; raises OngeldigToken."""
    exp, iat = _tijdstip(claims, "exp"), _tijdstip(claims, "iat")
    nbf = _tijdstip(claims, "nbf") if "nbf" in claims else iat
    if exp <= nu - speling:
        raise OngeldigToken("verlopen")
    if max(iat, nbf) > nu + speling:
        raise OngeldigToken("nog niet geldig")
    if exp <= iat:
        raise OngeldigToken("exp ligt niet na iat")
    return exp


def toets_bestemming(claims: Mapping[str, object], publiek: str) -> None:
    """Check that the token is meant for us; raises OngeldigToken."""
    aud = claims.get("aud")
    if publiek not in (aud if isinstance(aud, list) else [aud]):
        raise OngeldigToken("andere aud")


def merk(claims: Mapping[str, object]) -> Tokenmerk:
    """Read what a token can be revoked by: it is traceable to one issue and one client; raises OngeldigToken."""
    return Tokenmerk(
        iss=_tekst(claims, "iss"),
        jti=_tekst(claims, "jti"),
        azp=_tekst(claims, "azp"),
        iat=_tijdstip(claims, "iat"),
    )


def binding(claims: Mapping[str, object]) -> str | None:
    """Return the x5t#S256 of the certificate a token is bound to (RFC 8705), or None; raises OngeldigToken.

    Another binding is refused (own choice): a token that its issuer bound to something we do not check proves nothing.
    """
    match claims.get("cnf", {}):
        case {"x5t#S256": str(afdruk)} if _VINGERAFDRUK.fullmatch(afdruk):
            return afdruk
        case {} if "cnf" not in claims:
            return None
        case _:
            raise OngeldigToken("andere binding")


def naar_aanroeper(claims: Mapping[str, object]) -> Aanroeper:
    """Read the caller: its rol with exactly the claim that belongs to it; raises OngeldigToken."""
    rol = _keuze(Rol, claims, "rol")
    eigen = _EIGEN_CLAIM[rol]
    if any(naam in claims for naam in _EIGEN_CLAIM.values() if naam and naam != eigen):
        raise OngeldigToken("claim van een andere rol")
    gebruiker = _tekst(claims, "gebruiker") if "gebruiker" in claims else None
    match rol:
        case Rol.MBO:
            return Aanroeper(rol=rol, gebruiker=gebruiker, instelling=_vorm(claims, "instelling", _BRIN))
        case Rol.AFNEMER:
            return Aanroeper(rol=rol, gebruiker=gebruiker, afnemer=_vorm(claims, "afnemer", _AFNEMER))
        case Rol.KETEN:
            partner = _keuze(Ketenpartner, claims, "ketenpartner")
            return Aanroeper(rol=rol, gebruiker=gebruiker, ketenpartner=partner)
        case Rol.IPO:
            return Aanroeper(rol=rol, gebruiker=gebruiker)


def _keuze(soort: type[_Keuze], claims: Mapping[str, object], naam: str) -> _Keuze:
    try:
        return soort(_tekst(claims, naam))
    except ValueError as fout:
        raise OngeldigToken(f"onbekende {naam}") from fout


def _vorm(claims: Mapping[str, object], naam: str, vorm: re.Pattern[str]) -> str:
    waarde = _tekst(claims, naam)
    if not vorm.fullmatch(waarde):
        raise OngeldigToken(f"vorm van {naam}")
    return waarde


def _tekst(claims: Mapping[str, object], naam: str) -> str:
    """Return a printable text of 1..100 characters; jti, azp and gebruiker end up in logs and in the database."""
    waarde = claims.get(naam)
    if not isinstance(waarde, str) or not 1 <= len(waarde) <= _LANGSTE_NAAM or not waarde.isprintable():
        raise OngeldigToken(f"geen {naam}")
    return waarde


def _tijdstip(claims: Mapping[str, object], naam: str) -> float:
    waarde = claims.get(naam)
    if isinstance(waarde, bool) or not isinstance(waarde, int | float) or not math.isfinite(waarde):
        raise OngeldigToken(f"geen {naam}")
    return waarde
