"""`bron token`: a token of dev, alone on stdout so that a shell can catch it."""

from __future__ import annotations

from typing import Annotated

import typer

from app.cli.basis import DATA, Data
from app.configuratie import laad
from app.tokens.claims import OngeldigToken, naar_aanroeper
from app.tokens.dev import GELDIG, DevUitgever
from domain.aanroeper import Ketenpartner, Rol  # noqa: TC001 - typer reads annotations at run time


def token(  # noqa: PLR0913 - one parameter per claim
    *,
    rol: Annotated[Rol, typer.Option(help="Rol van de aanroeper.")],
    instelling: Annotated[str | None, typer.Option(help="BRIN, bij MBO.")] = None,
    afnemer: Annotated[str | None, typer.Option(help="Code, bij AFNEMER.")] = None,
    ketenpartner: Annotated[Ketenpartner | None, typer.Option(help="Bronregister, bij KETEN.")] = None,
    gebruiker: Annotated[str | None, typer.Option(help="De mens achter het token.")] = None,
    geldig: Annotated[int, typer.Option(min=1, metavar="SECONDEN", help="Hoe lang het token geldt.")] = GELDIG,
    data: Data = DATA,
) -> None:
    """Geef een token voor de ontwikkelomgeving."""
    uitgever = DevUitgever.open(data, laad())
    claims = {
        "rol": rol,
        "instelling": instelling,
        "afnemer": afnemer,
        "ketenpartner": ketenpartner,
        "gebruiker": gebruiker,
    }
    try:
        aanroeper = naar_aanroeper({naam: waarde for naam, waarde in claims.items() if waarde is not None})
    except OngeldigToken as fout:
        raise typer.BadParameter(f"zo'n aanroeper bestaat niet ({fout})") from fout
    typer.echo(uitgever.token(aanroeper, geldig=geldig))
