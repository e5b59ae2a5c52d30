"""The `bron` command. A new command is a function in a module of its own and one line in OPDRACHTEN."""

from __future__ import annotations

import sys
from typing import Final

import psycopg
import sqlalchemy.exc
import typer

from app.bronnen.proef import ProefomgevingFout
from app.cli import (
    dev,
    genereer,
    hervat,
    importeer_ro,
    kwaliteit,
    laad_referentie,
    migreer,
    serve,
    token,
    trek_token_in,
    worker,
)
from app.configuratie import ConfiguratieFout
from app.ingebed import IngebedFout
from app.tokens.dev import AlleenInDev

OPDRACHTEN: Final = (
    dev.dev,
    serve.serve,
    worker.worker,
    migreer.migreer,
    token.token,
    trek_token_in.trek_token_in,
    laad_referentie.laad_referentie,
    importeer_ro.importeer_ro,
    kwaliteit.kwaliteit,
    hervat.hervat,
    genereer.genereer,
)

app = typer.Typer(
    name="bron",
    help="BRON-MBO: het register van inschrijvingen, beroepspraktijkvorming en resultaten in het mbo.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for opdracht in OPDRACHTEN:
    app.command()(opdracht)


def main() -> None:
    """Run `bron`; a fault that the user can mend is a text and exit 2, not a stack."""
    try:
        app()
    except (ConfiguratieFout, IngebedFout, ProefomgevingFout, AlleenInDev) as fout:
        typer.echo(str(fout), err=True)
        sys.exit(2)
    except (psycopg.OperationalError, sqlalchemy.exc.OperationalError):
        typer.echo(
            "De database antwoordt niet, of niet op tijd. Klopt BRON_DATABASE_URL (of BRON_MIGRATIE_URL)?", err=True
        )
        sys.exit(1)
