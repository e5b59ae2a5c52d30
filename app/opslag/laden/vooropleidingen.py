"""What there is of prior education when some is delivered: of persons, and waiting under numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from app.opslag.schrijven.vooropleidingen import vergrendel_nummers, vooropleiding_van
from domain.dossier import Dossier
from domain.feit import aanwezig
from domain.leveringen.aanleveren_vooropleiding import AanleverenVooropleiding

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from psycopg import AsyncConnection

    from app.opslag.laden.dossiers import Geladen
    from domain.leveringen.levering import Levering

_LEES: Final = b"SELECT row_to_json(v) FROM vooropleiding v WHERE persoon_id = ANY(%s) OR nummer = ANY(%s)"


def genoemde_nummers(leveringen: Iterable[Levering]) -> set[str]:
    """Return the numbers that deliveries of prior education name."""
    sleutels = (levering.persoon for levering in leveringen if isinstance(levering, AanleverenVooropleiding))
    return {sleutel.nummer[1] for sleutel in sleutels if sleutel.nummer is not None and aanwezig(sleutel.nummer[1])}


async def vergrendel_vooropleidingen(verbinding: AsyncConnection[Any], leveringen: Iterable[Levering]) -> None:
    """Lock the numbers that may come to wait, before anyone looks who is known by them."""
    await vergrendel_nummers(verbinding, genoemde_nummers(leveringen))


async def vul_aan(verbinding: AsyncConnection[Any], geladen: Geladen, nummers: Iterable[str]) -> None:
    """Add what there is of these numbers to the dossiers loaded; one that waits has an id that is never kept."""
    if not (gezocht := sorted(nummers)):
        return
    personen = sorted({geladen.nummers[nummer] for nummer in gezocht if nummer in geladen.nummers})
    rijen = [rij async for (rij,) in await verbinding.execute(_LEES, (personen, gezocht))]
    wachtend = {rij["nummer"]: -plaats for plaats, rij in enumerate(rijen, 1) if rij["nummer"] is not None}
    for nummer, voorlopig in wachtend.items():
        geladen.dossiers[voorlopig] = Dossier(id=voorlopig, wacht_op=nummer)
        geladen.nummers[nummer] = voorlopig
    for dossier_id in (*personen, *wachtend.values()):
        _voeg_toe(geladen, dossier_id, [rij for rij in rijen if _van(rij, wachtend) == dossier_id])


def _van(rij: Mapping[str, Any], wachtend: Mapping[str, int]) -> int:
    return int(wachtend[rij["nummer"]] if rij["persoon_id"] is None else rij["persoon_id"])


def _voeg_toe(geladen: Geladen, dossier_id: int, rijen: Sequence[Mapping[str, Any]]) -> None:
    vooropleidingen = [(rij["id"], vooropleiding_van(rij)) for rij in rijen]
    geladen.vooropleiding_ids.update({(dossier_id, een.sleutel): id_ for id_, een in vooropleidingen})
    gevuld = replace(geladen.dossiers[dossier_id], vooropleidingen={een.sleutel: een for _, een in vooropleidingen})
    geladen.dossiers[dossier_id] = gevuld
