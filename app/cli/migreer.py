"""`bron migreer`: bring the database to the newest schema, in dev and in production."""

from __future__ import annotations

import typer

from app.cli.basis import DATA, Data, eigenaar
from app.configuratie import laad
from app.opslag import migreren


def migreer(*, data: Data = DATA) -> None:
    """Werk de database bij tot het nieuwste schema; nog eens verandert niets."""
    configuratie = laad()
    with eigenaar(configuratie, data) as url:
        migreren.migreer(url, rolprefix=configuratie.rolprefix)
    typer.echo("De database is bijgewerkt.")
