"""The service without its consultation rows, to know what these cost; it exists in the bench and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.opslag.lezen import compileren
from app.samenstelling import productie_app

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import CTE, Select
    from starlette.applications import Starlette


def _alleen_lezen(keuze: Select[Any], _delen: Sequence[CTE]) -> Select[Any]:
    return keuze


def app() -> Starlette:
    """Build the application of production around a reader that logs nobody."""
    vars(compileren)["met_raadpleging"] = _alleen_lezen
    return productie_app()
