"""The tables of the register, a module per subject; the migrations build them."""

from app.opslag.tabellen import (
    leveringen,
    overzichten,
    referentie,
    register,
    resultaten,
    stageplekken,
    tokens,
    webhooks,
)
from app.opslag.tabellen.basis import metadata

__all__ = [
    "leveringen",
    "metadata",
    "overzichten",
    "referentie",
    "register",
    "resultaten",
    "stageplekken",
    "tokens",
    "webhooks",
]
