"""kill -9 of the service and of Postgres, at random moments while deliveries pour in."""

from __future__ import annotations

import random
import time
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from tests.proeven.boekhouding import klopt
from tests.proeven.terrein import terrein
from tests.proeven.verkeer import onder_druk, schrijf_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.proeven.terrein import Terrein

SCHRIJVERS: Final = 6
STUDENTEN: Final = 24
LANGSTE_AANLOOP: Final = 0.4
DOELEN: Final = ("dienst", "werker", "postmaster", "verbinding")


def doe(*, seed: int, aantal: int, werkers: int) -> dict[str, Any]:
    """Kill so many times, the targets in random order; gives what was killed, acknowledged, lost and doubled."""
    lot = random.Random(seed)  # noqa: S311 - it must be repeatable
    doelen = [DOELEN[nummer % len(DOELEN)] for nummer in range(aantal)]
    lot.shuffle(doelen)
    return doe_deze(doelen, lot, werkers) | {"seed": seed}


def doe_deze(doelen: Sequence[str], lot: random.Random, werkers: int) -> dict[str, Any]:
    """Kill these one after another, each when deliveries are acknowledged again."""
    with terrein() as grond:
        schrijf_in(grond.database, STUDENTEN)
        grond.werkers = werkers
        grond.start()
        begin = time.monotonic()
        with onder_druk(grond.adres, grond.uitgever.token(exp=time.time() + 86_400), SCHRIJVERS, STUDENTEN) as verkeer:
            for doel in doelen:
                verkeer.nog(SCHRIJVERS)
                time.sleep(lot.uniform(0, LANGSTE_AANLOOP))
                _dood(grond, doel, lot)
            verkeer.nog(SCHRIJVERS)
        seconden = time.monotonic() - begin
        grond.stop()
        return {
            "werkers": werkers,
            "kills": dict(Counter(doelen)),
            "seconden": round(seconden, 1),
            "bevestigd": len(verkeer.bevestigd),
            "verbroken": verkeer.verbroken,
            "langste onderbreking": round(verkeer.langste, 1),
            "gehoorde fouten": dict(verkeer.fouten),
            "bevindingen": klopt(grond.database.eigenaar_url, verkeer.bevestigd),
        }


def _dood(grond: Terrein, doel: str, lot: random.Random) -> None:
    match doel:
        case "werker" if grond.werkers > 1:
            grond.dood_werker(lot)
        case "postmaster":
            grond.dood_postmaster()
        case "verbinding":
            grond.dood_verbinding(lot)
        case _:
            grond.dood_dienst()
