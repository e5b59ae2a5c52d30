"""verwerkenErkenningsmutatie: SBB recognises a leerbedrijf for an opleiding, or withdraws that."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Final

from domain.codes import ErkenningStatus, LeveringSoort
from domain.leerbedrijf import ALLE_OPLEIDINGEN, Erkenning, Leerbedrijf
from domain.leveringen.levering import Levering
from domain.leveringen.vorm import OnleesbaarError, datum, getal, gevulde_tekst, keuze, patroon, tekst

if TYPE_CHECKING:
    from datetime import date

_CREBO: Final = re.compile(r"[0-9]{5}", re.ASCII)
GEGEVENS: Final = ("naam", "postcode", "huisnummer", "plaats")


def _opleidingcode(waarde: str) -> str:
    if waarde != ALLE_OPLEIDINGEN and not _CREBO.fullmatch(waarde):
        raise OnleesbaarError(f"vijf cijfers of {ALLE_OPLEIDINGEN}")
    return waarde


@dataclass(frozen=True, slots=True, kw_only=True)
class VerwerkenErkenningsmutatie(Levering):
    """One recognition as it is from now on, with what SBB tells of the leerbedrijf; unknown, it arises."""

    soort = LeveringSoort.VERWERKEN_ERKENNINGSMUTATIE

    leerbedrijf_id: str = tekst(20, verplicht=True)
    naam: str | None = gevulde_tekst(200)
    postcode: str | None = gevulde_tekst(7)
    huisnummer: int | None = getal()
    plaats: str | None = gevulde_tekst(80)
    opleidingcode: str = patroon(_opleidingcode, verplicht=True)
    status: ErkenningStatus = keuze(ErkenningStatus, verplicht=True)
    datum_begin: date = datum(verplicht=True)
    datum_einde: date | None = datum()

    @property
    def erkenning(self) -> Erkenning:
        """Return the recognition as delivered."""
        return Erkenning(**{veld.name: getattr(self, veld.name) for veld in fields(Erkenning)})

    def over(self, leerbedrijf: Leerbedrijf | None) -> Leerbedrijf:
        """Return the leerbedrijf with what is delivered in place of what was there; what is left out stays."""
        gegeven = {naam: getattr(self, naam) for naam in GEGEVENS if getattr(self, naam) is not None}
        huidig = leerbedrijf or Leerbedrijf(leerbedrijf_id=str(self.leerbedrijf_id))
        return replace(huidig, **gegeven).met_erkenning(self.erkenning)
