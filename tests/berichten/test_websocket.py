"""The protocol graphql-transport-ws to the letter: who may speak, what ends a socket, and what ends one operation."""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import pytest
from websockets.typing import Subprotocol

from app.configuratie import DEV_UITGEVER
from app.opslag.intrekking import trek_in
from tests.berichten.abonnee import draad, luisterend_register
from tests.register import AANROEPERS, eigen_uitgever

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterator

    from tests.berichten.abonnee import Json
    from tests.berichten.postbus import Postbus
    from tests.klant import Klant
    from tests.postgres import Database
    from tests.register import Register

INSTELLINGEN: Final = {
    "time_out_lichaam": 0.3, "time_out_zenden": 0.3, "intrekking_houdbaar": 0.1, "token_speling": 0.0,
    "max_abonnementen": 3, "max_verbindingen": 2, "max_lichaam": 10_000,
}  # fmt: skip
INIT: Final = {"type": "connection_init"}
ABONNEER: Final = {"type": "subscribe", "id": "1", "payload": {"query": "subscription { bericht: berichten { id } }"}}
GROOT: Final = "x" * 500_000


@pytest.fixture
def register(gevulde_database: Database) -> Iterator[Register]:
    with luisterend_register(gevulde_database, **INSTELLINGEN) as register:
        yield register


@pytest.fixture
def klant(register: Register) -> Klant:
    return register.als(AANROEPERS["school"])


def doe(register: Register, werk: Coroutine[Any, Any, None]) -> None:
    register.lus.doe(werk)


@pytest.mark.parametrize("protocollen", [None, [Subprotocol("graphql-ws")], [Subprotocol("iets")]], ids=str)
def test_een_ander_protocol_wordt_niet_gesproken(
    register: Register, klant: Klant, protocollen: list[Subprotocol] | None
) -> None:
    """The legacy graphql-ws is off."""

    async def probeer() -> None:
        async with draad(klant, subprotocols=protocollen) as lijn:
            assert await lijn.einde() == 4406

    doe(register, probeer())


def test_van_twee_protocollen_wordt_het_onze_gesproken(register: Register, klant: Klant) -> None:
    async def probeer() -> None:
        beide = [Subprotocol("graphql-ws"), Subprotocol("graphql-transport-ws")]
        async with draad(klant, subprotocols=beide) as lijn:
            assert lijn.verbinding.subprotocol == "graphql-transport-ws"
            await lijn.begin(klant.token)

    doe(register, probeer())


@pytest.mark.parametrize(
    ("berichten", "code"),
    [
        ([], 4408),
        ([{"type": "ping"}], 4408),
        ([ABONNEER], 4401),
        ([{"type": "complete", "id": "1"}], 4400),
        ([INIT], 4403),
        ([INIT | {"payload": {"Authorization": "Bearer onzin"}}], 4403),
        ([INIT | {"payload": {"Authorization": 1}}], 4403),
        ([{"type": "anders"}], 4400),
        ([{}], 4400),
        ([[1]], 4400),
        ([INIT | {"payload": {"Authorization": "Bearer " + "x" * 16_384}}], 4400),
    ],
    ids=lambda waarde: str(waarde)[:60],
)
def test_wie_niet_goed_begint_wordt_afgesloten(
    register: Register, klant: Klant, berichten: list[object], code: int
) -> None:
    async def probeer() -> None:
        async with draad(klant) as lijn:
            for bericht in berichten:
                await lijn.verbinding.send(json.dumps(bericht))
            assert await lijn.einde() == code

    doe(register, probeer())


@pytest.mark.parametrize(
    ("berichten", "code"),
    [
        ([INIT], 4429),
        ([ABONNEER, ABONNEER], 4409),
        ([ABONNEER | {"id": str(nr)} for nr in range(4)], 1013),
        ([ABONNEER | {"id": ""}], 4400),
        ([ABONNEER | {"id": "x" * 101}], 4400),
        ([ABONNEER | {"id": 1}], 4400),
        ([ABONNEER | {"payload": {}}], 4400),
        ([ABONNEER | {"payload": {"query": 1}}], 4400),
        ([ABONNEER | {"payload": "x"}], 4400),
        ([{"type": "next", "id": "1"}], 4400),
        ([{"type": "x" * 11_000}], 4400),
        ([b"\x00"], 4400),
        (["{"], 4400),
        (['{"type":"ping","type":"pong"}'], 4400),
    ],
    ids=lambda waarde: str(waarde)[:60],
)
def test_wie_iets_anders_zegt_dan_het_protocol_wordt_afgesloten(
    register: Register, klant: Klant, berichten: list[object], code: int
) -> None:
    async def probeer() -> None:
        async with draad(klant, kop=True) as lijn:
            for bericht in berichten:
                await lijn.verbinding.send(bericht if isinstance(bericht, bytes | str) else json.dumps(bericht))
            assert await lijn.einde() == code

    doe(register, probeer())


