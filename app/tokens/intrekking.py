"""Revoked tokens: every worker keeps the list, reads it again in time, and without a fresh one believes nobody.

Failing closed costs nothing (besluit 0020): the list stands in the register's own database, and a register that cannot
reach it has nothing to answer either.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

import structlog

from domain.fouten import BronOnbereikbaar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from app.configuratie import Configuratie

Ingetrokken: TypeAlias = "Mapping[tuple[str, str, str], float]"
"""Per issuer, claim (jti or azp) and value: when it was revoked, in seconds since 1970."""
GEDULD: Final = 2.0  # for one reading, and between two that fail
_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokenmerk:
    """What a token is revoked by: itself (jti), or everything its client (azp) was given up to a moment."""

    iss: str
    jti: str
    azp: str
    iat: float


@dataclass(slots=True, kw_only=True)
class Intrekkingen:
    """The list as this worker knows it; `lees` fetches it whole, and it is bounded where it is written."""

    lees: Callable[[], Awaitable[Ingetrokken]]
    configuratie: Configuratie
    klok: Callable[[], float] = time.monotonic
    _lijst: Ingetrokken = field(default_factory=dict)
    _gelezen: float | None = None
    _mislukt: float | None = None
    _slot: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def __call__(self, merk: Tokenmerk) -> bool:
        """Tell whether a token was revoked; raises BronOnbereikbaar when the list is too old to say so."""
        if self._ouder(self._gelezen, self.configuratie.intrekking_houdbaar):
            await self._ververs()
        if self._ouder(self._gelezen, self.configuratie.intrekking_uiterst):
            raise BronOnbereikbaar("Of uw token is ingetrokken, kan nu niet worden nagegaan.")
        client = self._lijst.get((merk.iss, "azp", merk.azp), float("-inf"))
        return (merk.iss, "jti", merk.jti) in self._lijst or merk.iat <= client + self.configuratie.token_speling

    async def _ververs(self) -> None:
        async with self._slot:  # who waited finds the work done
            vers = not self._ouder(self._gelezen, self.configuratie.intrekking_houdbaar)
            if vers or not self._ouder(self._mislukt, GEDULD):
                return
            begin = self.klok()
            try:
                async with asyncio.timeout(GEDULD):
                    self._lijst = await self.lees()
            except Exception:  # noqa: BLE001 - whatever it was, the list that we have counts until it is too old
                self._mislukt = self.klok()
                _log.warning("intrekkingen_niet_gelezen", exc_info=True)
            else:
                self._gelezen, self._mislukt = begin, None

    def _ouder(self, moment: float | None, leeftijd: float) -> bool:
        return moment is None or self.klok() - moment >= leeftijd
