"""The unit of work: the only place where the register begins and commits a transaction to write."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from psycopg import OperationalError, errors
from psycopg_pool import PoolTimeout

from app.opslag.aanvragen import Aanvraagarchief
from app.opslag.laden.dossiers import Geladen, laad, vergrendel
from app.opslag.laden.leerbedrijven import laad_leerbedrijven
from app.opslag.laden.vooropleidingen import genoemde_nummers, vergrendel_vooropleidingen, vul_aan
from app.opslag.laden.wachtend import sluit_achterhaald, vergrendel_te_kiezen, vergrendel_wachtend
from app.opslag.laden.zoeken import Gevonden, vergrendel_namen, zoek
from app.opslag.schrijven.bewaren import Bewaarder
from app.opslag.verbindingen import WEG, is_weg
from domain.bronnen import Bronnen
from domain.fouten import TijdOverschreden
from domain.leveringen.resultaatinhoud import DiplomaInhoud
from domain.nummers import onderwijsnummer_van
from domain.poorten import BotsingError, OpslagWegError
from domain.verwerking import Stand

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Collection, Iterator, Sequence
    from datetime import date

    from psycopg import AsyncConnection
    from psycopg_pool import AsyncConnectionPool

    from app.opslag.referentie import Referentiebewaarder
    from app.opslag.schrijven.uitstel import StelUit
    from domain.aanroeper import Aanroeper
    from domain.keuze import TeKiezen
    from domain.leveringen.levering import Levering
    from domain.ontvangst import Ontvangst
    from domain.uitkomst import Uitkomst
    from domain.uitslag import Uitslag
    from domain.wachtend import Wacht, Wachtend

VERLOREN_RACE: Final = (errors.UniqueViolation, errors.DeadlockDetected, errors.SerializationFailure)
HERHAAL: Final = "Of een levering is verwerkt, blijkt door haar met hetzelfde kenmerk te herhalen."
DRUK: Final = "Het register is te druk."
IDS_PER_LEVERING: Final = 3  # the delivery itself, a person it may add, an object it may add; parts come beside them
# A plan is never made anew for other values (a dossier costs more to plan than to read), and never compiled (jit).
_WORD_SCHRIJVER: Final = b"""SELECT set_config('role', %s, true), set_config('statement_timeout', %s, true),
    set_config('lock_timeout', %s, true),
    set_config('plan_cache_mode', 'force_generic_plan', true), set_config('jit', 'off', true)"""
_TREK: Final = b"SELECT nextval('onderwijsnummer_volgnummer') FROM generate_series(1, %s)"
_BEZET: Final = b"""
    SELECT nummer FROM persoonsnummer WHERE nummer = ANY(%(nummers)s)
    UNION ALL SELECT nummer FROM vooropleiding WHERE nummer = ANY(%(nummers)s)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostgresOpslag:
    """Implements domain.poorten.Opslag; vandaag is the day in Europe/Amsterdam, time-outs are in ms."""

    pool: AsyncConnectionPool[AsyncConnection[Any]]
    rolprefix: str
    referentie: Referentiebewaarder
    vandaag: Callable[[], date]
    time_out: int
    time_out_slot: int
    stel_uit: StelUit

    @asynccontextmanager
    async def eenheid(self) -> AsyncIterator[PostgresWerk]:
        """Begin, and commit at the end; an error rolls back. Raises BotsingError, OpslagWegError, TijdOverschreden.

        In a pipeline: only an answer that is read is waited for, three times in a delivery instead of eight.
        """
        try:
            async with self.pool.connection() as verbinding, verbinding.pipeline(), verbinding.transaction():
                grenzen = (str(self.time_out), str(self.time_out_slot))
                await verbinding.execute(_WORD_SCHRIJVER, (f"{self.rolprefix}schrijver", *grenzen))
                yield PostgresWerk(opslag=self, verbinding=verbinding)
        except VERLOREN_RACE as fout:
            raise BotsingError from fout
        except PoolTimeout as fout:
            raise TijdOverschreden(f"{DRUK} {HERHAAL}") from fout
        except OperationalError as fout:
            if is_weg(fout):
                raise OpslagWegError(f"{WEG} {HERHAAL}") from fout
            raise

    async def vooruitblik(self, ontvangsten: Sequence[Ontvangst], aanroeper: Aanroeper) -> Stand:
        """Return what the register holds now, without locks and without using up ids."""
        async with self.eenheid() as werk:
            gevonden = await zoek(werk.verbinding, aanroeper.naam, ontvangsten, Bronnen(), nieuw=0)
            geladen = await laad(werk.verbinding, gevonden.personen)
            voorlopig = range(-1, -len(ontvangsten) - 1, -1)
            return await werk.stand_van(gevonden, geladen, voorlopig)


