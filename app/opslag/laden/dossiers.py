"""Whole dossiers of persons, at all institutions, in one statement; with the ids that storage knows objects by."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from app.opslag.schrijven.resultaatrijen import resultaten_van
from app.opslag.schrijven.rijen import bpv_van, inschrijving_van, persoon_van
from domain.dossier import Dossier
from domain.resultaat import ResultaatSleutel

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from psycopg import AsyncConnection

    from domain.bpv import Bpv, BpvSleutel
    from domain.inschrijving import Inschrijving, InschrijvingSleutel
    from domain.vooropleiding import VooropleidingSleutel

_VERGRENDEL: Final = b"SELECT id FROM persoon WHERE id = ANY(%s) ORDER BY id FOR NO KEY UPDATE"
_LEES: Final = b"""
    SELECT row_to_json(p),
        (SELECT coalesce(json_agg(pi.instelling), '[]') FROM persoon_instelling pi WHERE pi.persoon_id = p.id),
        (SELECT coalesce(json_agg(pn.nummer), '[]') FROM persoonsnummer pn WHERE pn.persoon_id = p.id),
        (SELECT coalesce(json_agg(i), '[]') FROM (
            SELECT i.*,
                (SELECT coalesce(json_agg(ip ORDER BY ip.datum_begin), '[]') FROM inschrijvingsperiode ip
                    WHERE ip.inschrijving_id = i.id) AS perioden,
                (SELECT coalesce(json_agg(eo ORDER BY eo.datum_begin), '[]') FROM extra_ondersteuning eo
                    WHERE eo.inschrijving_id = i.id) AS extra_ondersteuning,
                (SELECT coalesce(json_agg(b), '[]') FROM bpv b WHERE b.inschrijving_id = i.id) AS bpvs
            FROM inschrijving i WHERE i.persoon_id = p.id
        ) i),
        (SELECT coalesce(json_agg(r), '[]') FROM resultaat r WHERE r.persoon_id = p.id)
    FROM persoon p WHERE p.id = ANY(%s)
"""


@dataclass(frozen=True, slots=True)
class Geladen:
    """Dossiers by id, the numbers that resolve to them, and the ids of what is in them, parts of diplomas too."""

    dossiers: dict[int, Dossier] = field(default_factory=dict)
    nummers: dict[str, int] = field(default_factory=dict)
    inschrijving_ids: dict[tuple[int, InschrijvingSleutel], int] = field(default_factory=dict)
    bpv_ids: dict[tuple[int, BpvSleutel], int] = field(default_factory=dict)
    resultaat_ids: dict[tuple[int, ResultaatSleutel], int] = field(default_factory=dict)
    vooropleiding_ids: dict[tuple[int, VooropleidingSleutel], int] = field(default_factory=dict)


async def vergrendel(verbinding: AsyncConnection[Any], personen: Collection[int]) -> None:
    """Lock the persons in order of id, so that two batches never wait for each other."""
    if personen:
        await verbinding.execute(_VERGRENDEL, (sorted(personen),))


async def laad(verbinding: AsyncConnection[Any], personen: Collection[int]) -> Geladen:
    """Load the dossiers of these persons."""
    geladen = Geladen()
    if personen:
        async for persoon, instellingen, nummers, inschrijvingen, resultaten in await verbinding.execute(
            _LEES, (sorted(personen),)
        ):
            _voeg_toe(geladen, persoon, instellingen, inschrijvingen, resultaten)
            geladen.nummers.update(dict.fromkeys(nummers, persoon["id"]))
    return geladen


def _voeg_toe(
    geladen: Geladen,
    persoon: Mapping[str, Any],
    instellingen: list[str],
    rijen: list[Mapping[str, Any]],
    resultaatrijen: list[Mapping[str, Any]],
) -> None:
    inschrijvingen: dict[InschrijvingSleutel, Inschrijving] = {}
    bpvs: dict[BpvSleutel, Bpv] = {}
    for rij in rijen:
        inschrijving = inschrijving_van(rij)
        inschrijvingen[inschrijving.sleutel] = inschrijving
        geladen.inschrijving_ids[persoon["id"], inschrijving.sleutel] = rij["id"]
        for bpv_rij in rij["bpvs"]:
            bpv = bpv_van(bpv_rij, inschrijving.sleutel)
            bpvs[bpv.sleutel] = bpv
            geladen.bpv_ids[persoon["id"], bpv.sleutel] = bpv_rij["id"]
    for resultaatrij in resultaatrijen:
        sleutel = ResultaatSleutel(resultaatrij["instelling"], resultaatrij["resultaatvolgnummer"])
        geladen.resultaat_ids[persoon["id"], sleutel] = resultaatrij["id"]
    volgnummers = {rij["id"]: rij["inschrijvingvolgnummer"] for rij in rijen}
    geladen.dossiers[persoon["id"]] = Dossier(
        id=persoon["id"],
        persoon=persoon_van(persoon),
        geidentificeerd_door=frozenset(instellingen),
        inschrijvingen=inschrijvingen,
        bpvs=bpvs,
        resultaten={resultaat.sleutel: resultaat for resultaat in resultaten_van(resultaatrijen, volgnummers)},
    )