def test_een_ping_wordt_beantwoord_voor_en_na_het_begin(register: Register, klant: Klant) -> None:
    async def probeer() -> None:
        async with draad(klant) as lijn:
            for _ in range(2):
                await lijn.zeg(type="ping", payload={"a": 1})
                assert await lijn.hoor() == {"type": "pong"}
                await lijn.zeg(type="pong")
            await lijn.begin(klant.token)
            await lijn.zeg(type="ping")
            assert await lijn.hoor() == {"type": "pong"}

    doe(register, probeer())


def test_wie_ophoudt_met_een_operatie_hoort_er_niets_meer_van(postbus: Postbus) -> None:
    async def probeer() -> None:
        async with draad(postbus.klant, kop=True) as lijn:
            await lijn.abonneer("1")
            await lijn.abonneer("2")
            await lijn.zeg(type="complete", id="1")
            await lijn.abonneer("1")  # the id is free again
            await lijn.zeg(type="complete", id="1")
            await lijn.zeg(type="complete", id="onbekend")
            await asyncio.to_thread(postbus.ontvang, 1)
            assert await lijn.nummers(1, "2") == [1]
            await lijn.zeg(type="ping")
            assert await lijn.hoor() == {"type": "pong"}

    doe(postbus.register, probeer())


@pytest.mark.parametrize(
    ("document", "code"),
    [
        ("subscription { berichten { onbekend } }", "ONGELDIG_VERZOEK"),
        ("subscription {", "ONGELDIG_VERZOEK"),
        ("subscription { a: berichten { id } b: berichten { id } }", "ONGELDIG_VERZOEK"),
        ("subscription { __typename }", "ONGELDIG_VERZOEK"),
        ("subscription($ja: Boolean = true) { berichten @skip(if: $ja) { id } }", "ONGELDIG_VERZOEK"),
        ('subscription { berichten(after: "x") { id } }', "ONGELDIG_VERZOEK"),
        ('subscription { berichten { persoon { leeftijd(op: "x") } } }', "ONGELDIG_VERZOEK"),
        ("{ personen }", "ONGELDIG_VERZOEK"),
    ],
)
def test_een_foute_operatie_is_een_fout_van_die_operatie_alleen(postbus: Postbus, document: str, code: str) -> None:
    async def probeer() -> None:
        async with draad(postbus.klant, kop=True) as lijn:
            await lijn.abonneer("fout", document)
            gehoord = await lijn.hoor()
            assert (gehoord["type"], gehoord["id"]) == ("error", "fout")
            assert {fout["extensions"]["code"] for fout in gehoord["payload"]} == {code}
            assert all(len(fout["extensions"]["correlatieId"]) == 32 for fout in gehoord["payload"])
            await lijn.abonneer("goed")
            await asyncio.to_thread(postbus.ontvang, 1)
            assert await lijn.nummers(1, "goed") == [1]

    doe(postbus.register, probeer())


def test_een_vraag_of_een_levering_heeft_een_antwoord_en_is_dan_klaar(postbus: Postbus) -> None:
    postbus.ontvang(1)

    async def probeer() -> None:
        async with draad(postbus.klant, kop=True) as lijn:
            await lijn.abonneer("v", "{ berichten { totalCount } }")
            assert await lijn.hoor() == {
                "type": "next",
                "id": "v",
                "payload": {"data": {"berichten": {"totalCount": 1}}},
            }
            assert await lijn.hoor() == {"type": "complete", "id": "v"}
            id_ = await asyncio.to_thread(postbus.id, 1)
            await lijn.abonneer("m", "mutation($id: ID!) { bevestigenBerichten(totEnMet: $id) }", id=id_)
            assert (await lijn.hoor())["payload"] == {"data": {"bevestigenBerichten": 1}}

    doe(postbus.register, probeer())


