"""What the register needs from outside, as Protocols: the BRP, SBB, and storage to write to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from domain.fouten import BronOnbereikbaar

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from contextlib import AbstractAsyncContextManager

    from domain.aanroeper import Aanroeper
    from domain.aanvraag import Aanvraaguitkomst, EerdereAanvraag
    from domain.afhandelen import Keuzeontvangst
    from domain.antwoord import Bronantwoord, Erkenningsantwoord, Erkenningsvraag, Zoekvraag
    from domain.bronnen import Bronnen
    from domain.keuze import TeKiezen
    from domain.leerbedrijf import Leerbedrijf
    from domain.ontvangst import Ontvangst
    from domain.persoon import Persoon
    from domain.uitkomst import Uitkomst
    from domain.uitslag import Uitslag
    from domain.verwerking import Stand
    from domain.wachtend import Wacht, Wachtend


class Brp(Protocol):
    """The population register. A wrong or absent answer is ONBEREIKBAAR for the questions it concerns, never raised."""

    async def op_nummer(self, nummers: Collection[str]) -> Mapping[str, Persoon | Bronantwoord]:
        """Return for every BSN the person (geverifieerd), ONBEKEND or ONBEREIKBAAR; 20 numbers a call."""

    async def zoek(self, vragen: Collection[Zoekvraag]) -> Mapping[Zoekvraag, Sequence[Persoon] | Bronantwoord]:
        """Return for every question the persons found, or ONBEREIKBAAR."""


class Sbb(Protocol):
    """The register of leerbedrijven."""

    async def zoek(self, naam: str, postcode: str, huisnummer: int | None) -> Sequence[Leerbedrijf]:
        """Return the leerbedrijven found; raises BronOnbereikbaar."""

    async def leerbedrijf(self, leerbedrijf_id: str) -> Leerbedrijf | None:
        """Return one leerbedrijf with its recognitions; raises BronOnbereikbaar."""

    async def erkenningen(
        self, vragen: Collection[Erkenningsvraag]
    ) -> Mapping[Erkenningsvraag, Erkenningsantwoord | Bronantwoord]:
        """Return for every question the answer, or ONBEREIKBAAR; 20 questions a call, never raises."""


class BotsingError(Exception):
    """Raised by storage when another writer was first: the same again, on what that one left, will do."""


class OpslagWegError(BronOnbereikbaar):
    """Raised by storage when it is or went out of reach: trying apart will not help, the same again later will."""


class Werk(Protocol):
    """One transaction on the register, as the writer."""

    async def stand(
        self,
        ontvangsten: Sequence[Ontvangst],
        aanroeper: Aanroeper,
        bronnen: Bronnen,
        nummers: Collection[str] = (),
    ) -> Stand:
        """Return what the register holds for these deliveries and numbers, with the persons locked in order of id."""

    async def wachtend(self, levering_id: int, op: Wacht) -> Wachtend | None:
        """Return a delivery while it waits for this, and let nobody else take it in hand; None when it does not."""

    async def is_achterhaald(self, levering_id: int, op: Wacht) -> bool:
        """Tell whether another delivery judged since what this one waits for; then it waits no longer.

        To be asked when its persons are locked.
        """

    async def te_kiezen(self, werk_id: int) -> TeKiezen | None:
        """Return an identification for IPO to decide, which nobody else takes in hand; None when there is none."""

    @property
    def archief(self) -> Keuzearchief:
        """Where the decision itself is kept, in the same transaction."""

    async def trek_nummers(self, aantal: int) -> Sequence[str]:
        """Return so many free onderwijsnummers, never given before or after."""

    async def bewaar(self, uitslagen: Sequence[Uitslag]) -> Sequence[Uitkomst]:
        """Store archive, register, history, signals, messages and outcomes; return what the sender hears."""


class Keuzearchief(Protocol):
    """Keeps decisions: each receipt, and each kenmerk once."""

    async def archiveer(self, aanroeper: Aanroeper, ontvangst: Keuzeontvangst) -> None:
        """Keep the receipt as it came in."""

    async def eerdere(self, aanroeper: Aanroeper, ontvangst: Keuzeontvangst) -> EerdereAanvraag | None:
        """Return the request that took this kenmerk before; nobody else takes it meanwhile."""

    async def bewaar(self, aanroeper: Aanroeper, ontvangst: Keuzeontvangst, uitkomst: Aanvraaguitkomst) -> int:
        """Store the decision with its outcome; return its id."""

    async def gevolg(self, uitkomst: Aanvraaguitkomst) -> Uitkomst:
        """Return the outcome of a decision that was stored, with what it did to its delivery."""


class Opslag(Protocol):
    """Where units of work come from."""

    def eenheid(self) -> AbstractAsyncContextManager[Werk]:
        """Return a unit of work: commits at its end, rolls back on any error.

        Raises BotsingError for a lost race, OpslagWegError when the database is out of reach.
        """

    async def vooruitblik(self, ontvangsten: Sequence[Ontvangst], aanroeper: Aanroeper) -> Stand:
        """Return what the register holds for these deliveries at this moment, without locks."""


class Bevestigingen(Protocol):
    """Where a receiver's confirmations of messages are kept."""

    async def bevestig(self, aanroeper: Aanroeper, positie: int) -> int | None:
        """Confirm up to and including a message; return how many that were, None when it is no message of theirs."""
