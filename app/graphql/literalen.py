"""Literals out of documents: what is kept of a document holds no person number (besluit 0001).

A literal that is long enough to hold one becomes a variable. The text is masked in place, so that lines and columns of
errors stay right; the values are cut from the text of each request again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from graphql import (
    SKIP,
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLSchema,
    OperationDefinitionNode,
    TokenKind,
    TypeInfo,
    TypeInfoVisitor,
    VariableDefinitionNode,
    Visitor,
    VisitorAction,
    parse,
    parse_value,
    value_from_ast_untyped,
    visit,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graphql import Token, ValueNode

KORTSTE: Final = 9  # a person number has nine digits
_ZICHTBAAR: Final = re.compile(r"[^\n\r]")


@dataclass(frozen=True, slots=True)
class Literaal:
    """A literal that was taken out: the variable that brings it from now on, and where it stands in the text."""

    naam: str
    begin: int
    einde: int

    def waarde(self, tekst: str) -> Any:  # noqa: ANN401 - JSON
        """Read the value from the text of a request."""
        return value_from_ast_untyped(parse_value(tekst[self.begin : self.einde]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Gelicht:
    """An operation without literals: what brings their values, and its default values, which a request may replace."""

    operatie: OperationDefinitionNode
    fragmenten: Mapping[str, FragmentDefinitionNode]
    literalen: tuple[Literaal, ...]
    standaarden: tuple[Literaal, ...]

    def invoer(self, tekst: str, variabelen: Mapping[str, Any]) -> dict[str, Any]:
        """Return the variables of a request together with the literals of its text."""
        standaard = {een.naam: een.waarde(tekst) for een in self.standaarden if een.naam not in variabelen}
        return {**standaard, **variabelen, **{een.naam: een.waarde(tekst) for een in self.literalen}}


def licht(schema: GraphQLSchema, document: DocumentNode, operatie: OperationDefinitionNode, tekst: str) -> Gelicht:
    """Take the literals out of a valid document, and keep of it this operation and the fragments."""
    info = TypeInfo(schema)
    zoeker = _Zoeker(info, _vrij_voorvoegsel(tekst))
    visit(document, TypeInfoVisitor(info, zoeker))
    vervangingen = (*zoeker.vervangingen, *((een.start, een.end, "") for een in _opmerkingen(document)))
    definities = parse(_masker(tekst, vervangingen)).definitions
    nieuw = definities[document.definitions.index(operatie)]
    velden = {naam: getattr(nieuw, naam) for naam in nieuw.keys}
    velden["variable_definitions"] = (*(velden["variable_definitions"] or ()), *_variabelen(zoeker.soorten))
    return Gelicht(
        operatie=OperationDefinitionNode(**velden),
        fragmenten={een.name.value: een for een in definities if isinstance(een, FragmentDefinitionNode)},
        literalen=tuple(zoeker.literalen),
        standaarden=tuple(zoeker.standaarden),
    )


class _Zoeker(Visitor):
    """Finds the literals, and writes down what comes in their place."""

    def __init__(self, info: TypeInfo, voorvoegsel: str) -> None:
        super().__init__()
        self._info, self._voorvoegsel = info, voorvoegsel
        self.literalen: list[Literaal] = []
        self.standaarden: list[Literaal] = []
        self.soorten: dict[str, str] = {}
        self.vervangingen: list[tuple[int, int, str]] = []

    def enter_variable_definition(self, knoop: VariableDefinitionNode, *_: object) -> VisitorAction:
        """Take the whole default value out: it counts where a request does not bring the variable."""
        standaard = knoop.default_value
        if standaard and standaard.loc and knoop.type.loc:
            self.standaarden.append(Literaal(knoop.variable.name.value, standaard.loc.start, standaard.loc.end))
            self.vervangingen.append((knoop.type.loc.end, standaard.loc.end, ""))
        return SKIP

    def _enter(self, knoop: ValueNode, *_: object) -> None:
        soort, plaats = self._info.get_input_type(), knoop.loc
        if soort and plaats and plaats.end - plaats.start >= KORTSTE:
            naam = f"{self._voorvoegsel}{len(self.literalen)}"
            self.literalen.append(Literaal(naam, plaats.start, plaats.end))
            self.soorten[naam] = str(soort)
            self.vervangingen.append((plaats.start, plaats.end, f"${naam}"))

    enter_string_value = enter_int_value = enter_float_value = _enter


def _vrij_voorvoegsel(tekst: str) -> str:
    """Return the beginning of names of variables that the document does not use."""
    voorvoegsel = "_"
    while f"${voorvoegsel}" in tekst:
        voorvoegsel += "_"
    return voorvoegsel


def _opmerkingen(document: DocumentNode) -> Iterator[Token]:
    token = document.loc.start_token if document.loc else None
    while token:
        if token.kind is TokenKind.COMMENT:
            yield token
        token = token.next


def _masker(tekst: str, vervangingen: Iterable[tuple[int, int, str]]) -> str:
    """Put something shorter in place of parts of the text; everything else keeps its line and column."""
    for begin, einde, nieuw in vervangingen:
        rest = _ZICHTBAAR.sub(" ", tekst[begin + len(nieuw) : einde])
        tekst = tekst[:begin] + nieuw + rest + tekst[einde:]
    return tekst


def _variabelen(soorten: Mapping[str, str]) -> tuple[VariableDefinitionNode, ...]:
    if not soorten:
        return ()
    lijst = ", ".join(f"${naam}: {soort}" for naam, soort in soorten.items())
    (operatie,) = parse(f"query ({lijst}) {{ __typename }}").definitions
    return (isinstance(operatie, OperationDefinitionNode) and operatie.variable_definitions) or ()