def test_een_token_dat_verloopt_beeindigt_de_verbinding(register: Register, klant: Klant) -> None:
    kort = replace(klant, token=eigen_uitgever().token(AANROEPERS["school"], geldig=2))

    async def probeer() -> None:
        async with draad(kort, kop=True) as lijn:
            await lijn.abonneer()
            assert await lijn.einde() == 4403

    doe(register, probeer())


def test_met_een_verlopen_token_wordt_over_een_open_verbinding_niets_meer_gevraagd(gevulde_database: Database) -> None:
    """The watch looks now and then; a question is judged by itself, as it is over HTTP."""

    async def probeer() -> None:
        async with draad(kort, kop=True) as lijn:
            while time.time() < verloopt + 1:
                gevraagd = time.time()
                await lijn.abonneer("v", "{ ik { naam } }")
                gehoord = await _of_niets(lijn.hoor())
                if gehoord is None:
                    break
                assert gevraagd <= verloopt
                await lijn.hoor()
            assert await lijn.einde() == 4403

    with luisterend_register(gevulde_database, **INSTELLINGEN | {"intrekking_houdbaar": 30.0}) as register:
        verloopt = time.time() + 2
        token = eigen_uitgever().token(AANROEPERS["school"], geldig=2)
        kort = replace(register.als(AANROEPERS["school"]), token=token)
        doe(register, probeer())


def test_een_ingetrokken_token_beeindigt_de_verbinding(register: Register, klant: Klant) -> None:
    async def probeer() -> None:
        async with draad(klant, kop=True) as lijn:
            await lijn.abonneer()
            url = register.database.eigenaar_url
            await asyncio.to_thread(trek_in, url, DEV_UITGEVER, "azp", DEV_UITGEVER, dagen=1)
            assert await lijn.einde() == 4403

    doe(register, probeer())


def test_een_aanroeper_heeft_niet_meer_verbindingen_dan_mag(register: Register, klant: Klant) -> None:
    ander = register.als(AANROEPERS["andere"])

    async def probeer() -> None:
        async with draad(klant, kop=True), draad(klant, kop=True) as tweede:
            async with draad(klant) as derde:
                await derde.zeg(**INIT, payload={"Authorization": f"Bearer {klant.token}"})
                assert await derde.einde() == 1013
            async with draad(ander, kop=True):
                await tweede.verbinding.close()
            async with draad(klant, kop=True):
                pass

    doe(register, probeer())


def test_wie_te_traag_aanneemt_wordt_losgelaten_en_houdt_niemand_op(postbus: Postbus) -> None:
    """Nothing piles up in the service: what was not taken in is still there to be pulled."""
    vraag = (
        "INSERT INTO bericht (soort, instelling, inhoud) SELECT 'BEHEER', '27DV',"
        " jsonb_build_object('nummer', n, 'vol', %s::text) FROM generate_series(1, 60) n RETURNING 1"
    )
    postbus.register.rijen(vraag, GROOT)
    postbus.ontvang()

    async def probeer() -> None:
        async with draad(postbus.klant, kop=True, max_queue=1, max_size=None, close_timeout=0.1) as traag:
            await traag.abonneer()
            async with draad(postbus.klant, kop=True, max_size=None) as vlot:
                await vlot.abonneer()
                assert await vlot.nummers(60) == list(range(1, 61))
            bezig = True
            while bezig:  # its place is given back although it never read
                async with draad(postbus.klant) as lijn, draad(postbus.klant) as nog_een:
                    for een in (lijn, nog_een):
                        await een.zeg(**INIT, payload={"Authorization": f"Bearer {postbus.klant.token}"})
                    gehoord: list[Json | None] = [await _of_niets(een.hoor()) for een in (lijn, nog_een)]
                    bezig = None in gehoord
            assert traag.gehoord == [{"type": "connection_ack"}]

    doe(postbus.register, probeer())
    assert len(postbus.nummers(first=100)) == 60


async def _of_niets(werk: Coroutine[Any, Any, Json]) -> Json | None:
    """Return what it gives, or None when the other side ended it."""
    (gevonden,) = await asyncio.gather(werk, return_exceptions=True)
    return None if isinstance(gevonden, BaseException) else gevonden
