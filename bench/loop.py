"""One size of register from beginning to end: servers up, answers compared, everything measured."""

from __future__ import annotations

from contextlib import ExitStack
from itertools import cycle
from typing import TYPE_CHECKING, Final

from bench import servers
from bench.meten import eis_gelijk, meet_reeksen, stadia, vergelijk, vergelijk_leveringen
from bench.register import register as open_register
from bench.register import zonder_rls
from bench.studenten import scholen
from bench.tokens import Uitgever
from bench.verzoeken import Verzoeken

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bench.meten import Maat, Uitkomst
    from bench.register import Register

PER_REEKS: Final = 500
_IN_PROFIEL: Final = 2_000


def meet(map_: Path, personen: int, maat: Maat, meld: Callable[[str], None]) -> Uitkomst:
    """Measure a register of this size; meld tells what goes on."""
    meld(f"register van {personen} personen")
    with open_register(map_, personen) as register:
        return _Meting(register, map_, maat, meld).alles()


class _Meting:
    """The measurements on one register, that share its students, tokens and settings."""

    def __init__(self, register: Register, map_: Path, maat: Maat, meld: Callable[[str], None]) -> None:
        self.register, self.map, self.maat, self.meld = register, map_, maat, meld
        uitgever = Uitgever()
        self.verzoeken = Verzoeken.van(register, scholen(register), uitgever)
        self.uitgever = uitgever

    def alles(self) -> Uitkomst:
        with ExitStack() as stapel:
            sbb = stapel.enter_context(servers.sbb(self.map))
            self.settings = servers.omgeving(self.register, self.uitgever, f"http://127.0.0.1:{sbb.poort}")
            return {
                "personen": self.register.personen,
                **self.lezen(),
                "muren": self.muren(),
                **self.leveren(),
                "stadia": self.stadia(),
            }

    def lezen(self) -> Uitkomst:
        """Measure both questions on the three servers, after proof that ours and the one by hand answer the same."""
        with (
            servers.eigen(self.settings, self.map) as eigen,
            servers.met_de_hand(self.settings, self.map) as hand,
            servers.postgraphile(self.settings, self.map) as postgraphile,
        ):
            alle = (eigen, hand, postgraphile)
            uitkomst: Uitkomst = {}
            for naam, vragen in (("dossier", self.verzoeken.dossiers), ("lijst", self.verzoeken.lijsten)):
                self.meld(f"{naam}: {eis_gelijk(eigen, hand, vragen)} antwoorden gelijk aan die van SQL met de hand")
                uitkomst[naam] = vergelijk(self.register, alle, vragen, self.maat)
            return {**uitkomst, "geheugenMb": {server.naam: server.geheugen() for server in alle}}

    def muren(self) -> Uitkomst:
        """Measure the questions without consultation rows beside with, and then without policies beside the first."""
        uitkomst: Uitkomst = {}
        with (
            servers.eigen(self.settings, self.map) as eigen,
            servers.zonder_raadpleging(self.settings, self.map) as zonder,
        ):
            for naam, vragen in (("dossier", self.verzoeken.dossiers), ("lijst", self.verzoeken.lijsten)):
                self.meld(f"{naam}: wat de raadpleging en row-level security kosten")
                beide = vergelijk(self.register, (eigen, zonder), vragen, self.maat)
                with zonder_rls(self.register):
                    kaal = vergelijk(self.register, (eigen,), vragen, self.maat)
                uitkomst[naam] = {**beide, "zonder row-level security": kaal[eigen.naam]}
        return uitkomst

    def leveren(self) -> Uitkomst:
        """Measure single deliveries beside the same statements by hand, and batches."""
        with servers.eigen(self.settings, self.map) as eigen, servers.met_de_hand(self.settings, self.map) as hand:
            self.meld("leveringen, een voor een")
            enkel = vergelijk_leveringen(self.register, (eigen, hand), self.verzoeken.leveringen, self.maat)
            self.meld(f"leveringen, {PER_REEKS} tegelijk")
            reeks = meet_reeksen(self.register, eigen, self.verzoeken.reeksen(eigen), PER_REEKS, self.maat)
            return {"enkel": enkel, "reeks": {eigen.naam: reeks}, "geheugenNaLeverenMb": eigen.geheugen()}

    def stadia(self) -> Uitkomst:
        """Tell where the CPU of the service goes; per delivery, also for a batch."""
        uitvoer = self.map / "profiel.json"
        self.meld("waar de CPU heen gaat")
        with servers.met_profiel({**self.settings, "BENCH_PROFIEL": str(uitvoer)}, self.map) as server:
            gevonden = {
                naam: stadia(server, uitvoer, cycle(vragen(server)), _IN_PROFIEL, 16)
                for naam, vragen in (("dossier", self.verzoeken.dossiers), ("lijst", self.verzoeken.lijsten))
            }
            gevonden["enkel"] = stadia(server, uitvoer, self.verzoeken.leveringen(server), _IN_PROFIEL, 16)
            reeks = stadia(server, uitvoer, self.verzoeken.reeksen(server), 20, 4)
            gevonden["reeks"] = {naam: round(microseconden / PER_REEKS) for naam, microseconden in reeks.items()}
            return gevonden
