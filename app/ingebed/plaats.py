"""Where the cluster of a data folder stands: in it, or, where its account cannot come, under /var/tmp with a pointer.

No mode of an existing folder is ever changed: what others may enter is for the owner of that folder to decide.
"""

from __future__ import annotations

import logging
import shutil
import stat
import tempfile
from pathlib import Path

from app.ingebed import gebruiker
from app.ingebed.fout import IngebedFout

CLUSTER = "postgres"
VERWIJZING = "postgres.plaats"
SLOT = "postgres.slot"
ELDERS = Path("/var/tmp")  # noqa: S108 - mkdtemp makes an own folder there; survives a restart, unlike /tmp

log = logging.getLogger(__name__)


def open_data(data: Path) -> Path:
    """Make the data folder if needed; gives its full path. Raises IngebedFout when that is not possible."""
    try:
        data.mkdir(parents=True, exist_ok=True)
    except OSError as fout:
        raise IngebedFout(f"De map {data} is niet te maken: {fout.strerror}.") from fout
    return data.resolve()


def vind(data: Path) -> Path | None:
    """Find the folder of an existing cluster."""
    if (hier := data / CLUSTER).is_dir():
        return hier
    verwijzing = data / VERWIJZING
    if not verwijzing.exists():
        return None
    elders = Path(verwijzing.read_text())
    if _staat_er(elders):
        return elders
    log.warning("De databank van %s stond in %s en is daar weg; er komt een nieuwe, lege.", data, elders)
    return None


def maak(data: Path) -> Path:
    """Make the 0700 folder of a new cluster, owned by the account that will run it."""
    account = gebruiker.kies()
    hier = account.kan_in(data)
    map_ = Path(tempfile.mkdtemp(prefix="bron-", dir=data if hier else ELDERS))
    account.neemt(map_)
    if hier:
        return map_.rename(data / CLUSTER)
    (data / VERWIJZING).write_text(str(map_))
    return map_


def verwijder(data: Path) -> None:
    """Remove the cluster, wherever it stands, and the pointer to it."""
    if map_ := vind(data):
        shutil.rmtree(map_)
    (data / VERWIJZING).unlink(missing_ok=True)


def _staat_er(map_: Path) -> bool:
    """Whether it is still ours: everybody can write there, and may have taken a name that came free."""
    try:
        staat = map_.lstat()
    except FileNotFoundError:
        return False
    return stat.S_ISDIR(staat.st_mode) and gebruiker.kies().uid in (None, staat.st_uid)
