"""What is known of a request on its way through: filled by the endpoint, read by the envelope for log and metrics."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from app.http.poort import ONBEKEND, Soort

if TYPE_CHECKING:
    from starlette.types import Scope

_SLEUTEL: Final = "bron.verloop"


@dataclass(slots=True)
class Verloop:
    """One request; `correlatie_id` is what a caller and our log have in common."""

    correlatie_id: str = field(default_factory=lambda: uuid4().hex)
    soort: Soort = Soort.ONBEKEND
    operatie: str = ONBEKEND
    uitkomst: str = "OK"
    aanroeper: str | None = None


def verloop_van(scope: Scope) -> Verloop:
    """Return what is known of this request; the first to ask starts it."""
    verloop: Verloop = scope.get(_SLEUTEL) or scope.setdefault(_SLEUTEL, Verloop())
    return verloop
