"""A client of the register: it speaks GraphQL over HTTP with a token, in plain calls from any thread."""

from __future__ import annotations

import asyncio
import json
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Self, TypeVar

from schema.leveringen.uitvoeren import SOORTEN
from schema.schema import KERN

if TYPE_CHECKING:
    from collections.abc import Coroutine, Mapping

    import httpx

    from tests.domain.bouw import Invoer

Json = dict[str, Any]
Antwoord = TypeVar("Antwoord")

UITKOMST: Final = """
    kenmerk status signalen { code soort tekst pad parameters { naam waarde } } levering { id }
    mutaties { register soort entiteit sleutel velden { veld oud nieuw } }
"""
SAMEN: Final = f"""
mutation Samen($leveringen: [LeveringInput!]!) {{
  leveren(leveringen: $leveringen) {{
    uitkomsten {{ {UITKOMST} }} goedgekeurd goedgekeurdMetSignaal afgekeurd inBehandeling
  }}
}}
"""
NAMEN: Final = {soort: naam for naam, soort in SOORTEN.items()}
GEREGISTREERD: Final = {"GOEDGEKEURD", "GOEDGEKEURD_MET_SIGNAAL"}


class Lus:
    """An event loop in a thread of its own, so that tests and the threads of tests need none."""

    def __init__(self) -> None:
        self._lus = asyncio.new_event_loop()
        self._draad = threading.Thread(target=self._lus.run_forever, daemon=True)

    def __enter__(self) -> Self:
        self._draad.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._lus.call_soon_threadsafe(self._lus.stop)
        self._draad.join()
        self._lus.close()

    def doe(self, werk: Coroutine[Any, Any, Antwoord]) -> Antwoord:
        """Run it to its end, from another thread."""
        return asyncio.run_coroutine_threadsafe(werk, self._lus).result()


@dataclass(frozen=True, kw_only=True)
class Klant:
    """One caller; many threads may use it at once."""

    lus: Lus
    http: httpx.AsyncClient
    token: str

    def post(self, lichaam: bytes) -> httpx.Response:
        """Send a body as it is."""
        koppen = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        return self.lus.doe(self.http.post("/graphql", content=lichaam, headers=koppen))

    def stuur(self, document: str, **variabelen: object) -> httpx.Response:
        """Send an operation, whatever comes of it."""
        return self.post(json.dumps({"query": document, "variables": variabelen}).encode())

    def vraag(self, document: str, **variabelen: object) -> Json:
        """Return the data of an answer without errors."""
        antwoord = self.stuur(document, **variabelen)
        gelezen: Json = antwoord.json()
        assert "errors" not in gelezen, gelezen["errors"]
        assert antwoord.status_code == 200
        return dict(gelezen["data"])

    def lever(self, levering: Invoer, velden: str = "") -> Json:
        """Deliver one by the mutation of its kind; velden are selected beside the usual ones."""
        return dict(self.vraag(enkel(levering, velden), input=ingevuld(levering))["uitkomst"])

    def lever_samen(self, *leveringen: Invoer) -> Json:
        """Deliver many by `leveren`."""
        return dict(self.vraag(SAMEN, leveringen=[als_een_van(levering) for levering in leveringen])["leveren"])

    def registreer(self, *leveringen: Invoer) -> list[Json]:
        """Deliver what a test builds on: all of it is accepted."""
        uitkomsten: list[Json] = self.lever_samen(*leveringen)["uitkomsten"]
        assert {uitkomst["status"] for uitkomst in uitkomsten} <= GEREGISTREERD, uitkomsten
        return uitkomsten


def enkel(levering: Invoer, velden: str = "", selectie: str = UITKOMST) -> str:
    """The document that delivers one, with its input as variable."""
    assert KERN.mutation_type
    naam = NAMEN[levering.soort]
    invoer = KERN.mutation_type.fields[naam].args["input"].type
    return f"mutation Een($input: {invoer}) {{ uitkomst: {naam}(input: $input) {{ {selectie} {velden} }} }}"


def ingevuld(levering: Invoer) -> Json:
    """The input of a delivery, without what is left out."""
    return levering.ingevuld


def als_een_van(levering: Invoer) -> Mapping[str, Json]:
    """The delivery as one of those that `leveren` takes."""
    return {NAMEN[levering.soort]: ingevuld(levering)}


def signalen(uitkomst: Json) -> list[tuple[str, str]]:
    """The signals of an outcome as code and path: `("I10", "perioden.0.datumBegin")`."""
    return [(signaal["code"], ".".join(signaal["pad"])) for signaal in uitkomst["signalen"]]
