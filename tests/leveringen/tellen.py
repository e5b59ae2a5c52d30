"""Counting the statements that the service sends; BEGIN and COMMIT go another way and are not in it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

import pytest
from psycopg import AsyncCursor

from app.opslag import intrekking

if TYPE_CHECKING:
    from collections.abc import Iterator

VAN_DE_KLOK: Final = {intrekking._LEZER, intrekking._LEES}  # noqa: SLF001 - read again each so many seconds, by no request


@contextmanager
def statements() -> Iterator[list[str]]:
    """Gather the statements of every connection of the service, in order, but those that a clock sends."""
    gezien: list[str] = []
    execute = AsyncCursor.execute

    async def tel(cursor: AsyncCursor[Any], opdracht: Any, *rest: Any, **verder: Any) -> Any:  # noqa: ANN401 - psycopg's
        if opdracht not in VAN_DE_KLOK:
            gezien.append(opdracht.decode() if isinstance(opdracht, bytes) else str(opdracht))
        return await execute(cursor, opdracht, *rest, **verder)

    with pytest.MonkeyPatch.context() as hier:
        hier.setattr(AsyncCursor, "execute", tel)
        yield gezien
