"""The port between HTTP and GraphQL: HTTP knows bodies and status codes, the Uitvoerder knows documents and rights."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Mapping

    from domain.aanroeper import Aanroeper


ONBEKEND: Final = "onbekend"


class Soort(StrEnum):
    """The kind of an operation, for logs and metrics."""

    QUERY = "query"
    MUTATION = "mutation"
    SUBSCRIPTION = "subscription"
    INTROSPECTIE = "introspectie"
    ONBEKEND = ONBEKEND


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphqlVerzoek:
    """A well-formed request; what the document means is not known yet.

    `alleen_introspectie`: it came by GET, so it may select nothing but introspection.
    """

    document: str
    operatienaam: str | None
    variabelen: Mapping[str, object]
    alleen_introspectie: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphqlAntwoord:
    """A response as JSON in UTF-8.

    `uitgevoerd` False: a request error, the body has no `data`. `uitkomst`: the code of its first error, or OK.
    `operatie`: the field of the schema that was asked, "meerdere" for several; never a name that the caller chose.
    """

    lichaam: bytes
    uitgevoerd: bool
    soort: Soort = Soort.ONBEKEND
    operatie: str = ONBEKEND
    uitkomst: str = "OK"


class NietOverGet(Exception):  # noqa: N818 - Dutch: the name is the message
    """An Uitvoerder found more than introspection in a request with `alleen_introspectie`; answered with 405."""


class Uitvoerder(Protocol):
    """Answers a GraphQL request for a caller."""

    async def __call__(self, verzoek: GraphqlVerzoek, aanroeper: Aanroeper, correlatie_id: str, /) -> GraphqlAntwoord:
        """Answer the request; raises RegisterFout for a request error and NietOverGet.

        Anything else that it raises is answered with INTERN. It is cancelled when the time for the request is over.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroom:
    """A subscription that was accepted: its responses as JSON in UTF-8, one by one, without end.

    Raises RegisterFout while it goes on; who stops reading closes `antwoorden`.
    """

    antwoorden: AsyncGenerator[bytes, None]
    operatie: str
    soort: Soort = Soort.SUBSCRIPTION
    uitkomst: str = "OK"


class Abonneerder(Protocol):
    """Answers a GraphQL request for a caller who can take in a stream."""

    async def __call__(
        self, verzoek: GraphqlVerzoek, aanroeper: Aanroeper, correlatie_id: str, /
    ) -> GraphqlAntwoord | Stroom:
        """Return the stream of a subscription, or the one answer of anything else; raises as an Uitvoerder does."""
