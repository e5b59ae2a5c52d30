"""Store the outcome of a batch: archive, register with its history, outcomes, messages and work, set by set."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from app.opslag.schrijven.erkenningen import bewaar_erkenningen
from app.opslag.schrijven.kandidaten import kandidaten_van
from app.opslag.schrijven.leerbedrijven import bewaar_leerbedrijven
from app.opslag.schrijven.leveringen import bericht_rijen, levering_rij, ontvangst_rij, uitkomst_rij, werk_rijen
from app.opslag.schrijven.opdrachten import als_json, voeg_toe, wijzig
from app.opslag.schrijven.register import Ronde
from app.opslag.schrijven.rondes import in_rondes, sleutels_van, stappen_van
from domain.leveringen.identificeren import Identificatie
from domain.uitkomst import Uitkomst
from domain.uitslag import Aard, Eerder
from domain.verwerking import GEREGISTREERD
from domain.wachtend import Wacht

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from psycopg import AsyncConnection

    from app.opslag.laden.dossiers import Geladen
    from app.opslag.schrijven.rondes import Objectsleutel, Stap
    from app.opslag.schrijven.uitstel import StelUit
    from domain.aanroeper import Aanroeper
    from domain.bronnen import Bronnen
    from domain.uitslag import Uitslag

Rij = dict[str, Any]
VASTGELEGD: Final = {Aard.NIEUW, Aard.VERVOLG}
ZONDER_ONTVANGST: Final = {Aard.PROEF, Aard.VERVOLG}
UITGESTELD: Final = (Wacht.BRP, Wacht.SBB)
# Of whom it turned out not to be the register keeps nothing.
_AFGEHANDELD: Final = b"""
    UPDATE werk SET afgehandeld_op = transaction_timestamp(), inhoud = inhoud || jsonb_build_object('kandidaten', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('id', k -> 'id')), '[]')
        FROM jsonb_array_elements(inhoud -> 'kandidaten') k))
    WHERE levering_id = ANY(%s) AND afgehandeld_op IS NULL
"""
_IDENTIFICATIES: Final = b"""
    INSERT INTO persoon_instelling (persoon_id, instelling, geidentificeerd_op, levering_id)
    SELECT persoon_id, instelling, transaction_timestamp(), levering_id
    FROM json_to_recordset(%s::json) AS r(persoon_id bigint, instelling text, levering_id bigint)
    ON CONFLICT (persoon_id, instelling) DO UPDATE SET
        geidentificeerd_op = excluded.geidentificeerd_op, levering_id = excluded.levering_id
