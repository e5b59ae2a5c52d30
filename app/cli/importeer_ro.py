"""`bron importeer-ro FILE --instelling 27DV`: a school's registration overview enters the register as deliveries."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, TypeAlias

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from app.cli.basis import DATA, Data
from app.cli.omgeving import omgeving
from app.configuratie import Configuratie, ConfiguratieFout, Omgeving, laad
from app.registratieoverzicht.aanbieden import Importeur
from app.registratieoverzicht.importeren import importeer
from app.registratieoverzicht.overzicht import OnleesbaarOverzicht, Overzicht, lees_overzicht
from app.samenstelling import bouw_leveren
from domain.codes import Verwerkingsstatus
from domain.signalen import SIGNALEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from app.registratieoverzicht.verslag import Verslag

AFGEKEURD: Final = 1
ONLEESBAAR: Final = 2
_KOPPEN: Final = {
    Verwerkingsstatus.GOEDGEKEURD: "goedgekeurd",
    Verwerkingsstatus.GOEDGEKEURD_MET_SIGNAAL: "met signaal",
    Verwerkingsstatus.AFGEKEURD: "afgekeurd",
    Verwerkingsstatus.IN_BEHANDELING: "in behandeling",
}
_Bestand: TypeAlias = Annotated[Path, typer.Argument(metavar="FILE", help="Registratieoverzicht (CSV).")]
_Instelling: TypeAlias = Annotated[str, typer.Option(help="BRIN van de instelling waarvan het overzicht is.")]
_Afgekeurd: TypeAlias = Annotated[
    Path | None, typer.Option(metavar="PAD", help="Waar de afgekeurde regels komen; anders naast FILE.")
]
_Json: TypeAlias = Annotated[bool, typer.Option("--json", help="Schrijf JSON; zonder terminal gebeurt dat vanzelf.")]


def importeer_ro(
    bestand: _Bestand,
    *,
    instelling: _Instelling,
    data: Data = DATA,
    afgekeurd: _Afgekeurd = None,
    als_json: _Json = False,
) -> None:
    """Lever een registratieoverzicht aan namens een instelling; nog eens verandert niets.

    Eindigt met 0 als alles is aanvaard, met 1 als regels zijn afgekeurd of wachten, met 2 als FILE onleesbaar is.
    """
    als_json = als_json or not sys.stdout.isatty()
    configuratie = _instellingen()
    overzicht = _lees(bestand, instelling, als_json=als_json)
    with omgeving(configuratie, data) as compleet, _voortgang(overzicht) as gevorderd:
        verslag = asyncio.run(_importeer(compleet, overzicht, instelling, bestand.name, gevorderd))
    pad = _bewaar(verslag, afgekeurd or bestand.with_name(f"{bestand.name}.afgekeurd.json"))
    if als_json:
        _schrijf(verslag.als_json() | {"afgekeurd": str(pad) if pad else None})
    else:
        _toon(verslag, pad)
    raise typer.Exit(0 if verslag.alles_aanvaard else AFGEKEURD)


def _instellingen() -> Configuratie:
    configuratie = laad()
    if configuratie.omgeving is Omgeving.DEV:
        return configuratie
    return laad("database_url", "brp_url", "sbb_url")


async def _importeer(
    configuratie: Configuratie, overzicht: Overzicht, instelling: str, naam: str, gevorderd: Callable[[int], None]
) -> Verslag:
    async with bouw_leveren(configuratie) as leveren:
        importeur = Importeur(leveren=leveren, instelling=instelling, bestand=naam)
        return await importeer(overzicht, importeur, gevorderd)


def _lees(bestand: Path, instelling: str, *, als_json: bool) -> Overzicht:
    """Read the file, or tell what is wrong with it and exit."""
    try:
        with bestand.open(encoding="utf-8-sig") as regels:
            return lees_overzicht(regels, instelling)
    except OSError as fout:
        raise ConfiguratieFout(f"{bestand} kan niet worden gelezen: {fout.strerror}") from fout
    except OnleesbaarOverzicht as fout:
        if als_json:
            _schrijf(
                {"aantal": fout.aantal, "fouten": [{"regel": een.regel, "reden": een.reden} for een in fout.fouten]}
            )
        else:
            meer = f"\nen nog {fout.aantal - len(fout.fouten)}" if fout.aantal > len(fout.fouten) else ""
            typer.echo(f"Niets geleverd: {bestand.name} is onleesbaar.\n{fout}{meer}", err=True)
        raise typer.Exit(ONLEESBAAR) from fout


@contextmanager
def _voortgang(overzicht: Overzicht) -> Iterator[Callable[[int], None]]:
    """Show on a terminal how many records are dealt with."""
    kolommen = (TextColumn("Leveren"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Progress(*kolommen, console=console, transient=True, disable=not console.is_terminal) as balk:
        taak = balk.add_task("", total=overzicht.aantal_te_leveren)
        yield lambda aantal: balk.advance(taak, aantal)


def _bewaar(verslag: Verslag, pad: Path) -> Path | None:
    """Write the rejected rows with their signals, for the owner alone; without any, no file of an earlier run stays."""
    if not verslag.afgekeurd:
        pad.unlink(missing_ok=True)
        return None
    try:
        with open(os.open(pad, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as uit:  # noqa: PTH123 - a mode from the first byte on
            json.dump(verslag.afgekeurd, uit, ensure_ascii=False, indent=1)
    except OSError as fout:
        typer.echo(f"De afgekeurde regels kunnen niet naar {pad}: {fout.strerror}. Kies --afgekeurd.", err=True)
        return None
    return pad


def _schrijf(antwoord: Mapping[str, object]) -> None:
    typer.echo(json.dumps(antwoord, ensure_ascii=False))


def _toon(verslag: Verslag, pad: Path | None) -> None:
    tabel = Table("record", title="Registratieoverzicht")
    for kop in _KOPPEN.values():
        tabel.add_column(kop, justify="right")
    for soort, telling in verslag.tellingen.items():
        tabel.add_row(soort, *(str(telling[status]) for status in _KOPPEN))
    console = Console(highlight=False)
    console.print(tabel)
    for soort, (verwacht, geteld) in verslag.verschillen.items():
        console.print(f"{soort}: het sluitrecord noemt er {verwacht}, het bestand heeft er {geteld}.")
    for code, aantal in sorted(verslag.signalen.items()):
        console.print(f"{code}: {aantal} keer. {SIGNALEN[code].oorzaak}")
    if pad:
        console.print(f"Afgekeurde regels met hun signalen: {pad}", soft_wrap=True)
