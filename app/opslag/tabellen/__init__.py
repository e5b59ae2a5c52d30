"""The tables of the register, a module per subject; the migrations build them."""

from app.opslag.tabellen import referentie
from app.opslag.tabellen.basis import metadata

__all__ = ["metadata", "referentie"]
