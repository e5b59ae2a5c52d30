"""What the BRP and the VO register deliver, without storage: who it is about, what it changes, and what is wrong."""

from __future__ import annotations

from typing import Final

from tests.domain.bouw import (
    BEKEND,
    BRP,
    VO,
    WIS,
    Invoer,
    Register,
    persoonsmutatie,
    register,
    vooropleiding,
)
from tests.domain.wereld import MENSEN, NIET_BESTAAND, NIEUWKOMER, STUDENT, VREEMDE, dossier
from tests.domain.zaken import Zaak, sig, zaak, zaken

BSN: Final = {"soort": "burgerservicenummer"}
BEZET: Final = dossier(2, MENSEN[1])


def bij(levering: Invoer) -> Register:
    """A register with two students, to which the source register of this kind delivers."""
    wie = BRP if levering.soort == persoonsmutatie().soort else VO
    return register(BEKEND, BEZET, aanroeper=wie)


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
