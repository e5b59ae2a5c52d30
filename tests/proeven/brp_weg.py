"""The BRP is away for an hour of scaled time while schools identify: nothing is lost, guessed, doubled or slowed."""

from __future__ import annotations

import random
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Any, Final, LiteralString

import httpx
import psycopg

from tests.domain.wereld import ANDERE, SCHOOL
from tests.productie.opstelling import werkkracht
from tests.proeven.boekhouding import CONTROLES
from tests.proeven.brp_bron import Afloop, brp_met, gevallen, records
from tests.proeven.terrein import ONBEGRENSD, terrein
from tests.proeven.verkeer import Verkeer, schrijf_in, wijziging

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from tests.proeven.brp_bron import Bron, Geval
    from tests.proeven.terrein import Terrein

    Wachttijd = Callable[[Terrein, "Werkkrachten", float], list[str]]

UUR: Final = 3_600.0
TIME_OUT: Final = 2.0
"""Seconds that the register waits for the BRP here: an enrolment that takes so long waited with it."""
SCHOLEN: Final = (SCHOOL, ANDERE)
LEVERAARS: Final = 4
PER_KEER: Final = 25
STUDENTEN: Final = 40
PAUZE: Final = 0.02
GEDULD: Final = 600.0
KILLS: Final = ("werker", "postmaster", "werker")
WACHTEND: Final = "SELECT count(*) FROM werk WHERE soort = 'BRP_UITGESTELD' AND afgehandeld_op IS NULL"
UITGEGEVEN: Final = "SELECT count(*) FROM persoonsnummer WHERE soort = 'onderwijsnummer'"
AFLOOP: Final = """
    SELECT l.kenmerk, CASE
            WHEN l.status = 'AFGEKEURD' THEN 'afgekeurd'
            WHEN l.status = 'IN_BEHANDELING' AND l.signalen -> 0 ->> 'code' = 'P04' THEN 'keuze'
            WHEN l.status LIKE 'GOEDGEKEURD%' AND p.burgerservicenummer IS NOT NULL THEN 'BSN'
            WHEN l.status LIKE 'GOEDGEKEURD%' AND p.onderwijsnummer IS NOT NULL THEN 'onderwijsnummer'
            ELSE 'niet afgerond' END,
        (SELECT count(*) FROM bericht b WHERE b.levering_id = l.id AND b.soort = 'IDENTIFICATIE_AFGEROND')
    FROM levering l LEFT JOIN persoon p ON p.id = l.persoon_id
    WHERE l.kenmerk LIKE 'brp-%'
"""
TEVEEL: Final[Mapping[str, LiteralString]] = {
    "twee nummers voor een mens": """
        SELECT count(*) - count(DISTINCT (naamsleutel, geboortedatum, geslacht)) FROM persoon
        WHERE onderwijsnummer IS NOT NULL
    """,
    "twee keer geïdentificeerd": """
        SELECT count(*) FROM (
            SELECT FROM levering_historie WHERE kenmerk LIKE 'brp-%' GROUP BY id HAVING count(*) > 1) vaker
    """,
    "werk blijft liggen": "SELECT count(*) FROM procrastinate.procrastinate_jobs WHERE task_name = 'identificatie'",
    "mislukt werk": "SELECT count(*) FROM werk WHERE soort = 'MISLUKT_WERK' AND afgehandeld_op IS NULL",
}
ZONDER_BETEKENIS: Final = {"anders dan het archief", "andere inhoud dan het archief", "keten gebroken"}
"""Books of enrolments alone, which here change only their planned end."""


@dataclass
class Inschrijvers:
    """Schools that change enrolments all the time; how long each took, by what the BRP did meanwhile."""

    adres: str
    token: str
    toestand: str = "voor"
    duren: dict[str, list[float]] = field(default_factory=lambda: {"voor": [], "weg": [], "terug": []})
    gestopt: bool = False
    _keer: count[int] = field(default_factory=lambda: count(1))

    def lever(self) -> None:
        verkeer = Verkeer(self.adres, self.token)
        with httpx.Client(base_url=self.adres, timeout=60, trust_env=False) as client:
            while not self.gestopt:
                keer, toestand, begin = next(self._keer), self.toestand, time.monotonic()
                verkeer.bezorg(client, [wijziging(keer % STUDENTEN, f"i-{keer}", keer)])
                self.duren[toestand].append(time.monotonic() - begin)
                time.sleep(PAUZE)

    def p95(self, toestand: str) -> float:
        """Return it in ms."""
        duren = sorted(self.duren[toestand])
        return round(1000 * duren[int(0.95 * (len(duren) - 1))], 1) if duren else 0.0


