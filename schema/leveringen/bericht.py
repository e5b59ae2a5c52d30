"""The message as the sender wrote it: variables filled in, nothing added, in canonical form (RFC 8785)."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

import rfc8785
from graphql import (
    ListValueNode,
    NullValueNode,
    ObjectValueNode,
    ValueNode,
    VariableNode,
    value_from_ast_untyped,
)

from domain.fouten import OngeldigVerzoek


@dataclass(frozen=True, slots=True)
class Bericht:
    """One input as JSON: inhoud as values, tekst canonical, hash the SHA-256 of that in hex."""

    inhoud: Mapping[str, Any]
    tekst: str
    hash: str

    @classmethod
    def van(cls, inhoud: Mapping[str, Any]) -> Self:
        """Write the input in canonical form; raises OngeldigVerzoek for a number that JSON cannot bear everywhere."""
        try:
            tekst = rfc8785.dumps(dict(inhoud))
        except rfc8785.CanonicalizationError as fout:
            raise OngeldigVerzoek("Een getal in de levering is te groot of te fijn.") from fout
        return cls(inhoud, tekst.decode(), hashlib.sha256(tekst).hexdigest())


def zoals_geschreven(knoop: ValueNode, variabelen: Mapping[str, Any]) -> Any:  # noqa: ANN401 - JSON
    """Return a value of the document as JSON; a field whose variable is absent stays absent (register.md 3.2)."""
    match knoop:
        case VariableNode():
            return variabelen.get(knoop.name.value)
        case ListValueNode():
            return [zoals_geschreven(deel, variabelen) for deel in knoop.values]
        case ObjectValueNode():
            return {
                veld.name.value: zoals_geschreven(veld.value, variabelen)
                for veld in knoop.fields
                if not _is_afwezig(veld.value, variabelen)
            }
        case NullValueNode():
            return None
        case _:
            return value_from_ast_untyped(knoop)


def _is_afwezig(knoop: ValueNode, variabelen: Mapping[str, Any]) -> bool:
    return isinstance(knoop, VariableNode) and knoop.name.value not in variabelen