"""


@dataclass(slots=True, kw_only=True)
class Bewaarder:
    """Stores one batch; nieuwe_ids are free ids of the register, one for every delivery and every row it may add."""

    verbinding: AsyncConnection[Any]
    geladen: Geladen
    nieuwe_ids: Iterator[int]
    bronnen: Bronnen
    aanroeper: Aanroeper
    stel_uit: StelUit
    vandaag: date

    async def bewaar(self, uitslagen: Sequence[Uitslag]) -> list[Uitkomst]:
        """Store every outcome but those of trials, and return what the sender hears, in the same order."""
        nieuw = [(self._id(uitslag), uitslag) for uitslag in uitslagen if uitslag.aard in VASTGELEGD]
        stappen = [stap for levering_id, uitslag in nieuw for stap in stappen_van(levering_id, uitslag)]
        objecten = self._objecten(stappen)
        leveringen = [(_over(levering_id, uitslag, objecten), uitslag) for levering_id, uitslag in nieuw]
        vastgelegd = {id(uitslag): ids for ids, uitslag in leveringen}
        await self._archiveer(uitslagen, vastgelegd)
        for stappen_in_ronde in in_rondes(stappen):
            ronde = Ronde(objecten, self.geladen.nummers)
            ronde.verzamel(stappen_in_ronde)
            await ronde.schrijf(self.verbinding)
        await self._identificaties(leveringen)
        await bewaar_leerbedrijven(self.verbinding, (uitslag for _, uitslag in nieuw), self.bronnen)
        await bewaar_erkenningen(self.verbinding, nieuw, self.vandaag)
        await self._uitkomsten(leveringen)
        return [_uitkomst(uitslag, vastgelegd, objecten) for uitslag in uitslagen]

    def _id(self, uitslag: Uitslag) -> int:
        """Return the id of the delivery: a new one, or that of the delivery that waited."""
        eerder = uitslag.eerder
        return eerder.levering_id if isinstance(eerder, Eerder) else next(self.nieuwe_ids)

    def _objecten(self, stappen: Iterable[Stap]) -> dict[Objectsleutel, int]:
        """Return the ids of all objects in play, with new ones for what is added."""
        objecten: dict[Objectsleutel, int] = {
            **self.geladen.inschrijving_ids,
            **self.geladen.bpv_ids,
            **self.geladen.resultaat_ids,
            **self.geladen.vooropleiding_ids,
        }
        for sleutel in chain.from_iterable(map(sleutels_van, stappen)):
            if sleutel not in objecten:
                objecten[sleutel] = next(self.nieuwe_ids) if sleutel[1] is not None else sleutel[0]
        return objecten

    async def _archiveer(self, uitslagen: Iterable[Uitslag], vastgelegd: Mapping[int, Rij]) -> None:
        rijen = [
            ontvangst_rij(uitslag, _eerste(uitslag, vastgelegd), self.aanroeper)
            for uitslag in uitslagen
            if uitslag.aard not in ZONDER_ONTVANGST
        ]
        await voeg_toe(self.verbinding, "ontvangst", rijen)

    async def _identificaties(self, leveringen: Iterable[tuple[Rij, Uitslag]]) -> None:
        """Note which institution identified whom, the last time it did."""
        rijen = {
            (ids["persoon_id"], uitslag.instelling): ids["id"]
            for ids, uitslag in leveringen
            if isinstance(uitslag.ontvangst.levering, Identificatie) and uitslag.status in GEREGISTREERD
        }
        if rijen:
            inhoud = [{"persoon_id": p, "instelling": brin, "levering_id": id_} for (p, brin), id_ in rijen.items()]
            await self.verbinding.execute(_IDENTIFICATIES, (als_json(inhoud),))

    async def _uitkomsten(self, leveringen: Sequence[tuple[Rij, Uitslag]]) -> None:
        nieuw = [(ids, uitslag) for ids, uitslag in leveringen if uitslag.aard is Aard.NIEUW]
        rijen = (levering_rij(uitslag, ids, self.aanroeper) for ids, uitslag in nieuw)
        await voeg_toe(self.verbinding, "levering", rijen)
        vervolg = [(ids, uitslag) for ids, uitslag in leveringen if uitslag.aard is Aard.VERVOLG]
        await self._vervolgen([uitkomst_rij(uitslag, ids) for ids, uitslag in vervolg])
        berichten = chain.from_iterable(bericht_rijen(uitslag, ids) for ids, uitslag in leveringen)
        await voeg_toe(self.verbinding, "bericht", berichten)
        kandidaten = await kandidaten_van(self.verbinding, (uitslag for _, uitslag in leveringen), self.geladen.nummers)
        werk = (werk_rijen(uitslag, ids, kandidaten) for ids, uitslag in leveringen)
        await self._werk(list(chain.from_iterable(werk)))

    async def _vervolgen(self, rijen: Sequence[Rij]) -> None:
        """Replace the outcome of what waited, which the historie keeps, and close the work that it was."""
        await wijzig(self.verbinding, "levering", ("id",), rijen)
        if rijen:
            await self.verbinding.execute(_AFGEHANDELD, ([rij["id"] for rij in rijen],))

    async def _werk(self, rijen: Sequence[Rij]) -> None:
        """Note what is left to be done, and queue in this transaction what a source has to be asked for."""
        await voeg_toe(self.verbinding, "werk", rijen)
        for wacht in UITGESTELD:
            if leveringen := [rij["levering_id"] for rij in rijen if rij["soort"] == wacht]:
                await self.stel_uit(self.verbinding, wacht, leveringen)


def _over(levering_id: int, uitslag: Uitslag, objecten: Mapping[Objectsleutel, int]) -> Rij:
    """Return the ids of a delivery and of what it is about."""
    persoon_id = uitslag.dossier.persoon_id if uitslag.dossier else None
    return {
        "id": levering_id,
        "persoon_id": persoon_id,
        "inschrijving_id": objecten.get((persoon_id or 0, uitslag.inschrijving)) if uitslag.inschrijving else None,
        "bpv_id": objecten.get((persoon_id or 0, uitslag.bpv)) if uitslag.bpv else None,
        "resultaat_id": objecten.get((persoon_id or 0, uitslag.resultaat)) if uitslag.resultaat else None,
    }


def _geldend(uitslag: Uitslag) -> Eerder | Uitslag:
    """Return the outcome that stands: of a repeat the first, of what waited the one that came of it."""
    return uitslag if uitslag.aard is Aard.VERVOLG else uitslag.eerder or uitslag


def _eerste(uitslag: Uitslag, vastgelegd: Mapping[int, Rij]) -> int | None:
    """Return the id of the delivery that a receipt belongs to: its own, or the first under its kenmerk."""
    eerder = _geldend(uitslag)
    return eerder.levering_id if isinstance(eerder, Eerder) else vastgelegd.get(id(eerder), {}).get("id")


def _uitkomst(uitslag: Uitslag, vastgelegd: Mapping[int, Rij], objecten: Mapping[Objectsleutel, int]) -> Uitkomst:
    """Return what the sender hears; of a repeat what was heard before, of another message only L02 and the first."""
    kenmerk, eerste = uitslag.ontvangst.geleverd_kenmerk, _eerste(uitslag, vastgelegd)
    eerder = _geldend(uitslag)
    if uitslag.aard is Aard.ANDER_BERICHT:
        return Uitkomst(kenmerk=kenmerk, status=uitslag.status, signalen=uitslag.signalen, levering_id=eerste)
    if isinstance(eerder, Eerder):
        mutaties = eerder.mutaties
        ids = _Ids(eerder.persoon_id, eerder.inschrijving_id, eerder.bpv_id, eerder.resultaat_id)
    else:
        mutaties = eerder.regels
        over = vastgelegd.get(id(eerder)) or _over(0, eerder, objecten)
        ids = _Ids(over["persoon_id"], over["inschrijving_id"], over["bpv_id"], over["resultaat_id"])
    return Uitkomst(
        kenmerk=kenmerk,
        status=eerder.status,
        signalen=eerder.signalen,
        mutaties=mutaties,
        levering_id=eerste,
        persoon_id=ids.persoon,
        inschrijving_id=ids.inschrijving,
        bpv_id=ids.bpv,
        resultaat_id=ids.resultaat,
    )


class _Ids(NamedTuple):
    """What a delivery is about, by the register's own ids."""

    persoon: int | None
    inschrijving: int | None
    bpv: int | None
    resultaat: int | None