@dataclass(slots=True, kw_only=True)
class PostgresWerk:
    """Implements domain.poorten.Werk: one transaction as the writer."""

    opslag: PostgresOpslag
    verbinding: AsyncConnection[Any]
    _bewaarder: Bewaarder | None = field(init=False, default=None)

    async def stand(
        self,
        ontvangsten: Sequence[Ontvangst],
        aanroeper: Aanroeper,
        bronnen: Bronnen,
        nummers: Collection[str] = (),
    ) -> Stand:
        """Find, lock and load what these deliveries concern, and who these numbers lead to."""
        leveringen = [ontvangst.levering for ontvangst in ontvangsten]
        await vergrendel_namen(self.verbinding, leveringen)
        await vergrendel_vooropleidingen(self.verbinding, leveringen)
        nieuw = sum(IDS_PER_LEVERING + _onderdelen(levering) for levering in leveringen)
        gevonden = await zoek(self.verbinding, aanroeper.naam, ontvangsten, bronnen, nieuw=nieuw, nummers=nummers)
        await vergrendel(self.verbinding, gevonden.personen)
        geladen = await laad(self.verbinding, gevonden.personen)
        await vul_aan(self.verbinding, geladen, genoemde_nummers(leveringen))
        ids: Iterator[int] = iter(gevonden.nieuwe_ids)
        personen = [next(ids) for _ in ontvangsten]
        self._bewaarder = Bewaarder(
            verbinding=self.verbinding,
            geladen=geladen,
            nieuwe_ids=ids,
            bronnen=bronnen,
            aanroeper=aanroeper,
            stel_uit=self.opslag.stel_uit,
            vandaag=self.opslag.vandaag(),
        )
        stand = await self.stand_van(gevonden, geladen, personen)
        return replace(stand, leerbedrijven=await laad_leerbedrijven(self.verbinding, leveringen))

    async def stand_van(self, gevonden: Gevonden, geladen: Geladen, nieuwe_ids: Sequence[int]) -> Stand:
        """Return what was found and loaded, with the reference data of this moment."""
        return Stand(
            dossiers=geladen.dossiers,
            nummers=geladen.nummers,
            eerdere=gevonden.eerdere,
            nieuwe_ids=nieuwe_ids,
            referentie=await self.opslag.referentie.bij(self.verbinding, gevonden.referentieversie),
            vandaag=self.opslag.vandaag(),
        )

    async def wachtend(self, levering_id: int, op: Wacht) -> Wachtend | None:
        """Return a delivery while it waits for this, locked until the end of the transaction."""
        return await vergrendel_wachtend(self.verbinding, levering_id, op)

    async def is_achterhaald(self, levering_id: int, op: Wacht) -> bool:
        """Tell whether another delivery judged since what this one waits for, and close its work then."""
        return await sluit_achterhaald(self.verbinding, levering_id, op)

    async def te_kiezen(self, werk_id: int) -> TeKiezen | None:
        """Return work for IPO with its candidates, locked until the end of the transaction; None when there is none."""
        return await vergrendel_te_kiezen(self.verbinding, werk_id)

    @property
    def archief(self) -> Aanvraagarchief:
        """Where the decision itself is kept, in the same transaction."""
        return Aanvraagarchief(verbinding=self.verbinding)

    async def trek_nummers(self, aantal: int) -> Sequence[str]:
        """Draw free numbers: the sequence gives each once; those adopted, or waited for, are passed over."""
        vrij: list[str] = []
        while len(vrij) < aantal:
            volgnummers = await (await self.verbinding.execute(_TREK, (aantal - len(vrij),))).fetchall()
            getrokken = [nummer for (volgnummer,) in volgnummers if (nummer := onderwijsnummer_van(volgnummer))]
            bezet = {
                nummer for (nummer,) in await (await self.verbinding.execute(_BEZET, {"nummers": getrokken})).fetchall()
            }
            vrij += [nummer for nummer in getrokken if nummer not in bezet]
        return vrij

    async def bewaar(self, uitslagen: Sequence[Uitslag]) -> Sequence[Uitkomst]:
        """Store what the batch led to; RuntimeError before the stand was loaded."""
        if self._bewaarder is None:
            raise RuntimeError("nothing was loaded to judge on")
        return await self._bewaarder.bewaar(uitslagen)


def _onderdelen(levering: Levering) -> int:
    return sum(1 for _ in levering.onderdelen()) if isinstance(levering, DiplomaInhoud) else 0
