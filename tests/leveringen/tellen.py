"""Counting the statements that the service sends; BEGIN and COMMIT go another way and are not in it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from psycopg import AsyncCursor

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def statements() -> Iterator[list[str]]:
    """Gather the statements of every connection of the service, in order."""
    gezien: list[str] = []
    execute = AsyncCursor.execute

    async def tel(cursor: AsyncCursor[Any], opdracht: Any, *rest: Any, **verder: Any) -> Any:  # noqa: ANN401 - psycopg's
        gezien.append(opdracht.decode() if isinstance(opdracht, bytes) else str(opdracht))
        return await execute(cursor, opdracht, *rest, **verder)

    with pytest.MonkeyPatch.context() as hier:
        hier.setattr(AsyncCursor, "execute", tel)
        yield gezien
