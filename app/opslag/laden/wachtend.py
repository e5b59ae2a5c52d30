"""A delivery that waits, out of the archive: the receipt as it came in, once, by the one who has it in hand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from app.opslag.schrijven.opdrachten import als_json
from app.opslag.schrijven.rijen import persoon_van
from domain.aanroeper import Aanroeper
from domain.codes import LeveringSoort
from domain.keuze import Kandidaat, TeKiezen
from domain.ontvangst import Ontvangst
from domain.tijd import AMSTERDAM
from domain.wachtend import Wacht, Wachtend

if TYPE_CHECKING:
    from psycopg import AsyncConnection

# Both are locked: who waited for the lock sees the work as the other left it, and finds nothing to do any more.
_VERGRENDEL: Final = b"""
    SELECT l.id FROM levering l JOIN werk w ON w.levering_id = l.id
    WHERE l.id = %s AND w.soort = %s AND w.afgehandeld_op IS NULL FOR UPDATE OF l, w
"""
_LEES: Final = b"""
    SELECT l.soort, l.persoon_id, o.bericht, l.hash, l.afzender, l.gebruiker, l.ontvangen_op,
        (SELECT row_to_json(h) FROM persoon_historie h
            WHERE h.id = l.persoon_id AND h.bekend_vanaf <= l.ontvangen_op AND h.bekend_tot > l.ontvangen_op
            ORDER BY h.bekend_vanaf DESC LIMIT 1)
    FROM levering l JOIN ontvangst o ON o.levering_id = l.id AND o.ontvangen_op = l.ontvangen_op AND o.hash = l.hash
    WHERE l.id = %s LIMIT 1
"""

_SLUIT_ACHTERHAALD: Final = b"""
    UPDATE werk w SET afgehandeld_op = transaction_timestamp()
    WHERE levering_id = %s AND soort = 'SBB_UITGESTELD' AND afgehandeld_op IS NULL AND NOT EXISTS (
        SELECT FROM signaal s
        WHERE s.bpv_id = (w.inhoud ->> 'bpv_id')::bigint AND s.code = 'B11' AND s.levering_id = w.levering_id)
    RETURNING id
"""
_VERGRENDEL_WERK: Final = b"""
    SELECT l.id, w.afgehandeld_op IS NOT NULL, w.persoon_id, w.inhoud -> 'kandidaten'
    FROM levering l JOIN werk w ON w.levering_id = l.id
    WHERE w.id = %s AND w.soort = 'IDENTIFICATIE' FOR UPDATE OF l, w
"""
# A candidate whom the register did not know may have become known since, by another road and under another id.
_KANDIDATEN: Final = b"""
    SELECT k.id, array_remove(array_agg(n.nummer) || k.bsn, NULL), coalesce(p.burgerservicenummer, k.bsn),
        p.id IS NOT NULL
    FROM (
        SELECT coalesce(n.persoon_id, r.id) AS id, r.burgerservicenummer AS bsn
        FROM json_to_recordset(%s::json) AS r(id bigint, burgerservicenummer text)
        LEFT JOIN persoonsnummer n ON n.nummer = r.burgerservicenummer
    ) k LEFT JOIN persoonsnummer n ON n.persoon_id = k.id LEFT JOIN persoon p ON p.id = k.id
    GROUP BY k.id, k.bsn, p.id ORDER BY k.id
"""


async def vergrendel_wachtend(verbinding: AsyncConnection[Any], levering_id: int, op: Wacht) -> Wachtend | None:
    """Lock a delivery while it waits for this, and return it; LookupError when the archive does not hold it any more.

    It comes before the locks on names and persons, for everybody who goes on with a delivery alike.
    """
    if await (await verbinding.execute(_VERGRENDEL, (levering_id, op))).fetchone() is None:
        return None
    return await _lees(verbinding, levering_id)


async def sluit_achterhaald(verbinding: AsyncConnection[Any], levering_id: int, op: Wacht) -> bool:
    """Close work for SBB when B11 of this delivery stands no longer on the placement; tell whether it was so."""
    rij = await (await verbinding.execute(_SLUIT_ACHTERHAALD, (levering_id,))).fetchone() if op is Wacht.SBB else None
    return rij is not None


async def vergrendel_te_kiezen(verbinding: AsyncConnection[Any], werk_id: int) -> TeKiezen | None:
    """Lock an identification that IPO has to decide, decided or not, and return it with its candidates."""
    rij = await (await verbinding.execute(_VERGRENDEL_WERK, (werk_id,))).fetchone()
    if rij is None:
        return None
    levering_id, afgehandeld, persoon_id, kandidaten = rij
    gevonden = await (await verbinding.execute(_KANDIDATEN, (als_json(kandidaten),))).fetchall()
    return TeKiezen(
        levering_id=levering_id,
        wachtend=await _lees(verbinding, levering_id),
        afgehandeld=afgehandeld,
        persoon_id=persoon_id,
        kandidaten=tuple(
            Kandidaat(id=id_, nummers=frozenset(nummers), burgerservicenummer=bsn, bekend=bekend)
            for id_, nummers, bsn, bekend in gevonden
        ),
    )


async def _lees(verbinding: AsyncConnection[Any], levering_id: int) -> Wachtend:
    rij = await (await verbinding.execute(_LEES, (levering_id,))).fetchone()
    if rij is None:
        raise LookupError("the receipt of a delivery that waits is gone")
    soort, persoon_id, bericht, hash_, afzender, gebruiker, ontvangen_op, toen = rij
    return Wachtend(
        ontvangst=Ontvangst.van(LeveringSoort(soort), _invoer(bericht, persoon_id), bericht, hash_),
        aanroeper=Aanroeper.van_naam(afzender, gebruiker),
        ontvangen_op=ontvangen_op.astimezone(AMSTERDAM).date(),
        toen=persoon_van(toen) if toen else None,
    )


def _invoer(bericht: str, persoon_id: int | None) -> dict[str, Any]:
    """Return the input, with the register's own number of its person: an id of the API is not read here."""
    invoer: dict[str, Any] = json.loads(bericht)
    return {**invoer, "persoon": {"id": persoon_id}} if "persoon" in invoer else invoer
