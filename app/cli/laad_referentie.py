"""`bron laad-referentie DIR`: bring reference data into the register from files (referentie.md)."""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, TypeAlias

import typer
from rich.console import Console
from rich.table import Table

from app.configuratie import laad as laad_configuratie
from app.ingebed import ingebed
from app.opslag.migreren import migreer
from app.referentie.fouten import OngeldigeReferentie
from app.referentie.laden import laad_map

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from app.opslag.referentie import Telling

ONJUISTE_INVOER: Final = 2
_Map: TypeAlias = Annotated[Path, typer.Argument(metavar="DIR", help="Map met referentiebestanden (CSV).")]
_Data: TypeAlias = Annotated[Path, typer.Option(help="Map van de ingebedde Postgres, als BRON_DATABASE_URL leeg is.")]
_Json: TypeAlias = Annotated[bool, typer.Option("--json", help="Schrijf JSON; zonder terminal gebeurt dat vanzelf.")]


def laad_referentie(pad: _Map, *, data: _Data = Path(".data"), als_json: _Json = False) -> None:
    """Laad referentiegegevens uit een map; bij één foute regel wordt niets geladen."""
    als_json = als_json or not sys.stdout.isatty()
    try:
        with _eigenaar(data) as url:
            tellingen = asyncio.run(laad_map(url, pad))
    except OngeldigeReferentie as fout:
        (_fouten_json if als_json else _toon_fouten)(fout)
        raise typer.Exit(ONJUISTE_INVOER) from fout
    (_tellingen_json if als_json else _toon_tellingen)(tellingen)


@contextmanager
def _eigenaar(data: Path) -> Iterator[str]:
    """Give the owner's URL: that of the settings, else of the embedded Postgres, which may be new and empty."""
    configuratie = laad_configuratie()
    if url := configuratie.migratie_url or configuratie.database_direct_url or configuratie.database_url:
        yield url
        return
    with ingebed(data) as url:
        migreer(url, rolprefix=configuratie.rolprefix)
        yield url


def _tellingen_json(tellingen: Mapping[str, Telling]) -> None:
    _schrijf({"bestanden": [{"bestand": naam, **asdict(telling)} for naam, telling in tellingen.items()]})


def _fouten_json(fout: OngeldigeReferentie) -> None:
    fouten = [asdict(een) | {"reden": een.reden.name, "melding": str(een)} for een in fout.fouten]
    _schrijf({"aantal": fout.aantal, "fouten": fouten})


def _schrijf(antwoord: Mapping[str, object]) -> None:
    typer.echo(json.dumps(antwoord, ensure_ascii=False))


def _toon_tellingen(tellingen: Mapping[str, Telling]) -> None:
    tabel = Table("bestand", title="Referentiegegevens")
    for kop in ("nieuw", "gewijzigd", "gelijk"):
        tabel.add_column(kop, justify="right")
    for naam, telling in tellingen.items():
        tabel.add_row(naam, str(telling.nieuw), str(telling.gewijzigd), str(telling.gelijk))
    Console().print(tabel)


def _toon_fouten(fout: OngeldigeReferentie) -> None:
    meer = f"\nen nog {fout.aantal - len(fout.fouten)}" if fout.aantal > len(fout.fouten) else ""
    typer.echo(f"Niets geladen. Aantal fouten: {fout.aantal}\n{fout}{meer}", err=True)
