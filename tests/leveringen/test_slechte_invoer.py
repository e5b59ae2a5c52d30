"""Bad input: an unreadable request is refused as a whole, an unreadable value is a signal on one delivery."""

from __future__ import annotations

import json
from itertools import count
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.domain.bouw import aanleveren, aanleveren_bpv, identificeren, periode, wijzigen, zoeken
from tests.klant import SAMEN, enkel, ingevuld, signalen
from tests.leveringen.verhaal import geidentificeerd
from tests.register import AANROEPERS

if TYPE_CHECKING:
    import httpx

    from tests.domain.bouw import Invoer
    from tests.klant import Klant
    from tests.register import Register

Json = dict[str, Any]
GRAPHQL: Final = "application/graphql-response+json"
HEEL_DIEP: Final = json.loads("[" * 25 + "]" * 25)


@pytest.fixture(scope="module")
def bewoond(gedeeld: Register) -> Register:
    gedeeld.als(AANROEPERS["school"]).registreer(*geidentificeerd())
    return gedeeld


@pytest.fixture
def hier(bewoond: Register) -> Klant:
    """The school, on a register where the student is known and nothing more."""
    return bewoond.als(AANROEPERS["school"])


def geweigerd(antwoord: httpx.Response, code: str = "ONGELDIG_VERZOEK") -> list[Json]:
    """Return the errors of a request that is refused as a whole; none of them repeats what was sent."""
    inhoud = antwoord.json()
    assert "data" not in inhoud
    fouten: list[Json] = inhoud["errors"]
    assert {fout["extensions"]["code"] for fout in fouten} == {code}
    assert all(fout["extensions"]["correlatieId"] for fout in fouten)
    assert "999900006" not in antwoord.text
    return fouten


VERKEERD: Final[dict[str, Json]] = {
    "tekst voor een getal": {"verwachteVersie": "1"},
    "breuk voor een getal": {"verwachteVersie": 1.5},
    "te groot getal": {"verwachteVersie": 2**31},
    "ja als tekst": {"proef": "true"},
    "getal als datum": {"datumInschrijving": 20250801},
    "onbekend veld": {"datumInschijving": "2025-08-01"},
    "leeg en verplicht": {"datumInschrijving": None},
    "object voor een tekst": {"inschrijvingvolgnummer": {"nummer": 1}},
    "getal als volgnummer": {"inschrijvingvolgnummer": 1},
    "lijst voor een tekst": {"inschrijvingvolgnummer": ["1"]},
    "onbekende waarde": {"perioden": [periode(leertraject="BOLL")]},
    "waarde in kleine letters": {"perioden": [periode(leertraject="bol")]},
    "tekst voor een object": {"perioden": ["2025-08-01"]},
    "leeg in een lijst": {"perioden": [None]},
    "twee sleutels": {"persoon": {"burgerservicenummer": "999900006", "onderwijsnummer": "100000004"}},
    "geen sleutel": {"persoon": {}},
    "lege sleutel": {"persoon": {"burgerservicenummer": None}},
    "sleutel als tekst": {"persoon": "999900006"},
    "diep": {"perioden": HEEL_DIEP},
}


@pytest.mark.parametrize("anders", VERKEERD)
def test_een_verkeerde_vorm_weigert_het_hele_verzoek(bewoond: Register, hier: Klant, anders: str) -> None:
    voor = bewoond.stand("raadpleging")
    levering = aanleveren(**VERKEERD[anders])
    invoer = levering.velden
    fouten = geweigerd(hier.stuur(enkel(levering), input=invoer))
    assert all(fout["locations"] for fout in fouten)
    buren = [{"identificerenPersoon": ingevuld(identificeren())}, {"aanleverenInschrijving": invoer}]
    geweigerd(hier.stuur(SAMEN, leveringen=buren))
    assert bewoond.stand("raadpleging") == voor


@pytest.mark.parametrize(
    "leveringen",
    [
        [{}],
        [{"identificerenPersoon": ingevuld(identificeren()), "aanleverenInschrijving": ingevuld(aanleveren())}],
        [{"identificerenPersoon": None}],
        [{"bestaatNiet": {}}],
        [None],
        None,
        "alles",
    ],
    ids=str,
)
def test_een_levering_is_precies_een_soort(bewoond: Register, hier: Klant, leveringen: object) -> None:
    voor = bewoond.stand("raadpleging")
    geweigerd(hier.stuur(SAMEN, leveringen=leveringen))
    assert bewoond.stand("raadpleging") == voor


