"""`make proef-pgbouncer`: reading and delivering, tested again with PgBouncer in transaction mode in between.

It has two connections to a database at most, so that callers get each other's all the time. What one would leave behind
on a connection the next would find: the tests of rights and rows are the proof.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from pwd import getpwnam
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs, unquote, urlsplit

from tests.postgres import Run, start
from tests.proeven.programma import bereikbaar, vind, vrije_poort

if TYPE_CHECKING:
    from collections.abc import Iterator

SOORTEN: Final = ("aanleveren_*", "wijzigen_*", "verwijderen_*", "verwerken_*", "*identificeren_*", "herhaling")
TESTS: Final = (
    "tests/lezen",
    *(str(pad) for soort in SOORTEN for pad in sorted(Path("tests/leveringen").glob(f"test_{soort}.py"))),
    "tests/berichten",
    "tests/webhooks",
    "tests/productie/test_gereed.py",
)
OVERGESLAGEN: Final = "--deselect=tests/lezen/test_tijd.py::test_zonder_vrije_verbinding_is_de_tijd_om"
"""It gives a connection 50 ms, and a database that PgBouncer never saw takes longer."""
_INSTELLINGEN: Final = """
[databases]
* = host={host} port={port} auth_user={wie}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {poort}
unix_socket_dir =
pool_mode = transaction
default_pool_size = 2
max_client_conn = 500
auth_type = scram-sha-256
auth_file = {map}/gebruikers
"""


def main(opdracht: list[str]) -> int:
    """Run the tests behind PgBouncer; gives the exit code of pytest."""
    run = Run.nieuw()
    try:
        with start(run) as server, pgbouncer(server.url) as pooler:
            namen = {"DATABASE_URL": server.url, "POOLER_URL": pooler}
            omgeving = {f"BRON_TEST_{naam}": url for naam, url in namen.items()}
            return subprocess.run(  # noqa: S603 - our own command
                [sys.executable, "-m", "pytest", *(opdracht or (*TESTS, OVERGESLAGEN))],
                env=os.environ | omgeving | {"BRON_VOORBEREIDE_STATEMENTS": "nee"},
                check=False,
            ).returncode
    finally:
        run.ruim_op()


@contextmanager
def pgbouncer(url: str) -> Iterator[str]:
    """Start PgBouncer before the server of this superuser's URL; gives the URL of its front."""
    delen = urlsplit(url)
    plek = {naam: waarden[0] for naam, waarden in parse_qs(delen.query).items()}
    host, port = plek.get("host", delen.hostname), plek.get("port", delen.port or 5432)
    poort = vrije_poort()
    with tempfile.TemporaryDirectory(prefix="bron-pgbouncer-") as map_:
        plaats = Path(map_)
        (plaats / "gebruikers").write_text(f'"{delen.username}" "{unquote(delen.password or "")}"\n')
        instellingen = _INSTELLINGEN.format(host=host, port=port, wie=delen.username, poort=poort, map=map_)
        (plaats / "pgbouncer.ini").write_text(instellingen)
        account = _account(str(host))
        if account is not None:
            for pad in (plaats, *plaats.iterdir()):
                os.chown(pad, account, -1)
        regel = [vind("pgbouncer"), "-q", plaats / "pgbouncer.ini"]
        with subprocess.Popen(regel, user=account) as proces:  # noqa: S603 - our own command
            try:
                bereikbaar(poort)
                yield f"postgresql://127.0.0.1:{poort}/"
            finally:
                proces.terminate()


def _account(host: str) -> int | None:
    """PgBouncer refuses root: as root it runs as the account whose socket folder it must enter."""
    if os.getuid() != 0:
        return None
    return Path(host).stat().st_uid if Path(host).is_dir() else getpwnam("nobody").pw_uid


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
