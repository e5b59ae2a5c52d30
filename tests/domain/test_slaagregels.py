"""R08: the pass rules, case by case; what is expected was worked out by hand from register.md 8."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from domain import slaagregels
from domain.codes import Examenvak, Niveau
from domain.slaagregels import Slaagregel, slaagregel
from tests.domain.bouw import Register, aanleveren_diploma, geo, geslaagd
from tests.domain.wereld import (
    BURGERSCHAP,
    ENGELS,
    GASTHEER,
    KOK,
    KOKSSPECIALIST,
    REKENEN_2F,
    REKENEN_3F,
    REKENEN_ZONDER_NIVEAU,
    TAAL_2F,
    TAAL_3F,
    geldend,
)
from tests.domain.zaken import gezien, sig

if TYPE_CHECKING:
    from tests.domain.bouw import Json

NIVEAU = {KOK: "MBO_2", GASTHEER: "MBO_3", KOKSSPECIALIST: "MBO_4"}


def bij(opleiding: str) -> Register:
    return geslaagd(perioden=(geldend(opleidingcode=opleiding),))


def cijfers(opleiding: str, **per_vak: int | None) -> list[Json]:
    """Parts of the level that the opleiding asks for."""
    midden = opleiding == KOKSSPECIALIST
    codes = {
        "taal": TAAL_3F if midden else TAAL_2F,
        "rekenen": REKENEN_3F if midden else REKENEN_2F,
        "engels": ENGELS,
    }
    return [geo(f"2{plaats}", codes[vak], cijfer) for plaats, (vak, cijfer) in enumerate(per_vak.items(), 1)]


def oordeel(opleiding: str, onderdelen: list[Json]) -> bool:
    """Whether the pass rule is met: nothing but R08 may be said."""
    levering = aanleveren_diploma(opleidingcode=opleiding, generiekeExamenonderdelen=onderdelen, keuzedelen=[])
    (uitslag,) = bij(opleiding).lever(levering)
    te_laag = sig("R08", "generiekeExamenonderdelen", niveau=NIVEAU[opleiding])
    gezegd = list(map(gezien, uitslag.signalen))
    assert gezegd in ([], [te_laag])
    return not gezegd


@pytest.mark.parametrize("opleiding", [KOK, GASTHEER])
@pytest.mark.parametrize(
    ("taal", "rekenen", "gehaald"),
    [
        (6, 6, True), (5, 6, True), (6, 5, True), (10, 5, True), (5, 5, False), (4, 10, False), (10, 4, False),
        (6, 1, False), (5, 10, True),
    ],
)  # fmt: skip
def test_niveau_2_en_3_een_vijf_en_verder_zessen(opleiding: str, taal: int, rekenen: int, *, gehaald: bool) -> None:
    assert oordeel(opleiding, cijfers(opleiding, taal=taal, rekenen=rekenen)) is gehaald


@pytest.mark.parametrize(
    ("taal", "rekenen", "engels", "gehaald"),
    [
        (6, 6, 6, True), (5, 6, 6, True), (6, 5, 6, True), (6, 6, 5, True), (5, 5, 6, False), (5, 6, 5, False),
        (6, 5, 5, False), (5, 5, 5, False), (4, 6, 6, False), (10, 4, 10, False), (10, 10, 4, False), (6, 5, 10, True),
    ],
)  # fmt: skip
def test_niveau_4_een_vijf_op_drie(taal: int, rekenen: int, engels: int, *, gehaald: bool) -> None:
    onderdelen = cijfers(KOKSSPECIALIST, taal=taal, rekenen=rekenen, engels=engels)
    assert oordeel(KOKSSPECIALIST, onderdelen) is gehaald


@pytest.mark.parametrize(
    ("opleiding", "onderdelen", "gehaald"),
    [
        pytest.param(KOK, [], False, id="niets"),
        pytest.param(KOK, cijfers(KOK, taal=8), False, id="geen rekenen"),
        pytest.param(KOK, cijfers(KOK, rekenen=8), False, id="geen taal"),
        pytest.param(GASTHEER, cijfers(GASTHEER, taal=8), False, id="niveau 3 zonder rekenen"),
        pytest.param(KOKSSPECIALIST, cijfers(KOKSSPECIALIST, taal=8, rekenen=8), False, id="niveau 4 zonder Engels"),
        pytest.param(KOK, [*cijfers(KOK, taal=6, rekenen=6), geo("29", ENGELS, 1)], True, id="Engels telt niet op 2"),
        pytest.param(
            KOK, [*cijfers(KOK, taal=6, rekenen=6), geo("29", BURGERSCHAP, 1)], True, id="burgerschap telt nooit"
        ),
        pytest.param(KOK, [geo("21", TAAL_3F), geo("22", REKENEN_3F)], True, id="een hoger niveau mag"),
        pytest.param(
            KOKSSPECIALIST,
            [geo("21", TAAL_2F), geo("22", REKENEN_3F), geo("23", ENGELS)],
            False,
            id="een lager niveau niet",
        ),
        pytest.param(
            KOKSSPECIALIST,
            [geo("21", TAAL_3F), geo("22", REKENEN_ZONDER_NIVEAU), geo("23", ENGELS)],
            True,
            id="een onbekend niveau wel",
        ),
        pytest.param(
            KOK, [geo("21", TAAL_2F, 4), geo("22", TAAL_3F, 6), geo("23", REKENEN_2F)], True, id="het beste cijfer telt"
        ),
        pytest.param(
            KOK, [geo("21", TAAL_3F, 6), geo("22", TAAL_2F, 4), geo("23", REKENEN_2F)], True, id="in welke orde ook"
        ),
    ],
)
def test_wat_er_meetelt(opleiding: str, onderdelen: list[Json], *, gehaald: bool) -> None:
    assert oordeel(opleiding, onderdelen) is gehaald


def vrij(**anders: Any) -> list[Json]:  # noqa: ANN401 - JSON
    """A language part like this, beside a six for arithmetic."""
    return [geo("21", TAAL_2F, **anders), geo("22", REKENEN_2F)]


BEIDE = {"vrijstellingInstellingsexamen": "MBO", "vrijstellingCentraalExamen": "MBO"}


@pytest.mark.parametrize(
    ("onderdelen", "gehaald"),
    [
        pytest.param(vrij(eindcijfer=None, vrijstelling="MBO"), True, id="vrijgesteld zonder cijfer is voldoende"),
        pytest.param(vrij(eindcijfer=4, vrijstelling="MBO"), False, id="vrijgesteld met cijfer telt als dat cijfer"),
        pytest.param(vrij(eindcijfer=5, vrijstelling="MBO"), True, id="ook als het een vijf is"),
        pytest.param(vrij(eindcijfer=None, **BEIDE), True, id="beide examens vrijgesteld"),
        pytest.param(vrij(eindcijfer=None, vrijstellingCentraalExamen="MBO"), False, id="een half vrijgesteld"),
        pytest.param(
            vrij(eindcijfer=None, vrijstellingCentraalExamen="MBO", cijferInstellingsexamen="5.5"),
            True,
            id="half vrijgesteld, het andere cijfer telt",
        ),
        pytest.param(vrij(eindcijfer=None), False, id="geen cijfer en geen vrijstelling"),
        pytest.param(
            vrij(eindcijfer=None, cijferInstellingsexamen="4.4", cijferCentraalExamen="4.4"),
            False,
            id="het gemiddelde telt als het eindcijfer ontbreekt",
        ),
        pytest.param(
            [geo("21", TAAL_2F, 5), geo("22", REKENEN_2F, None, vrijstelling="KZDL")],
            True,
            id="een vijf naast een vrijstelling",
        ),
    ],
)
def test_een_vrijgesteld_onderdeel_telt_met_zijn_cijfer_of_als_voldoende(
    onderdelen: list[Json], *, gehaald: bool
) -> None:
    assert oordeel(KOK, onderdelen) is gehaald


def test_op_niveau_1_is_niets_nodig() -> None:
    regel = slaagregel(Niveau.MBO_1, date(2025, 8, 1))
    assert (dict(regel.vakken), regel.is_gehaald({})) == ({}, True)


@pytest.mark.parametrize("niveau", Niveau)
@pytest.mark.parametrize("begin", [date.min, date(2010, 8, 1), date(2022, 8, 1), date.max])
def test_elk_niveau_en_elk_cohort_heeft_een_regel(niveau: Niveau, begin: date) -> None:
    assert slaagregel(niveau, begin).niveau is niveau


def test_het_cohort_kiest_de_regel(monkeypatch: pytest.MonkeyPatch) -> None:
    """The begin of the enrolment decides, up to the day: a later rule holds for who begins with it."""
    nieuw = Slaagregel(niveau=Niveau.MBO_2, cohort=date(2025, 8, 1), vakken={Examenvak.ENGELS: None})
    monkeypatch.setattr(slaagregels, "SLAAGREGELS", (nieuw, *slaagregels.SLAAGREGELS))
    assert slaagregel(Niveau.MBO_2, date(2025, 8, 1)) is nieuw
    assert Examenvak.REKENEN in slaagregel(Niveau.MBO_2, date(2025, 7, 31)).vakken
    assert not oordeel(KOK, cijfers(KOK, taal=9, rekenen=9))
    assert oordeel(KOK, cijfers(KOK, engels=6))
