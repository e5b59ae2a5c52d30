"""What a command stands on: the database, and BRP and SBB, which in dev start beside it where no setting names them."""

from __future__ import annotations

import asyncio
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from app.bronnen.proef import proefomgeving
from app.cli.basis import eigenaar
from app.opslag.migreren import migreer
from app.referentie.laden import laad_map

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.configuratie import Configuratie


@contextmanager
def omgeving(configuratie: Configuratie, data: Path, *, referentie: Path | None = None) -> Iterator[Configuratie]:
    """Bring up what the settings of dev do not name, migrate, and give settings that name everything.

    referentie is a folder of reference data to load too. Raises ConfiguratieFout, IngebedFout and ProefomgevingFout.
    """
    with ExitStack() as stapel:
        url = stapel.enter_context(eigenaar(configuratie, data))
        migreer(url, rolprefix=configuratie.rolprefix)
        if referentie:
            asyncio.run(laad_map(url, referentie))
        bronnen = {}
        if not (configuratie.brp_url and configuratie.sbb_url):
            proef = stapel.enter_context(proefomgeving(database_url=url, personen=configuratie.proef_brp_personen))
            bronnen = {
                "brp_url": configuratie.brp_url or proef.brp_url,
                "sbb_url": configuratie.sbb_url or proef.sbb_url,
            }
        yield configuratie.model_copy(update={"database_url": configuratie.database_url or url, **bronnen})
