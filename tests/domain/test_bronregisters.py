"""What source registers deliver, without storage: who it is about, what it changes, and what is wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

import pytest

from domain.codes import ErkenningStatus
from domain.leerbedrijf import Erkenning, Leerbedrijf
from tests.domain.bouw import (
    BEKEND,
    BRONREGISTER,
    WIS,
    Invoer,
    Register,
    erkenningsmutatie,
    persoonsmutatie,
    register,
    vooropleiding,
)
from tests.domain.wereld import BEDRIJF, KOK, MENSEN, NIET_BESTAAND, NIEUWKOMER, STUDENT, VREEMDE, dossier
from tests.domain.zaken import Zaak, sig, zaak, zaken

BSN: Final = {"soort": "burgerservicenummer"}
BEZET: Final = dossier(2, MENSEN[1])


def bij(levering: Invoer) -> Register:
    """A register with two students, to which the source register of this kind delivers."""
    return register(BEKEND, BEZET, aanroeper=BRONREGISTER[levering.soort])


def geval(naam: str, levering: Invoer, *verwacht: tuple[str, str, tuple[tuple[str, str], ...]]) -> Zaak:
    return zaak(naam, levering, *verwacht, bij=bij(levering))


@zaken(
    geval("niets gewijzigd", persoonsmutatie()),
    geval("een naam erbij en een weg", persoonsmutatie(voornamen="Anna", geslachtsnaam=WIS)),
    geval("een onbekende", persoonsmutatie(burgerservicenummer=NIET_BESTAAND, geslachtsnaam=WIS)),
    geval("een vrij nummer", persoonsmutatie(nieuwBurgerservicenummer=NIEUWKOMER)),
    geval("het eigen nummer", persoonsmutatie(nieuwBurgerservicenummer=STUDENT)),
    geval("een bezet nummer", persoonsmutatie(nieuwBurgerservicenummer=VREEMDE), sig("P04", aantal=2)),
    geval(
        "twee slechte nummers",
        persoonsmutatie(burgerservicenummer="1", nieuwBurgerservicenummer="2"),
        sig("P01", "burgerservicenummer", **BSN),
        sig("P01", "nieuwBurgerservicenummer", **BSN),
    ),
    geval("een onmogelijke geboortedatum", persoonsmutatie(geboortedatum="x"), sig("P12", "geboortedatum", datum="x")),
    geval("een intrekking", erkenningsmutatie()),
    geval(
        "een nummer en een einde die niet kunnen",
        erkenningsmutatie(leerbedrijfId="12", datumEinde="2026-02-28"),
        sig("B03", "datumEinde", einde="2026-02-28", begin="2026-03-01"),
        sig("B05", "leerbedrijfId", id="12"),
    ),
    geval(
        "een opleidingcode van vier cijfers",
        erkenningsmutatie(opleidingcode="2518"),
        sig("L01", "opleidingcode", detail="vijf cijfers of *"),
    ),
    geval("een bekende leerling", vooropleiding()),
    geval("een onbekende leerling", vooropleiding(persoon={"burgerservicenummer": NIET_BESTAAND})),
    geval(
        "een id",
        vooropleiding(persoon={"id": 1}),
        sig("L01", "persoon.id", detail="een bronregister wijst de persoon aan met een nummer"),
    ),
    geval(
        "een dag en een cijfer die niet kunnen",
        vooropleiding(datumResultaat="2026-03-11", vakken=[{"vakcode": "NE", "eindcijfer": 11}]),
        sig("R05", "datumResultaat", datum="2026-03-11"),
        sig("R14", "vakken.0.eindcijfer", cijfer=11),
    ),
)
def test_een_bronregister_hoort_alles_wat_er_mis_is(zaak: Zaak) -> None:
    zaak.klopt()


def test_wat_wacht_staat_onder_het_nummer_en_niet_bij_een_persoon() -> None:
    onbekend = {"burgerservicenummer": NIET_BESTAAND}
    hier = bij(vooropleiding())
    eerste, tweede = hier.lever(vooropleiding(persoon=onbekend), vooropleiding(persoon=onbekend, behaald=False))
    assert eerste.dossier is not None
    assert (eerste.dossier.persoon_id, eerste.dossier.wacht_op) == (None, NIET_BESTAAND)
    assert [mutatie.soort for uitslag in (eerste, tweede) for mutatie in uitslag.mutaties] == [
        "TOEVOEGING",
        "WIJZIGING",
    ]
    (regel,) = tweede.regels
    assert [(veld.veld, veld.oud, veld.nieuw) for veld in regel.velden] == [("behaald", "true", "false")]


def test_van_een_onbekende_blijft_niets_over() -> None:
    hier = bij(persoonsmutatie())
    voor = dict(hier.nummers)
    (uitslag,) = hier.lever(persoonsmutatie(burgerservicenummer=NIET_BESTAAND, voornamen="Wie"))
    assert (uitslag.mutaties, uitslag.berichten, hier.nummers) == ((), (), voor)


def _erkenning(status: ErkenningStatus, begin: int, einde: int | None = None, code: str = KOK) -> Erkenning:
    """A recognition from the first day of a year to the last of another."""
    tot = date(einde, 12, 31) if einde else None
    return Erkenning(opleidingcode=code, status=status, datum_begin=date(begin, 1, 1), datum_einde=tot)


ERKEND, WEG = ErkenningStatus.ERKEND, ErkenningStatus.INGETROKKEN


@pytest.mark.parametrize(
    ("gezegd", "blijft"),
    [
        ([_erkenning(ERKEND, 2020)], [0]),
        ([_erkenning(ERKEND, 2020), _erkenning(WEG, 2026)], [0, 1]),
        ([_erkenning(ERKEND, 2020), _erkenning(WEG, 2026), _erkenning(ERKEND, 2026)], [0, 2]),
        ([_erkenning(ERKEND, 2020), _erkenning(WEG, 2026), _erkenning(ERKEND, 2027)], [0, 1, 2]),
        ([_erkenning(ERKEND, 2020), _erkenning(WEG, 2026), _erkenning(ERKEND, 2019)], [2]),
        ([_erkenning(WEG, 2026), _erkenning(ERKEND, 2019, 2025)], [1, 0]),
        ([_erkenning(WEG, 2026), _erkenning(ERKEND, 2019, code="*")], [1, 0]),
        ([replace(_erkenning(ERKEND, 2020), datum_begin=None), _erkenning(WEG, 2019)], [0, 1]),
    ],
)
def test_wat_sbb_het_laatst_zegt_komt_in_de_plaats_van_wat_in_die_dagen_begon(
    gezegd: list[Erkenning], blijft: list[int]
) -> None:
    leerbedrijf = Leerbedrijf(leerbedrijf_id=BEDRIJF)
    for erkenning in gezegd:
        leerbedrijf = leerbedrijf.met_erkenning(erkenning)
    assert list(leerbedrijf.erkenningen) == [gezegd[plaats] for plaats in blijft]


def test_twee_mutaties_in_een_keer_bouwen_op_elkaar_voort() -> None:
    hier = bij(erkenningsmutatie())
    eerste, tweede = hier.lever(erkenningsmutatie(naam="De Pan"), erkenningsmutatie(status="ERKEND"))
    assert [mutatie.soort for uitslag in (eerste, tweede) for mutatie in uitslag.mutaties] == [
        "TOEVOEGING",
        "WIJZIGING",
    ]
    assert tweede.leerbedrijf is not None
    assert (tweede.leerbedrijf.naam, tweede.leerbedrijf.erkenningen[0].status) == ("De Pan", ERKEND)
