"""Reading an overview: every dialect says the same, and what cannot be read is named with its line."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

import pytest

from app.registratieoverzicht.aanbod import bpvs, diplomas, inschrijvingen, losse_resultaten, personen
from app.registratieoverzicht.importeren import FASEN
from app.registratieoverzicht.overzicht import MEESTE_FOUTEN, OnleesbaarOverzicht, Overzicht, lees_overzicht
from tests.registratieoverzicht.bestand import AANTALLEN, DIALECTEN, REGELS, andersom

if TYPE_CHECKING:
    from app.registratieoverzicht.student import Student


def _invoer(overzicht: Overzicht) -> list[object]:
    studenten = list(overzicht.studenten())
    return [een.invoer for fase in FASEN for een in chain.from_iterable(map(fase, studenten))]


def _student(overzicht: Overzicht, nummer: str) -> Student:
    (gevonden,) = [student for student in overzicht.studenten() if student.sleutel == ("burgerservicenummer", nummer)]
    return gevonden


def _fouten(*regels: str) -> list[tuple[int, str]]:
    with pytest.raises(OnleesbaarOverzicht) as gevonden:
        lees_overzicht(regels, "27DV")
    return [(fout.regel, fout.reden) for fout in gevonden.value.fouten]


def test_een_regel_wordt_de_invoer_van_een_levering() -> None:
    overzicht = lees_overzicht(REGELS, "27DV")
    assert {soort: overzicht.geteld[soort] for soort in AANTALLEN} == AANTALLEN
    assert overzicht.aantal_te_leveren == sum(AANTALLEN.values())
    sanne = _student(overzicht, "999940004")
    persoon = {"persoon": {"burgerservicenummer": "999940004"}}
    (identificatie,) = personen(sanne)
    assert identificatie.invoer == {"burgerservicenummer": "999940004", "geboortedatum": "2009-03-14", "geslacht": "V"}
    eerste, _ = inschrijvingen(sanne)
    assert eerste.invoer == {
        **persoon,
        "inschrijvingvolgnummer": "A1",
        "datumInschrijving": "2025-08-01",
        "datumUitschrijvingGepland": "2026-07-31",
        "datumUitschrijvingWerkelijk": "2026-07-17",
        "redenUitschrijving": "08",
        "perioden": [
            {
                "datumBegin": "2025-08-01",
                "opleidingcode": "25251",
                "leertraject": "BOL",
                "indicatieBekostigbaar": True,
                "onderwijsaanbieder": "127A201",
                "onderwijslocatie": "127X201",
            }
        ],
        "extraOndersteuning": [
            {"datumBegin": "2025-09-15", "datumEinde": "2026-01-30"},
            {"datumBegin": "2026-03-02"},
        ],
    }
    assert eerste.telling == Counter(ISG=1, ISP=1, ISE=2)
    _, keuzedeel, _ = bpvs(sanne)
    assert keuzedeel.invoer == {
        **persoon,
        "inschrijvingvolgnummer": "A2",
        "bpvvolgnummer": "1",
        "afsluitdatum": "2026-09-14",
        "datumBegin": "2026-09-14",
        "datumEindeGepland": "2027-02-05",
        "omvang": 240,
        "leerbedrijfId": "100017828",
        "keuzedeelcode": "K0055",
    }


def test_een_diploma_komt_met_zijn_onderdelen_en_een_los_resultaat_apart() -> None:
    tygo = _student(lees_overzicht(REGELS, "27DV"), "999940399")
    persoon = {"persoon": {"burgerservicenummer": "999940399"}}
    (diploma,), (los,) = diplomas(tygo), losse_resultaten(tygo)
    assert diploma.invoer == {
        **persoon,
        "resultaatvolgnummer": "D1",
        "opleidingcode": "25250",
        "datumResultaat": "2026-07-10",
        "indicatieBekostigbaar": True,
        "inschrijvingvolgnummer": "7",
        "onderwijsaanbieder": "127A201",
        "generiekeExamenonderdelen": [
            {
                "resultaatvolgnummer": "G1",
                "code": "3001",
                "eindcijfer": 6,
                "cijferInstellingsexamen": "6.9",
                "cijferCentraalExamen": "4.1",
            }
        ],
        "keuzedelen": [{"resultaatvolgnummer": "K1", "keuzedeelcode": "K0055", "behaald": True}],
        "amvbOnderdelen": [],
    }
    assert diploma.telling == Counter(DIP=1, GEO=1, KZD=1)
    assert los.invoer == {
        **persoon,
        "inschrijvingvolgnummer": "7",
        "datumResultaat": "2026-07-10",
        "onderwijsaanbieder": "127A201",
        "resultaat": {"amvbOnderdeel": {"resultaatvolgnummer": "M1", "code": "C0004", "certificaat": True}},
    }


@pytest.mark.parametrize(
    ("tienden", "cijfer"), [("74", "7.4"), ("100", "10.0"), ("05", "0.5"), ("7,4", "7,4"), ("7", "7")]
)
def test_een_cijfer_staat_in_tienden(tienden: str, cijfer: str) -> None:
    """What is no mark in tenths is for the register to judge."""
    regels = [regel.replace("|69||41|", f"|{tienden}||41|") for regel in REGELS]
    (diploma,) = diplomas(_student(lees_overzicht(regels, "27DV"), "999940399"))
    assert diploma.invoer["generiekeExamenonderdelen"][0]["cijferInstellingsexamen"] == cijfer


def test_het_niveau_en_de_leerroute_krijgen_de_namen_van_de_api() -> None:
    tygo = _student(lees_overzicht(REGELS, "27DV"), "999940399")
    (inschrijving,) = inschrijvingen(tygo)
    eerste = inschrijving.invoer["perioden"][0]
    assert (eerste["niveau"], eerste["leerroute"], eerste["leerroutefase"]) == ("MBO_1", "DLP", "VO")
    assert (eerste["locatiecodeVsv"], eerste["indicatieBekostigbaar"]) == ("127V1", False)


@pytest.mark.parametrize("regels", DIALECTEN.values(), ids=DIALECTEN)
def test_elk_dialect_zegt_hetzelfde(regels: tuple[str, ...]) -> None:
    gewoon, anders = lees_overzicht(REGELS, "27DV"), lees_overzicht(regels, "27DV")
    assert _invoer(anders) == _invoer(gewoon)
    assert anders.verschillen == gewoon.verschillen == {}


def test_de_plaats_in_het_bestand_zegt_niets() -> None:
    gewoon, anders = lees_overzicht(REGELS, "27DV"), lees_overzicht(andersom(REGELS), "27DV")
    anderen = {student.sleutel: student for student in anders.studenten()}
    assert anderen.keys() == {student.sleutel for student in gewoon.studenten()}
    for student in gewoon.studenten():
        ander = anderen[student.sleutel]
        assert ander.inschrijvingen.keys() == student.inschrijvingen.keys()
        for volgnummer, een in student.inschrijvingen.items():
            gelijk = ander.inschrijvingen[volgnummer]
            assert {r.tekst for r in gelijk.perioden} == {r.tekst for r in een.perioden}
            assert {r.tekst for r in gelijk.ondersteuning} == {r.tekst for r in een.ondersteuning}


@pytest.mark.parametrize(
    ("regel", "nummer"), [("PER|7||1990-1-1|M", "000000007"), ("PER||9876|1990-1-1|M", "000009876")]
)
def test_een_nummer_krijgt_zijn_voorloopnullen_terug(regel: str, nummer: str) -> None:
    ((_, gelezen),) = (student.sleutel for student in lees_overzicht([regel], "27DV").studenten())
    assert gelezen == nummer


def test_onmogelijke_datums_zijn_voor_het_register() -> None:
    overzicht = lees_overzicht(["PER|999940004||31-2-2009|V", "PER||109123457|gisteren|M"], "27DV")
    datums = [een.invoer["geboortedatum"] for student in overzicht.studenten() for een in personen(student)]
    assert datums == ["2009-02-31", "gisteren"]


def test_een_leeg_verplicht_veld_is_voor_het_register() -> None:
    (student,) = lees_overzicht(["ISG|999940004||1|2025-08-01||"], "27DV").studenten()
    (inschrijving,) = inschrijvingen(student)
    assert inschrijving.invoer["datumUitschrijvingGepland"] == ""
    assert "redenUitschrijving" not in inschrijving.invoer


def test_studenten_zijn_zo_vaak_te_lezen_als_nodig_en_staan_op_hun_eerste_regel() -> None:
    overzicht = lees_overzicht((*REGELS[1:], "ISE|999940004||A2|2026-11-01|"), "27DV")
    for _ in range(2):
        nummers = [nummer for _, nummer in (student.sleutel for student in overzicht.studenten())]
        assert nummers == ["999940004", "999940399", "109123457"]


def test_een_sluitrecord_dat_anders_telt_wordt_gemeld() -> None:
    regels = (*REGELS[:-1], "SLR|3|5|6|2|3|1|0|1|1")
    assert lees_overzicht(regels, "27DV").verschillen == {"ISG": (5, 4), "AMO": (0, 1)}
    assert lees_overzicht(REGELS[:-1], "27DV").verschillen == {}


@pytest.mark.parametrize(
    ("regel", "reden"),
    [
        ("XYZ|1|2", "recordsoort 'XYZ' bestaat niet"),
        ("per|999940004||2009-03-14|V", "recordsoort 'per' bestaat niet"),
        ("999940004||2009-03-14|V", "recordsoort '[nummer]' bestaat niet"),
        ("PER|999940016||1990-01-01|999940016", "geslacht is '[nummer]': kies uit M, V, O"),
        ("PER;999940004;;2009-03-14;V", "het scheidingsteken van dit bestand is '|'"),
        ("PER|999940004||2009-03-14", "PER heeft 4 velden; hier staan er 3"),
        ("PER|999940004||2009-03-14|V|x", "PER heeft 4 velden; hier staan er 5"),
        ("PER|999940004||2009-03-14|V||x|", "PER heeft 4 velden; hier staan er 6"),
        ("PER|999940004|109123457|2009-03-14|V", "vul een burgerservicenummer of een onderwijsnummer in"),
        ("PER|||2009-03-14|V", "vul een burgerservicenummer of een onderwijsnummer in"),
        ("PER|999940016||2009-03-14|X", "geslacht is 'X': kies uit M, V, O"),
        (
            "ISP|999940004||A1|2026-01-01|25251|BOLL||J",
            "leertraject is 'BOLL': kies uit BOL, BOL_DT, BBL, OVO, EX, ODT",
        ),
        (
            "ISP|999940004||A1|2026-01-01|25251|BOL|MBO_1|J",
            "niveau is 'MBO_1': kies uit MBO-1, MBO-2, MBO-3, MBO-4",
        ),
        ("ISP|999940004||A1|2026-01-01|25251|BOL||ja", "indicatieBekostigbaar is 'ja': kies uit J, N"),
        ("ISP|999940004||Z9|2026-01-01|25251|BOL||J", "ISP hoort bij een inschrijving die niet in het bestand staat"),
        ("ISE|999940004||Z9|2026-01-01|", "ISE hoort bij een inschrijving die niet in het bestand staat"),
        (
            "BPV|999940004||A1|2|2026-01-19|2026-02-02|2026-06-26||veel|100312093|25251",
            "omvang is 'veel': geen geheel getal van ten hoogste 9 cijfers",
        ),
        ("PER|999940004||2009-03-14|V", "PER staat ook op regel 2"),
        ("ISG|999940004||A1|2025-08-01|2026-07-31", "ISG staat ook op regel 3"),
        ("VLP|27DV|2025-08-01|2026-11-24|2026-11-24", "VLP staat ook op regel 1"),
        ("GEO|999940399||D1|25250", "GEO heeft 15 velden; hier staan er 4"),
        ("GEO|999940399||D9|25250|G9|3001||6", "GEO hoort bij een diploma dat niet in het bestand staat"),
        ("DIP|999940399||D1|25250|2026-07-10||J", "DIP staat ook op regel 17"),
        ("KZD|999940399||||K9|K0055|2026-07-10|ja", "behaald is 'ja': kies uit Behaald, Niet behaald"),
        ("SLR|1|x|1|1|1|1|1|1|1", "ISG is 'x': geen geheel getal van ten hoogste 9 cijfers"),
    ],
)
def test_een_onleesbare_regel_wordt_met_haar_nummer_genoemd(regel: str, reden: str) -> None:
    assert _fouten(*REGELS, regel) == [(len(REGELS) + 1, reden)]


def test_een_bestand_van_een_andere_instelling_wordt_geweigerd() -> None:
    with pytest.raises(OnleesbaarOverzicht, match="niet van instelling 25LX"):
        lees_overzicht(REGELS, "25LX")


def test_een_leeg_bestand_is_onleesbaar() -> None:
    assert _fouten("", ";;") == [(0, "het bestand bevat geen records")]


def test_alle_fouten_worden_geteld_en_de_eerste_genoemd() -> None:
    with pytest.raises(OnleesbaarOverzicht) as gevonden:
        lees_overzicht(["X|"] * (MEESTE_FOUTEN + 7), "27DV")
    assert gevonden.value.aantal == MEESTE_FOUTEN + 7
    assert len(gevonden.value.fouten) == MEESTE_FOUTEN
