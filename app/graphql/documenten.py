"""Documents: parsed, measured and judged once per text and party; what is kept of them holds no literal."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from graphql import (
    DirectiveNode,
    DocumentNode,
    FieldNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLSchema,
    InlineFragmentNode,
    OperationDefinitionNode,
    OperationType,
    VariableNode,
    Visitor,
    parse,
    specified_rules,
    validate,
    visit,
)

from app.graphql import grenzen, introspectie, samenloop
from app.graphql.fouten import Verzoekfouten, verzoekfout
from app.graphql.geheugen import Geheugen
from app.graphql.literalen import Gelicht, licht
from app.http.poort import Soort
from domain.fouten import OngeldigVerzoek, TeGroot
from schema.rechtenregel import rechtenregel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphql import SelectionSetNode

    from app.configuratie import Configuratie
    from domain.aanroeper import Partij

INTROSPECTIE: Final = frozenset({"__schema", "__type", "__typename"})
DOCUMENTEN: Final = 500
VORMEN: Final = 20
"""Own choice: some hundred megabytes at worst, when every document is asked in every shape."""
LANGSTE_NAAM: Final = 100
MEERDERE: Final = "meerdere"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A judged operation; ontwerpen remembers, per steering variables and shape of arguments, how it is answered."""

    gelicht: Gelicht
    soort: Soort
    naam: str
    veld: str
    sturend: tuple[str, ...]
    plekken: Geheugen[Any, Any] = field(default_factory=lambda: Geheugen(VORMEN))
    ontwerpen: Geheugen[Any, Any] = field(default_factory=lambda: Geheugen(VORMEN))


@dataclass(frozen=True, slots=True, kw_only=True)
class Documenten:
    """Judges documents for the parties, and remembers them by hash."""

    schema: GraphQLSchema
    configuratie: Configuratie
    _bewaard: Geheugen[tuple[bytes, str | None, Partij], Document] = field(default_factory=lambda: Geheugen(DOCUMENTEN))

    def lees(self, tekst: str, operatienaam: str | None, partij: Partij) -> Document:
        """Return the operation that is meant; raises Verzoekfouten."""
        sleutel = (sha256(tekst.encode("utf-8", "surrogatepass")).digest(), operatienaam, partij)
        document = self._bewaard.haal(sleutel)
        if document is None:
            document = self._beoordeel(tekst, operatienaam, partij)
            self._bewaard.bewaar(sleutel, document)
        return document

    def _beoordeel(self, tekst: str, operatienaam: str | None, partij: Partij) -> Document:
        ontleed = self._ontleed(tekst)
        operatie = _gekozen(ontleed, operatienaam)
        try:
            grenzen.toets(ontleed, self.configuratie)
            samenloop.toets(ontleed, self.configuratie)
            introspectie.toets(ontleed, self.configuratie)
        except (TeGroot, OngeldigVerzoek) as fout:
            raise verzoekfout(fout) from fout
        regels = (*specified_rules, rechtenregel(partij))
        if fouten := validate(self.schema, ontleed, regels, max_errors=self.configuratie.max_fouten):
            raise Verzoekfouten(fouten)
        gelicht = licht(self.schema, ontleed, operatie, tekst)
        velden = {veld.name.value for veld in _wortelvelden(gelicht.operatie.selection_set, gelicht)}
        return Document(
            gelicht=gelicht,
            soort=_soort(gelicht.operatie, velden),
            naam=(gelicht.operatie.name.value if gelicht.operatie.name else ",".join(sorted(velden)))[:LANGSTE_NAAM],
            veld=next(iter(velden)) if len(velden) == 1 else MEERDERE,
            sturend=_sturend(gelicht),
        )

    def _ontleed(self, tekst: str) -> DocumentNode:
        if len(tekst) > self.configuratie.max_document:
            raise verzoekfout(TeGroot(f"Het document is langer dan {self.configuratie.max_document} tekens."))
        try:
            return parse(tekst, max_tokens=self.configuratie.max_tokens)
        except GraphQLError as fout:
            if "tokens" in fout.message:
                raise verzoekfout(
                    TeGroot(f"Het document telt meer dan {self.configuratie.max_tokens} tokens.")
                ) from fout
            raise Verzoekfouten([fout]) from fout


def _gekozen(document: DocumentNode, naam: str | None) -> OperationDefinitionNode:
    """Return the operation by its name, or the only one (GraphQL 6.1)."""
    operaties = [een for een in document.definitions if isinstance(een, OperationDefinitionNode)]
    passend = [een for een in operaties if naam is None or (een.name and een.name.value == naam)]
    if len(passend) == 1:
        return passend[0]
    raise verzoekfout(OngeldigVerzoek("operationName wijst niet precies één operatie van het document aan."))


def _wortelvelden(selectie: SelectionSetNode, gelicht: Gelicht) -> Iterator[FieldNode]:
    for knoop in selectie.selections:
        if isinstance(knoop, FieldNode):
            yield knoop
        elif isinstance(knoop, InlineFragmentNode):
            yield from _wortelvelden(knoop.selection_set, gelicht)
        elif isinstance(knoop, FragmentSpreadNode):
            yield from _wortelvelden(gelicht.fragmenten[knoop.name.value].selection_set, gelicht)


def _soort(operatie: OperationDefinitionNode, velden: set[str]) -> Soort:
    if operatie.operation is not OperationType.QUERY:
        return Soort(operatie.operation.value)
    return Soort.INTROSPECTIE if velden <= INTROSPECTIE else Soort.QUERY


class _Sturend(Visitor):
    """Collects the variables that decide which fields are there."""

    def __init__(self) -> None:
        super().__init__()
        self.namen: set[str] = set()

    def enter_directive(self, knoop: DirectiveNode, *_: object) -> None:
        waarden = (argument.value for argument in knoop.arguments or ())
        self.namen.update(waarde.name.value for waarde in waarden if isinstance(waarde, VariableNode))


def _sturend(gelicht: Gelicht) -> tuple[str, ...]:
    zoeker = _Sturend()
    for knoop in (gelicht.operatie, *gelicht.fragmenten.values()):
        visit(knoop, zoeker)
    return tuple(sorted(zoeker.namen))
