"""Marks: the mean of institution and central exam, rounded on its first decimal only (register.md 8)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.cijfers import afgerond, eindcijfer_van, is_mogelijk

CIJFER: Final = st.integers(10, 100).map(lambda tienden: Decimal(tienden) / 10)


@pytest.mark.parametrize(
    ("cijfer", "verwacht"),
    [
        ("5.45", 5), ("5.49", 5), ("5.5", 6), ("5.55", 6), ("5.4", 5), ("5.95", 6), ("6.0", 6), ("6.49", 6),
        ("6.25", 6), ("9.45", 9), ("9.5", 10), ("10", 10), ("1", 1), ("1.45", 1),
    ],
)  # fmt: skip
def test_alleen_de_eerste_decimaal_telt(cijfer: str, verwacht: int) -> None:
    assert afgerond(Decimal(cijfer)) == verwacht


@pytest.mark.parametrize(
    ("instellingsexamen", "centraal_examen", "verwacht"),
    [
        ("7.4", "5.1", 6), ("5.4", "5.5", 5), ("5.5", "5.5", 6), ("5.5", "5.6", 6), ("8.8", "10.0", 9),
        ("8.8", "7.1", 8), ("6.9", "4.1", 6), ("6.4", "7.8", 7), ("5.5", None, 6), (None, "5.4", 5), ("10.0", None, 10),
        (None, None, None),
    ],
)  # fmt: skip
def test_het_eindcijfer_is_het_afgeronde_gemiddelde_van_wat_er_is(
    instellingsexamen: str | None, centraal_examen: str | None, verwacht: int | None
) -> None:
    cijfers = [None if een is None else Decimal(een) for een in (instellingsexamen, centraal_examen)]
    assert eindcijfer_van(*cijfers) == verwacht


@given(CIJFER, CIJFER)
def test_afronden_is_hetzelfde_als_met_breuken(een: Decimal, twee: Decimal) -> None:
    """Independently: cut the mean to tenths, then five tenths go up."""
    tienden = floor((Fraction(een) + Fraction(twee)) / 2 * 10)
    eindcijfer = eindcijfer_van(een, twee)
    assert eindcijfer == floor(Fraction(tienden, 10) + Fraction(1, 2))
    assert eindcijfer == eindcijfer_van(twee, een)


@given(CIJFER, CIJFER)
def test_een_eindcijfer_is_een_cijfer_tussen_de_twee_in(een: Decimal, twee: Decimal) -> None:
    eindcijfer = eindcijfer_van(een, twee)
    assert eindcijfer is not None
    assert is_mogelijk(eindcijfer)
    assert afgerond(min(een, twee)) <= eindcijfer <= afgerond(max(een, twee))


@given(CIJFER, CIJFER, CIJFER)
def test_een_hoger_cijfer_geeft_nooit_een_lager_eindcijfer(een: Decimal, twee: Decimal, vast: Decimal) -> None:
    laag, hoog = sorted((een, twee))
    assert (eindcijfer_van(laag, vast) or 0) <= (eindcijfer_van(hoog, vast) or 0)


@given(st.decimals(1, 10, places=5))
def test_wat_na_de_eerste_decimaal_komt_doet_er_niet_toe(cijfer: Decimal) -> None:
    assert afgerond(cijfer) == afgerond(Decimal(floor(cijfer * 10)) / 10)


@pytest.mark.parametrize(
    ("cijfer", "mogelijk"), [("0.9", False), ("1.0", True), ("10.0", True), ("10.1", False), ("-7", False)]
)
def test_een_cijfer_ligt_tussen_1_en_10(cijfer: str, *, mogelijk: bool) -> None:
    assert is_mogelijk(Decimal(cijfer)) is mogelijk