@dataclass
class Werkkrachten:
    """The workers beside the service, always so many; one may be struck down."""

    grond: Terrein
    aantal: int
    _stapels: list[tuple[ExitStack, subprocess.Popen[bytes]]] = field(default_factory=list)

    def start(self) -> None:
        for _ in range(self.aantal):
            self._nog_een()

    def _nog_een(self) -> None:
        stapel = ExitStack()
        proces = stapel.enter_context(werkkracht(self.grond.database, **ONBEGRENSD, **self.grond.anders))
        self._stapels.append((stapel, proces))

    def dood(self, lot: random.Random) -> None:
        """Kill -9 one of them, and start another."""
        stapel, proces = self._stapels.pop(lot.randrange(len(self._stapels)))
        proces.kill()
        stapel.close()
        self._nog_een()

    def stop(self) -> None:
        for stapel, _ in self._stapels:
            stapel.close()


def doe(*, seed: int, aantal: int, uur: float, kills: Sequence[str], werkers: int) -> dict[str, Any]:
    """Let so many identifications wait out an hour that takes so many seconds; gives what came of them.

    kills: what is struck down on the way, `werker` or `postmaster`.
    """
    lot, alle = random.Random(seed), gevallen(aantal)  # noqa: S311 - it must be repeatable
    schaal = {"wachtfactor": str(uur / UUR), "brp_time_out": str(TIME_OUT)}
    with terrein(**schaal) as grond, brp_met(records(alle), grond.run.map) as bron:
        schrijf_in(grond.database, STUDENTEN)
        grond.anders["brp_url"], grond.werkers = bron.adres, werkers
        grond.start()
        krachten = Werkkrachten(grond, werkers)
        krachten.start()
        try:
            return _proef(grond, bron, krachten, alle, uur, partial(_wacht_uit, kills, lot)) | {"seed": seed}
        finally:
            krachten.stop()


def _proef(
    grond: Terrein, bron: Bron, krachten: Werkkrachten, alle: Sequence[Geval], uur: float, wacht_uit: Wachttijd
) -> dict[str, Any]:
    inschrijvers = Inschrijvers(grond.adres, _token(grond, SCHOOL))
    with _daarnaast(inschrijvers):
        time.sleep(min(10.0, uur / 4))
        bron.stoor("time-out")
        inschrijvers.toestand, begin = "weg", time.monotonic()
        gehoord = _identificeer(grond, alle)
        bron.stoor("503")
        kills = wacht_uit(grond, krachten, begin + uur)
        uitgegeven, wachtend = _tel(grond, UITGEGEVEN), _tel(grond, WACHTEND)
        weg = time.monotonic() - begin
        bron.stoor(None)
        inschrijvers.toestand, terug = "terug", time.monotonic()
        _rond_af(grond)
        afgerond = time.monotonic() - terug
    krachten.stop()
    grond.stop()
    return {
        "identificaties": len(alle),
        "wachtfactor": round(uur / UUR, 5),
        "kills": kills,
        "seconden weg": round(weg, 1),
        "seconden tot alles af was": round(afgerond, 1),
        "gehoord": dict(gehoord),
        "wachtend toen de BRP terugkwam": wachtend,
        "inschrijvingen": {toestand: len(duren) for toestand, duren in inschrijvers.duren.items()},
        "p95 inschrijving ms": {toestand: inschrijvers.p95(toestand) for toestand in inschrijvers.duren},
        "bevindingen": _bevindingen(grond, alle) | {"uitgegeven zonder BRP": uitgegeven},
    }


