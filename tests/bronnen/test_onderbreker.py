"""A source that keeps failing is left alone, tried once, and asked again when it answers."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field

import pytest

from app.bronnen.onderbreker import LANGSTE_PAUZE, NA, PAUZE, Onderbreker, Toestand, Vraaguitkomst
from domain.fouten import BronOnbereikbaar

BEREIKBAAR, ONDERBROKEN, OP_PROEF = Toestand.BEREIKBAAR, Toestand.ONDERBROKEN, Toestand.OP_PROEF


@dataclass
class Proef:
    """A source that does what it is told, on a clock that stands still until it is moved."""

    nu: float = 0.0
    gehoord: list[Toestand] = field(default_factory=list)
    gevraagd: int = 0

    def __post_init__(self) -> None:
        self.onderbreker = Onderbreker(self, klok=lambda: self.nu)

    def vraag(self, uitkomst: Vraaguitkomst, seconden: float) -> None:
        raise AssertionError(uitkomst, seconden)

    def toestand(self, toestand: Toestand) -> None:
        self.gehoord.append(toestand)

    def probeer(self, *, lukt: bool) -> None:
        with suppress(BronOnbereikbaar), self.onderbreker.poging():
            self.gevraagd += 1
            if not lukt:
                raise BronOnbereikbaar

    def faal(self, keren: int = NA) -> None:
        for _ in range(keren):
            self.probeer(lukt=False)


def test_een_enkele_fout_onderbreekt_niets() -> None:
    proef = Proef()
    for _ in range(3):
        proef.faal(NA - 1)
        proef.probeer(lukt=True)
    assert (proef.onderbreker.toestand, proef.gehoord) == (BEREIKBAAR, [])


def test_na_een_paar_op_rij_wordt_er_niets_gevraagd() -> None:
    proef = Proef()
    proef.faal(NA + 3)
    assert (proef.onderbreker.toestand, proef.gevraagd) == (ONDERBROKEN, NA)
    proef.nu = PAUZE - 0.01
    proef.probeer(lukt=True)
    assert proef.gevraagd == NA


def test_na_de_pauze_gaat_er_een_door_en_die_beslist() -> None:
    proef = Proef()
    proef.faal()
    proef.nu = PAUZE
    with proef.onderbreker.poging():
        assert proef.onderbreker.toestand is OP_PROEF
        proef.probeer(lukt=True)
    assert (proef.onderbreker.toestand, proef.gevraagd) == (BEREIKBAAR, NA)
    assert proef.gehoord == [ONDERBROKEN, OP_PROEF, BEREIKBAAR]


def test_de_pauze_wordt_langer_tot_een_minuut_en_na_een_antwoord_weer_kort() -> None:
    proef = Proef()
    proef.faal()
    pauzes, pauze = [], PAUZE
    for _ in range(6):
        proef.nu += pauze
        proef.faal(1)
        pauze = min(2 * pauze, LANGSTE_PAUZE)
        pauzes.append(pauze)
    assert (pauzes[-1], proef.gevraagd) == (LANGSTE_PAUZE, NA + 6)
    proef.nu += LANGSTE_PAUZE
    proef.probeer(lukt=True)
    proef.faal()
    proef.nu += PAUZE
    proef.probeer(lukt=True)
    assert proef.onderbreker.toestand is BEREIKBAAR


def test_wat_al_onderweg_was_beslist_niet_over_de_proef() -> None:
    proef = Proef()
    oud = proef.onderbreker.poging()
    oud.__enter__()
    proef.faal()
    proef.nu = PAUZE
    with proef.onderbreker.poging():
        with suppress(BronOnbereikbaar):
            oud.__exit__(BronOnbereikbaar, BronOnbereikbaar(), None)
        assert proef.onderbreker.toestand is OP_PROEF
    assert proef.onderbreker.toestand is BEREIKBAAR


def test_een_proef_die_wordt_afgebroken_zegt_niets_en_de_volgende_mag() -> None:
    proef = Proef()
    proef.faal()
    proef.nu = PAUZE
    with pytest.raises(asyncio.CancelledError), proef.onderbreker.poging():
        raise asyncio.CancelledError
    assert proef.onderbreker.toestand is ONDERBROKEN
    proef.probeer(lukt=True)
    assert proef.onderbreker.toestand is BEREIKBAAR


def test_een_fout_van_onszelf_is_niet_van_de_bron() -> None:
    proef = Proef()
    for _ in range(NA + 1):
        with pytest.raises(ZeroDivisionError), proef.onderbreker.poging():
            raise ZeroDivisionError
    assert proef.onderbreker.toestand is BEREIKBAAR


def test_de_factor_schaalt_de_pauze() -> None:
    proef = Proef()
    proef.onderbreker = Onderbreker(proef, factor=0.1, klok=lambda: proef.nu)
    proef.faal()
    proef.nu = PAUZE / 10
    proef.probeer(lukt=True)
    assert proef.onderbreker.toestand is BEREIKBAAR


def test_hoe_lang_het_nog_rust_is() -> None:
    proef = Proef()
    assert proef.onderbreker.rust == 0
    proef.faal()
    proef.nu = 2.0
    assert proef.onderbreker.rust == PAUZE - 2.0
    proef.nu = PAUZE + 1
    assert proef.onderbreker.rust == 0
