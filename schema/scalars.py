"""The scalars of the contract: our own, because those of strawberry read more than one form and print another.

Going in, a date, moment or decimal may be any string and nothing but a string: an impossible one is a signal of its own
delivery and not a fault of the whole request (register.md 3.1). Going out, storage has written the text already.
"""

from collections.abc import Mapping
from typing import Any, Final, NewType

import strawberry
from graphql import GraphQLError, StringValueNode, ValueNode
from strawberry.types.scalar import ScalarDefinition

Datum = NewType("Datum", str)
Tijdstip = NewType("Tijdstip", str)
OnvolledigeDatum = NewType("OnvolledigeDatum", str)
Decimaal = NewType("Decimaal", str)
Json = NewType("Json", object)


_GEEN_TEKST: Final = "Verwacht wordt tekst tussen aanhalingstekens."


def _lees_tekst(waarde: object) -> str:
    if not isinstance(waarde, str):
        raise GraphQLError(_GEEN_TEKST)
    return waarde


def _lees_tekst_in_document(knoop: ValueNode, _variabelen: Mapping[str, Any] | None = None) -> str:
    if not isinstance(knoop, StringValueNode):
        raise GraphQLError(_GEEN_TEKST, knoop)
    return knoop.value


def _schrijf(waarde: object) -> str:
    if not isinstance(waarde, str):
        raise TypeError(f"text was expected, already in the form of the contract, not {type(waarde).__name__}")
    return waarde


def _tekst(naam: str, beschrijving: str) -> ScalarDefinition:
    return strawberry.scalar(
        name=naam,
        description=beschrijving,
        serialize=_schrijf,
        parse_value=_lees_tekst,
        parse_literal=_lees_tekst_in_document,
    )


SCALARS: Final[Mapping[object, ScalarDefinition]] = {
    Datum: _tekst(
        "Date",
        'Datum zoals "2025-08-01": ccyy-mm-dd, geheel bekend. Een onmogelijke datum in een levering geeft signaal L01 '
        "op die levering; in een argument van een vraag is het een fout ONGELDIG_VERZOEK.",
    ),
    Tijdstip: _tekst(
        "DateTime",
        'Moment in UTC, met microseconden, zoals "2026-11-24T20:13:27.123456Z". In een argument mag ook een andere '
        'tijdzone staan, zoals "2026-11-24T21:13:27+01:00"; zonder tijdzone is het een fout ONGELDIG_VERZOEK.',
    ),
    OnvolledigeDatum: _tekst(
        "OnvolledigeDatum",
        "Datum waarvan de dag, of dag en maand, of alles onbekend kan zijn: ccyy-mm-dd met 00 voor wat onbekend is, "
        "zoals "
        '"1990-05-00", "1990-00-00" of "0000-00-00" [PvE hoofdstuk 13].',
    ),
    Decimaal: _tekst(
        "Decimal",
        'Getal met een vast aantal decimalen, als tekst met een punt, zoals "7.4": zo gaat er onderweg niets van '
        "verloren. Een onmogelijk getal in een levering geeft signaal L01 op die levering.",
    ),
    Json: strawberry.scalar(
        name="JSON",
        description="JSON-waarde, zoals ontvangen of bewaard: object, lijst, tekst, getal, boolean of null.",
    ),
}
