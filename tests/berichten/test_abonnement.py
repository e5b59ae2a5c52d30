"""Listening to the inbox: what was not confirmed first, then each message as it comes, by websocket and by events."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from tests.berichten.abonnee import draad, gebeurtenissen, luisterend_register
from tests.berichten.postbus import Postbus
from tests.domain.bouw import opnieuw, zoeken
from tests.domain.wereld import NIEUWKOMER
from tests.register import AANROEPERS

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterator

    from tests.postgres import Database
    from tests.register import Register


@pytest.fixture
def register(gevulde_database: Database) -> Iterator[Register]:
    """A register behind a real socket."""
    with luisterend_register(gevulde_database) as register:
        yield register


def doe(postbus: Postbus, werk: Coroutine[Any, Any, None]) -> None:
    """Run a client in the loop of the test."""
    postbus.register.lus.doe(werk)


async def ontvang(postbus: Postbus, *nummers: int, **wie: str | None) -> None:
    """Let messages come in, from within the loop."""
    await asyncio.to_thread(postbus.ontvang, *nummers, **wie)


def test_een_websocket_geeft_eerst_wat_open_staat_en_dan_wat_komt(postbus: Postbus) -> None:
    postbus.ontvang(1, 2, 3)
    postbus.bevestig(1)

    async def luister() -> None:
        async with draad(postbus.klant, kop=True) as lijn:
            await lijn.abonneer()
            assert await lijn.nummers(2) == [2, 3]
            await ontvang(postbus, 4)
            assert await lijn.nummers(1) == [4]
            await ontvang(postbus, 5, 6)
            assert await lijn.nummers(2) == [5, 6]

    doe(postbus, luister())


def test_gebeurtenissen_geven_hetzelfde(postbus: Postbus) -> None:
    postbus.ontvang(1, 2)

    async def luister() -> None:
        async with gebeurtenissen(postbus.klant) as stroom:
            assert stroom.antwoord.status_code == 200
            assert stroom.antwoord.headers["content-type"] == "text/event-stream; charset=utf-8"
            assert "content-length" not in stroom.antwoord.headers
            assert await stroom.nummers(2) == [1, 2]
            await ontvang(postbus, 3)
            assert await stroom.nummers(1) == [3]

    doe(postbus, luister())


def test_na_een_cursor_komt_alleen_wat_daarna_komt(postbus: Postbus) -> None:
    postbus.ontvang(1, 2, 3)
    na = postbus.bladzijde(first=2)["pageInfo"]["endCursor"]

    async def luister() -> None:
        async with draad(postbus.klant, kop=True) as lijn:
            await lijn.abonneer(after=na)
            assert await lijn.nummers(1) == [3]
        async with gebeurtenissen(postbus.klant, after=na) as stroom:
            assert await stroom.nummers(1) == [3]

    doe(postbus, luister())


def test_elk_hoort_alleen_het_eigene(postbus: Postbus, andere: Postbus, afnemer: Postbus) -> None:
    async def luister() -> None:
        async with (
            draad(postbus.klant, kop=True) as school,
            draad(andere.klant, kop=True) as buur,
            draad(afnemer.klant, kop=True) as cbs,
        ):
            for lijn in (school, buur, cbs):
                await lijn.abonneer()
            await ontvang(andere, 1, instelling="25LX")
            await ontvang(afnemer, 2, instelling=None, afnemer="CBS")
            await ontvang(postbus, 3)
            assert [await lijn.nummers(1) for lijn in (school, buur, cbs)] == [[3], [1], [2]]

    doe(postbus, luister())


def test_een_bericht_brengt_de_student_mee_en_dat_is_een_raadpleging(
    register: Register, postbus: Postbus, andere: Postbus
) -> None:
    nummer_ = andere.klant.lever(zoeken(), "persoon { onderwijsnummer }")["persoon"]["onderwijsnummer"]
    postbus.klant.lever(zoeken())
    document = """
        subscription Post {
          bericht: berichten { __typename soort persoon { ...Wie leeftijd(op: "2026-01-01") } inhoud }
        }
        fragment Wie on Persoon { nummer: burgerservicenummer }
    """

    async def luister() -> None:
        async with draad(andere.klant, kop=True) as lijn:
            await lijn.abonneer(document=document)
            levering = opnieuw(onderwijsnummer=nummer_, burgerservicenummer=NIEUWKOMER)
            await asyncio.to_thread(postbus.klant.lever, levering)
            await ontvang(postbus)
            bericht = await lijn.bericht()
            assert list(bericht) == ["__typename", "soort", "persoon", "inhoud"]
            assert bericht["__typename"] == "Bericht"
            assert bericht["persoon"]["nummer"] == NIEUWKOMER
            assert isinstance(bericht["persoon"]["leeftijd"], int)

    doe(postbus, luister())
    assert register.rijen("SELECT aanroeper FROM raadpleging WHERE operatie = 'Post'") == [("MBO:25LX",)]


def test_wie_wegvalt_en_terugkomt_mist_niets(postbus: Postbus) -> None:
    async def luister() -> None:
        async with draad(postbus.klant, kop=True) as lijn:
            await lijn.abonneer()
            await ontvang(postbus, 1)
            assert await lijn.nummers(1) == [1]
        await ontvang(postbus, 2, 3)
        async with draad(postbus.klant, kop=True) as lijn:
            await lijn.abonneer()
            assert await lijn.nummers(3) == [1, 2, 3]

    doe(postbus, luister())


def test_een_luisteraar_die_zijn_verbinding_kwijtraakt_hoort_wat_intussen_kwam(
    register: Register, postbus: Postbus
) -> None:
    async def luister() -> None:
        async with draad(postbus.klant, kop=True) as lijn:
            await lijn.abonneer()
            await ontvang(postbus, 1)
            assert await lijn.nummers(1) == [1]
            gestopt = await asyncio.to_thread(
                register.rijen,
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%%'"
                " AND datname = current_database()",
            )
            assert gestopt == [(True,)]
            await ontvang(postbus, 2)
            assert await lijn.nummers(1) == [2]

    doe(postbus, luister())


def test_er_luistert_een_verbinding_hoeveel_er_ook_luisteren(register: Register, postbus: Postbus) -> None:
    """No polling, no connection for each: 15 listeners, one session in Postgres."""

    async def luister() -> None:
        async with draad(postbus.klant, kop=True) as lijn:
            for nr in range(15):
                await lijn.abonneer(str(nr))
            await ontvang(postbus, 1)
            gehoord = [await lijn.hoor() for _ in range(15)]
            assert {bericht["id"] for bericht in gehoord} == {str(nr) for nr in range(15)}
            vraag = "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'LISTEN%%' AND datname = current_database()"
            assert await asyncio.to_thread(register.rij, vraag) == (1,)

    doe(postbus, luister())


def test_de_rollen_die_geen_postbus_hebben_horen_dat(register: Register) -> None:
    for wie in ("ipo", "brp"):
        postbus = Postbus(register=register, klant=register.als(AANROEPERS[wie]))

        async def luister(postbus: Postbus = postbus) -> None:
            async with draad(postbus.klant, kop=True) as lijn:
                await lijn.abonneer(document="subscription { berichten { id } }")
                fout = await lijn.hoor()
                assert (fout["type"], fout["id"]) == ("error", "1")
                assert fout["payload"][0]["extensions"]["code"] == "NIET_BEVOEGD"
            async with gebeurtenissen(postbus.klant, "subscription { berichten { id } }") as stroom:
                soort, inhoud = await stroom.volgende()
                assert soort == "next"
                assert inhoud
                assert inhoud["errors"][0]["extensions"]["code"] == "NIET_BEVOEGD"
                assert await stroom.volgende() == ("complete", None)

        doe(postbus, luister())
