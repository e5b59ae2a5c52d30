"""The SBB adapter against its test environment, in one process."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from datetime import date
from typing import TYPE_CHECKING, TypeVar

import httpx
import pytest

from app.bronnen.proef.sbb import maak_app
from app.bronnen.sbb import JsonSbb
from app.bronnen.verbinding import Verbinding
from domain.antwoord import Bronantwoord, Erkenningsantwoord, Erkenningsvraag
from domain.codes import ErkenningStatus
from domain.fouten import BronOnbereikbaar
from domain.leerbedrijf import Erkenning, Leerbedrijf

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Mapping, Sequence

    from domain.antwoord import Sbb

T = TypeVar("T")
ERKEND, INGETROKKEN, ONBEKEND = ErkenningStatus.ERKEND, ErkenningStatus.INGETROKKEN, ErkenningStatus.ONBEKEND

BAKKER = Leerbedrijf(
    leerbedrijf_id="100000001",
    naam="Bakkerij 't Hoekje",
    postcode="3511AB",
    huisnummer=4,
    plaats="Utrecht",
    erkenningen=(
        Erkenning(opleidingcode="25187", status=ERKEND, datum_begin=date(2020, 1, 1), datum_einde=date(2024, 12, 31)),
        Erkenning(opleidingcode="25187", status=INGETROKKEN, datum_begin=date(2025, 1, 1)),
    ),
)
GARAGE = Leerbedrijf(
    leerbedrijf_id="100000002",
    naam="Garage Snél",
    postcode="3511AB",
    huisnummer=6,
    erkenningen=(Erkenning(opleidingcode="*", status=ERKEND),),
)


class Geheugen:
    """A Leerbedrijvenbron in memory."""

    def __init__(self, *leerbedrijven: Leerbedrijf) -> None:
        self.leerbedrijven = {leerbedrijf.leerbedrijf_id: leerbedrijf for leerbedrijf in leerbedrijven}

    async def op_id(self, ids: Collection[str]) -> Mapping[str, Leerbedrijf]:
        return {id_: self.leerbedrijven[id_] for id_ in ids if id_ in self.leerbedrijven}

    async def op_postcode(self, postcode: str, huisnummer: int | None) -> Sequence[Leerbedrijf]:
        return [
            bedrijf
            for bedrijf in self.leerbedrijven.values()
            if bedrijf.postcode == postcode and huisnummer in {None, bedrijf.huisnummer}
        ]


@asynccontextmanager
async def _sbb(transport: httpx.AsyncBaseTransport) -> AsyncIterator[Sbb]:
    verbinding = Verbinding("http://sbb", seconden=0.1, transport=transport)
    yield JsonSbb(verbinding)
    await verbinding.sluit()


def _doe(vraag: Callable[[Sbb], Awaitable[T]], transport: httpx.AsyncBaseTransport | None = None) -> T:
    async def doe() -> T:
        async with _sbb(transport or httpx.ASGITransport(maak_app(Geheugen(BAKKER, GARAGE)))) as sbb:
            return await vraag(sbb)

    return asyncio.run(doe())


def _vraag(leerbedrijf_id: str, opleidingcode: str | None = "25187", op: date = date(2024, 9, 1)) -> Erkenningsvraag:
    return Erkenningsvraag(leerbedrijf_id=leerbedrijf_id, opleidingcode=opleidingcode, op=op)


@pytest.mark.parametrize(
    ("naam", "postcode", "huisnummer", "gevonden"),
    [
        ("hoekje", "3511 ab", None, [BAKKER]),
        ("BAKKERIJ T HOEKJE", "3511AB", 4, [BAKKER]),
        ("garage snel", "3511AB", None, [GARAGE]),
        ("garage", "3511AB", 4, []),
        ("garage", "9999ZZ", None, []),
    ],
)
def test_zoeken_op_naam_en_adres(naam: str, postcode: str, huisnummer: int | None, gevonden: list[Leerbedrijf]) -> None:
    assert _doe(lambda sbb: sbb.zoek(naam, postcode, huisnummer)) == gevonden


def test_een_leerbedrijf_komt_met_zijn_erkenningen() -> None:
    assert _doe(lambda sbb: sbb.leerbedrijf("100000001")) == BAKKER


@pytest.mark.parametrize("leerbedrijf_id", ["100000009", "000000001", "../erkenningen", ""])
def test_een_onbekend_leerbedrijf_is_er_niet(leerbedrijf_id: str) -> None:
    assert _doe(lambda sbb: sbb.leerbedrijf(leerbedrijf_id)) is None


@pytest.mark.parametrize(
    ("vraag", "leerbedrijf", "status"),
    [
        (_vraag("100000001"), BAKKER, ERKEND),
        (_vraag("100000001", op=date(2025, 1, 1)), BAKKER, INGETROKKEN),
        (_vraag("100000001", op=date(2019, 12, 31)), BAKKER, ONBEKEND),
        (_vraag("100000001", "25000"), BAKKER, ONBEKEND),
        (_vraag("100000001", None), BAKKER, ONBEKEND),
        (_vraag("100000002", "25000"), GARAGE, ERKEND),
        (_vraag("100000009"), None, ONBEKEND),
        (_vraag("12"), None, ONBEKEND),
    ],
)
def test_de_erkenning_op_een_dag(
    vraag: Erkenningsvraag, leerbedrijf: Leerbedrijf | None, status: ErkenningStatus
) -> None:
    antwoord = _doe(lambda sbb: sbb.erkenningen([vraag]))
    assert antwoord == {vraag: Erkenningsantwoord(leerbedrijf=leerbedrijf, status=status)}


def test_45_vragen_zijn_3_keer_vragen() -> None:
    vragen = [_vraag(str(100000001 + nummer)) for nummer in range(45)]
    echt, paden = httpx.ASGITransport(maak_app(Geheugen(BAKKER, GARAGE))), []

    class Meetlijn(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            paden.append(request.url.path)
            return await echt.handle_async_request(request)

    antwoord = _doe(lambda sbb: sbb.erkenningen(vragen), Meetlijn())
    assert antwoord.keys() == set(vragen)
    assert paden == ["/erkenningen"] * 3


@pytest.mark.parametrize(
    "inhoud", ['{"antwoorden": []}', '{"leerbedrijfId": "1"}', "[]", "<html>", '{"antwoorden": [{}]}']
)
def test_onzin_is_onbereikbaar(inhoud: str) -> None:
    lijn = httpx.MockTransport(lambda _: httpx.Response(200, content=inhoud))
    vraag = _vraag("100000001")
    assert _doe(lambda sbb: sbb.erkenningen([vraag]), lijn) == {vraag: Bronantwoord.ONBEREIKBAAR}
    with pytest.raises(BronOnbereikbaar):
        _doe(lambda sbb: sbb.leerbedrijf("100000001"), lijn)


@pytest.mark.parametrize("soort", ["time-out", "503", "429", "onzin", "verkeerde-persoon"])
def test_elke_storing_is_onbereikbaar_en_gaat_na_zoveel_vragen_over(soort: str) -> None:
    vraag = _vraag("100000001")

    async def verloop() -> Mapping[Erkenningsvraag, object]:
        lijn = httpx.ASGITransport(maak_app(Geheugen(BAKKER)))
        async with _sbb(lijn) as sbb, httpx.AsyncClient(transport=lijn, base_url="http://sbb") as beheer:
            await beheer.post("/proef/storing", json={"soort": soort, "aantal": 2})
            assert await sbb.erkenningen([vraag]) == {vraag: Bronantwoord.ONBEREIKBAAR}
            with pytest.raises(BronOnbereikbaar):
                await sbb.leerbedrijf("100000001")
            return await sbb.erkenningen([vraag])

    assert asyncio.run(verloop()) == {vraag: Erkenningsantwoord(leerbedrijf=BAKKER, status=ERKEND)}


@pytest.mark.parametrize(
    ("methode", "pad", "inhoud"),
    [
        ("GET", "/leerbedrijven?naam=x", None),
        ("GET", "/leerbedrijven?naam=x&postcode=1234AB&huisnummer=een", None),
        ("POST", "/erkenningen", {"vragen": []}),
        ("POST", "/erkenningen", {"vragen": [{"leerbedrijfId": "100000001", "datum": "2024-09-01"}] * 21}),
        ("POST", "/erkenningen", {"vragen": [{"leerbedrijfId": "100000001", "datum": "2024-13-01"}]}),
        ("POST", "/erkenningen", {"vragen": [{"leerbedrijfId": "1", "datum": "2024-09-01"}]}),
        ("POST", "/proef/storing", {"soort": "brand"}),
        ("POST", "/proef/storing", {"soort": "traag", "seconden": "lang"}),
    ],
)
def test_de_proefomgeving_weigert_wat_niet_is_afgesproken(methode: str, pad: str, inhoud: object) -> None:
    async def vraag() -> httpx.Response:
        lijn = httpx.ASGITransport(maak_app(Geheugen(BAKKER)))
        async with httpx.AsyncClient(transport=lijn, base_url="http://sbb") as client:
            return await client.request(methode, pad, json=inhoud)

    antwoord = asyncio.run(vraag())
    assert (antwoord.status_code, antwoord.headers["content-type"]) == (400, "application/problem+json")


def test_een_storing_blijft_tot_zij_wordt_opgeheven() -> None:
    async def verloop() -> list[int]:
        lijn = httpx.ASGITransport(maak_app(Geheugen(BAKKER)))
        async with httpx.AsyncClient(transport=lijn, base_url="http://sbb") as client:
            await client.post("/proef/storing", json={"soort": "503"})
            eerst = [(await client.get("/leerbedrijven/100000001")).status_code for _ in range(3)]
            assert (await client.get("/proef/storing")).json() == {"soort": "503", "seconden": None, "aantal": None}
            await client.post("/proef/storing", json={"soort": None})
            return [*eerst, (await client.get("/leerbedrijven/100000001")).status_code]

    assert asyncio.run(verloop()) == [503, 503, 503, 200]
