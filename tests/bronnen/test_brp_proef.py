"""The BRP test environment speaks the public interface: its refusals, its fields, its shapes."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from app.bronnen.brp_vertaling import VELDEN, VELDEN_BEPERKT
from app.bronnen.proef import PERSONEN
from app.bronnen.proef.brp import PAD, maak_app
from app.bronnen.proef.brp_personen import Proefpersoon, laad
from app.bronnen.proef.brp_velden import bestaat
from domain.nummers import is_bsn

if TYPE_CHECKING:
    from pathlib import Path

RAADPLEEG: dict[str, object] = {
    "type": "RaadpleegMetBurgerservicenummer",
    "burgerservicenummer": ["999940004"],
    "fields": ["burgerservicenummer"],
}
ZOEK: dict[str, object] = {
    "type": "ZoekMetGeslachtsnaamEnGeboortedatum",
    "geslachtsnaam": "Hoekema",
    "geboortedatum": "2009-03-14",
    "fields": ["burgerservicenummer"],
}


def _stel(vraag: object) -> httpx.Response:
    return _stuur(json.dumps(vraag).encode(), "application/json; charset=utf-8")


def _stuur(inhoud: bytes, soort: str) -> httpx.Response:
    async def stel() -> httpx.Response:
        transport = httpx.ASGITransport(maak_app(laad(PERSONEN)))
        async with httpx.AsyncClient(transport=transport, base_url="http://brp") as client:
            return await client.post(PAD, content=inhoud, headers={"content-type": soort})

    return asyncio.run(stel())


def _personen(vraag: object) -> list[dict[str, Any]]:
    antwoord = _stel(vraag)
    assert antwoord.status_code == 200, antwoord.text
    gevonden: list[dict[str, Any]] = antwoord.json()["personen"]
    return gevonden


@pytest.mark.parametrize(
    ("vraag", "naam", "code"),
    [
        ({}, "type", "required"),
        ({"type": "ZoekMetPostcodeEnHuisnummer"}, "type", "value"),
        (RAADPLEEG | {"burgerservicenummer": None}, "burgerservicenummer", "required"),
        (RAADPLEEG | {"burgerservicenummer": []}, "burgerservicenummer", "minItems"),
        (RAADPLEEG | {"burgerservicenummer": ["999940004"] * 21}, "burgerservicenummer", "maxItems"),
        (RAADPLEEG | {"burgerservicenummer": "999940004"}, "burgerservicenummer", "array"),
        (RAADPLEEG | {"burgerservicenummer": ["999940004", "12"]}, "burgerservicenummer[1]", "pattern"),
        (RAADPLEEG | {"voornamen": "Sanne"}, "voornamen", "unknownParam"),
        (RAADPLEEG | {"fields": None}, "fields", "required"),
        (RAADPLEEG | {"fields": []}, "fields", "minItems"),
        (RAADPLEEG | {"fields": ["naam"] * 131}, "fields", "maxItems"),
        (RAADPLEEG | {"fields": ["naam.bestaatNiet"]}, "fields[0]", "fields"),
        (RAADPLEEG | {"fields": ["opschortingBijhouding"]}, "fields[0]", "fields"),
        (RAADPLEEG | {"gemeenteVanInschrijving": "12"}, "gemeenteVanInschrijving", "pattern"),
        (ZOEK | {"fields": ["nationaliteiten"]}, "fields[0]", "fields"),
        (ZOEK | {"geslachtsnaam": ""}, "geslachtsnaam", "required"),
        (ZOEK | {"geslachtsnaam": "ab*"}, "geslachtsnaam", "pattern"),
        (ZOEK | {"geboortedatum": "2009-03-00"}, "geboortedatum", "date"),
        (ZOEK | {"geboortedatum": "20090314"}, "geboortedatum", "date"),
        (ZOEK | {"geslacht": "X"}, "geslacht", "pattern"),
        (ZOEK | {"voorvoegsel": "van der langste"}, "voorvoegsel", "pattern"),
        (ZOEK | {"voornamen": "*anne"}, "voornamen", "pattern"),
        (ZOEK | {"inclusiefOverledenPersonen": "ja"}, "inclusiefOverledenPersonen", "boolean"),
        (ZOEK | {"postcode": "3512ZZ"}, "postcode", "unknownParam"),
    ],
)
def test_een_onjuiste_vraag_noemt_zijn_fout(vraag: object, naam: str, code: str) -> None:
    antwoord = _stel(vraag)
    assert (antwoord.status_code, antwoord.headers["content-type"]) == (400, "application/problem+json")
    (fout,) = antwoord.json()["invalidParams"]
    assert (fout["name"], fout["code"]) == (naam, code)
    assert antwoord.json()["detail"] == f"De foutieve parameter(s) zijn: {naam}."


def test_alle_fouten_komen_tegelijk() -> None:
    antwoord = _stel({"type": ZOEK["type"], "fields": ["burgerservicenummer"]}).json()
    assert antwoord["detail"] == "De foutieve parameter(s) zijn: geboortedatum, geslachtsnaam."


def test_een_andere_inhoud_dan_json_wordt_niet_gelezen() -> None:
    assert _stuur(b"<x/>", "text/xml").status_code == 415
    assert _stuur(b"{", "application/json").status_code == 400
    assert _stuur(b"[]", "application/json").status_code == 400


def test_de_velden_die_het_register_vraagt_bestaan_in_het_koppelvlak() -> None:
    assert all(bestaat(veld, beperkt=False) for veld in VELDEN)
    assert all(bestaat(veld, beperkt=True) for veld in VELDEN_BEPERKT)


def test_het_antwoord_bevat_de_gevraagde_velden_en_niets_anders() -> None:
    velden = ["naam.voornamen", "geboorte.datum.jaar", "verblijfplaats.verblijfadres.postcode"]
    assert _personen(RAADPLEEG | {"fields": velden}) == [
        {
            "naam": {"voornamen": "Sanne Maria"},
            "geboorte": {"datum": {"type": "Datum", "datum": "2009-03-14", "langFormaat": "14 maart 2009"}},
            "verblijfplaats": {"type": "Adres", "verblijfadres": {"postcode": "3512ZZ"}},
        }
    ]


def test_een_groep_vragen_is_alles_eronder_vragen() -> None:
    (persoon,) = _personen(RAADPLEEG | {"fields": ["naam", "leeftijd"]})
    assert persoon["naam"] == {
        "voornamen": "Sanne Maria",
        "geslachtsnaam": "Hoekema",
        "volledigeNaam": "Sanne Maria Hoekema",
    }


def test_opschorting_en_geheimhouding_komen_ongevraagd_mee() -> None:
    personen = _personen(RAADPLEEG | {"burgerservicenummer": [_nummer("Montfoort"), _nummer("Groenland")]})
    assert personen[0]["opschortingBijhouding"]["reden"] == {"code": "E", "omschrijving": "emigratie"}
    assert personen[1]["geheimhoudingPersoonsgegevens"] is True


def test_een_overledene_wordt_alleen_gevonden_wie_erom_vraagt() -> None:
    vraag = ZOEK | {"geslachtsnaam": "Oosterling", "geboortedatum": "2004-07-28"}
    assert _personen(vraag) == []
    assert len(_personen(vraag | {"inclusiefOverledenPersonen": True})) == 1


@pytest.mark.parametrize(
    ("deel", "aantal"),
    [
        ({"geslachtsnaam": "HOEKEMA"}, 1),
        ({"geslachtsnaam": "Hoek*"}, 1),
        ({"geslachtsnaam": "Hoek"}, 0),
        ({"voornamen": "sanne maria"}, 1),
        ({"voornamen": "Sanne"}, 0),
        ({"geslacht": "v"}, 1),
        ({"voorvoegsel": "de"}, 0),
        ({"geboortedatum": "2009-03-15"}, 0),
    ],
)
def test_zoeken_vergelijkt_hele_namen_zonder_op_hoofdletters_te_letten(deel: dict[str, object], aantal: int) -> None:
    assert len(_personen(ZOEK | deel)) == aantal


@pytest.mark.parametrize(
    ("geslachtsnaam", "soort"),
    [
        ("Feldkamp", "VerblijfplaatsBuitenland"),
        ("Schippersheyn", "VerblijfplaatsOnbekend"),
        ("Schuitemaker", "Locatie"),
        ("Hoekema", "Adres"),
    ],
)
def test_een_verblijfplaats_zegt_wat_zij_is(geslachtsnaam: str, soort: str) -> None:
    (persoon,) = _personen(RAADPLEEG | {"burgerservicenummer": [_nummer(geslachtsnaam)], "fields": ["verblijfplaats"]})
    assert persoon["verblijfplaats"]["type"] == soort


def test_records_van_de_openbare_testset_worden_verdragen(tmp_path: Path) -> None:
    record = {
        "aNummer": "1000000001",
        "burgerservicenummer": "999999655",
        "naam": {"geslachtsnaam": "Testset", "aanduidingNaamgebruik": {"code": "E"}},
        "geboorte": {"datum": "19851201", "plaats": {"code": "Thann"}, "land": {"code": "5002"}},
        "geslacht": {"code": "V"},
        "ouders": [{"ouderAanduiding": "1"}],
        "nationaliteiten": [{"aanduidingBijzonderNederlanderschap": "B", "datumIngangGeldigheid": "19851201"}],
        "verblijfplaats": {"straat": "Boterdiep", "huisnummer": "31", "datumVestigingInNederland": "20131102"},
        "geheimhoudingPersoonsgegevens": "0",
    }
    bestand = tmp_path / "testset.json"
    bestand.write_text(json.dumps([record, {"kinderen": [{}]}, {"verblijfplaats": None}]), encoding="utf-8-sig")
    ((nummer, persoon),) = laad(bestand).items()
    getoond = persoon.als_json()
    assert nummer == "999999655"
    assert getoond["verblijfplaats"]["verblijfadres"]["huisnummer"] == 31
    assert getoond["nationaliteiten"][0]["type"] == "BehandeldAlsNederlander"
    assert getoond["immigratie"]["datumVestigingInNederland"]["datum"] == "2013-11-02"
    assert "geheimhoudingPersoonsgegevens" not in getoond


@pytest.mark.parametrize("inhoud", ["{}", "nee", '[{"burgerservicenummer": '])
def test_een_ander_bestand_dan_een_lijst_wordt_geweigerd(tmp_path: Path, inhoud: str) -> None:
    bestand = tmp_path / "personen.json"
    bestand.write_text(inhoud)
    with pytest.raises(ValueError, match=r".+"):
        laad(bestand)


def test_de_meegeleverde_personen_zijn_verzonnen_studenten_met_een_verhaal() -> None:
    inhoud = json.loads(PERSONEN.read_text(encoding="utf-8"))
    nummers = [persoon["burgerservicenummer"] for persoon in inhoud]
    assert len(set(nummers)) == len(nummers) >= 40
    assert all(is_bsn(nummer) and nummer.startswith("9999") for nummer in nummers)
    assert all(persoon["verhaal"] for persoon in inhoud)
    geboortejaren = {int(persoon["geboorte"]["datum"][:4]) for persoon in inhoud} - {0}
    assert min(geboortejaren) >= 1985
    assert max(geboortejaren) <= 2010


def _nummer(geslachtsnaam: str) -> str:
    return next(p.nummer for p in laad(PERSONEN).values() if p.naam("geslachtsnaam") == geslachtsnaam)


def test_een_lege_naam_of_datum_breekt_niets() -> None:
    persoon = Proefpersoon({"burgerservicenummer": "999940004", "geboorte": {"datum": "onbekend"}})
    assert persoon.als_json() == {
        "burgerservicenummer": "999940004",
        "geslacht": {"code": "O", "omschrijving": "onbekend"},
    }
