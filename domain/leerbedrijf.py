"""The leerbedrijf with its recognitions, as SBB knows them (WEB article 7.2.10)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain.codes import ErkenningStatus
from domain.nummers import zijn_negen_cijfers
from domain.tijd import Tijdvak

if TYPE_CHECKING:
    from collections.abc import Iterable
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

    def begint_in(self, tijdvak: Tijdvak) -> bool:
        """Tell whether it began on a day of these; of an unknown begin nothing is said."""
        return self.datum_begin is not None and tijdvak.bevat(self.datum_begin)


def op_volgorde(erkenningen: Iterable[Erkenning]) -> tuple[Erkenning, ...]:
    """Return them by opleidingcode and begin, an unknown begin first."""
    return tuple(sorted(erkenningen, key=lambda een: (een.opleidingcode, str(een.datum_begin or ""))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Leerbedrijf:
    """A leerbedrijf; one that SBB could not confirm yet has only its id."""

    leerbedrijf_id: str
    naam: str | None = None
    postcode: str | None = None
    huisnummer: int | None = None
    plaats: str | None = None
    erkenningen: tuple[Erkenning, ...] = ()

    @property
    def sleutel(self) -> str:
        """Return what SBB knows it by."""
        return self.leerbedrijf_id

    def met_erkenning(self, nieuw: Erkenning) -> Leerbedrijf:
        """Return it with what SBB says last of a period in the place of what began in that period (besluit 0043)."""
        geldig = Tijdvak(nieuw.datum_begin, nieuw.datum_einde) if nieuw.datum_begin else None
        blijft = (
            oud
            for oud in self.erkenningen
            if oud.opleidingcode != nieuw.opleidingcode or not geldig or not oud.begint_in(geldig)
        )
        return replace(self, erkenningen=op_volgorde((*blijft, nieuw)))

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
