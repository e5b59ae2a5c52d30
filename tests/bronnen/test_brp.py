"""The BRP adapter against its test environment, in one process."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import httpx
import pytest

from app.bronnen.brp import PAD, HaalCentraalBrp
from app.bronnen.proef import PERSONEN
from app.bronnen.proef.brp import maak_app
from app.bronnen.proef.brp_personen import Proefpersoon, laad
from app.bronnen.verbinding import Verbinding
from domain.antwoord import Bronantwoord, Zoekvraag
from domain.codes import Geslacht
from domain.nummers import is_bsn
from domain.persoon import Adres, Nationaliteit, Persoon, Verblijfstitel
from domain.tijd import OnvolledigeDatum

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from domain.antwoord import Brp

PERSONEN_OP_NAAM = {persoon.naam("geslachtsnaam"): nummer for nummer, persoon in laad(PERSONEN).items()}
SANNE = PERSONEN_OP_NAAM["Hoekema"]
ONBEKEND, ONBEREIKBAAR = Bronantwoord.ONBEKEND, Bronantwoord.ONBEREIKBAAR


class Meetlijn(httpx.AsyncBaseTransport):
    """Counts what goes over the line, and how much at once."""

    def __init__(self, binnen: httpx.AsyncBaseTransport) -> None:
        self.binnen = binnen
        self.verzoeken: list[httpx.Request] = []
        self.nu = self.meest = 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.verzoeken.append(request)
        self.nu += 1
        self.meest = max(self.meest, self.nu)
        try:
            await asyncio.sleep(0)
            return await self.binnen.handle_async_request(request)
        finally:
            self.nu -= 1


@asynccontextmanager
async def _bron(
    transport: httpx.AsyncBaseTransport | None = None, *, gelijktijdig: int = 4
) -> AsyncIterator[tuple[Brp, Meetlijn]]:
    lijn = Meetlijn(transport or httpx.ASGITransport(maak_app(laad(PERSONEN))))
    verbinding = Verbinding("http://brp", seconden=0.1, transport=lijn)
    yield HaalCentraalBrp(verbinding, tegelijk=gelijktijdig), lijn
    await verbinding.sluit()


def _op_nummer(
    *nummers: str, transport: httpx.AsyncBaseTransport | None = None
) -> Mapping[str, Persoon | Bronantwoord]:
    async def vraag() -> Mapping[str, Persoon | Bronantwoord]:
        async with _bron(transport) as (brp, _):
            return await brp.op_nummer(nummers)

    return asyncio.run(vraag())


def _persoon(geslachtsnaam: str) -> Persoon:
    nummer = PERSONEN_OP_NAAM[geslachtsnaam]
    persoon = _op_nummer(nummer)[nummer]
    assert isinstance(persoon, Persoon)
    return persoon


def _zoekvraag(geslachtsnaam: str, geboortedatum: str, **verder: object) -> Zoekvraag:
    datum = OnvolledigeDatum.uit_tekst(geboortedatum)
    return Zoekvraag(geslachtsnaam=geslachtsnaam, geboortedatum=datum, **verder)  # type: ignore[arg-type]


def _zoek(
    *vragen: Zoekvraag, transport: httpx.AsyncBaseTransport | None = None
) -> list[list[str | None] | Bronantwoord]:
    async def vraag() -> list[list[str | None] | Bronantwoord]:
        async with _bron(transport) as (brp, _):
            gevonden = await brp.zoek(vragen)
        return [
            deel if isinstance(deel, Bronantwoord) else [persoon.voornamen for persoon in deel]
            for deel in (gevonden[vraag] for vraag in vragen)
        ]

    return asyncio.run(vraag())


def _antwoordt(inhoud: bytes | str, status: int = 200) -> httpx.MockTransport:
    return httpx.MockTransport(lambda _: httpx.Response(status, content=inhoud))


def test_een_student_komt_met_alle_gegevens_uit_de_brp() -> None:
    assert _persoon("Delacroix-Brandsma") == Persoon(
        burgerservicenummer=PERSONEN_OP_NAAM["Delacroix-Brandsma"],
        voornamen="Loïc René",
        geslachtsnaam="Delacroix-Brandsma",
        geboortedatum=OnvolledigeDatum(2008, 1, 25),
        geslacht=Geslacht.M,
        geboorteland="6030",
        adres=Adres(
            straatnaam="Grachtkade",
            huisnummer=6,
            huisletter="A",
            huisnummertoevoeging="2",
            postcode="1015XP",
            woonplaats="Amsterdam",
        ),
        nationaliteiten=(
            Nationaliteit(code="0001", datum_begin=OnvolledigeDatum(2008, 1, 25)),
            Nationaliteit(code="0057", datum_begin=OnvolledigeDatum(2008, 1, 25)),
        ),
        geverifieerd=True,
    )


def test_verblijfstitel_en_vestiging_komen_mee() -> None:
    persoon = _persoon("El Khattabi")
    assert persoon.verblijfstitels == (
        Verblijfstitel(code="21", datum_begin=OnvolledigeDatum(2022, 9, 1), datum_einde=OnvolledigeDatum(2027, 9, 1)),
    )
    assert persoon.datum_vestiging_in_nederland == OnvolledigeDatum(2022, 8, 15)
    assert [nationaliteit.code for nationaliteit in persoon.nationaliteiten] == ["0500"]


@pytest.mark.parametrize(
    ("geslachtsnaam", "vertrek", "land", "landcode"),
    [
        ("Montfoort", OnvolledigeDatum(2025, 9, 1), "5002", "5002"),
        ("Verstappelen", OnvolledigeDatum(2019, 1, 15), "5010", "5010"),
        ("Feldkamp", None, None, "9089"),
        ("Schippersheyn", OnvolledigeDatum(2024, 6), None, None),
    ],
)
def test_wie_buiten_nederland_woont(
    geslachtsnaam: str, vertrek: OnvolledigeDatum | None, land: str | None, landcode: str | None
) -> None:
    persoon = _persoon(geslachtsnaam)
    assert (persoon.datum_vertrek_uit_nederland, persoon.land_vertrek) == (vertrek, land)
    assert (persoon.adres.landcode if persoon.adres else None) == landcode


def test_een_adres_in_het_buitenland_bestaat_uit_regels() -> None:
    adres = Adres(landcode="9089", regels_buitenland=("Musterweg 14", "48455 Bad Bentheim"))
    assert _persoon("Feldkamp").adres == adres


@pytest.mark.parametrize(
    ("geslachtsnaam", "geboren"),
    [
        ("Yassin Warsame", OnvolledigeDatum(2005, 5)),
        ("Gebremariam", OnvolledigeDatum(2004)),
        ("Zadran", OnvolledigeDatum(0)),
    ],
)
def test_onbekende_delen_van_een_geboortedatum_blijven_onbekend(geslachtsnaam: str, geboren: OnvolledigeDatum) -> None:
    assert _persoon(geslachtsnaam).geboortedatum == geboren


def test_een_overledene_heeft_een_overlijdensdatum() -> None:
    assert _persoon("Stavoren").overlijdensdatum == OnvolledigeDatum(2019, 9)


def test_wie_niet_in_het_antwoord_staat_is_onbekend() -> None:
    assert _op_nummer("999990019", SANNE)["999990019"] is ONBEKEND


def test_een_afgevoerde_persoonslijst_is_onbekend() -> None:
    nummer = PERSONEN_OP_NAAM["Nummer"]
    assert _op_nummer(nummer) == {nummer: ONBEKEND}


def test_45_nummers_zijn_3_vragen_met_ten_hoogste_zoveel_tegelijk() -> None:
    nummers = [str(n) for n in range(999940000, 999940600) if is_bsn(str(n))][:45]

    async def vraag() -> tuple[int, Meetlijn]:
        async with _bron(gelijktijdig=2) as (brp, lijn):
            return len(await brp.op_nummer(nummers)), lijn

    aantal, lijn = asyncio.run(vraag())
    assert (aantal, len(lijn.verzoeken), lijn.meest) == (45, 3, 2)


def test_nummers_staan_alleen_in_de_inhoud_van_een_post() -> None:
    async def vraag() -> Meetlijn:
        async with _bron() as (brp, lijn):
            await brp.op_nummer([SANNE])
        return lijn

    (verzoek,) = asyncio.run(vraag()).verzoeken
    assert (verzoek.method, verzoek.url.path) == ("POST", PAD)
    assert SANNE not in str(verzoek.url) + str(verzoek.headers)
    assert SANNE in verzoek.content.decode()


def test_wat_geen_bsn_is_wordt_niet_gevraagd_en_hindert_zijn_buren_niet() -> None:
    antwoord = _op_nummer("123456789", "abc", "", SANNE)
    assert [antwoord[nummer] for nummer in ("123456789", "abc", "")] == [ONBEKEND] * 3
    assert isinstance(antwoord[SANNE], Persoon)


def test_geen_nummers_is_geen_vraag() -> None:
    assert _op_nummer(transport=_antwoordt("", 500)) == {}


@pytest.mark.parametrize("status", [400, 401, 403, 404, 429, 500, 502, 503, 302])
def test_elke_andere_status_is_onbereikbaar(status: int) -> None:
    assert _op_nummer(SANNE, transport=_antwoordt(b"{}", status)) == {SANNE: ONBEREIKBAAR}


@pytest.mark.parametrize(
    "inhoud",
    [
        "",
        "[]",
        "null",
        '{"personen": {}}',
        '{"personen": [1]}',
        '{"personen": [{}]}',
        '{"personen": [{"burgerservicenummer": 999940004}]}',
        '{"personen": [{"burgerservicenummer": "%s", "geslacht": {"code": "X"}}]}',
        '{"personen": [{"burgerservicenummer": "%s", "naam": "Jan"}]}',
        '{"personen": [{"burgerservicenummer": "%s", "naam": {"voornamen": "a\\u0000"}}]}',
        '{"personen": [{"burgerservicenummer": "%s", "naam": {"voornamen": "\\ud800"}}]}',
        '{"personen": [{"burgerservicenummer": "%s", "geboorte": {"datum": "2000-01-01"}}]}',
        '{"personen": [{"burgerservicenummer": "%s", "geboorte": {"datum": {"type": "Eeuw"}}}]}',
        '{"personen": [{"burgerservicenummer": "%s", "nationaliteiten": [{"type": "Nationaliteit"}]}]}',
        '{"personen": [{"burgerservicenummer": "%s"}, {"burgerservicenummer": "%s"}]}',
        '{"personen": [{"burgerservicenummer": "999990019"}]}',
        "[" * 100_000,
    ],
)
def test_onzin_is_onbereikbaar(inhoud: str) -> None:
    antwoord = _op_nummer(SANNE, transport=_antwoordt(inhoud.replace("%s", SANNE)))
    assert antwoord == {SANNE: ONBEREIKBAAR}


def test_een_vraag_die_mislukt_hindert_de_andere_niet() -> None:
    nummers = [str(n) for n in range(999940000, 999940600) if is_bsn(str(n))][:40]
    echt = httpx.ASGITransport(maak_app(laad(PERSONEN)))

    class HalfKapot(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            if nummers[0].encode() in request.content:
                raise httpx.ConnectError("weg")
            return await echt.handle_async_request(request)

    antwoord = _op_nummer(*nummers, transport=HalfKapot())
    assert {antwoord[nummer] for nummer in nummers[:20]} == {ONBEREIKBAAR}
    assert ONBEREIKBAAR not in {
        antwoord[nummer] for nummer in nummers[20:] if isinstance(antwoord[nummer], Bronantwoord)
    }


def test_een_bron_die_druppelt_wordt_na_de_totale_tijd_losgelaten() -> None:
    async def druppel(*_: object) -> None:
        await asyncio.Event().wait()

    assert _op_nummer(SANNE, transport=httpx.ASGITransport(druppel)) == {SANNE: ONBEREIKBAAR}


def test_zoeken_vindt_de_hele_persoon() -> None:
    async def vraag() -> object:
        zoekvraag = _zoekvraag("hoekema", "2009-03-14")
        async with _bron() as (brp, _):
            return (await brp.zoek([zoekvraag]))[zoekvraag]

    assert asyncio.run(vraag()) == [_persoon("Hoekema")]


@pytest.mark.parametrize(
    ("vraag", "gevonden"),
    [
        (_zoekvraag("Akkerboom", "2008-06-06"), ["Lotte", "Mees"]),
        (_zoekvraag("Akkerboom", "2008-06-06", geslacht=Geslacht.M), ["Mees"]),
        (_zoekvraag("Duinhoven", "2007-02-11", voornamen="Finn"), ["Finn"]),
        (_zoekvraag("Duinhoven", "2007-02-11", voornamen="Bas"), []),
        (_zoekvraag("Hoekema", "2009-03-14", voornamen="SANNE"), ["Sanne Maria"]),
        (_zoekvraag("Hoekema", "2009-03-14", voornamen="Maria"), []),
        (_zoekvraag("Meulen", "2007-09-01", voorvoegsel="van der"), ["Floor Anna"]),
        (_zoekvraag("Meulen", "2007-09-01", voorvoegsel="ter"), []),
        (_zoekvraag("Suryani", "2004-04-19", voornamen="Dewi"), [None]),
        (_zoekvraag("Vermeulen", "2005-04-30"), ["Jan", "Jan"]),
        (_zoekvraag("Vermeulen", "2005-04-30", postcode="7311 xf", huisnummer=1), ["Jan"]),
        (_zoekvraag("Vermeulen", "2005-04-30", postcode="7311XF", huisnummer=2), []),
        (_zoekvraag("Vermeulen", "2005-04-30", postcode="3011XG"), ["Jan"]),
        (_zoekvraag("Schuitemaker", "2006-08-04", postcode="1234AB", huisnummer=1), ["Jasmijn"]),
        (_zoekvraag("Oosterling", "2004-07-28"), ["Bram Willem"]),
        (_zoekvraag("Wisniewska", "1999-11-27"), ["Zofia Krystyna"]),
        (_zoekvraag("Grünwald", "2007-08-15"), ["Anneliese"]),
        (_zoekvraag("Nummer", "2005-01-01"), []),
        (_zoekvraag("Niemand", "2005-01-01"), []),
    ],
)
def test_zoeken_vernauwt_met_wat_bekend_is(vraag: Zoekvraag, gevonden: list[str | None]) -> None:
    assert _zoek(vraag) == [gevonden]


@pytest.mark.parametrize(
    "vraag",
    [
        _zoekvraag("Gebremariam", "2004-00-00"),
        _zoekvraag("Yassin Warsame", "2005-05-00"),
        _zoekvraag("Zadran", "0000-00-00"),
        _zoekvraag("Петров", "2005-01-01"),
        _zoekvraag("Jan*", "2005-01-01"),
        _zoekvraag("", "2005-01-01"),
        _zoekvraag("a" * 201, "2005-01-01"),
    ],
)
def test_wat_de_brp_niet_gevraagd_kan_worden_vindt_niemand(vraag: Zoekvraag) -> None:
    assert _zoek(vraag, transport=_antwoordt("", 500)) == [[]]


def _naamgenoten(aantal: int, voornamen: str) -> dict[str, Proefpersoon]:
    nummers = [str(n) for n in range(999950000, 999960000) if is_bsn(str(n))][:aantal]
    geboorte, geslacht = {"datum": "20050101"}, {"code": "V"}
    personen = [
        {
            "burgerservicenummer": nummer,
            "geslacht": geslacht,
            "geboorte": geboorte,
            "naam": {"geslachtsnaam": "Bos", "voornamen": "Eva" if plaats else voornamen},
        }
        for plaats, nummer in enumerate(nummers)
    ]
    return {str(persoon["burgerservicenummer"]): Proefpersoon(persoon) for persoon in personen}


def test_meer_dan_tien_gevonden_wordt_opnieuw_gevraagd_met_alle_voornamen() -> None:
    lijn = httpx.ASGITransport(maak_app(_naamgenoten(11, "Iris Eva")))
    assert _zoek(_zoekvraag("Bos", "2005-01-01", voornamen="Iris Eva"), transport=lijn) == [["Iris Eva"]]


def test_ook_dan_nog_te_veel_is_onbereikbaar() -> None:
    lijn = httpx.ASGITransport(maak_app(_naamgenoten(12, "Eva")))
    assert _zoek(_zoekvraag("Bos", "2005-01-01", voornamen="Eva"), transport=lijn) == [ONBEREIKBAAR]


def test_een_gevonden_nummer_dat_daarna_onbekend_is_maakt_de_bron_onbetrouwbaar() -> None:
    def antwoord(request: httpx.Request) -> httpx.Response:
        persoon = {"burgerservicenummer": SANNE, "geboorte": {"datum": {"type": "Datum", "datum": "2009-03-14"}}}
        return httpx.Response(200, json={"personen": [persoon] if b"ZoekMet" in request.content else []})

    assert _zoek(_zoekvraag("Hoekema", "2009-03-14"), transport=httpx.MockTransport(antwoord)) == [ONBEREIKBAAR]


def test_een_gevonden_persoon_met_een_andere_geboortedatum_is_onzin() -> None:
    persoon = {"burgerservicenummer": SANNE, "geboorte": {"datum": {"type": "JaarDatum", "jaar": 1980}}}
    lijn = httpx.MockTransport(lambda _: httpx.Response(200, json={"personen": [persoon]}))
    assert _zoek(_zoekvraag("Hoekema", "2009-03-14"), transport=lijn) == [ONBEREIKBAAR]


def test_vragen_worden_samen_gesteld_en_hinderen_elkaar_niet() -> None:
    vragen = (_zoekvraag("Hoekema", "2009-03-14"), _zoekvraag("Zadran", "0000-00-00"), _zoekvraag("Os", "2007-07-17"))

    async def vraag() -> Meetlijn:
        async with _bron() as (brp, lijn):
            assert [len(gevonden) for gevonden in (await brp.zoek(vragen)).values()] == [1, 0, 1]  # type: ignore[arg-type]
        return lijn

    assert len(asyncio.run(vraag()).verzoeken) == 3  # two searches, one look-up for both


@pytest.mark.parametrize("soort", ["time-out", "503", "429", "onzin", "verkeerde-persoon"])
def test_elke_storing_is_onbereikbaar_en_gaat_na_zoveel_vragen_over(soort: str) -> None:
    vraag = _zoekvraag("Hoekema", "2009-03-14")

    async def verloop() -> list[object]:
        lijn = httpx.ASGITransport(maak_app(laad(PERSONEN)))
        async with _bron(lijn) as (brp, _), httpx.AsyncClient(transport=lijn, base_url="http://brp") as beheer:
            await beheer.post("/proef/storing", json={"soort": soort, "aantal": 2})
            eerste = (await brp.op_nummer([SANNE]))[SANNE]
            tweede = (await brp.zoek([vraag]))[vraag]
            return [eerste, tweede, len((await brp.zoek([vraag]))[vraag])]  # type: ignore[arg-type]

    assert asyncio.run(verloop()) == [ONBEREIKBAAR, ONBEREIKBAAR, 1]


def test_een_trage_bron_binnen_de_tijd_is_gewoon_bereikbaar() -> None:
    async def verloop() -> object:
        lijn = httpx.ASGITransport(maak_app(laad(PERSONEN)))
        async with _bron(lijn) as (brp, _), httpx.AsyncClient(transport=lijn, base_url="http://brp") as beheer:
            await beheer.post("/proef/storing", json={"soort": "traag", "seconden": 0.01})
            return (await brp.op_nummer([SANNE]))[SANNE]

    assert isinstance(asyncio.run(verloop()), Persoon)