def test_zonder_kenmerk_of_zonder_invoer_is_er_geen_levering(hier: Klant) -> None:
    zonder = {naam: waarde for naam, waarde in ingevuld(aanleveren()).items() if naam != "kenmerk"}
    geweigerd(hier.stuur(enkel(aanleveren()), input=zonder))
    geweigerd(hier.stuur(enkel(aanleveren())))
    geweigerd(hier.stuur("mutation { aanleverenInschrijving { status } }"))


def test_een_verzoekfout_heeft_haar_plaats_en_status(hier: Klant) -> None:
    document = 'mutation { aanleverenInschrijving(input: {kenmerk: "x", persoon: {}}) { status } }'
    koppen = {"Authorization": f"Bearer {hier.token}", "Content-Type": "application/json", "Accept": GRAPHQL}
    antwoord = hier.lus.doe(hier.http.post("/graphql", content=json.dumps({"query": document}), headers=koppen))
    assert (antwoord.status_code, antwoord.headers["content-type"].split(";")[0]) == (400, GRAPHQL)
    assert all(fout["locations"][0]["line"] == 1 for fout in geweigerd(antwoord))
    assert hier.stuur(document).status_code == 200


@pytest.mark.parametrize("in_", ["naam", "kenmerk", "sleutel", "veldnaam"])
def test_een_los_surrogaat_weigert_het_verzoek(bewoond: Register, hier: Klant, in_: str) -> None:
    voor = bewoond.stand("raadpleging")
    invoer = {
        "naam": lambda: zoeken(geslachtsnaam="\ud800"),
        "kenmerk": lambda: zoeken(kenmerk="a\udfffb"),
        "sleutel": lambda: aanleveren(persoon={"id": "\ud83d"}),
        "veldnaam": lambda: zoeken(**{"\ud800": 1}),
    }[in_]()
    geweigerd(hier.stuur(enkel(invoer), input=invoer.velden))
    geweigerd(hier.stuur(SAMEN, leveringen=[{"identificerenPersoon": ingevuld(identificeren())}, {in_: "\ud800"}]))
    assert bewoond.stand("raadpleging") == voor


def test_een_los_surrogaat_in_het_document_weigert_het_verzoek(hier: Klant) -> None:
    for tekst in (r"\ud800", r"\u{d800}", r"\u{110000}", r"\uD83D\u0041"):
        document = f'mutation {{ identificerenPersoon(input: {{kenmerk: "{tekst}"}}) {{ status }} }}'
        geweigerd(hier.stuur(document))


