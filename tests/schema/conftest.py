"""A request without HTTP: a caller, an SBB that answers from memory, and the executor of GraphQL."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from domain.aanroeper import Aanroeper, Rol
from domain.antwoord import Bronantwoord, Erkenningsantwoord, Erkenningsvraag
from domain.codes import ErkenningStatus
from domain.fouten import BronOnbereikbaar
from domain.leerbedrijf import Erkenning, Leerbedrijf
from domain.referentie import Instelling
from schema.schema import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from strawberry.types import ExecutionResult

BAKKERIJ = Leerbedrijf(
    leerbedrijf_id="100000001",
    naam="Bakkerij De Korst",
    postcode="1012AB",
    huisnummer=1,
    plaats="Amsterdam",
    erkenningen=(
        Erkenning(opleidingcode="25170", status=ErkenningStatus.INGETROKKEN, datum_begin=date(2024, 1, 1)),
        Erkenning(opleidingcode="25168", status=ErkenningStatus.ERKEND, datum_begin=date(2020, 8, 1)),
    ),
)


@dataclass
class GeheugenSbb:
    """SBB with one leerbedrijf; `weg`: it does not answer. Keeps what it was asked to search."""

    weg: bool = False
    gezocht: list[tuple[str, str, int | None]] = field(default_factory=list)

    async def zoek(self, naam: str, postcode: str, huisnummer: int | None) -> Sequence[Leerbedrijf]:
        self.gezocht.append((naam, postcode, huisnummer))
        self._antwoordt()
        return [BAKKERIJ] if postcode == BAKKERIJ.postcode else []

    async def leerbedrijf(self, leerbedrijf_id: str) -> Leerbedrijf | None:
        self._antwoordt()
        return BAKKERIJ if leerbedrijf_id == BAKKERIJ.leerbedrijf_id else None

    async def erkenningen(
        self, vragen: Collection[Erkenningsvraag]
    ) -> Mapping[Erkenningsvraag, Erkenningsantwoord | Bronantwoord]:
        return {vraag: self._antwoord(vraag) for vraag in vragen}

    def _antwoord(self, vraag: Erkenningsvraag) -> Erkenningsantwoord | Bronantwoord:
        if self.weg:
            return Bronantwoord.ONBEREIKBAAR
        if vraag.leerbedrijf_id != BAKKERIJ.leerbedrijf_id:
            return Erkenningsantwoord(leerbedrijf=None, status=ErkenningStatus.ONBEKEND)
        status = BAKKERIJ.status_voor(vraag.opleidingcode or "", vraag.op)
        return Erkenningsantwoord(leerbedrijf=BAKKERIJ, status=status)

    def _antwoordt(self) -> None:
        if self.weg:
            raise BronOnbereikbaar("SBB antwoordt niet")


@dataclass
class Verzoek:
    """The context of a request, and the request itself."""

    aanroeper: Aanroeper = field(default_factory=lambda: Aanroeper(rol=Rol.MBO, instelling="27DV"))
    sbb: GeheugenSbb = field(default_factory=GeheugenSbb)

    async def instelling(self, brin: str) -> Instelling | None:
        bekend = {"27DV": Instelling(brin="27DV", naam="Voorbeeldcollege", plaats="Utrecht", bekostigd=True)}
        return bekend.get(brin)

    def stel(self, document: str, **variabelen: Any) -> ExecutionResult:  # noqa: ANN401 - GraphQL's values
        return asyncio.run(SCHEMA.execute(document, variable_values=variabelen, context_value=self))


@pytest.fixture
def verzoek() -> Verzoek:
    return Verzoek()
