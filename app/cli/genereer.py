"""`bron genereer --personen N`: a synthetic national register, for load tests and demonstrations."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import psycopg
import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.table import Table

from app.cli.basis import DATA, Data, eigenaar
from app.configuratie import laad
from app.generator.laden import NietLeegFout, Opdracht
from app.generator.laden import genereer as vul
from app.generator.nummers import MEESTE_PERSONEN
from app.generator.wereld import ReferentieFout
from app.opslag.migreren import migreer
from app.referentie import MEEGELEVERD
from app.referentie.laden import laad_map

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterator
    from typing import TextIO

    from app.generator.blok import Blok

_NIET_MOGELIJK: Final = 2
_Personen = Annotated[
    int, typer.Option(min=1, max=MEESTE_PERSONEN, help="Zoveel personen, een vijfde met een lopende inschrijving.")
]
_Seed = Annotated[int, typer.Option(min=0, max=2**31, help="Zelfde aantal en zelfde seed: dezelfde rijen.")]
_Brp = Annotated[Path | None, typer.Option(help="Schrijf ook de personen van de BRP-proefomgeving (JSON).")]
_Json = Annotated[bool, typer.Option("--json", help="Schrijf JSON; zonder terminal gebeurt dat vanzelf.")]


def genereer(
    *, personen: _Personen, seed: _Seed = 1, data: Data = DATA, brp: _Brp = None, als_json: _Json = False
) -> None:
    """Vul een leeg register met fictieve studenten en de leveringen waaruit zij ontstonden."""
    configuratie = laad()
    begin = time.monotonic()
    try:
        with eigenaar(configuratie, data) as url, _brp_bestand(brp) as schrijf, _voortgang(personen) as meld:
            migreer(url, rolprefix=configuratie.rolprefix)
            _zorg_voor_referentie(url)

            def klaar(blok: Blok) -> None:
                schrijf(blok)
                meld(blok)

            aantallen = asyncio.run(vul(url, Opdracht(personen=personen, seed=seed, klaar=klaar)))
    except (NietLeegFout, ReferentieFout) as fout:
        typer.echo(str(fout), err=True)
        raise typer.Exit(_NIET_MOGELIJK) from fout
    seconden = time.monotonic() - begin
    (_schrijf_json if als_json or not sys.stdout.isatty() else _toon)(personen, seed, seconden, aantallen)


def _zorg_voor_referentie(url: str) -> None:
    """Load the shipped reference data where nobody loaded any."""
    with psycopg.connect(url) as verbinding:
        geladen = verbinding.execute("SELECT FROM opleiding LIMIT 1").fetchone() is not None
    if not geladen:
        asyncio.run(laad_map(url, MEEGELEVERD))


@contextmanager
def _brp_bestand(pad: Path | None) -> Iterator[Callable[[Blok], None]]:
    """Give what writes the persons of a block, one a line; the file gets its name when the register is in."""
    if pad is None:
        yield lambda _: None
        return
    half = pad.with_name(pad.name + ".half")
    try:
        with half.open("w", encoding="utf-8") as bestand:
            bestand.write("[")
            yield _schrijver(bestand)
            bestand.write("\n]\n")
        half.replace(pad)
    finally:
        half.unlink(missing_ok=True)


def _schrijver(bestand: TextIO) -> Callable[[Blok], None]:
    scheiding = "\n"

    def schrijf(blok: Blok) -> None:
        nonlocal scheiding
        if blok.brp:
            bestand.write(scheiding + ",\n".join(blok.brp))
            scheiding = ",\n"

    return schrijf


@contextmanager
def _voortgang(personen: int) -> Iterator[Callable[[Blok], None]]:
    """Give what moves the bar, on standard error and only on a terminal."""
    kolommen = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    console = Console(stderr=True)
    with Progress(*kolommen, console=console, disable=not console.is_terminal) as balk:
        taak = balk.add_task("Personen", total=personen)

        def meld(blok: Blok) -> None:
            balk.advance(taak, blok.personen)

        yield meld


def _schrijf_json(personen: int, seed: int, seconden: float, aantallen: Counter[str]) -> None:
    uitkomst = {
        "personen": personen,
        "seed": seed,
        "seconden": round(seconden, 1),
        "rijen": aantallen.total(),
        "rijenPerSeconde": round(aantallen.total() / seconden),
        "tabellen": dict(sorted(aantallen.items())),
    }
    typer.echo(json.dumps(uitkomst, ensure_ascii=False))


def _toon(personen: int, seed: int, seconden: float, aantallen: Counter[str]) -> None:
    tabel = Table("tabel", title=f"{personen} personen (seed {seed}) in {seconden:.1f} s")
    tabel.add_column("rijen", justify="right")
    for naam, aantal in sorted(aantallen.items()):
        tabel.add_row(naam, str(aantal))
    Console().print(tabel)
