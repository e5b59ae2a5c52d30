"""`bron trek-token-in`: let a token, or all tokens of a client, count no longer; every worker knows within a minute."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from app.cli.basis import DATA, Data, eigenaar
from app.configuratie import laad
from app.opslag.intrekking import MEESTE, LijstVol, trek_in

DAGEN: Final = 30


def trek_token_in(
    *,
    uitgever: Annotated[str, typer.Option(help="Claim iss van het token.")],
    jti: Annotated[str | None, typer.Option(help="Claim jti: trek dit ene token in.")] = None,
    client: Annotated[str | None, typer.Option(help="Claim azp: trek alles in wat tot nu is uitgegeven.")] = None,
    dagen: Annotated[int, typer.Option(min=1, max=3650, help="Minstens zo lang als een token geldt.")] = DAGEN,
    data: Data = DATA,
) -> None:
    """Trek een token of alle tokens van een client in; binnen een minuut gelden ze nergens meer."""
    if (jti is None) == (client is None):
        raise typer.BadParameter("noem een --jti of een --client")
    configuratie = laad()
    with eigenaar(configuratie, data) as url:
        try:
            if client is None:
                trek_in(url, uitgever, "jti", str(jti), dagen=dagen)
            else:
                trek_in(url, uitgever, "azp", client, dagen=dagen)
        except LijstVol as fout:
            typer.echo(
                f"Er zijn al {MEESTE} intrekkingen; trek een client in, of laat de uitgever van sleutel wisselen.",
                err=True,
            )
            raise typer.Exit(1) from fout
    typer.echo("Ingetrokken; binnen een minuut geldt het overal.")
