"""The operations of the start page answer, on the sample that `bron dev` delivers, what their titles say."""

from __future__ import annotations

import json
from asyncio import Runner
from typing import TYPE_CHECKING, Any

import pytest

from app.achtergrond.nummeraar import nummer_bij
from app.configuratie import Configuratie
from app.http.poort import GraphqlVerzoek
from app.samenstelling import bouw_kern
from app.voorbeelden import AANROEPERS, VOORBEELDEN
from domain.codes import BerichtSoort
from tests.meegeleverd import BRP, SBB, bronnen_hier, laad_meegeleverd

if TYPE_CHECKING:
    from app.dienst import Kern
    from tests.postgres import Database


@pytest.fixture
def antwoorden(database: Database) -> dict[str, Any]:
    """The data of every example by its first root field, after filling the register as dev does."""
    laad_meegeleverd(database)
    configuratie = Configuratie(rolprefix=database.rolprefix, brp_url=BRP, sbb_url=SBB)
    configuratie = configuratie.model_copy(update={"database_url": database.dienst_url})  # a socket is no web address

    async def vraag_alles() -> dict[str, Any]:
        async with bouw_kern(configuratie) as kern:
            await kern.vul()
            await nummer_bij(database.direct_url, database.rolprefix)
            return {voorbeeld.titel: await _data(kern, plaats) for plaats, voorbeeld in enumerate(VOORBEELDEN)}

    with bronnen_hier(database), Runner() as runner:
        return runner.run(vraag_alles())


async def _data(kern: Kern, plaats: int) -> Any:  # noqa: ANN401 - JSON
    voorbeeld = VOORBEELDEN[plaats]
    verzoek = GraphqlVerzoek(
        document=voorbeeld.document,
        operatienaam=None,
        variabelen=dict(voorbeeld.variabelen),
        alleen_introspectie=False,
    )
    antwoord = await kern.uitvoerder(verzoek, voorbeeld.aanroeper, "c0ffee")
    inhoud = json.loads(antwoord.lichaam)
    assert "errors" not in inhoud, inhoud
    return next(iter(inhoud["data"].values()))


def test_elk_voorbeeld_antwoordt_wat_zijn_titel_zegt(antwoorden: dict[str, Any]) -> None:
    dossier, alles, lijst, proef, afgekeurd, eerder, erkenning, verhuizing, bezet, *rest = antwoorden.values()
    postbus, opleiding, ik = rest
    assert dossier["persoon"]["voornamen"] == "Sanne Maria"
    assert [len(een["bpvs"]) for een in dossier["inschrijvingen"]] == [1, 2]
    assert {een["instelling"]["naam"] for een in alles["inschrijvingen"]} == {
        "Vakcollege Het Kompas",
        "Regiocollege De Brug",
    }
    assert len(alles["leveringen"]["edges"]) == 10
    assert (len(lijst["edges"]), lijst["pageInfo"]["hasNextPage"]) == (5, True)
    assert (proef["status"], len(proef["mutaties"])) == ("GOEDGEKEURD", 1)
    assert afgekeurd["status"] == "AFGEKEURD"
    assert [signaal["code"] for signaal in afgekeurd["signalen"]] == ["I03", "I13", "I16", "I17"]
    assert all(signaal["pad"] for signaal in afgekeurd["signalen"])
    assert eerder["totalCount"] > len(eerder["edges"]) == 3
    assert erkenning["status"] == "INGETROKKEN"
    assert verhuizing == {"status": "GOEDGEKEURD", "signalen": [], "persoon": None}
    assert bezet["totalCount"] > len(bezet["edges"]) == 5
    assert postbus["totalCount"] > 0
    assert {edge["node"]["soort"] for edge in postbus["edges"]} <= set(BerichtSoort)
    assert opleiding["naam"] == "Helpende Zorg en Welzijn"
    assert ik["rol"] == "IPO"


def test_wie_een_voorbeeld_vraagt_heeft_een_token_op_de_beginpagina() -> None:
    assert {voorbeeld.aanroeper for voorbeeld in VOORBEELDEN} <= set(AANROEPERS)
