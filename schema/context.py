"""What a resolver may ask of the request it runs in; app makes one per request."""

from typing import Protocol

from domain.aanroeper import Aanroeper
from domain.poorten import Sbb
from domain.referentie import Instelling


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
