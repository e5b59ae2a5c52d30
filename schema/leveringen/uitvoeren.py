"""The resolver of every delivery: from the document to the one write path, and back to what the sender hears."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

from domain.codes import LeveringSoort
from domain.fouten import TeGroot
from domain.ontvangst import Ontvangst
from resolvers.globale_id import nummer_van
from schema.leveringen.bericht import Bericht, zoals_geschreven
from schema.leveringen.uitkomsten import (
    BpvUitkomst,
    InschrijvingUitkomst,
    LeerbedrijfUitkomst,
    LeverenUitkomst,
    PersoonUitkomst,
    ResultaatUitkomst,
    Uitkomst,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from graphql import GraphQLResolveInfo, GraphQLSchema

    from schema.context import Context

Info: TypeAlias = "GraphQLResolveInfo[Context]"

LEVEREN: Final = "leveren"
SOORTEN: Final[Mapping[str, LeveringSoort]] = {
    eerste.lower() + "".join(woord.capitalize() for woord in rest): soort
    for soort in LeveringSoort
    for eerste, *rest in [soort.split("_")]
}
"""The kinds of delivery by the name of their field in the API."""
_PER_OBJECT: Final[Mapping[str, type[Uitkomst]]] = {
    "PERSOON": PersoonUitkomst,
    "VOOROPLEIDING": PersoonUitkomst,
    "PERSOONSMUTATIE": PersoonUitkomst,
    "ERKENNINGSMUTATIE": LeerbedrijfUitkomst,
    "BPV": BpvUitkomst,
    "DIPLOMA": ResultaatUitkomst,
    "RESULTAAT": ResultaatUitkomst,
}


def installeer_leveringen(schema: GraphQLSchema) -> None:
    """Give every delivery its resolver; KeyError for a kind of delivery that is no mutation."""
    if schema.mutation_type is None:
        raise LookupError("a schema without deliveries")
    velden = schema.mutation_type.fields
    velden[LEVEREN].resolve = _leveren
    for naam, soort in SOORTEN.items():
        velden[naam].resolve = _een_levering(soort)


def _een_levering(soort: LeveringSoort) -> Callable[..., Any]:
    async def lever(_: None, info: Info, **__: object) -> Uitkomst:
        (uitkomst,) = await _lever(info, [(soort, _geschreven(info))])
        return uitkomst

    return lever


async def _leveren(_: None, info: Info, **__: object) -> LeverenUitkomst:
    """Take up to 500 deliveries in; raises TeGroot for more."""
    geschreven = _geschreven(info)
    leveringen = geschreven if isinstance(geschreven, list) else [geschreven]
    if len(leveringen) > info.context.meeste_leveringen:
        raise TeGroot(f"Meer dan {info.context.meeste_leveringen} leveringen in een keer.")
    soorten = [(SOORTEN[naam], invoer) for levering in leveringen for naam, invoer in levering.items()]
    return LeverenUitkomst.van(await _lever(info, soorten))


async def _lever(info: Info, leveringen: Sequence[tuple[LeveringSoort, Any]]) -> list[Uitkomst]:
    context = info.context
    ontvangsten = [ontvangst_van(soort, invoer) for soort, invoer in leveringen]
    gehoord = await context.leveren.lever(context.aanroeper, ontvangsten)
    return [
        _klasse(soort).van(uitkomst, context.aanroeper.rol)
        for (soort, _), uitkomst in zip(leveringen, gehoord, strict=True)
    ]


def _geschreven(info: Info) -> Any:  # noqa: ANN401 - JSON
    """Return the one argument as the sender wrote it."""
    (geschreven,) = info.field_nodes[0].arguments or ()
    return zoals_geschreven(geschreven.value, info.context.variabelen)


def ontvangst_van(soort: LeveringSoort, invoer: Mapping[str, Any]) -> Ontvangst:
    """Read one input as the sender wrote it, ids of the API included; raises OngeldigVerzoek."""
    bericht = Bericht.van(invoer)
    return Ontvangst.van(soort, met_nummer(bericht.inhoud), bericht.tekst, bericht.hash)


def met_nummer(invoer: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the input with the register's own number for the id of a person; 0 for an id that is none."""
    persoon = invoer.get("persoon")
    if not isinstance(persoon, dict) or persoon.get("id") is None:
        return invoer
    return {**invoer, "persoon": {**persoon, "id": nummer_van("Persoon", persoon["id"])}}


def _klasse(soort: LeveringSoort) -> type[Uitkomst]:
    """Return what a kind of delivery gives back; the last word of its name says what it is about."""
    return _PER_OBJECT.get(soort.rsplit("_", 1)[1], InschrijvingUitkomst)
