"""GraphQL over server-sent events, distinct connections mode: one stream for one request, by POST."""

from __future__ import annotations

import asyncio
import contextlib
import json
import signal
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import httpx
import pytest

from app.configuratie import DEV_UITGEVER
from app.http import gebeurtenissen as module
from app.opslag.intrekking import trek_in
from tests.berichten.abonnee import ABONNEER, GEDULD, gebeurtenissen, luisterend_register
from tests.productie.opstelling import Uitgever, instantie
from tests.register import AANROEPERS, eigen_uitgever

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterator

    from tests.berichten.postbus import Postbus
    from tests.klant import Klant
    from tests.postgres import Database
    from tests.register import Register

INSTELLINGEN: Final = {
    "time_out_zenden": 0.3, "intrekking_houdbaar": 0.1, "token_speling": 0.0, "max_verbindingen": 2,
}  # fmt: skip
STROOM: Final = "text/event-stream"


@pytest.fixture
def register(gevulde_database: Database) -> Iterator[Register]:
    with luisterend_register(gevulde_database, **INSTELLINGEN) as register:
        yield register


@pytest.fixture
def klant(register: Register) -> Klant:
    return register.als(AANROEPERS["school"])


def doe(register: Register, werk: Coroutine[Any, Any, None]) -> None:
    register.lus.doe(werk)


def stuur(klant: Klant, document: str, accept: str, token: str | None = None) -> httpx.Response:
    """Post an operation and read the whole answer."""
    koppen = {"Authorization": f"Bearer {token or klant.token}", "Accept": accept}
    return klant.lus.doe(klant.http.post("/graphql", json={"query": document}, headers=koppen))


def test_een_vraag_wordt_een_stroom_van_een_als_alleen_dat_aanvaardbaar_is(klant: Klant) -> None:
    antwoord = stuur(klant, "{ ik { naam } }", STROOM)
    assert antwoord.text == 'event: next\ndata: {"data":{"ik":{"naam":"MBO:27DV"}}}\n\nevent: complete\ndata:\n\n'


def test_een_verzoekfout_komt_als_gebeurtenis(klant: Klant) -> None:
    """GraphQL over SSE: a browser would give up on a status other than 200."""
    antwoord = stuur(klant, "subscription { onbekend }", STROOM)
    eerste, tweede, rest = antwoord.text.split("\n\n")
    assert antwoord.status_code == 200
    assert eerste.startswith("event: next\ndata: ")
    fouten = json.loads(eerste.partition("data: ")[2])["errors"]
    assert {fout["extensions"]["code"] for fout in fouten} == {"ONGELDIG_VERZOEK"}
    assert (tweede, rest) == ("event: complete\ndata:", "")


@pytest.mark.parametrize("accept", ["application/json, text/event-stream", "text/event-stream, */*;q=0.5"])
def test_wie_ook_json_aanneemt_krijgt_op_een_vraag_json(klant: Klant, accept: str) -> None:
    antwoord = stuur(klant, "{ ik { naam } }", accept)
    assert antwoord.headers["content-type"].startswith("application/json")
    assert antwoord.json() == {"data": {"ik": {"naam": "MBO:27DV"}}}


def test_wie_ook_json_aanneemt_krijgt_op_een_abonnement_een_stroom(postbus: Postbus) -> None:
    postbus.ontvang(1)

    async def probeer() -> None:
        async with gebeurtenissen(postbus.klant, accept=f"application/json, {STROOM}") as stroom:
            assert await stroom.nummers(1) == [1]

    doe(postbus.register, probeer())


@pytest.mark.parametrize("accept", ["application/json", "*/*"])
def test_een_abonnement_zonder_stroom_is_een_verzoekfout(klant: Klant, accept: str) -> None:
    (fout,) = stuur(klant, ABONNEER, accept).json()["errors"]
    assert fout["extensions"]["code"] == "ONGELDIG_VERZOEK"
    assert STROOM in fout["message"]


def test_over_get_is_er_geen_stroom(klant: Klant) -> None:
    koppen = {"Authorization": f"Bearer {klant.token}", "Accept": STROOM}
    antwoord = klant.lus.doe(klant.http.get("/graphql", params={"query": "{ __typename }"}, headers=koppen))
    assert antwoord.status_code == 406


