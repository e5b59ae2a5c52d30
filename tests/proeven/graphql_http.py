"""The audit of graphql-http (npm) against `bron dev`: GraphQL over HTTP to the letter, judged by somebody else."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tests.productie.opstelling import WORTEL, wacht_op
from tests.proeven.programma import vrije_poort

if TYPE_CHECKING:
    from collections.abc import Iterator

PAKKETTEN: Final = ("graphql-http@1.23.0", "graphql@16.12.0")
MAP: Final = WORTEL / ".venv" / "graphql-http"
AUDITS: Final = 61
BRON: Final = (sys.executable, "-c", "from app.cli import main; main()")


def main() -> int:
    """Tell what fails; gives 0 when all audits are ok, or when npm cannot give us the package."""
    if not _installeer():
        print("De audit van graphql-http is niet gedaan: daar is npm voor nodig, en een register.")  # noqa: T201 - tells
        return 0
    with tempfile.TemporaryDirectory(prefix="bron-audit-") as data, _dev(data) as adres:
        opdracht = [*BRON, "token", "--rol", "IPO", "--data", data]
        token = subprocess.run(opdracht, check=True, capture_output=True, text=True, cwd=WORTEL).stdout.strip()  # noqa: S603 - our own
        uitkomsten = _audit(f"{adres}/graphql", token)
    goed = [een for een in uitkomsten if een["status"] == "ok"]
    for een in uitkomsten:
        if een not in goed:
            print(f"{een['status']}: {een['id']} {een['name']}: {een['reason']}")  # noqa: T201 - a command that tells
    print(f"graphql-http: {len(goed)} van {len(uitkomsten)} audits ok")  # noqa: T201 - as above
    return int(len(goed) != AUDITS)


def _installeer() -> bool:
    """See to it that the package is in our ignored folder; tell whether it is."""
    npm = shutil.which("npm")
    if npm and not (MAP / "node_modules" / "graphql-http").is_dir():
        MAP.mkdir(parents=True, exist_ok=True)
        opties = ("--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--silent")
        subprocess.run([npm, "install", *opties, "--prefix", MAP, *PAKKETTEN], check=False)  # noqa: S603 - fixed
    return (MAP / "node_modules" / "graphql-http").is_dir() and shutil.which("node") is not None


@contextmanager
def _dev(data: str) -> Iterator[str]:
    adres = f"http://127.0.0.1:{(poort := vrije_poort())}"
    opdracht = [*BRON, "dev", "--leeg", "--port", str(poort), "--data", data]
    with subprocess.Popen(opdracht, cwd=WORTEL, stdout=subprocess.DEVNULL) as proces:  # noqa: S603 - our own
        try:
            wacht_op(f"{adres}/gereed", proces)
            yield adres
        finally:
            proces.terminate()


def _audit(url: str, token: str) -> list[dict[str, Any]]:
    """Run the audit where its package is: node looks for it from the script upwards."""
    script = shutil.copy(Path(__file__).with_name("audit.mjs"), MAP)
    uitvoer = subprocess.run(  # noqa: S603 - our own script
        [shutil.which("node") or "node", script],
        env=os.environ | {"AUDIT_URL": url, "AUDIT_TOKEN": token},
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    gelezen: list[dict[str, Any]] = json.loads(uitvoer)
    return gelezen


if __name__ == "__main__":
    sys.exit(main())
