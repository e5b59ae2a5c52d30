"""An upgrade under load: instances replaced one by one, the schema ahead of them; nothing lost, and nobody notices."""

from __future__ import annotations

import signal
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from ssl import PROTOCOL_TLS_CLIENT, SSLContext
from typing import TYPE_CHECKING, Any, Final

import httpx
import psutil
import psycopg

from tests.domain.bouw import aanleveren, identificeren
from tests.klant import GEREGISTREERD, enkel, ingevuld
from tests.productie.opstelling import MET_SPOED, Instantie, Uitgever, instantie
from tests.productie.schakelaar import schakelaar
from tests.register import AANROEPERS, register_op

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.postgres import Database

SCHRIJVERS: Final = 3
ZONDER_TLS: Final = SSLContext(PROTOCOL_TLS_CLIENT)
"""Made once: making one costs more than the request it is not used for."""
LIJST: Final = {"query": "{ inschrijvingen(first: 5) { edges { node { inschrijvingvolgnummer } } } }"}
EEN_VERSIE_VERDER: Final = """
    ALTER TABLE inschrijving ADD COLUMN van_later text;
    UPDATE alembic_version SET version_num = 'van later';
"""


@dataclass
class Verkeer:
    """Schools that deliver and read all the time, each request on a connection of its own.

    `pogingen`: how often a request is sent whose connection broke, as the proxy does that stands before the service.
    """

    adres: str
    token: str
    pogingen: int = 1
    stop: threading.Event = field(default_factory=threading.Event)
    bevestigd: list[str] = field(default_factory=list)
    gelezen: list[int] = field(default_factory=list)
    mislukt: list[str] = field(default_factory=list)

    def lever(self, schrijver: int) -> None:
        volgnummer = 0
        while not self.stop.is_set():
            volgnummer += 1
            kenmerk = f"{schrijver}x{volgnummer}"
            levering = aanleveren(kenmerk=kenmerk, inschrijvingvolgnummer=kenmerk)
            antwoord = self._vraag({"query": enkel(levering), "variables": {"input": ingevuld(levering)}})
            if antwoord:
                goed = antwoord["data"]["uitkomst"]["status"] in GEREGISTREERD
                (self.bevestigd if goed else self.mislukt).append(kenmerk if goed else str(antwoord))

    def lees(self) -> None:
        while not self.stop.is_set():
            if antwoord := self._vraag(LIJST):
                self.gelezen.append(len(antwoord["data"]["inschrijvingen"]["edges"]))

    def _vraag(self, lichaam: dict[str, Any]) -> dict[str, Any] | None:
        koppen = {"Authorization": f"Bearer {self.token}", "Connection": "close"}
        for poging in range(1, self.pogingen + 1):
            try:
                antwoord = httpx.post(
                    f"{self.adres}/graphql", json=lichaam, headers=koppen, timeout=MET_SPOED, verify=ZONDER_TLS
                )
            except httpx.TransportError as fout:
                if poging == self.pogingen:
                    self.mislukt.append(repr(fout))
                continue
            if antwoord.status_code == httpx.codes.OK:
                return dict(antwoord.json())
            self.mislukt.append(f"{antwoord.status_code} {antwoord.text}")
            break
        return None

    def nog(self, aantal: int) -> None:
        """Wait until so many more deliveries are acknowledged."""
        doel, einde = len(self.bevestigd) + aantal, time.monotonic() + MET_SPOED
        while len(self.bevestigd) < doel:
            assert time.monotonic() < einde
            assert self.mislukt == []
            self.stop.wait(0.01)


@contextmanager
def druk(adres: str, uitgever: Uitgever, pogingen: int = 1) -> Iterator[Verkeer]:
    """Let traffic run beside the block."""
    verkeer = Verkeer(adres, uitgever.token(), pogingen)
    with ThreadPoolExecutor() as draden:
        taken = [draden.submit(verkeer.lever, nummer) for nummer in range(SCHRIJVERS)] + [draden.submit(verkeer.lees)]
        try:
            yield verkeer
        finally:
            verkeer.stop.set()
    for taak in taken:
        taak.result()


def _met_student(database: Database) -> None:
    with register_op(database) as register:
        register.als(AANROEPERS["school"]).registreer(identificeren())


def _niets_verloren(database: Database, verkeer: Verkeer) -> None:
    with psycopg.connect(database.eigenaar_url) as eigenaar:
        rijen = eigenaar.execute("SELECT inschrijvingvolgnummer FROM inschrijving").fetchall()
    geregistreerd = Counter(volgnummer for (volgnummer,) in rijen)
    assert verkeer.mislukt == []
    assert set(verkeer.bevestigd) <= set(geregistreerd)
    assert max(geregistreerd.values()) == 1
    assert len(verkeer.bevestigd) == len(set(verkeer.bevestigd))
    assert verkeer.gelezen


def test_instanties_een_voor_een_vervangen_verliest_niets(gevulde_database: Database) -> None:
    _met_student(gevulde_database)
    uitgever = Uitgever()
    with ExitStack() as stapel, schakelaar() as (wissel, adres):
        oud = [stapel.enter_context(instantie(gevulde_database, uitgever)) for _ in range(2)]
        for een in oud:
            wissel.neem_op(een.poort)
        with druk(adres, uitgever) as verkeer:
            verkeer.nog(20)
            with psycopg.connect(gevulde_database.eigenaar_url) as eigenaar:
                eigenaar.execute(EEN_VERSIE_VERDER)
            assert all(httpx.get(f"{een.adres}/gereed").status_code == httpx.codes.OK for een in oud)
            for een in oud:
                wissel.neem_uit(een.poort)
                een.stop()
                nieuw = stapel.enter_context(instantie(gevulde_database, uitgever))
                wissel.neem_op(nieuw.poort)
                verkeer.nog(20)
    _niets_verloren(gevulde_database, verkeer)


def test_werkers_een_voor_een_vervangen_kost_hoogstens_een_herhaling(gevulde_database: Database) -> None:
    """A worker that stops breaks connections on which nothing was asked yet; the same kenmerk again does no harm."""
    _met_student(gevulde_database)
    uitgever = Uitgever()
    with instantie(gevulde_database, uitgever, werkers="2") as dienst:
        oud = _werkers(dienst)
        with druk(dienst.adres, uitgever, pogingen=3) as verkeer:
            verkeer.nog(20)
            dienst.proces.send_signal(signal.SIGHUP)
            assert psutil.wait_procs(oud, MET_SPOED)[1] == []
            verkeer.nog(20)
        assert len(_werkers(dienst)) == len(oud)
    _niets_verloren(gevulde_database, verkeer)


def _werkers(dienst: Instantie) -> list[psutil.Process]:
    kinderen = psutil.Process(dienst.proces.pid).children(recursive=True)
    return [kind for kind in kinderen if "spawn_main" in " ".join(kind.cmdline())]
