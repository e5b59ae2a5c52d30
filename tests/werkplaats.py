"""The worker of a test: it works when it is told to, until nothing in the queue is due."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.achtergrond.samenstelling import bouw_werker
from app.bronnen.verbinding import Verbinding
from app.bronpoorten import poorten_naar
from app.configuratie import Configuratie
from tests.buitenwereld import BRP_URL, SBB_URL
from tests.domain.wereld import VANDAAG

if TYPE_CHECKING:
    from datetime import date

    from app.bronpoorten import Bronpoorten
    from tests.register import Register

EVEN: Final = 0.5
"""How long the worker waits for a source; longer than an answer takes, shorter than a test does."""
_NU: Final = "UPDATE procrastinate.procrastinate_jobs SET scheduled_at = now() WHERE status = 'todo'"


@dataclass(frozen=True)
class Werkplaats:
    """One worker on the register of the test, with the same BRP and SBB."""

    register: Register
    seconden: float = 20.0
    dag: date = VANDAAG

    def werk(self) -> None:
        """Do what waits once: what has to wait again waits longer than a test does."""
        self.register.verbinding.execute(_NU)
        self.register.lus.doe(self._werk())

    async def _werk(self) -> None:
        database = self.register.database
        configuratie = Configuratie(rolprefix=database.rolprefix)
        configuratie = configuratie.model_copy(update={"database_direct_url": database.dienst_url})
        async with bouw_werker(configuratie, lambda: self.dag, self._bronnen()) as werker:
            await werker.werk_bij()

    def _bronnen(self) -> Bronpoorten:
        brp = Verbinding(BRP_URL, seconden=self.seconden, transport=self.register.brp.vervoer)
        sbb = Verbinding(SBB_URL, seconden=self.seconden, transport=self.register.sbb.vervoer)
        return poorten_naar(brp, sbb)
