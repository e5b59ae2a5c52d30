"""What BRP and SBB answered before the controls run: asked outside the transaction, for all deliveries together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from domain.antwoord import Bronantwoord

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from domain.antwoord import Erkenningsantwoord, Erkenningsvraag, Zoekvraag
    from domain.persoon import Persoon


class Antwoorden(Protocol):
    """What the controls may look up of the sources."""

    def persoon(self, burgerservicenummer: str) -> Persoon | Bronantwoord:
        """Return what the BRP says of a BSN."""

    def personen(self, vraag: Zoekvraag) -> Sequence[Persoon] | Bronantwoord:
        """Return what the BRP finds on a search."""

    def erkenning(self, vraag: Erkenningsvraag) -> Erkenningsantwoord | Bronantwoord:
        """Return what SBB says of a leerbedrijf."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bronnen:
    """The answers by their questions; a question that has no answer here counts as ONBEREIKBAAR."""

    op_nummer: Mapping[str, Persoon | Bronantwoord] = field(default_factory=dict)
    gezocht: Mapping[Zoekvraag, Sequence[Persoon] | Bronantwoord] = field(default_factory=dict)
    erkenningen: Mapping[Erkenningsvraag, Erkenningsantwoord | Bronantwoord] = field(default_factory=dict)

    def persoon(self, burgerservicenummer: str) -> Persoon | Bronantwoord:
        """Return what the BRP says of a BSN."""
        return self.op_nummer.get(burgerservicenummer, Bronantwoord.ONBEREIKBAAR)

    def personen(self, vraag: Zoekvraag) -> Sequence[Persoon] | Bronantwoord:
        """Return what the BRP finds on a search."""
        return self.gezocht.get(vraag, Bronantwoord.ONBEREIKBAAR)

    def erkenning(self, vraag: Erkenningsvraag) -> Erkenningsantwoord | Bronantwoord:
        """Return what SBB says of a leerbedrijf."""
        return self.erkenningen.get(vraag, Bronantwoord.ONBEREIKBAAR)


@dataclass(frozen=True, slots=True)
class Vraagboek:
    """Answers nothing and writes down what is asked: judging with it tells what a batch has to ask (besluit 0006)."""

    nummers: set[str] = field(default_factory=set)
    zoekvragen: set[Zoekvraag] = field(default_factory=set)
    erkenningsvragen: set[Erkenningsvraag] = field(default_factory=set)

    @property
    def is_leeg(self) -> bool:
        """Tell whether there is nothing to ask."""
        return not (self.nummers or self.zoekvragen or self.erkenningsvragen)

    def persoon(self, burgerservicenummer: str) -> Bronantwoord:
        """Note the number."""
        self.nummers.add(burgerservicenummer)
        return Bronantwoord.ONBEREIKBAAR

    def personen(self, vraag: Zoekvraag) -> Bronantwoord:
        """Note the search."""
        self.zoekvragen.add(vraag)
        return Bronantwoord.ONBEREIKBAAR

    def erkenning(self, vraag: Erkenningsvraag) -> Bronantwoord:
        """Note the question about a leerbedrijf."""
        self.erkenningsvragen.add(vraag)
        return Bronantwoord.ONBEREIKBAAR
