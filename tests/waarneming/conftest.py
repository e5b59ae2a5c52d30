"""Who asks."""

from __future__ import annotations

from tests.leveringen.conftest import school

__all__ = ["school"]
