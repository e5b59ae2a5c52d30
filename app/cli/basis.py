"""What every `bron` command shares: the settings, the data folder, the database it works on."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, TypeAlias

import typer

from app.configuratie import Configuratie, ConfiguratieFout, Omgeving
from app.ingebed import ingebed

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA: Final = Path(".data")
Data: TypeAlias = Annotated[Path, typer.Option(help="Map van de ontwikkelomgeving: sleutel en ingebedde Postgres.")]


@contextmanager
def eigenaar(configuratie: Configuratie, data: Path) -> Iterator[str]:
    """Give the owner's URL: of the settings, else in dev of the embedded Postgres in `data`.

    Raises ConfiguratieFout outside dev without a URL, and IngebedFout.
    """
    if url := configuratie.migratie_url or configuratie.database_direct_url or configuratie.database_url:
        yield url
    elif configuratie.omgeving is Omgeving.DEV:
        with ingebed(data) as url:
            yield url
    else:
        raise ConfiguratieFout("BRON_DATABASE_URL: ontbreekt")
