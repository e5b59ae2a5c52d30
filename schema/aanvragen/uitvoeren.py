"""The resolvers of requests: from the document to the use case, and back to what the sender hears."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

from domain.aanvraag import Aanvraagontvangst, Registratieoverzichtaanvraag
from schema.aanvragen.registratieoverzicht import OverzichtUitkomst
from schema.leveringen.bericht import Bericht, zoals_geschreven

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from graphql import GraphQLResolveInfo, GraphQLSchema

    from schema.context import Context

Info: TypeAlias = "GraphQLResolveInfo[Context]"


async def aanvragen_registratieoverzicht(_: None, info: Info, **__: object) -> OverzichtUitkomst:
    """Take a request in; what is asked is made later."""
    (geschreven,) = info.field_nodes[0].arguments or ()
    bericht = Bericht.van(zoals_geschreven(geschreven.value, info.context.variabelen))
    klasse = Registratieoverzichtaanvraag
    ontvangst = Aanvraagontvangst.van(klasse, bericht.inhoud, bericht.tekst, bericht.hash)
    gehoord = await info.context.aanvragen.vraag_aan(info.context.aanroeper, ontvangst)
    return OverzichtUitkomst.van(gehoord, info.context.aanroeper.rol)


AANVRAGEN: Final[Mapping[str, Callable[..., Awaitable[Any]]]] = {
    "aanvragenRegistratieoverzicht": aanvragen_registratieoverzicht,
}
"""The requests by the name of their field in the API."""


def installeer_aanvragen(schema: GraphQLSchema) -> None:
    """Give every request its resolver; KeyError for one that the schema does not have."""
    if schema.mutation_type is None:
        raise LookupError("a schema without mutations")
    for naam, los_op in AANVRAGEN.items():
        schema.mutation_type.fields[naam].resolve = los_op
