"""`bron hervat`: put work that failed for good back in the queue, once its cause is gone."""

from __future__ import annotations

from typing import Final

import psycopg
import typer

from app.cli.basis import DATA, Data, eigenaar
from app.configuratie import laad

_HERVAT: Final = """
    SELECT procrastinate.procrastinate_retry_job_v2(id, now(), NULL, NULL, NULL)
    FROM procrastinate.procrastinate_jobs WHERE status = 'failed'
"""


def hervat(*, data: Data = DATA) -> None:
    """Zet werk op de achtergrond dat na enkele pogingen bleef liggen terug in de wachtrij."""
    with eigenaar(laad(), data) as url, psycopg.connect(url) as verbinding:
        aantal = len(verbinding.execute(_HERVAT).fetchall())
    typer.echo(f"Terug in de wachtrij: {aantal}.")