ONLEESBAAR: Final[dict[str, tuple[Invoer, list[tuple[str, str]]]]] = {
    "datum die niet bestaat": (aanleveren(datumInschrijving="2024-02-30"), [("L01", "datumInschrijving")]),
    "datum zonder streepjes": (aanleveren(datumInschrijving="20250801"), [("L01", "datumInschrijving")]),
    "datum met tijd": (
        aanleveren(datumInschrijving="2025-08-01T00:00:00Z"),
        [("L01", "datumInschrijving")],
    ),
    "datum in andere cijfers": (aanleveren(datumInschrijving="٢٠٢٥-٠٨-٠١"), [("L01", "datumInschrijving")]),
    "lege datum": (aanleveren(datumInschrijving=""), [("L01", "datumInschrijving")]),
    "jaar nul": (aanleveren(datumUitschrijvingGepland="0000-01-01"), [("L01", "datumUitschrijvingGepland")]),
    "nulbyte in een datum": (aanleveren(datumInschrijving="2025-08-01\0"), [("L01", "datumInschrijving")]),
    "nulbyte in een volgnummer": (
        aanleveren(inschrijvingvolgnummer="1\0"),
        [("L01", "inschrijvingvolgnummer")],
    ),
    "te lang volgnummer": (aanleveren(inschrijvingvolgnummer="1" * 21), [("L01", "inschrijvingvolgnummer")]),
    "nulbyte diep in een periode": (
        aanleveren(perioden=[periode(onderwijslocatie="100X\0")]),
        [("L01", "perioden.0.onderwijslocatie")],
    ),
    "alles onleesbaar": (
        aanleveren(
            kenmerk="\0",
            inschrijvingvolgnummer="\0",
            datumInschrijving="x",
            redenUitschrijving="\0",
            perioden=[periode("x", opleidingcode="\0")],
            extraOndersteuning=[{"datumBegin": "x", "datumEinde": "x"}],
            persoon={"burgerservicenummer": "\0"},
        ),
        [
            ("L01", "datumInschrijving"),
            ("L01", "extraOndersteuning.0.datumBegin"),
            ("L01", "extraOndersteuning.0.datumEinde"),
            ("L01", "inschrijvingvolgnummer"),
            ("L01", "kenmerk"),
            ("L01", "perioden.0.datumBegin"),
            ("L01", "perioden.0.opleidingcode"),
            ("L01", "persoon.burgerservicenummer"),
            ("L01", "redenUitschrijving"),
        ],
    ),
    "nulbyte in een naam": (zoeken(geslachtsnaam="\0"), [("L01", "geslachtsnaam")]),
    "nulbyte in een adresregel": (
        zoeken(adres={"landcode": "5010", "regelsBuitenland": ["a", "\0"]}),
        [("L01", "adres.regelsBuitenland.1")],
    ),
    "geboortedatum die niet bestaat": (identificeren(geboortedatum="2005-13-01"), [("P12", "geboortedatum")]),
    "bekende dag in onbekende maand": (identificeren(geboortedatum="2005-00-01"), [("P12", "geboortedatum")]),
    "nulbyte in een geboortedatum": (identificeren(geboortedatum="\0"), [("P12", "geboortedatum")]),
    "lange geboortedatum": (identificeren(geboortedatum="9" * 10_000), [("P12", "geboortedatum")]),
    "nulbyte in beheer": (
        aanleveren(beheer={"instelling": "\0", "reden": "\0", "verzoek": "\0", "bewijsSha256": "X"}),
        [
            ("L01", "beheer.bewijsSha256"),
            ("L01", "beheer.instelling"),
            ("L01", "beheer.reden"),
            ("L01", "beheer.verzoek"),
            ("L05", "beheer"),
        ],
    ),
    "leerbedrijf in letters": (aanleveren_bpv(leerbedrijfId="\0"), [("L01", "leerbedrijfId")]),
    "bsn met letters": (
        aanleveren(persoon={"burgerservicenummer": "99990000A"}),
        [("P01", "persoon.burgerservicenummer")],
    ),
    "bsn in andere cijfers": (
        aanleveren(persoon={"burgerservicenummer": "٩٩٩٩٠٠٠٠٦"}),
        [("P01", "persoon.burgerservicenummer")],
    ),
}


@pytest.mark.parametrize("geval", ONLEESBAAR)
def test_een_onleesbare_waarde_is_een_signaal_van_die_ene_levering(bewoond: Register, hier: Klant, geval: str) -> None:
    levering, verwacht = ONLEESBAAR[geval]
    voor = bewoond.stand()
    buur = identificeren()
    gehoord = hier.lever_samen(buur, levering, buur.met(kenmerk=f"na-{buur.velden['kenmerk']}"))["uitkomsten"]
    gevonden = [paar for paar in signalen(gehoord[1]) if paar != ("I01", "inschrijvingvolgnummer")]
    assert (gehoord[1]["status"], gevonden) == ("AFGEKEURD", verwacht)
    assert [uitkomst["status"] for uitkomst in (gehoord[0], gehoord[2])] == ["GOEDGEKEURD", "GOEDGEKEURD"]
    assert {**bewoond.stand(), "persoon_instelling": []} == {**voor, "persoon_instelling": []}
    bewaard = bewoond.rij("SELECT bericht FROM ontvangst WHERE soort = %s ORDER BY id DESC LIMIT 1", levering.soort)
    assert json.loads(bewaard[0])["kenmerk"] in {levering.velden["kenmerk"], f"na-{buur.velden['kenmerk']}"}


