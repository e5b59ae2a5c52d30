"""An SBB that knows every leerbedrijf and recognises it for everything: another party, so as light as can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.bronnen.proef.sbb import maak_app
from domain.codes import ErkenningStatus
from domain.leerbedrijf import ALLE_OPLEIDINGEN, Erkenning, Leerbedrijf

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from starlette.applications import Starlette


class _Alles:
    """Implements Leerbedrijvenbron."""

    async def op_id(self, ids: Collection[str]) -> Mapping[str, Leerbedrijf]:
        """Return one for every id."""
        return {nummer: _leerbedrijf(nummer) for nummer in ids}

    async def op_postcode(self, _postcode: str, _huisnummer: int | None) -> Sequence[Leerbedrijf]:
        """Return none: nobody searches here."""
        return ()


def _leerbedrijf(nummer: str) -> Leerbedrijf:
    erkend = Erkenning(opleidingcode=ALLE_OPLEIDINGEN, status=ErkenningStatus.ERKEND)
    return Leerbedrijf(leerbedrijf_id=nummer, naam=f"Leerbedrijf {nummer} (fictief)", erkenningen=(erkend,))


def app() -> Starlette:
    """Build it."""
    return maak_app(_Alles())