@contextmanager
def _daarnaast(inschrijvers: Inschrijvers) -> Iterator[None]:
    with ThreadPoolExecutor(2) as draden:
        taken = [draden.submit(inschrijvers.lever) for _ in range(2)]
        try:
            yield
        finally:
            inschrijvers.gestopt = True
    for taak in taken:
        taak.result()


def _token(grond: Terrein, instelling: str) -> str:
    return grond.uitgever.token(instelling=instelling, exp=time.time() + 86_400)


def _identificeer(grond: Terrein, alle: Sequence[Geval]) -> Counter[str]:
    """Deliver all of them, by two schools by turns, until each is acknowledged; gives how often each status was."""
    verkeren = {school: Verkeer(grond.adres, _token(grond, school)) for school in SCHOLEN}

    def bezorg(eerste: int) -> None:
        verkeer = verkeren[SCHOLEN[eerste // PER_KEER % len(SCHOLEN)]]
        with httpx.Client(base_url=grond.adres, timeout=60, trust_env=False) as client:
            verkeer.bezorg(client, [geval.levering for geval in alle[eerste : eerste + PER_KEER]])

    with ThreadPoolExecutor(LEVERAARS) as draden:
        for _ in draden.map(bezorg, range(0, len(alle), PER_KEER)):
            pass
    return Counter(status for verkeer in verkeren.values() for status in verkeer.bevestigd.values())


def _wacht_uit(
    kills: Sequence[str], lot: random.Random, grond: Terrein, krachten: Werkkrachten, einde: float
) -> list[str]:
    """Wait until the hour is over, and strike down what is to die on the way; gives what was."""
    for doel in kills:
        time.sleep(max(0.0, einde - time.monotonic()) / (len(kills) + 1))
        if doel == "postmaster":
            grond.dood_postmaster()
        else:
            krachten.dood(lot)
    time.sleep(max(0.0, einde - time.monotonic()))
    return list(kills)


def _rond_af(grond: Terrein) -> None:
    """Wait until nothing waits for the BRP any more; TimeoutError when that does not come."""
    einde = time.monotonic() + GEDULD
    while _tel(grond, WACHTEND) or _tel(grond, TEVEEL["werk blijft liggen"]):
        if time.monotonic() > einde:
            raise TimeoutError(f"na {GEDULD:.0f} s wachten er nog {_tel(grond, WACHTEND)}")
        time.sleep(0.1)


def _tel(grond: Terrein, vraag: LiteralString) -> int:
    with psycopg.connect(grond.database.eigenaar_url, autocommit=True) as eigenaar:
        (aantal,) = eigenaar.execute(vraag).fetchone() or (0,)
    return int(aantal)


def _bevindingen(grond: Terrein, alle: Sequence[Geval]) -> dict[str, int]:
    """Count what should not be."""
    with psycopg.connect(grond.database.eigenaar_url, autocommit=True) as eigenaar:
        geworden = {kenmerk: (afloop, berichten) for kenmerk, afloop, berichten in eigenaar.execute(AFLOOP)}
    kenmerken = {geval.levering.velden["kenmerk"]: geval.afloop for geval in alle}
    gemeld = {kenmerk: 0 if afloop is Afloop.KEUZE else 1 for kenmerk, afloop in kenmerken.items()}
    boeken = {**TEVEEL, **{naam: vraag for naam, vraag in CONTROLES.items() if naam not in ZONDER_BETEKENIS}}
    return {
        "verloren": len(kenmerken.keys() - geworden.keys()),
        "andere afloop": sum(geworden.get(kenmerk, ("", 0))[0] != afloop for kenmerk, afloop in kenmerken.items()),
        "onderwijsnummer ten onrechte": sum(
            afloop == "onderwijsnummer" and kenmerken[kenmerk] is not Afloop.ONDERWIJSNUMMER
            for kenmerk, (afloop, _) in geworden.items()
        ),
        "niet of vaker gemeld": sum(geworden.get(kenmerk, ("", -1))[1] != keer for kenmerk, keer in gemeld.items()),
        **{naam: _tel(grond, vraag) for naam, vraag in boeken.items()},
    }
