"""`make proef-nginx`: docs/productie/nginx.conf as it stands before a real service: who may use a token, and listen."""

from __future__ import annotations

import re
import ssl
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

import httpx
import psycopg
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from app.opslag.migreren import migreer
from tests.postgres import Database, Run, kloon, maak_eenmalig, maak_sjabloon, start
from tests.productie.opstelling import Uitgever, instantie
from tests.proeven.partij import Partij
from tests.proeven.programma import bereikbaar, vind, vrije_poort
from tests.register import laad_referentie

if TYPE_CHECKING:
    from collections.abc import Iterator

VOORBEELD: Final = Path(__file__).parents[2] / "docs" / "productie" / "nginx.conf"
PROXY: Final = "127.0.0.2"
VRAAG: Final = {"query": "{ ik { rol } }"}
ABONNEMENT: Final = {"query": "subscription { berichten { id } }"}
WS: Final = Subprotocol("graphql-transport-ws")
GEDULD: Final = 10.0
_HOOFD: Final = """
daemon off;
pid {map}/pid;
error_log {map}/fouten.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {map}/a; proxy_temp_path {map}/b;
    fastcgi_temp_path {map}/c; uwsgi_temp_path {map}/d; scgi_temp_path {map}/e;
    proxy_bind {proxy};
    include {map}/bron.conf;
}}
"""


class Wereld:
    """An authority, two schools with its certificates, and somebody with one of another authority."""

    def __init__(self, map_: Path) -> None:
        self.map, self.ca, self.vreemde_ca = map_, Partij("ca"), Partij("vreemd")
        self.server, self.school = Partij("server", self.ca), Partij("school", self.ca)
        self.dief, self.buiten = Partij("dief", self.ca), Partij("buiten", self.vreemde_ca)
        for partij in (self.ca, self.server, self.school, self.dief, self.buiten):
            partij.leg_neer(map_)

    def status(self, url: str, token: str, wie: Partij | None = None, kop: Partij | None = None) -> int:
        """Ask with the certificate of `wie`, and with a header that claims to be `kop`."""
        koppen = {"Authorization": f"Bearer {token}"}
        if kop:
            koppen["X-Client-Cert"] = quote(kop.pem.decode())
        with httpx.Client(verify=self._verband(wie), headers=koppen) as client:
            return client.post(f"{url}/graphql", json=VRAAG).status_code

    def websocket(self, url: str, token: str, wie: Partij | None = None) -> int:
        """Open a websocket; gives 101 when we may speak, else the code with which it ends."""
        koppen = {"Authorization": f"Bearer {token}"}
        adres = f"{url}/graphql".replace("https", "wss", 1)
        with connect(adres, ssl=self._verband(wie), additional_headers=koppen, subprotocols=[WS], proxy=None) as lijn:
            lijn.send('{"type":"connection_init"}')
            try:
                return 101 if lijn.recv(GEDULD) == '{"type":"connection_ack"}' else 0
            except ConnectionClosed:
                return lijn.close_code or 0

    def stroom(self, url: str, token: str) -> int:
        """Ask for events; gives the status when the first comes through while the stream is still open."""
        koppen = {"Authorization": f"Bearer {token}", "Accept": "text/event-stream"}
        with (
            httpx.Client(verify=self._verband(), headers=koppen, timeout=GEDULD) as client,
            client.stream("POST", f"{url}/graphql", json=ABONNEMENT) as antwoord,
        ):
            return antwoord.status_code if next(antwoord.iter_lines()) == "event: next" else 0

    def _verband(self, wie: Partij | None = None) -> ssl.SSLContext:
        verband = ssl.create_default_context(cafile=self.map / "ca.pem")
        if wie:
            verband.load_cert_chain(*wie.leg_neer(self.map))
        return verband


