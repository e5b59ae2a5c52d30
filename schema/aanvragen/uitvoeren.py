"""The resolvers of requests: from the document to the use case, and back to what the sender hears."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from domain.aanvraag import Aanvraagontvangst, Registratieoverzichtaanvraag
from domain.afhandelen import Keuzeaanvraag
from domain.webhook import VastleggenWebhook, VerwijderenWebhook
from resolvers.globale_id import nummer_van
from schema.aanvragen.registratieoverzicht import OverzichtUitkomst
from schema.aanvragen.webhook import WebhookUitkomst
from schema.leveringen.bericht import Bericht, zoals_geschreven
from schema.leveringen.uitkomsten import PersoonUitkomst
from schema.leveringen.uitvoeren import met_nummer

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from graphql import GraphQLResolveInfo, GraphQLSchema

    from schema.context import Context

Info: TypeAlias = "GraphQLResolveInfo[Context]"


async def aanvragen_registratieoverzicht(_: None, info: Info, **__: object) -> OverzichtUitkomst:
    """Take a request in; what is asked is made later."""
    bericht = _geschreven(info)
    ontvangst = Aanvraagontvangst.van(Registratieoverzichtaanvraag, bericht.inhoud, bericht.tekst, bericht.hash)
    gehoord = await info.context.aanvragen.vraag_aan(info.context.aanroeper, ontvangst)
    return OverzichtUitkomst.van(gehoord, info.context.aanroeper.rol)


async def afhandelen_identificatie(_: None, info: Info, **__: object) -> PersoonUitkomst:
    """Decide; what it leads to is there when this answers."""
    bericht = _geschreven(info)
    inhoud = {**met_nummer(bericht.inhoud), "werkId": nummer_van("Werk", bericht.inhoud["werkId"])}
    ontvangst = Aanvraagontvangst.van(Keuzeaanvraag, inhoud, bericht.tekst, bericht.hash)
    gehoord = await info.context.afhandelen.handel_af(info.context.aanroeper, ontvangst)
    return PersoonUitkomst.van(gehoord, info.context.aanroeper.rol)


async def vastleggen_webhook(_: None, info: Info, **__: object) -> WebhookUitkomst:
    """Store an address; of its secret the archive keeps a sum, by which a repeat is known (besluit 0047)."""
    inhoud = _geschreven(info).inhoud
    archief = Bericht.van({**inhoud, "geheim": f"sha256:{sha256(str(inhoud['geheim']).encode()).hexdigest()}"})
    ontvangst = Aanvraagontvangst.van(VastleggenWebhook, inhoud, archief.tekst, archief.hash)
    return WebhookUitkomst.van(await info.context.webhooks.leg_vast(info.context.aanroeper, ontvangst))


async def verwijderen_webhook(_: None, info: Info, **__: object) -> WebhookUitkomst:
    """Take an address away."""
    argumenten = info.field_nodes[0].arguments or ()
    bericht = Bericht.van({een.name.value: zoals_geschreven(een.value, info.context.variabelen) for een in argumenten})
    ontvangst = Aanvraagontvangst.van(VerwijderenWebhook, bericht.inhoud, bericht.tekst, bericht.hash)
    return WebhookUitkomst.van(await info.context.webhooks.verwijder(info.context.aanroeper, ontvangst))


def _geschreven(info: Info) -> Bericht:
    """Return the one argument as the sender wrote it."""
    (geschreven,) = info.field_nodes[0].arguments or ()
    return Bericht.van(zoals_geschreven(geschreven.value, info.context.variabelen))


AANVRAGEN: Final[Mapping[str, Callable[..., Awaitable[Any]]]] = {
    "aanvragenRegistratieoverzicht": aanvragen_registratieoverzicht,
    "afhandelenIdentificatie": afhandelen_identificatie,
    "vastleggenWebhook": vastleggen_webhook,
    "verwijderenWebhook": verwijderen_webhook,
}
"""The requests by the name of their field in the API."""


def installeer_aanvragen(schema: GraphQLSchema) -> None:
    """Give every request its resolver; KeyError for one that the schema does not have."""
    if schema.mutation_type is None:
        raise LookupError("a schema without mutations")
    for naam, los_op in AANVRAGEN.items():
        schema.mutation_type.fields[naam].resolve = los_op
