"""What IPO decides of an identification that is not unique (P04): who it is, or that it is none of the candidates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from domain.persoon import PersoonSleutel
    from domain.wachtend import Wachtend


@dataclass(frozen=True, slots=True)
class Keuze:
    """The BSN of who it is; None: it is none of the candidates, or the person of whom better data were delivered."""

    burgerservicenummer: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kandidaat:
    """A person to choose: by the id that the register has or keeps free, and all numbers that lead there.

    burgerservicenummer: its key, None of a person with an onderwijsnummer. bekend: the register holds this person.
    """

    id: int
    nummers: frozenset[str]
    burgerservicenummer: str | None
    bekend: bool

    def is_aangewezen(self, sleutel: PersoonSleutel) -> bool:
        """Tell whether a key points at this person."""
        return sleutel.nummer[1] in self.nummers if sleutel.nummer else sleutel.id == self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class TeKiezen:
    """Work for IPO: the delivery that waits and its candidates; persoon_id of whom better data were delivered.

    afgehandeld: it was decided already.
    """

    levering_id: int
    wachtend: Wachtend
    afgehandeld: bool
    persoon_id: int | None
    kandidaten: tuple[Kandidaat, ...]

    def gekozen(self, sleutel: PersoonSleutel | None) -> Kandidaat | None:
        """Return the candidate that a key points at; None without a key, or when it points at none of them."""
        if sleutel is None:
            return None
        return next((kandidaat for kandidaat in self.kandidaten if kandidaat.is_aangewezen(sleutel)), None)

    def keuze(self, sleutel: PersoonSleutel | None) -> Keuze:
        """Return the decision as judging knows it."""
        gekozen = self.gekozen(sleutel)
        if gekozen is None or gekozen.id == self.persoon_id:
            return Keuze(None)
        return Keuze(gekozen.burgerservicenummer)
