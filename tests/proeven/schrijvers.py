"""Many writers at once on the same students: nothing is lost, nobody hears of a deadlock."""

from __future__ import annotations

import random
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, Final

import httpx
import psycopg

from tests.klant import UITKOMST, enkel, ingevuld
from tests.proeven.boekhouding import klopt
from tests.proeven.terrein import Terrein, terrein
from tests.proeven.verkeer import schrijf_in, wijziging

STUDENTEN: Final = 100
IMPASSES: Final = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"
OVERSCHREVEN: Final = """
    SELECT count(*) FROM unnest(%s::text[], %s::int[]) AS aanvaard (kenmerk, verwacht)
    JOIN levering USING (kenmerk) LEFT JOIN (
        SELECT levering_id, versie FROM inschrijving UNION ALL SELECT levering_id, versie FROM inschrijving_historie
    ) versies ON versies.levering_id = levering.id
    WHERE versies.versie IS DISTINCT FROM verwacht + 1
"""
"""Changes to a version that was another by then."""


@dataclass
class Schrijvers:
    """What all of them heard; `gezien` is the last version that anybody saw of each student."""

    adres: str
    token: str
    einde: float
    bevestigd: dict[str, str] = field(default_factory=dict)
    verwacht: dict[str, int] = field(default_factory=dict)
    gezien: dict[int, int] = field(default_factory=dict)
    signalen: Counter[str] = field(default_factory=Counter)
    fouten: Counter[str] = field(default_factory=Counter)

    def schrijf(self, schrijver: int, lot: random.Random) -> None:
        """Change one student after another, by turns with and without the version that should be there."""
        with httpx.Client(base_url=self.adres, timeout=60, trust_env=False) as client:
            keer = 0
            while time.monotonic() < self.einde:
                keer += 1
                student = lot.randrange(STUDENTEN)
                versie = self.gezien.get(student) if keer % 2 else None
                self._wijzig(client, f"s{schrijver}-{keer}", student, versie)

    def _wijzig(self, client: httpx.Client, kenmerk: str, student: int, versie: int | None) -> None:
        keer = len(self.bevestigd) + 1
        anders = {"verwachteVersie": versie} if versie else {}
        levering = wijziging(student, kenmerk, keer, **anders)
        vraag = {"query": enkel(levering, selectie=f"{UITKOMST} inschrijving {{ versie }}")}
        koppen = {"Authorization": f"Bearer {self.token}"}
        antwoord = client.post("/graphql", json=vraag | {"variables": {"input": ingevuld(levering)}}, headers=koppen)
        uitkomst = (antwoord.json().get("data") or {}).get("uitkomst")
        self.fouten.update(fout["extensions"]["code"] for fout in antwoord.json().get("errors", ()))
        if uitkomst:
            self._hoor(uitkomst, student, versie)

    def _hoor(self, uitkomst: dict[str, Any], student: int, versie: int | None) -> None:
        self.signalen.update(signaal["code"] for signaal in uitkomst["signalen"])
        if uitkomst["levering"]:
            self.bevestigd[uitkomst["kenmerk"]] = uitkomst["status"]
        if uitkomst["inschrijving"]:
            self.gezien[student] = uitkomst["inschrijving"]["versie"]
        if versie and uitkomst["status"].startswith("GOEDGEKEURD") and uitkomst["mutaties"]:
            self.verwacht[uitkomst["kenmerk"]] = versie


def doe(*, seed: int, schrijvers: int, seconden: float, werkers: int) -> dict[str, Any]:
    """Let so many write for so long; gives what they heard, and what the books say."""
    with terrein() as grond:
        schrijf_in(grond.database, STUDENTEN)
        grond.werkers = werkers
        grond.start()
        samen = _schrijf(grond, seed, schrijvers, seconden)
        grond.stop()
        return {
            "seed": seed,
            "schrijvers": schrijvers,
            "werkers": werkers,
            "seconden": seconden,
            "bevestigd": len(samen.bevestigd),
            "aanvaard met verwachteVersie": len(samen.verwacht),
            "gehoorde signalen": dict(samen.signalen),
            "gehoorde fouten": dict(samen.fouten),
            "bevindingen": klopt(grond.database.eigenaar_url, samen.bevestigd) | _tel(grond, samen),
        }


def _schrijf(grond: Terrein, seed: int, schrijvers: int, seconden: float) -> Schrijvers:
    token = grond.uitgever.token(exp=time.time() + 86_400)
    samen = Schrijvers(grond.adres, token, time.monotonic() + seconden)
    with ThreadPoolExecutor(schrijvers) as draden:
        werk = [
            draden.submit(samen.schrijf, nummer, random.Random(seed * 1_000 + nummer))  # noqa: S311 - repeatable
            for nummer in range(schrijvers)
        ]
    for deel in werk:
        deel.result()
    return samen


def _tel(grond: Terrein, samen: Schrijvers) -> dict[str, int]:
    with psycopg.connect(grond.database.eigenaar_url, autocommit=True) as eigenaar:
        (impasses,) = eigenaar.execute(IMPASSES).fetchone() or (0,)
        verwacht = [list(samen.verwacht), list(samen.verwacht.values())]
        (overschreven,) = eigenaar.execute(OVERSCHREVEN, verwacht).fetchone() or (0,)
    return {"overschreven": overschreven, "impasses": impasses}
