"""What a registratieoverzicht holds, to the letter: which registrations, in which order, in which fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from tests.domain.bouw import (
    aanleveren,
    aanleveren_bpv,
    aanleveren_diploma,
    aanleveren_resultaat,
    amo,
    geo,
    identificeren,
    kzd,
    periode,
)
from tests.domain.wereld import BUURMAN, ONBEKENDE, STUDENT
from tests.leveringen.verhaal import met_diploma
from tests.overzichten.aanvragen import haal, maak

if TYPE_CHECKING:
    from tests.klant import Klant
    from tests.werkplaats import Werkplaats

ALLES: Final = """
PER|N||2005-06-15|V
ISG|N||b|2025-08-01|2027-07-31|2026-01-31|01
ISP|N||b|2025-08-01|25180|BOL||J|127V1|100A100|100X100||
ISP|N||b|2025-11-01|25180|BBL||N||100A100|100X100||
ISE|N||b|2025-09-01|2025-10-31
ISE|N||b|2025-12-01|
BPV|N||b|1|2025-08-01|2025-08-01|2026-01-31|2026-01-31||100000001|25180|
BPV|N||b|2|2025-08-01|2025-08-01|2026-01-31|2026-01-31|320|100000001|25180|
DIP|N||1|25180|2026-01-31||J|b|100A100
AMO|N||1|25180|11|C0004||||
GEO|N||1|25180|13|3001||6|||||||
GEO|N||1|25180|14|3001||7|MBO|74|KZDL|100|X||
KZD|N||1|25180|12|K0001||Behaald|||
AMO|N||||4|C0004|2026-01-30|J|b|
KZD|N||||3|K0001|2026-01-30|Niet behaald|N|b|
"""
"""Written by hand from the layout of PvE chapter 15; N stands for the number."""


def _zonder_rand(regels: list[str]) -> list[str]:
    return regels[1:-1]


def test_zonder_inschrijvingen_is_er_een_voorloop_en_een_sluitrecord(school: Klant, werkplaats: Werkplaats) -> None:
    _, regels = maak(school, werkplaats)
    assert regels == ["VLP|27DV|2025-08-01|2026-07-31|2026-03-10", "SLR|0|0|0|0|0|0|0|0|0"]


def test_regels_eindigen_zoals_in_leveringen_van_duo(school: Klant, werkplaats: Werkplaats) -> None:
    overzicht, _ = maak(school, werkplaats)
    inhoud = haal(school, overzicht["url"]).content
    assert inhoud.count(b"\r\n") == inhoud.count(b"\n") == 2
    assert inhoud.endswith(b"\r\n")


def test_een_student_met_alles(school: Klant, werkplaats: Werkplaats) -> None:
    cijfers = {"eindcijfer": 7, "cijferInstellingsexamen": "7.4", "cijferCentraalExamen": "10.0"}
    vrij = {"vrijstelling": "MBO", "vrijstellingInstellingsexamen": "KZDL", "vrijstellingCentraalExamen": "X"}
    inschrijving = {"inschrijvingvolgnummer": "b"}
    stage = {
        **inschrijving,
        "afsluitdatum": "2025-08-01",
        "datumBegin": "2025-08-01",
        "datumEindeGepland": "2026-01-31",
        "datumEindeWerkelijk": "2026-01-31",
    }
    los = {**inschrijving, "datumResultaat": "2026-01-30"}
    school.registreer(
        identificeren(),
        aanleveren(
            inschrijvingvolgnummer="b",
            datumInschrijving="2025-08-01",
            datumUitschrijvingGepland="2027-07-31",
            datumUitschrijvingWerkelijk="2026-01-31",
            redenUitschrijving="01",
            perioden=[
                periode("2025-08-01", locatiecodeVsv="127V1"),
                periode("2025-11-01", leertraject="BBL", indicatieBekostigbaar=False),
            ],
            extraOndersteuning=[
                {"datumBegin": "2025-12-01"},
                {"datumBegin": "2025-09-01", "datumEinde": "2025-10-31"},
            ],
        ),
        aanleveren_bpv(bpvvolgnummer="2", omvang=320, **stage),
        aanleveren_bpv(bpvvolgnummer="1", omvang=None, **stage),
        aanleveren_diploma(
            **inschrijving,
            resultaatvolgnummer="1",
            datumResultaat="2026-01-31",
            generiekeExamenonderdelen=[geo("14", **cijfers, **vrij), geo("13")],
            keuzedelen=[kzd("12")],
            amvbOnderdelen=[amo("11")],
        ),
        aanleveren_resultaat(**los, resultaat={"keuzedeel": kzd("3", behaald=False, certificaat=False)}),
        aanleveren_resultaat(**los, resultaat={"amvbOnderdeel": amo("4", certificaat=True)}),
    )
    _, regels = maak(school, werkplaats)
    assert [regel.replace(STUDENT, "N") for regel in _zonder_rand(regels)] == ALLES.split("\n")[1:-1]
    assert regels[-1] == "SLR|1|1|2|2|2|1|2|2|2"


@pytest.mark.parametrize(
    ("begin", "einde", "erin"),
    [
        ("2026-07-31", None, True),
        ("2026-08-01", None, False),
        ("2024-08-01", "2025-07-31", False),
        ("2024-08-01", "2025-08-01", True),
        ("2024-08-01", None, True),
    ],
)
def test_een_inschrijving_telt_als_zij_in_de_periode_geldt(
    school: Klant, werkplaats: Werkplaats, begin: str, einde: str | None, *, erin: bool
) -> None:
    """Both days of the period count; the planned end never ends an enrolment, so the last one is still valid."""
    uit = {"datumUitschrijvingWerkelijk": einde, "redenUitschrijving": "01" if einde else None}
    perioden = [periode(begin)]
    inschrijving = aanleveren(datumInschrijving=begin, datumUitschrijvingGepland="2026-12-31", perioden=perioden, **uit)
    school.registreer(identificeren(), inschrijving)
    _, regels = maak(school, werkplaats)
    assert [regel[:3] for regel in _zonder_rand(regels)] == (["PER", "ISG", "ISP"] if erin else [])


def test_perioden_van_buiten_de_periode_komen_met_hun_inschrijving_mee(school: Klant, werkplaats: Werkplaats) -> None:
    school.registreer(identificeren(), aanleveren(perioden=[periode("2025-08-01"), periode("2025-09-01")]))
    _, regels = maak(school, werkplaats, van="2026-01-01")
    assert [regel.split("|")[4] for regel in regels if regel.startswith("ISP")] == ["2025-08-01", "2025-09-01"]


@pytest.mark.parametrize(
    ("van", "tot_en_met", "records"),
    [
        ("2026-01-31", "2026-01-31", ["PER", "ISG", "ISP", "DIP", "GEO", "GEO", "KZD"]),
        ("2026-02-01", "2026-07-31", []),
        ("2025-08-01", "2025-12-31", ["PER", "ISG", "ISP", "DIP", "GEO", "GEO", "KZD"]),
    ],
)
def test_een_diploma_telt_op_zijn_datum_of_met_zijn_inschrijving(
    school: Klant, werkplaats: Werkplaats, van: str, tot_en_met: str, records: list[str]
) -> None:
    """The last of these is gained after the period, under an enrolment that is valid in it."""
    school.registreer(*met_diploma())
    _, regels = maak(school, werkplaats, van=van, totEnMet=tot_en_met)
    assert [regel[:3] for regel in _zonder_rand(regels)] == records


def test_een_resultaat_zonder_inschrijving_telt_alleen_op_zijn_datum(school: Klant, werkplaats: Werkplaats) -> None:
    """The register chose an enrolment for it (R18), but the school did not name one."""
    school.registreer(*met_diploma(inschrijvingvolgnummer=None))
    _, eerder = maak(school, werkplaats, van="2025-08-01", totEnMet="2025-12-31")
    assert [regel[:3] for regel in _zonder_rand(eerder)] == ["PER", "ISG", "ISP"]
    _, regels = maak(school, werkplaats)
    (diploma,) = [regel for regel in regels if regel.startswith("DIP")]
    assert diploma.split("|")[8] == ""


def test_studenten_staan_op_bsn_en_daarna_op_onderwijsnummer(school: Klant, ipo: Klant, werkplaats: Werkplaats) -> None:
    beheer = {"instelling": "27DV", "reden": "RO"}
    ipo.registreer(
        identificeren(beheer=beheer, burgerservicenummer=None, onderwijsnummer=ONBEKENDE),
        aanleveren(beheer=beheer, persoon={"onderwijsnummer": ONBEKENDE}),
    )
    school.registreer(
        identificeren(burgerservicenummer=BUURMAN, geslacht="M"),
        aanleveren(persoon={"burgerservicenummer": BUURMAN}),
        identificeren(),
        aanleveren(),
    )
    _, regels = maak(school, werkplaats)
    assert [regel.split("|")[1:3] for regel in regels if regel.startswith("PER")] == [
        [STUDENT, ""],
        [BUURMAN, ""],
        ["", ONBEKENDE],
    ]


def test_inschrijvingen_staan_op_datum_en_dan_op_volgnummer(school: Klant, werkplaats: Werkplaats) -> None:
    """Numbers in the order of their characters: capitals before small letters, 10 before 9."""
    dagen = {"a": "2025-08-02", "B": "2025-08-02", "9": "2025-08-02", "10": "2025-08-02", "z": "2025-08-01"}
    inschrijvingen = (
        aanleveren(inschrijvingvolgnummer=nummer, datumInschrijving=dag,
                   perioden=[periode(dag, indicatieBekostigbaar=False)])
        for nummer, dag in dagen.items()
    )  # fmt: skip
    school.registreer(identificeren(), *inschrijvingen)
    _, regels = maak(school, werkplaats)
    assert [regel.split("|")[3] for regel in regels if regel.startswith("ISG")] == ["z", "10", "9", "B", "a"]
