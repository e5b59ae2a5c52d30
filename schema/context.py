"""What a resolver may ask of the request it runs in; app makes one per request."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from domain.aanroeper import Aanroeper
from domain.aanvraag import Aanvraaguitkomst, Overzichtontvangst
from domain.afhandelen import Keuzeontvangst
from domain.ontvangst import Ontvangst
from domain.poorten import Bevestigingen, Sbb
from domain.referentie import Instelling
from domain.uitkomst import Uitkomst
from domain.webhook import Vastlegging, Verwijdering


class Leverpad(Protocol):
    """The use case behind every delivery."""

    async def lever(self, aanroeper: Aanroeper, ontvangsten: Sequence[Ontvangst], /) -> Sequence[Uitkomst]:
        """Take deliveries in, in order; return what the sender hears of each."""


class Aanvraagpad(Protocol):
    """The use case behind every request."""

    async def vraag_aan(self, aanroeper: Aanroeper, ontvangst: Overzichtontvangst, /) -> Aanvraaguitkomst:
        """Take a request in; return what the sender hears of it."""


class Keuzepad(Protocol):
    """The use case behind the decisions of IPO."""

    async def handel_af(self, aanroeper: Aanroeper, ontvangst: Keuzeontvangst, /) -> Uitkomst:
        """Decide; return what IPO hears of it."""


class Webhookpad(Protocol):
    """The use case behind addresses that messages are posted to."""

    async def leg_vast(self, aanroeper: Aanroeper, ontvangst: Vastlegging, /) -> Aanvraaguitkomst:
        """Store an address, or change it; return what the sender hears."""

    async def verwijder(self, aanroeper: Aanroeper, ontvangst: Verwijdering, /) -> Aanvraaguitkomst:
        """Take an address away; return what the sender hears."""


class Context(Protocol):
    """The request: who asks, and the ways out for fields that storage does not answer by itself."""

    @property
    def aanroeper(self) -> Aanroeper:
        """The caller as the token names it."""

    @property
    def sbb(self) -> Sbb:
        """The register of leerbedrijven."""

    async def instelling(self, brin: str) -> Instelling | None:
        """Return the institution as valid today, else its newest row; None for an unknown BRIN."""

    @property
    def correlatie_id(self) -> str:
        """What the caller and our log have in common for this request."""

    @property
    def operatie(self) -> str:
        """The name of the operation, else of its root fields; without person numbers."""

    @property
    def variabelen(self) -> Mapping[str, Any]:
        """The variables as received, before coercion; literals of the document stand among them under own names."""

    @property
    def leveren(self) -> Leverpad:
        """The one write path."""

    @property
    def aanvragen(self) -> Aanvraagpad:
        """The use case behind every request."""

    @property
    def afhandelen(self) -> Keuzepad:
        """The use case behind the decisions of IPO."""

    @property
    def webhooks(self) -> Webhookpad:
        """The use case behind addresses that messages are posted to."""

    @property
    def bevestigingen(self) -> Bevestigingen:
        """Where confirmations of messages are kept."""

    @property
    def meeste_leveringen(self) -> int:
        """How many deliveries one call may hold."""