def bevindingen(wereld: Wereld, tls: str, binnen: str, uitgever: Uitgever) -> dict[str, tuple[int, int]]:
    """Return per case the status that came and the one that should."""
    school = wereld.school
    los, gebonden = uitgever.token(), uitgever.token(cnf={"x5t#S256": school.vingerafdruk})
    return {
        "los token zonder certificaat": (wereld.status(tls, los), 200),
        "los token met een certificaat": (wereld.status(tls, los, school), 200),
        "gebonden token met zijn certificaat": (wereld.status(tls, gebonden, school), 200),
        "gebonden token met een ander certificaat": (wereld.status(tls, gebonden, wereld.dief), 401),
        "gebonden token zonder certificaat": (wereld.status(tls, gebonden), 401),
        "gebonden token met een kop van de client": (wereld.status(tls, gebonden, None, school), 401),
        "gebonden token met ander certificaat en kop": (wereld.status(tls, gebonden, wereld.dief, school), 401),
        "certificaat van een andere autoriteit": (wereld.status(tls, los, wereld.buiten), 400),
        "websocket met een gebonden token en zijn certificaat": (wereld.websocket(tls, gebonden, school), 101),
        "websocket met een gebonden token en een ander certificaat": (
            wereld.websocket(tls, gebonden, wereld.dief),
            4403,
        ),
        "gebeurtenissen komen meteen door": (wereld.stroom(tls, los), 200),
        "buiten de proxy om met een kop": (wereld.status(binnen, gebonden, None, school), 401),
    }


@contextmanager
def nginx(wereld: Wereld, dienst: int) -> Iterator[str]:
    """Run nginx with the example, its ports and files replaced; gives its address."""
    poort, map_ = vrije_poort(), wereld.map
    tekst = VOORBEELD.read_text()
    for oud, nieuw in (
        (r"server 127\.0\.0\.1:8001", f"server 127.0.0.1:{dienst}"),
        (r"server 127\.0\.0\.1:8002", f"server 127.0.0.1:{vrije_poort()}"),  # the other instance is away
        (r"listen 443", f"listen 127.0.0.1:{poort}"),
        (r"/etc/bron/tls/keten\.pem", f"{map_}/server.pem"),
        (r"/etc/bron/tls/sleutel\.pem", f"{map_}/server.sleutel"),
        (r"/etc/bron/tls/clients\.pem", f"{map_}/ca.pem"),
    ):
        tekst, aantal = re.subn(oud, nieuw, tekst)
        if aantal != 1:
            sys.exit(f"{VOORBEELD.name}: {oud} staat er {aantal} keer in")
    (map_ / "bron.conf").write_text(tekst)
    (map_ / "nginx.conf").write_text(_HOOFD.format(map=map_, proxy=PROXY))
    with subprocess.Popen([vind("nginx"), "-c", map_ / "nginx.conf"]) as proces:  # noqa: S603 - our own command
        try:
            bereikbaar(poort)
            yield f"https://localhost:{poort}"
        finally:
            proces.terminate()


@contextmanager
def gevulde_database(run: Run) -> Iterator[Database]:
    """Give a register with reference data, on a server of its own."""
    with start(run) as server:
        gevuld = maak_eenmalig(server, "gevuld", f"TEMPLATE {maak_sjabloon(server, migreer)}", laad_referentie)
        with kloon(server, gevuld) as database:
            yield database


def _leg_bericht_neer(database: Database) -> None:
    """Write a message with its place, as the delivery and the worker would."""
    with psycopg.connect(database.eigenaar_url) as eigenaar:
        eigenaar.execute("INSERT INTO bericht (soort, instelling, inhoud, positie) VALUES ('BEHEER', '27DV', '{}', 1)")


def main() -> int:
    """Tell every case; gives 0 when all are as they should be."""
    run, uitgever = Run.nieuw(), Uitgever()
    try:
        with gevulde_database(run) as database, tempfile.TemporaryDirectory(prefix="bron-nginx-") as naam:
            Path(naam).chmod(0o755)  # nginx started by root works as another account
            wereld = Wereld(Path(naam))
            with (
                instantie(database, uitgever, proxy_adressen=PROXY) as dienst,
                nginx(wereld, dienst.poort) as tls,
            ):
                _leg_bericht_neer(database)
                gevonden = bevindingen(wereld, tls, dienst.adres, uitgever)
    finally:
        run.ruim_op()
    for geval, (kwam, moest) in gevonden.items():
        print(f"{'goed' if kwam == moest else 'FOUT'}  {kwam} ({moest})  {geval}")  # noqa: T201 - a command that tells
    return int(any(kwam != moest for kwam, moest in gevonden.values()))


if __name__ == "__main__":
    sys.exit(main())
