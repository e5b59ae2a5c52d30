"""What `bron dev` says when it is ready: where, who, and one line to paste."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.panel import Panel
from rich.text import Text

from app.http.beginpagina import curl
from app.voorbeelden import AANROEPERS, VOORBEELDEN

if TYPE_CHECKING:
    from pathlib import Path

    from app.tokens.dev import DevUitgever


def toon(basis: str, uitgever: DevUitgever, data: Path, console: Console | None = None) -> None:
    """Print the address, a token per role and a curl line; without decoration when there is no terminal."""
    console = console or Console()
    kop = f"BRON-MBO draait op {basis}"
    console.print(Panel(kop, expand=False, style="bold green") if console.is_terminal else kop)
    console.print(f"\nTokens (acht uur geldig; meer met bron token, sleutel in {data}):", markup=False, highlight=False)
    for aanroeper in AANROEPERS:
        console.print(Text(f"{aanroeper.naam}  ", "bold").append(uitgever.token(aanroeper), "dim"), soft_wrap=True)
    voorbeeld = VOORBEELDEN[0]
    opdracht = curl(basis, voorbeeld, uitgever.token(voorbeeld.aanroeper))
    console.print(f"\n{voorbeeld.titel}, als {voorbeeld.aanroeper.naam}:", markup=False, highlight=False)
    console.print(Text(opdracht), soft_wrap=True)
    console.print("\nCtrl-C stopt alles.", markup=False, highlight=False)
