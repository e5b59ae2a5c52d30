"""Under which system account the binaries run: our own, or, because Postgres refuses root, an unprivileged one."""

from __future__ import annotations

import os
import pwd
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.ingebed.fout import IngebedFout

if TYPE_CHECKING:
    from pathlib import Path

# `nobody` exists everywhere; `postgres`, where a distribution made it, is shared with fewer others.
ONBEVOORRECHT = ("postgres", "nobody")
# No PG* variable of the caller may steer the server; TZ makes initdb choose the same zone on every machine.
OMGEVING = {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebruiker:
    """A system account; both None means: whoever runs us, without any switch."""

    uid: int | None = None
    gid: int | None = None

    def draai(self, *opdracht: str | Path) -> subprocess.CompletedProcess[str]:
        """Run a command to its end as this account, out of reach of a Ctrl-C in our terminal; output is captured.

        Raises IngebedFout when it cannot even begin, say because we may not switch to this account.
        """
        try:
            return subprocess.run(  # noqa: S603 - fixed programs, no shell
                opdracht,
                check=False,
                capture_output=True,
                stdin=subprocess.DEVNULL,
                text=True,
                start_new_session=True,
                cwd="/",
                env=OMGEVING,
                user=self.uid,
                group=self.gid,
                extra_groups=self.groepen,
            )
        except OSError as fout:
            raise IngebedFout(f"{opdracht[0]} is niet uit te voeren als uid {self.uid}: {fout.strerror}.") from fout

    @property
    def groepen(self) -> list[int] | None:
        """Supplementary groups: none after a switch, untouched without one."""
        return None if self.uid is None else []

    def kan_in(self, map_: Path) -> bool:
        """Whether this account can enter a folder; the kernel decides, that knows every parent, group and ACL."""
        return self.draai("test", "-x", map_).returncode == 0

    def kan_lezen(self, bestand: Path) -> bool:
        """Whether this account can read a file."""
        return self.draai("test", "-r", bestand).returncode == 0

    def kan_draaien(self, programma: Path) -> bool:
        """Whether a program and its libraries run under this account."""
        return self.draai("env", programma, "--version").returncode == 0

    def neemt(self, pad: Path) -> None:
        """Give a file or folder that we made to this account."""
        if self.uid is not None and self.gid is not None:
            os.chown(pad, self.uid, self.gid, follow_symlinks=False)


def kies() -> Gebruiker:
    """Choose the account for a new cluster. Raises IngebedFout when root has none to choose from."""
    if os.geteuid() != 0:
        return Gebruiker()
    for naam in ONBEVOORRECHT:
        with suppress(KeyError):
            regel = pwd.getpwnam(naam)
            return Gebruiker(uid=regel.pw_uid, gid=regel.pw_gid)
    raise IngebedFout(f"Postgres draait niet als root, en hier bestaat geen gebruiker {' of '.join(ONBEVOORRECHT)}.")


def van(map_: Path) -> Gebruiker:
    """Find the account of an existing cluster: the owner of its folder. Raises IngebedFout when that is another's."""
    eigenaar = map_.lstat()
    if os.geteuid() == eigenaar.st_uid != 0:
        return Gebruiker()
    if os.geteuid() == 0 != eigenaar.st_uid:
        return Gebruiker(uid=eigenaar.st_uid, gid=eigenaar.st_gid)
    raise IngebedFout(f"De databank in {map_} is van een andere gebruiker (uid {eigenaar.st_uid}).")
