"""The signals that stay with an enrolment, a BPV or a result: those of the delivery that judged it last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from app.opslag.schrijven.opdrachten import als_json
from app.opslag.schrijven.uitkomst_json import signaal_json
from domain.bpv import BpvSleutel
from domain.inschrijving import InschrijvingSleutel
from domain.resultaat import ResultaatSleutel
from domain.signalen import SignaalSoort

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from psycopg import AsyncConnection

    from app.opslag.schrijven.rondes import Stap

Rij = dict[str, Any]
_KOLOM: Final = {InschrijvingSleutel: "inschrijving_id", BpvSleutel: "bpv_id", ResultaatSleutel: "resultaat_id"}
VAN_LEVERINGEN: Final = (SignaalSoort.MELDING, SignaalSoort.FOUTMELDING)
"""What deliveries say of what is registered: a FOUTMELDING only when it came afterwards (besluit 0055)."""
_VERWIJDER: Final = b"""
    DELETE FROM signaal s
    USING (SELECT set_config('bron.beeindigd_door', %s, true) OFFSET 0) AS beeindigd,
        json_to_recordset(%s::json)
            AS r(inschrijving_id bigint, bpv_id bigint, resultaat_id bigint, soorten text[], codes text[])
    WHERE (s.inschrijving_id = r.inschrijving_id OR s.bpv_id = r.bpv_id OR s.resultaat_id = r.resultaat_id)
        AND (r.codes IS NULL OR s.code = ANY(r.codes)) AND (r.soorten IS NULL OR s.soort = ANY(r.soorten))
"""


async def verwijder_signalen(
    verbinding: AsyncConnection[Any], rijen: Iterable[Rij], beeindigd_door: Mapping[int, int]
) -> None:
    """Delete signals per object, all of them or those of the given soorten and codes."""
    if rijen := list(rijen):
        await verbinding.execute(_VERWIJDER, (als_json(beeindigd_door), als_json(rijen)))


def vervallen(stap: Stap, object_id: int) -> list[Rij]:
    """Return which signals on the object lapse; none where there was no object before.

    A delivery judges anew what deliveries said: quality signals stay, until the next look or the end of the object.
    """
    if _draagt_niets(stap) or (stap.mutatie is not None and stap.mutatie.oud is None):
        return []
    houder = _houder(stap, object_id)
    if _is_weg(stap):
        return [{**houder, "soorten": None, "codes": None}]
    herziet = stap.uitslag.ontvangst.levering.herziet
    return [{**houder, "soorten": VAN_LEVERINGEN, "codes": None if herziet is None else sorted(herziet)}]


def signaal_rijen(stap: Stap, object_id: int) -> list[Rij]:
    """Return the rows of the signals on the object; some bear none, and none stay on what is deleted.

    volgorde is that of the catalogue, for signals of an earlier delivery may stand beside them.
    """
    sleutel = stap.sleutel[1]
    if _draagt_niets(stap) or _is_weg(stap):
        return []
    inschrijving = sleutel.inschrijving if isinstance(sleutel, BpvSleutel) else sleutel
    vast = {
        "persoon_id": stap.sleutel[0],
        "instelling": inschrijving.instelling,
        "levering_id": stap.levering_id,
        **_houder(stap, object_id),
    }
    return [
        {**vast, "volgorde": signaal.definitie.volgorde, "ipo": None, **signaal_json(signaal)}
        for signaal in stap.uitslag.signalen
        if signaal.soort in VAN_LEVERINGEN
    ]


def _draagt_niets(stap: Stap) -> bool:
    """Tell whether no signals stay on such an object: a person, or prior education."""
    return type(stap.sleutel[1]) not in _KOLOM


def _houder(stap: Stap, object_id: int) -> Rij:
    houder = _KOLOM[type(stap.sleutel[1])]
    return {kolom: object_id if kolom == houder else None for kolom in _KOLOM.values()}


def _is_weg(stap: Stap) -> bool:
    return stap.mutatie is not None and stap.mutatie.nieuw is None
