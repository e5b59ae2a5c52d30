"""Reference data: the row valid on the date concerned, else the newest."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.lezen.gesprek import AFNEMER

if TYPE_CHECKING:
    from tests.lezen.gegevens import Gegevens
    from tests.lezen.gesprek import Gesprek


def opleiding(gegevens: Gegevens, naam: str, van: date | None, tot: date | None, niveau: str = "MBO_2") -> None:
    gegevens.opleiding(naam=naam, niveau=niveau, geldig_van=van, geldig_tot=tot)


@pytest.mark.parametrize(
    ("rijen", "verwacht"),
    [
        ([(None, None)], "0"),
        ([(date(2020, 8, 1), date(2026, 11, 23)), (date(2016, 8, 1), None)], "1"),
        ([(date(2016, 8, 1), None), (date(2020, 8, 1), None)], "1"),
        ([(date(2016, 8, 1), date(2020, 7, 31)), (None, date(2015, 7, 31))], "0"),
        ([(date(2016, 8, 1), date(2026, 11, 24)), (date(2027, 8, 1), None)], "0"),
    ],
)
def test_van_een_opleiding_telt_de_rij_van_vandaag_anders_de_nieuwste(
    gegevens: Gegevens, gesprek: Gesprek, rijen: list[tuple[date | None, date | None]], verwacht: str
) -> None:
    for nummer, (van, tot) in enumerate(rijen):
        opleiding(gegevens, str(nummer), van, tot)
    gevonden = gesprek.data('{ opleiding(opleidingcode: "25655") { naam leerwegen soort } }', AFNEMER)
    assert gevonden == {"opleiding": {"naam": verwacht, "leerwegen": ["BOL", "BBL"], "soort": "KWALIFICATIE"}}


def test_bij_een_periode_telt_de_opleiding_van_haar_begin(gegevens: Gegevens, gesprek: Gesprek) -> None:
    opleiding(gegevens, "oud", date(2016, 8, 1), date(2025, 12, 31), "MBO_2")
    opleiding(gegevens, "nieuw", date(2026, 1, 1), None, "MBO_3")
    inschrijving = gegevens.inschrijving(gegevens.persoon(bij=("27DV",)))
    gegevens.periode(inschrijving)
    gegevens.periode(inschrijving, datum_begin=date(2026, 1, 1))
    gegevens.periode(inschrijving, datum_begin=date(2026, 2, 1), niveau="MBO_4")
    gevonden = gesprek.data("{ inschrijvingen { edges { node { perioden { niveau opleiding { naam } } } } } }")
    assert gevonden["inschrijvingen"]["edges"][0]["node"]["perioden"] == [
        {"niveau": "MBO_2", "opleiding": {"naam": "oud"}},
        {"niveau": "MBO_3", "opleiding": {"naam": "nieuw"}},
        {"niveau": "MBO_4", "opleiding": {"naam": "nieuw"}},
    ]


def test_een_gekoppeld_keuzedeel_staat_er_een_keer_zoals_het_nu_geldt(gegevens: Gegevens, gesprek: Gesprek) -> None:
    opleiding(gegevens, "Kok", None, None)
    for code, naam, van, tot in (
        ("K0072", "oud", date(2016, 8, 1), date(2020, 7, 31)),
        ("K0072", "nu", date(2020, 8, 1), None),
        ("K0071", "weg", None, date(2020, 7, 31)),
        ("K0099", "los", None, None),
    ):
        gegevens.voeg_toe("keuzedeel", code=code, naam=naam, geldig_van=van, geldig_tot=tot)
    for code, van in (("K0072", date(2016, 8, 1)), ("K0072", date(2020, 8, 1)), ("K0071", None)):
        gegevens.voeg_toe("opleiding_keuzedeel", opleidingcode="25655", keuzedeelcode=code, geldig_van=van)
    gevonden = gesprek.data('{ opleiding(opleidingcode: "25655") { keuzedelen { code naam } } }')
    assert gevonden["opleiding"]["keuzedelen"] == [{"code": "K0071", "naam": "weg"}, {"code": "K0072", "naam": "nu"}]


def test_de_instelling_is_bij_een_inschrijving_die_van_het_begin(gegevens: Gegevens, gesprek: Gesprek) -> None:
    for naam, van, tot in (("Oud", None, date(2025, 12, 31)), ("Nieuw", date(2026, 1, 1), None)):
        gegevens.voeg_toe("instelling", brin="27DV", naam=naam, bekostigd=True, geldig_van=van, geldig_tot=tot)
    gegevens.inschrijving(gegevens.persoon(bij=("27DV",)))
    gevonden = gesprek.data('{ ik { instelling { naam } } instelling(brin: "27DV") { naam } }')
    assert gevonden == {"ik": {"instelling": {"naam": "Nieuw"}}, "instelling": {"naam": "Nieuw"}}
    lijst = gesprek.data("{ inschrijvingen { edges { node { instelling { naam } } } } }")
    assert lijst["inschrijvingen"]["edges"][0]["node"] == {"instelling": {"naam": "Oud"}}
