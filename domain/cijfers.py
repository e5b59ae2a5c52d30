"""Marks: how an eindcijfer follows from the marks of institution and central exam (EXB, register.md 8)."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

LAAGSTE: Final = 1
HOOGSTE: Final = 10


def is_mogelijk(cijfer: Decimal | int) -> bool:
    """Tell whether it is a mark: from 1 up to and including 10."""
    return LAAGSTE <= cijfer <= HOOGSTE


def eindcijfer_van(instellingsexamen: Decimal | None, centraal_examen: Decimal | None) -> int | None:
    """Return the mean of the marks there are, rounded; None without any. Marks have at most one decimal."""
    cijfers = [cijfer for cijfer in (instellingsexamen, centraal_examen) if cijfer is not None]
    return afgerond(sum(cijfers, Decimal()) / len(cijfers)) if cijfers else None


def afgerond(cijfer: Decimal) -> int:
    """Round on the first decimal only, whatever comes after it: 5.45 gives 5, 5.55 gives 6."""
    tienden = int(cijfer * 10)
    return (tienden + 5) // 10
