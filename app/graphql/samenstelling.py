"""Puts the Uitvoerder together: the schema with its resolvers, and a reader that knows every name it declares."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from app.graphql.documenten import Documenten
from app.graphql.uitvoerder import Uitvoerder
from app.opslag.lezen.controle import controleer
from app.opslag.lezen.lezer import Lezer
from domain.tijd import AMSTERDAM
from schema.declaraties import gedeclareerd
from schema.oplossen import installeer
from schema.schema import KERN

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from graphql import GraphQLSchema
    from psycopg_pool import AsyncConnectionPool

    from app.configuratie import Configuratie
    from app.graphql.context import Paden


def vandaag() -> date:
    """Return today in Amsterdam."""
    return datetime.now(AMSTERDAM).date()


@cache
def uitvoerbaar() -> GraphQLSchema:
    """Return the schema of the process, checked against storage and with the resolvers of the ordinary executor."""
    controleer(gedeclareerd(KERN))
    return installeer(KERN)


def maak_uitvoerder(
    pool: AsyncConnectionPool,
    configuratie: Configuratie,
    paden: Paden,
    *,
    klok: Callable[[], date] = vandaag,
    altijd_uitvoeren: bool = False,
) -> Uitvoerder:
    """Make what answers GraphQL on a pool of autocommit connections whose login may become each reader's role.

    klok gives the day in Amsterdam. Raises OnbekendeNaam when the schema declares what storage does not know.
    """
    schema = uitvoerbaar()
    return Uitvoerder(
        schema=schema,
        documenten=Documenten(schema=schema, configuratie=configuratie),
        configuratie=configuratie,
        lezer=Lezer(pool=pool, rolprefix=configuratie.rolprefix, time_out=configuratie.time_out_statement),
        paden=paden,
        vandaag=klok,
        altijd_uitvoeren=altijd_uitvoeren,
    )
