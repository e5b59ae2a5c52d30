"""A register as `bron dev` makes it: the shipped reference data, the test environments of BRP and SBB, no students."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from app.bronnen.proef import proefomgeving
from app.configuratie import Configuratie
from app.http.poort import GraphqlVerzoek
from app.referentie import MEEGELEVERD
from app.referentie.laden import laad_map
from app.samenstelling import bouw_kern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from domain.aanroeper import Aanroeper
    from tests.docs.voorbeelden import Voorbeeld
    from tests.postgres import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """Answers examples in order, each on what the ones before it left."""

    configuratie: Configuratie

    def beantwoord(self, verhaal: Sequence[tuple[Aanroeper, Voorbeeld]]) -> list[dict[str, Any]]:
        return asyncio.run(self._beantwoord(verhaal))

    def lever_voorbeeldschool(self) -> None:
        """Deliver the sample school, as `bron dev` does when it starts."""
        asyncio.run(self._vul())

    async def _vul(self) -> None:
        async with bouw_kern(self.configuratie) as kern:
            await kern.vul()

    async def _beantwoord(self, verhaal: Sequence[tuple[Aanroeper, Voorbeeld]]) -> list[dict[str, Any]]:
        async with bouw_kern(self.configuratie) as kern:
            antwoorden = [await kern.uitvoerder(_verzoek(voorbeeld), wie, "c0ffee") for wie, voorbeeld in verhaal]
        return [json.loads(antwoord.lichaam) for antwoord in antwoorden]


def _verzoek(voorbeeld: Voorbeeld) -> GraphqlVerzoek:
    return GraphqlVerzoek(
        document=voorbeeld.document, operatienaam=None, variabelen=voorbeeld.variabelen, alleen_introspectie=False
    )


@pytest.fixture
def register(database: Database) -> Iterator[Register]:
    asyncio.run(laad_map(database.eigenaar_url, MEEGELEVERD))
    with proefomgeving(database_url=database.eigenaar_url) as proef:
        adressen = {"database_url": database.dienst_url, "brp_url": proef.brp_url, "sbb_url": proef.sbb_url}
        yield Register(configuratie=Configuratie(rolprefix=database.rolprefix).model_copy(update=adressen))