@pytest.mark.parametrize(
    "id_", [1, 2**53 - 1, -1, "", "x", "UGVyc29vbjo5OQ", "UGVyc29vbjo5OTk5OTk5OTk5OTk5OTk5OTk5OTk", "\0", "é" * 200]
)
def test_een_id_dat_nergens_naar_wijst_is_een_onbekende_student(bewoond: Register, hier: Klant, id_: object) -> None:
    """Any text or number is an ID to GraphQL; this register has few."""
    voor = bewoond.stand()
    uitkomst = hier.lever(aanleveren(persoon={"id": id_}))
    assert (uitkomst["status"], signalen(uitkomst)) == ("AFGEKEURD", [("P07", "persoon.id")])
    assert bewoond.stand() == voor


@pytest.mark.parametrize("id_", [2**53, 10**40])
def test_een_getal_dat_niet_in_json_past_weigert_de_levering(bewoond: Register, hier: Klant, id_: int) -> None:
    """ID takes any whole number, but not every reader of the archive would read the same one back (RFC 8785)."""
    voor = bewoond.stand("raadpleging")
    levering = aanleveren(persoon={"id": id_})
    antwoord = hier.stuur(enkel(levering), input=levering.velden).json()
    assert antwoord["data"] == {"uitkomst": None}
    assert [(fout["path"], fout["extensions"]["code"]) for fout in antwoord["errors"]] == [
        (["uitkomst"], "ONGELDIG_VERZOEK")
    ]
    assert bewoond.stand("raadpleging") == voor


@pytest.mark.parametrize("id_", [True, 1.5, {"id": 1}, ["x"]])
def test_wat_geen_id_is_weigert_het_verzoek(hier: Klant, id_: object) -> None:
    levering = aanleveren(persoon={"id": id_})
    geweigerd(hier.stuur(enkel(levering), input=levering.velden))


@pytest.mark.parametrize("versie", [0, -1, 2**31 - 1, -(2**31)])
def test_een_onmogelijke_versie_is_l04(hier: Klant, versie: int) -> None:
    hier.lever(aanleveren(kenmerk="de-eerste", inschrijvingvolgnummer="1"))
    assert signalen(hier.lever(wijzigen(verwachteVersie=versie))) == [("L04", "verwachteVersie")]


@pytest.mark.parametrize("datum", ["0001-01-01", "9999-12-31"])
def test_de_randen_van_de_kalender_zijn_dagen(hier: Klant, datum: str) -> None:
    levering = aanleveren(inschrijvingvolgnummer="rand", datumInschrijving=datum, perioden=[periode(datum)])
    assert hier.lever(levering)["status"] in {"AFGEKEURD", "GOEDGEKEURD", "GOEDGEKEURD_MET_SIGNAAL"}


GEKKE_TEKST: Final = st.text(
    st.characters(codec="utf-8") | st.sampled_from("\0'\"\\%{}$\u202e\ufeff\u0301"), max_size=30
)
GEKKE_WAARDE: Final = (
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False, allow_infinity=False)
    | GEKKE_TEKST
    | st.lists(GEKKE_TEKST, max_size=2)
    | st.dictionaries(GEKKE_TEKST, GEKKE_TEKST, max_size=2)
)
VOLGENDE: Final = count()
SJABLONEN: Final = (aanleveren(), aanleveren_bpv(), zoeken(), identificeren())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_wat_er_ook_komt_het_is_nooit_een_storing(hier: Klant, data: st.DataObject) -> None:
    """Fields of a good delivery replaced by anything: refused, rejected or accepted, and never a fault of ours."""
    sjabloon = data.draw(st.sampled_from(SJABLONEN))
    namen = data.draw(st.lists(st.sampled_from(sorted(sjabloon.velden)), max_size=3, unique=True))
    soort = GEKKE_TEKST if data.draw(st.booleans()) else GEKKE_WAARDE
    gek = {naam: data.draw(soort) for naam in namen}
    antwoord = hier.stuur(enkel(sjabloon), input=sjabloon.velden | {"kenmerk": f"gek-{next(VOLGENDE)}"} | gek)
    inhoud = antwoord.json()
    assert antwoord.status_code == 200
    assert {fout["extensions"]["code"] for fout in inhoud.get("errors", ())} <= {"ONGELDIG_VERZOEK"}
    if "data" in inhoud:
        assert "L06" not in {code for code, _ in signalen(inhoud["data"]["uitkomst"])}
