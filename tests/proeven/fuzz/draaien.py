"""Generated operations through HTTP as every role: no 500, no fault, nothing that hangs, nothing that leaks."""

from __future__ import annotations

import asyncio
import json
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from tests.buitenwereld import KLAS
from tests.domain.bouw import ADRES, aanleveren, aanleveren_bpv, identificeren, zoeken
from tests.proeven.fuzz.luisteraar import VERZAMELAAR, luisterend
from tests.proeven.fuzz.operaties import BOUWERS, STUDENTEN, VAN_BRONREGISTER, Operatie
from tests.proeven.fuzz.waarden import Waarden
from tests.proeven.verkeer import van
from tests.register import AANROEPERS, register_op

if TYPE_CHECKING:
    from collections.abc import Iterator

    import httpx

    from tests.postgres import Database
    from tests.proeven.fuzz.luisteraar import Luisteraar
    from tests.register import Register

ROLLEN: Final = ("school", "andere", "ipo", "afnemer", *VAN_BRONREGISTER)
TEGELIJK: Final = 4
HANGT: Final = 30.0
"""Seconds; generous, for the machine may be busy with something else."""
NAMEN: Final = ("Zwartkanarie", "Kanarielaan", "Kanariestad", "9876ZK")
KANARIE: Final = {
    "geslachtsnaam": "Zwartkanarie",
    "adres": ADRES | {"straatnaam": "Kanarielaan", "woonplaats": "Kanariestad", "postcode": "9876ZK"},
}
VOORBIJ: Final = frozenset({"TE_VEEL", "TIJD_OVERSCHREDEN", "BRON_ONBEREIKBAAR"})


@dataclass
class Verslag:
    """What came of all requests; `bevindingen` are the numbers of those that went wrong, by what was wrong."""

    per_rol: dict[str, Counter[str]] = field(default_factory=lambda: {rol: Counter() for rol in ROLLEN})
    bevindingen: dict[str, list[int]] = field(default_factory=dict)
    langste: float = 0.0

    def meld(self, wat: str, nummer: int) -> None:
        self.bevindingen.setdefault(wat, []).append(nummer)


@dataclass(frozen=True)
class Proef:
    """A run of generated operations on one register."""

    register: Register
    luisteraar: Luisteraar
    seed: int
    kanaries: tuple[str, ...]
    verslag: Verslag = field(default_factory=Verslag)

    async def alles(self, nummers: Iterator[int]) -> None:
        """Send them all, some at the same time."""
        await asyncio.gather(*(self._werk(nummers) for _ in range(TEGELIJK)))

    async def _werk(self, nummers: Iterator[int]) -> None:
        tokens = {rol: self.register.als(AANROEPERS[rol]).token for rol in ROLLEN}
        for nummer in nummers:
            rol = ROLLEN[nummer % len(ROLLEN)]
            koppen = {"Authorization": f"Bearer {tokens[rol]}", "Content-Type": "application/json"}
            lichaam = maak(self.seed, nummer, self.kanaries)
            begin = time.monotonic()
            antwoord = await self.register.http.post("/graphql", content=lichaam, headers=koppen)
            self._beoordeel(nummer, rol, antwoord, time.monotonic() - begin)

    def _beoordeel(self, nummer: int, rol: str, antwoord: httpx.Response, seconden: float) -> None:
        verslag, gelezen = self.verslag, antwoord.json()
        verslag.langste = max(verslag.langste, seconden)
        fouten = gelezen.get("errors", [])
        codes = {fout["extensions"]["code"] for fout in fouten}
        verslag.per_rol[rol].update(["verzonden", "uitgevoerd" if gelezen.get("data") else min(codes or {"leeg"})])
        if antwoord.status_code >= 500 or "INTERN" in codes:
            verslag.meld("500", nummer)
        if seconden > HANGT or codes & VOORBIJ:
            verslag.meld("hangt", nummer)
        for fout in fouten:
            self.luisteraar.hoor("fouten", json.dumps([fout["message"], fout["extensions"]], ensure_ascii=False))


def maak(seed: int, nummer: int, kanaries: tuple[str, ...]) -> bytes:
    """Make the body of one request: always the same for the same seed and number."""
    lot = random.Random(f"{seed}-{nummer}")  # noqa: S311 - it must be repeatable
    bouwers = VAN_BRONREGISTER.get(ROLLEN[nummer % len(ROLLEN)], BOUWERS)
    return Operatie(Waarden(lot, kanaries), nummer, bouwers).lichaam


def doe(database: Database, *, seed: int, aantal: int) -> dict[str, Any]:
    """Send so many operations to a register with canaries in it; gives what came of them."""
    with luisterend() as luisteraar:
        with register_op(database, otel_url=VERZAMELAAR) as register:
            kanaries = (*NAMEN, *_bevolk(register))
            luisteraar.let_op(kanaries)
            proef = Proef(register, luisteraar, seed, kanaries)
            begin = time.monotonic()
            register.lus.doe(proef.alles(iter(range(aantal))))
            seconden = time.monotonic() - begin
            luisteraar.hoor("metrieken", register.lus.doe(register.http.get("/metrics")).text)
        return _verslag(proef.verslag, luisteraar) | {"seed": seed, "aantal": aantal, "seconden": round(seconden, 1)}


def _bevolk(register: Register) -> list[str]:
    """Register students whose names and addresses are canaries too; gives the numbers that they got."""
    school = register.als(AANROEPERS["school"])
    for student in range(STUDENTEN):
        wie = identificeren(burgerservicenummer=KLAS[student].burgerservicenummer)
        school.registreer(
            wie,
            aanleveren(inschrijvingvolgnummer="1", **van(student)),
            aanleveren_bpv(bpvvolgnummer="1", **van(student)),
        )
    school.registreer(*(zoeken(voornamen=naam, **KANARIE) for naam in ("Ada", "Bo", "Cas")))
    return [nummer for (nummer,) in register.rijen("SELECT nummer FROM persoonsnummer ORDER BY persoon_id")]


def _verslag(verslag: Verslag, luisteraar: Luisteraar) -> dict[str, Any]:
    verzonden = sum(rol["verzonden"] for rol in verslag.per_rol.values())
    uitgevoerd = sum(rol["uitgevoerd"] for rol in verslag.per_rol.values())
    gemeld = luisteraar.gehoord.pop("fouten in het log", 0)
    return {
        "deel uitgevoerd": round(uitgevoerd / verzonden, 3),
        "per rol": {rol: dict(telling) for rol, telling in verslag.per_rol.items()},
        "langste": round(verslag.langste, 2),
        "beluisterd": dict(luisteraar.gehoord),
        "bevindingen": verslag.bevindingen
        | {f"lek: {waar}": aantal for waar, aantal in luisteraar.lekken.items()}
        | ({"fouten in het log": gemeld} if gemeld else {}),
    }
