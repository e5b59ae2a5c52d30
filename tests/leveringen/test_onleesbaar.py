"""Values that cannot be read or cannot be: each is a signal on its own delivery, and its neighbours stay readable."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import pytest

from tests.domain.bouw import aanleveren, aanleveren_bpv, identificeren, periode, wijzigen, zoeken
from tests.klant import enkel, signalen

if TYPE_CHECKING:
    from tests.domain.bouw import Invoer
    from tests.klant import Klant
    from tests.register import Register

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


@pytest.mark.parametrize("versie", [0, -1, 2**31 - 1, -(2**31)])
def test_een_onmogelijke_versie_is_l04(hier: Klant, versie: int) -> None:
    hier.lever(aanleveren(kenmerk="de-eerste", inschrijvingvolgnummer="1"))
    assert signalen(hier.lever(wijzigen(verwachteVersie=versie))) == [("L04", "verwachteVersie")]


@pytest.mark.parametrize("datum", ["0001-01-01", "9999-12-31"])
def test_de_randen_van_de_kalender_zijn_dagen(hier: Klant, datum: str) -> None:
    levering = aanleveren(inschrijvingvolgnummer="rand", datumInschrijving=datum, perioden=[periode(datum)])
    assert hier.lever(levering)["status"] in {"AFGEKEURD", "GOEDGEKEURD", "GOEDGEKEURD_MET_SIGNAAL"}
