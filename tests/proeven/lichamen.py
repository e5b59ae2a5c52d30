"""Bodies made to hurt: too many, too deep, too large, too often, or no request at all."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

INTROSPECTIE: Final = """
{ __schema { queryType { name } types { name kind description fields(includeDeprecated: true) {
  name description args { name type { ...T } defaultValue } type { ...T } isDeprecated }
  inputFields { name type { ...T } } enumValues { name } possibleTypes { name } } directives { name locations } } }
fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } }
"""


def document(tekst: str) -> bytes:
    """Return the body that asks this."""
    return json.dumps({"query": tekst}).encode()


def _diep(aantal: int) -> bytes:
    knoop = "inschrijvingen { edges { node { persoon { ... on Persoon { "
    return document("{" + knoop * aantal + "id" + "}" * (5 * aantal) + "}")


def _reeks(aantal: int, deel: str, voor: str = "{", na: str = "}") -> bytes:
    return document(voor + " ".join(deel.format(nr=nr) for nr in range(aantal)) + na)


def _dossiers(aantal: int) -> bytes:
    persoon = '{{burgerservicenummer: "999950003"}}'
    return _reeks(aantal, f"d{{nr}}: studentendossier(persoon: {persoon}) {{{{ inschrijvingen {{{{ id }}}} }}}}")


def _json_diep(aantal: int) -> bytes:
    return b'{"query":"{ik{rol}}","variables":{"a":' + b"[" * aantal + b"]" * aantal + b"}}"


def _fragmenten(aantal: int) -> bytes:
    """Make fragments that double each other: as a text a few kB, written out more than the universe."""
    delen = [f"fragment F{nummer} on Query {{ ...F{nummer + 1} ...F{nummer + 1} }}" for nummer in range(aantal)]
    return document(f"{{ ...F0 }} {' '.join(delen)} fragment F{aantal} on Query {{ ik {{ rol }} }}")


LICHAMEN: Final[Mapping[str, Callable[[], bytes]]] = {
    "5.000 aliassen": lambda: _reeks(5_000, "a{nr}: ik {{ rol }}"),
    "1.000 aliassen van node": lambda: _reeks(1_000, 'a{nr}: node(id: "x") {{ id }}'),
    "500 diep": lambda: _diep(100),
    "500 lijsten diep in een argument": lambda: document("{ node(id: " + "[" * 500 + "]" * 500 + ") { id } }"),
    "500 diep in JSON": lambda: _json_diep(500),
    "100.000 diep in JSON": lambda: _json_diep(100_000),
    "20 MB": lambda: b'{"query":"{ik{rol}}","variables":{"a":"' + b"a" * 20_000_000 + b'"}}',
    "20 MB document": lambda: document("{ ik { rol } } #" + "a" * 20_000_000),
    "null": lambda: b"null",
    "een lijst": lambda: b'[{"query":"{ik{rol}}"}]',
    "leeg": lambda: b"",
    "300 dossiers": lambda: _dossiers(300),
    "100 dossiers": lambda: _dossiers(100),
    "fragmenten die verdubbelen": lambda: _fragmenten(60),
    "1.000 directieven": lambda: document("{ ik { rol " + "@include(if: true) " * 1_000 + "} }"),
    "2.000 onbekende velden": lambda: _reeks(2_000, "veld{nr}"),
    "1.200 variabelen": lambda: _reeks(1_200, "$v{nr}: Int", voor="query(", na=") { ik { rol } }"),
    "hetzelfde veld 330 keer": lambda: _reeks(330, "ik {{ rol naam }}"),
    "introspectie": lambda: document(INTROSPECTIE),
    "introspectie 100 keer": lambda: _reeks(100, "i{nr}: __schema {{ types {{ name fields {{ name }} }} }}"),
    "NUL in het document": lambda: document("{ ik { rol } }\0"),
    "een los surrogaat": lambda: b'{"query":"{ node(id: \\"\\ud800\\") { id } }"}',
}
"""By what it is, the body of a request."""
