"""Schools that deliver without pause and, as a good client does, send again with the same kenmerk until they hear."""

from __future__ import annotations

import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

import httpx

from tests.buitenwereld import KLAS
from tests.domain.bouw import aanleveren, identificeren, verwijderen, wijzigen
from tests.klant import SAMEN, als_een_van
from tests.register import AANROEPERS, register_op

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from concurrent.futures import Future

    from tests.domain.bouw import Invoer
    from tests.postgres import Database

GEDULD: Final = 120.0
PAUZE: Final = 0.05
EERSTE_DAG: Final = date(2028, 1, 1)
DAGEN: Final = 9_000
ELKE: Final = 3
"""Of so many requests one is a batch that makes an enrolment, changes it and takes it away again."""


def van(student: int) -> dict[str, Any]:
    """How a delivery points at a student of the class."""
    return {"persoon": {"burgerservicenummer": KLAS[student].burgerservicenummer}}


def schrijf_in(database: Database, studenten: int) -> None:
    """Register students of the class, with enrolment 1 each, before the service runs."""
    with register_op(database) as register:
        school = register.als(AANROEPERS["school"])
        for eerste in range(0, studenten, 50):
            deel = range(eerste, min(eerste + 50, studenten))
            wie = [identificeren(burgerservicenummer=KLAS[student].burgerservicenummer) for student in deel]
            school.registreer(*wie, *(aanleveren(inschrijvingvolgnummer="1", **van(student)) for student in deel))


def wijziging(student: int, kenmerk: str, keer: int, **anders: Any) -> Invoer:  # noqa: ANN401 - JSON
    """Change enrolment 1 into something it was not the time before."""
    dag = EERSTE_DAG + timedelta(days=keer % DAGEN)
    return wijzigen(kenmerk=kenmerk, datumUitschrijvingGepland=dag.isoformat(), **van(student), **anders)


@dataclass
class Verkeer:
    """What was sent to an address and what was heard; `bevestigd` holds the status by kenmerk."""

    adres: str
    token: str
    bevestigd: dict[str, str] = field(default_factory=dict)
    fouten: Counter[str] = field(default_factory=Counter)
    verbroken: int = 0
    langste: float = 0.0
    taken: list[Future[None]] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)

    def lever(self, schrijver: int, studenten: Sequence[int]) -> None:
        """Deliver about these students, one request after another, until told to stop."""
        with httpx.Client(base_url=self.adres, timeout=60, trust_env=False) as client:
            keer = 0
            while not self.stop.is_set():
                keer += 1
                student = studenten[keer % len(studenten)]
                self.bezorg(client, _leveringen(f"w{schrijver}-{keer}", student, keer))

    def bezorg(self, client: httpx.Client, leveringen: Sequence[Invoer]) -> None:
        """Send until every delivery is acknowledged, or until told to stop."""
        begin = time.monotonic()
        while leveringen and not self.stop.is_set():
            uitkomsten = self.stuur(client, leveringen)
            gehoord = {een["kenmerk"]: een["status"] for een in uitkomsten if een["levering"]}
            self.bevestigd |= gehoord
            leveringen = [een for een in leveringen if een.velden["kenmerk"] not in gehoord]
            if leveringen:
                self.stop.wait(PAUZE)
        self.langste = max(self.langste, time.monotonic() - begin)

    def stuur(self, client: httpx.Client, leveringen: Sequence[Invoer]) -> list[dict[str, Any]]:
        """Send once; gives the outcomes that came, of which there are none when it failed.

        An accepted delivery without its `levering` was registered, and Postgres died before the answer could show it.
        """
        variabelen = {"leveringen": [als_een_van(levering) for levering in leveringen]}
        koppen = {"Authorization": f"Bearer {self.token}"}
        try:
            antwoord = client.post("/graphql", json={"query": SAMEN, "variables": variabelen}, headers=koppen)
        except httpx.TransportError:
            self.verbroken += 1
            return []
        gelezen = antwoord.json()
        self.fouten.update(fout["extensions"]["code"] for fout in gelezen.get("errors", ()))
        samen = (gelezen.get("data") or {}).get("leveren") or {"uitkomsten": []}
        uitkomsten: list[dict[str, Any]] = samen["uitkomsten"]
        self.fouten.update(een["signalen"][0]["code"] for een in uitkomsten if not een["levering"] and een["signalen"])
        return uitkomsten

    def nog(self, aantal: int) -> None:
        """Wait until so many more deliveries are acknowledged; TimeoutError when they do not come."""
        doel, einde = len(self.bevestigd) + aantal, time.monotonic() + GEDULD
        while len(self.bevestigd) < doel:
            for taak in self.taken:
                if taak.done():
                    taak.result()
            if time.monotonic() > einde:
                raise TimeoutError(f"geen {aantal} leveringen in {GEDULD:.0f} s; fouten: {dict(self.fouten)}")
            self.stop.wait(0.01)


def _leveringen(kenmerk: str, student: int, keer: int) -> list[Invoer]:
    if keer % ELKE:
        return [wijziging(student, kenmerk, keer)]
    tijdelijk = {"inschrijvingvolgnummer": kenmerk, **van(student)}
    return [
        aanleveren(kenmerk=f"{kenmerk}-a", **tijdelijk),
        wijzigen(kenmerk=f"{kenmerk}-b", datumUitschrijvingGepland="2029-07-31", **tijdelijk),
        verwijderen(kenmerk=f"{kenmerk}-c", **tijdelijk),
    ]


@contextmanager
def onder_druk(adres: str, token: str, schrijvers: int, studenten: int) -> Iterator[Verkeer]:
    """Let writers deliver beside the block, each about students of its own; all are done when it ends."""
    verkeer = Verkeer(adres, token)
    with ThreadPoolExecutor(schrijvers) as draden:
        for nummer in range(schrijvers):
            verkeer.taken.append(draden.submit(verkeer.lever, nummer, range(nummer, studenten, schrijvers)))
        try:
            yield verkeer
        finally:
            verkeer.stop.set()
    for taak in verkeer.taken:
        taak.result()
