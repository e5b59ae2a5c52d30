"""The start page of dev: where everything is, who one can be, and what to ask, ready to copy."""

from __future__ import annotations

import json
import shlex
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING, Final

from starlette.responses import HTMLResponse

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from starlette.requests import Request
    from starlette.responses import Response

    from domain.aanroeper import Aanroeper

_STIJL: Final = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"}
REGELLENGTE: Final = 90
_BLAD: Final = Template(files("app.http").joinpath("beginpagina.html").read_text("utf-8"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorbeeld:
    """An operation to try, and the caller who may."""

    titel: str
    aanroeper: Aanroeper
    document: str
    variabelen: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginpagina:
    """`token` issues a fresh token for a caller; `aanroepers` are those whose tokens the page shows."""

    aanroepers: Sequence[Aanroeper]
    voorbeelden: Sequence[Voorbeeld]
    token: Callable[[Aanroeper], str]

    async def toon(self, request: Request) -> Response:
        """Show the page, with tokens made for this visit."""
        basis = str(request.base_url).rstrip("/")
        blad = _BLAD.substitute(
            basis=escape(basis),
            tokens="\n".join(self._token(een) for een in self.aanroepers),
            voorbeelden="\n".join(self._voorbeeld(een, basis) for een in self.voorbeelden),
        )
        return HTMLResponse(blad, headers=_STIJL)

    def _token(self, aanroeper: Aanroeper) -> str:
        return f"<dt>{escape(aanroeper.naam)}</dt><dd><code>{escape(self.token(aanroeper))}</code></dd>"

    def _voorbeeld(self, voorbeeld: Voorbeeld, basis: str) -> str:
        opdracht = curl(basis, voorbeeld, self.token(voorbeeld.aanroeper))
        kop = f"<h3>{escape(voorbeeld.titel)} <small>als {escape(voorbeeld.aanroeper.naam)}</small></h3>"
        return (
            f"<article>{kop}<pre>{escape(voorbeeld.document)}</pre>{_variabelen(voorbeeld)}"
            "<details><summary>als opdracht met curl</summary>"
            f"<pre class=kopie>{escape(opdracht)}</pre></details></article>"
        )


def _variabelen(voorbeeld: Voorbeeld) -> str:
    """Show the variables, on one line where they fit."""
    if not voorbeeld.variabelen:
        return ""
    op_een_regel = json.dumps(voorbeeld.variabelen, ensure_ascii=False)
    past = len(op_een_regel) <= REGELLENGTE
    tekst = op_een_regel if past else json.dumps(voorbeeld.variabelen, ensure_ascii=False, indent=2)
    return f"<pre class=variabelen>{escape(tekst)}</pre>"


def curl(basis: str, voorbeeld: Voorbeeld, token: str) -> str:
    """Return the example as one line for a shell."""
    document = " ".join(voorbeeld.document.split())
    lichaam = json.dumps({"query": document, "variables": voorbeeld.variabelen}, ensure_ascii=False)
    delen = ["curl", "-s", f"{basis}/graphql", "-H", f"Authorization: Bearer {token}"]
    return shlex.join([*delen, "-H", "Content-Type: application/json", "-d", lichaam])
