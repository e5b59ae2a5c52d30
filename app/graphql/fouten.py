"""Errors as a caller reads them: of ours the text, of graphql-core what it expected without the value it met.

Every error carries extensions.code and extensions.correlatieId; of an unexpected fault these are all there is.
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Any, Final

from graphql import GraphQLError

from domain.fouten import OngeldigVerzoek, RegisterFout

if TYPE_CHECKING:
    from collections.abc import Iterable

INTERN: Final = "INTERN"
TEKST_INTERN: Final = "Er ging iets mis. Noem de correlatieId als u dit meldt."
_LOG = logging.getLogger(__name__)
_WAARDE: Final = (
    (re.compile(r"(cannot represent [^:]*):.*", re.DOTALL), r"\1."),
    (re.compile(r", but encountered error .*", re.DOTALL), "."),
    (re.compile(r"(?:,|\.) [Ff]ound:? .*", re.DOTALL), "."),
    (re.compile(r"Value '.*' does not exist", re.DOTALL), "Value does not exist"),
    (re.compile(r"(Unexpected \w+) .*", re.DOTALL), r"\1."),
    (
        re.compile(
            r"(Invalid character escape sequence|Invalid Unicode escape sequence|Invalid character|but got):.*",
            re.DOTALL,
        ),
        r"\1.",
    ),
    (re.compile(r"[0-9]{9,}"), "…"),
)


class Verzoekfouten(Exception):  # noqa: N818 - Dutch: the name is the message
    """A request that is not executed, with each reason why."""

    def __init__(self, fouten: Iterable[GraphQLError]) -> None:
        super().__init__()
        self.fouten = list(fouten)


def verzoekfout(fout: RegisterFout) -> Verzoekfouten:
    """Make a request error of one of ours."""
    return Verzoekfouten([GraphQLError(str(fout), extensions={"code": fout.code})])


def zonder_waarde(tekst: str) -> str:
    """Take the value out of a message of graphql-core; path, place and expected type stay."""
    for patroon, vervanging in _WAARDE:
        tekst = patroon.sub(vervanging, tekst)
    return tekst


def als_verzoekfout(fout: GraphQLError, correlatie_id: str) -> dict[str, Any]:
    """Write an error that came before execution: of ours when it has a code, else of graphql-core."""
    eigen = "code" in (fout.extensions or {})
    tekst = fout.message if eigen else zonder_waarde(fout.message)
    code = (fout.extensions or {}).get("code", OngeldigVerzoek.code)
    return _schrijf(fout, tekst, code, correlatie_id)


def als_uitvoerfout(fout: GraphQLError, correlatie_id: str) -> dict[str, Any]:
    """Write an error that came from a resolver: only ours shows its text, anything else is logged and masked."""
    oorzaak = fout.original_error
    while isinstance(oorzaak, GraphQLError) and oorzaak.original_error:
        oorzaak = oorzaak.original_error
    if isinstance(oorzaak, RegisterFout):
        return _schrijf(fout, str(oorzaak), oorzaak.code, correlatie_id)
    _LOG.error("uitvoering_mislukt", exc_info=oorzaak or fout, extra={"correlatie_id": correlatie_id})
    return _schrijf(fout, TEKST_INTERN, INTERN, correlatie_id)


def _schrijf(fout: GraphQLError, tekst: str, code: str, correlatie_id: str) -> dict[str, Any]:
    uitbreiding = {**(fout.extensions or {}), "code": code, "correlatieId": correlatie_id}
    geschreven: dict[str, Any] = {"message": tekst, "extensions": uitbreiding}
    if fout.locations:
        geschreven["locations"] = [{"line": plek.line, "column": plek.column} for plek in fout.locations]
    if fout.path:
        geschreven["path"] = list(fout.path)
    return geschreven
