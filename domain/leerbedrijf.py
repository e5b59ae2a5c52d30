"""The leerbedrijf with its recognitions, as SBB knows them (WEB article 7.2.10)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.codes import ErkenningStatus
from domain.nummers import zijn_negen_cijfers
from domain.tijd import Tijdvak

if TYPE_CHECKING:
    from datetime import date

ALLE_OPLEIDINGEN = "*"


def is_leerbedrijf_id(tekst: str) -> bool:
    """Tell whether it is a number from 100000000 to 999999999 (PvE chapter 13)."""
    return zijn_negen_cijfers(tekst) and tekst[0] != "0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Erkenning:
    """A recognition for one opleidingcode, or for all (`*`); of INGETROKKEN the begin is the day of withdrawal."""

    opleidingcode: str
    status: ErkenningStatus
    datum_begin: date | None = None
    datum_einde: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leerbedrijf:
    """A leerbedrijf; one that SBB could not confirm yet has only its id."""

    leerbedrijf_id: str
    naam: str | None = None
    postcode: str | None = None
    huisnummer: int | None = None
    plaats: str | None = None
    erkenningen: tuple[Erkenning, ...] = ()

    def status_voor(self, opleidingcode: str, op: date) -> ErkenningStatus:
        """Return the recognition on a day: the row for the code itself beats the row for all, then the newest begin."""
        geldig = [
            erkenning
            for erkenning in self.erkenningen
            if erkenning.opleidingcode in {opleidingcode, ALLE_OPLEIDINGEN}
            and (erkenning.datum_begin is None or Tijdvak(erkenning.datum_begin, erkenning.datum_einde).bevat(op))
        ]
        if not geldig:
            return ErkenningStatus.ONBEKEND
        return max(geldig, key=lambda e: (e.opleidingcode != ALLE_OPLEIDINGEN, str(e.datum_begin or ""))).status
