"""Arguments of fields that storage answers: from what GraphQL coerced to the texts that go to Postgres as parameters.

This is the one place where such values are judged: what is impossible here is ONGELDIG_VERZOEK for the whole request,
before anything is read. (In deliveries the same scalars take any string: register.md 3.1.)
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any, Final

from graphql import (
    FieldNode,
    GraphQLError,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInputType,
    VariableValues,
    get_argument_values,
    get_named_type,
)

from domain.aanroeper import Aanroeper, Rol
from domain.fouten import NietBevoegd, OngeldigVerzoek, RegisterFout
from domain.tijd import OnvolledigeDatum, datum_uit_tekst
from resolvers.globale_id import ontleed, ontleed_kenmerk

HOOGSTE_FIRST: Final = 500
LANGSTE_TEKST: Final = 200
TYPENAAM: Final = "__typename"
"""Beside the arguments of `node`: of which type its id is, as that decides the plan."""
PEILDATUM: Final = "peildatum"
OP_KENMERK: Final = {"Stageplekbezetting"}
"""What has its place in a list by its kenmerk: the register's own number is not shown to a consumer."""
NIEMAND: Final = "0"
"""A number that no row of the register has: what an id that is not ours points at."""
_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plek:
    """A place in an operation where arguments stand; naam is `Type.veld`, pad the response keys that lead to it."""

    nummer: int
    naam: str
    veld: GraphQLField
    knoop: FieldNode
    pad: tuple[str, ...]

    def parameter(self, pad: str) -> str:
        """Return the name of the parameter for the argument at a path."""
        return f"a{self.nummer}_{pad.replace('.', '_')}"

    def lees(self, variabelen: VariableValues, aanroeper: Aanroeper) -> dict[str, str]:
        """Return each argument that is given and not null, by its path, as text; raises GraphQLError with a code."""
        waarden = get_argument_values(self.veld, self.knoop, variabelen)
        try:
            gelezen = dict(self._lees(waarden))
            if "first" in self.veld.args:
                gelezen.setdefault("first", str(self.veld.args["first"].default_value))
            if get_named_type(self.veld.type).name == "Node":
                gelezen |= _node(gelezen["id"])
            _toets_afzender(self.naam, gelezen, aanroeper)
        except RegisterFout as fout:
            raise GraphQLError(str(fout), self.knoop, path=self.pad, extensions={"code": fout.code}) from fout
        return gelezen

    def _lees(self, waarden: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        for naam, waarde in waarden.items():
            for pad, soort, deel in _delen(naam, self.veld.args[naam].type, waarde):
                yield pad, self._tekst(pad, soort, deel)

    def _tekst(self, pad: str, soort: str, waarde: object) -> str:
        if pad == "first":
            return _first(waarde)
        if pad == "after":
            return _cursor(waarde, get_named_type(self.veld.type).name.removesuffix("Connection"))
        if soort == "ID" and pad != "id":
            gevonden = ontleed(str(waarde))
            return str(gevonden[1]) if gevonden and gevonden[0] == "Persoon" else NIEMAND
        return _schrijf(pad, soort, waarde)


def _delen(pad: str, soort: GraphQLInputType, waarde: object) -> Iterator[tuple[str, str, object]]:
    """Yield path, name of the scalar and value of each leaf that is not null."""
    kaal = get_named_type(soort)
    if isinstance(kaal, GraphQLInputObjectType) and isinstance(waarde, Mapping):
        for naam, deel in waarde.items():
            yield from _delen(f"{pad}.{naam}", kaal.fields[naam].type, deel)
    elif waarde is not None:
        yield pad, kaal.name, waarde


def _first(waarde: object) -> str:
    if not isinstance(waarde, int) or not 0 <= waarde <= HOOGSTE_FIRST:
        raise OngeldigVerzoek(f"first: 0 tot en met {HOOGSTE_FIRST}.")
    return str(waarde)


def _node(globaal: str) -> dict[str, str]:
    gevonden = ontleed(globaal)
    return {"id": str(gevonden[1]), TYPENAAM: gevonden[0]} if gevonden else {"id": NIEMAND}


def _cursor(waarde: object, knooptype: str) -> str:
    gevonden = (ontleed_kenmerk if knooptype in OP_KENMERK else ontleed)(str(waarde))
    if not gevonden or gevonden[0] != knooptype:
        raise OngeldigVerzoek("after: geen cursor van deze lijst.")
    return str(gevonden[1])


def _schrijf(pad: str, soort: str, waarde: object) -> str:
    """Write a value as Postgres reads it."""
    if isinstance(waarde, bool):
        return str(waarde).lower()
    tekst = str(waarde.value if isinstance(waarde, Enum) else waarde)
    if "\0" in tekst or len(tekst) > LANGSTE_TEKST:
        raise OngeldigVerzoek(f"{pad}: ten hoogste {LANGSTE_TEKST} tekens, zonder NUL.")
    try:
        return _LEES[soort](tekst) if soort in _LEES else tekst
    except ValueError:
        raise OngeldigVerzoek(f"{pad}: geen geldige waarde voor {soort}.") from None


def _moment(tekst: str) -> str:
    if not _MOMENT.fullmatch(tekst):
        raise ValueError("no moment with a time zone")
    return datetime.fromisoformat(tekst).isoformat()


_LEES: Final[Mapping[str, Callable[[str], str]]] = {
    "Date": lambda tekst: datum_uit_tekst(tekst).isoformat(),
    "DateTime": _moment,
    "OnvolledigeDatum": lambda tekst: str(OnvolledigeDatum.uit_tekst(tekst)),
}


def _toets_afzender(veld: str, gelezen: Mapping[str, str], aanroeper: Aanroeper) -> None:
    """Only IPO asks for the delivery of another sender (register.md 1)."""
    ander = gelezen.get("afzender", aanroeper.naam) != aanroeper.naam
    if veld == "Query.levering" and ander and aanroeper.rol is not Rol.IPO:
        raise NietBevoegd("Query.levering(afzender:) van een ander vraagt IPO.")
