"""Deliver the sample school: the deliveries a school would send, so that every start proves the write path."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from resolvers.leveren import Leveren


async def lever_voorbeeldschool(leveren: Leveren) -> None:
    """Deliver it; again changes nothing, for the kenmerken are the same."""