def test_zonder_token_is_het_401_en_geen_stroom(klant: Klant) -> None:
    antwoord = stuur(klant, ABONNEER, STROOM, token="onzin")
    assert (antwoord.status_code, antwoord.headers["content-type"]) == (401, "application/json; charset=utf-8")


def test_een_aanroeper_heeft_niet_meer_stromen_dan_mag(register: Register, klant: Klant) -> None:
    async def probeer() -> None:
        async with gebeurtenissen(klant), gebeurtenissen(klant):
            async with gebeurtenissen(klant) as derde:
                assert derde.antwoord.status_code == 429
            async with gebeurtenissen(register.als(AANROEPERS["andere"])) as ander:
                assert ander.antwoord.status_code == 200
        async with asyncio.timeout(GEDULD):
            while await _status(klant) != 200:
                pass

    doe(register, probeer())


async def _status(klant: Klant) -> int:
    async with gebeurtenissen(klant) as stroom:
        return stroom.antwoord.status_code


def test_een_stille_stroom_geeft_een_hartslag(
    register: Register, klant: Klant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "HARTSLAG", 0.01)

    async def probeer() -> None:
        async with gebeurtenissen(klant) as stroom, contextlib.aclosing(stroom.antwoord.aiter_raw()) as delen:
            async for deel in delen:
                assert set(deel) == set(b":\n")
                break

    doe(register, probeer())


def test_een_token_dat_verloopt_of_wordt_ingetrokken_beeindigt_de_stroom(register: Register, klant: Klant) -> None:
    kort = replace(klant, token=eigen_uitgever().token(AANROEPERS["school"], geldig=2))

    async def hoor_het_einde(wie: Klant, *, trek: bool) -> None:
        async with gebeurtenissen(wie) as stroom:
            if trek:
                url = register.database.eigenaar_url
                await asyncio.to_thread(trek_in, url, DEV_UITGEVER, "azp", DEV_UITGEVER, dagen=1)
            soort, inhoud = await stroom.volgende()
            assert soort == "next"
            assert inhoud
            assert inhoud["errors"][0]["extensions"]["code"] == "NIET_AANGEMELD"
            assert await stroom.volgende() == ("complete", None)

    doe(register, hoor_het_einde(kort, trek=False))
    doe(register, hoor_het_einde(klant, trek=True))


def test_wie_te_traag_aanneemt_wordt_losgelaten(register: Register, postbus: Postbus) -> None:
    """The stream breaks off without `complete`, and the client connects again."""
    vraag = (
        "INSERT INTO bericht (soort, instelling, inhoud) SELECT 'BEHEER', '27DV',"
        " jsonb_build_object('nummer', n, 'vol', repeat('x', 500000)) FROM generate_series(1, 60) n RETURNING 1"
    )
    register.rijen(vraag)
    postbus.ontvang()

    async def probeer() -> None:
        async with gebeurtenissen(postbus.klant), gebeurtenissen(postbus.klant), asyncio.timeout(GEDULD):
            while await _status(postbus.klant) != 200:
                pass

    doe(register, probeer())


def test_een_dienst_die_stopt_laat_zijn_stromen_los(gevulde_database: Database) -> None:
    """At once: without being told, the server would wait for them until its patience ends (20 seconds)."""
    uitgever = Uitgever()
    with instantie(gevulde_database, uitgever) as dienst:
        koppen = {"Authorization": f"Bearer {uitgever.token()}", "Accept": STROOM}
        lichaam = {"query": "subscription { berichten { id } }"}
        with (
            httpx.Client(timeout=GEDULD, trust_env=False) as client,
            client.stream("POST", f"{dienst.adres}/graphql", json=lichaam, headers=koppen) as antwoord,
        ):
            assert antwoord.status_code == 200
            dienst.proces.send_signal(signal.SIGTERM)
            assert "complete" not in "".join(antwoord.iter_text())
            assert dienst.proces.wait(10) in (0, -signal.SIGTERM)
