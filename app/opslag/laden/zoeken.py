"""Which persons and stored deliveries a batch concerns: by number, by own id, by name and birth date, by kenmerk."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from app.opslag.schrijven.uitkomst_json import regel_van, signaal_van
from domain.antwoord import Bronantwoord
from domain.codes import LeveringSoort, Verwerkingsstatus
from domain.feit import FeitOntbreekt, aanwezig
from domain.leveringen.identificeren import Identificatie
from domain.leveringen.levering import PersoonLevering
from domain.leveringen.verwerken_persoonsmutatie import VerwerkenPersoonsmutatie
from domain.persoon import Persoon, naamsleutel
from domain.uitslag import Eerder

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from psycopg import AsyncConnection

    from domain.bronnen import Bronnen
    from domain.leveringen.levering import Levering
    from domain.ontvangst import Ontvangst
    from domain.tijd import OnvolledigeDatum

MEEST_GELIJKENDEN: Final = 100
_ZOEK: Final = b"""
    SELECT
        (SELECT coalesce(json_agg(l), '[]') FROM (
            SELECT id, kenmerk, soort, hash, status, signalen, mutaties, persoon_id, inschrijving_id, bpv_id,
                resultaat_id
            FROM levering WHERE afzender = %(afzender)s AND kenmerk = ANY(%(kenmerken)s)
        ) l),
        (SELECT coalesce(json_object_agg(nummer, persoon_id), '{}') FROM persoonsnummer
            WHERE nummer = ANY(%(nummers)s)),
        (SELECT coalesce(json_agg(id), '[]') FROM persoon WHERE id = ANY(%(ids)s)),
        (SELECT coalesce(json_agg(g.id), '[]')
            FROM json_to_recordset(%(namen)s::json) AS n(sleutel text, datums text[]), LATERAL (
                SELECT id FROM persoon p WHERE p.naamsleutel = n.sleutel AND p.geboortedatum LIKE ANY(n.datums)
                ORDER BY id LIMIT %(meest)s
            ) g),
        (SELECT coalesce(json_agg(nextval('register_id')), '[]') FROM generate_series(1, %(nieuw)s)),
        (SELECT coalesce(max(versie), 0) FROM referentieversie)
"""
_SLOT_OP_NAAM: Final = b"""
    SELECT pg_advisory_xact_lock(hashtextextended(naam, 0)) FROM unnest(%s::text[]) naam ORDER BY naam
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gevonden:
    """What a batch concerns: stored deliveries by kenmerk, persons by number, ids of all persons, and fresh ids.

    referentieversie is that of the reference data now, found on the way.
    """

    eerdere: Mapping[str, Eerder]
    nummers: Mapping[str, int]
    personen: frozenset[int]
    nieuwe_ids: tuple[int, ...]
    referentieversie: int


async def zoek(
    verbinding: AsyncConnection[Any],
    afzender: str,
    ontvangsten: Sequence[Ontvangst],
    bronnen: Bronnen,
    *,
    nieuw: int,
    nummers: Collection[str] = (),
) -> Gevonden:
    """Find what a batch concerns, in one statement; nieuw is the number of fresh ids to draw.

    nummers: those it concerns beside what it names itself and what the sources answered.
    """
    leveringen = [ontvangst.levering for ontvangst in ontvangsten]
    vraag = {
        "afzender": afzender,
        "kenmerken": [ontvangst.kenmerk for ontvangst in ontvangsten if ontvangst.kenmerk is not None],
        "nummers": sorted({*_nummers(leveringen), *_nummers_uit(bronnen), *nummers}),
        "ids": sorted(_eigen_ids(leveringen)),
        "namen": json.dumps([{"sleutel": sleutel, "datums": datums} for sleutel, datums in _namen(leveringen)]),
        "meest": MEEST_GELIJKENDEN,
        "nieuw": nieuw,
    }
    rij = await (await verbinding.execute(_ZOEK, vraag)).fetchone()
    if rij is None:
        raise AssertionError("a SELECT without FROM has one row")
    leveringen_rijen, op_nummer, eigen, gelijkend, nieuwe_ids, versie = rij
    return Gevonden(
        eerdere={gevonden["kenmerk"]: _eerder(gevonden) for gevonden in leveringen_rijen},
        nummers=op_nummer,
        personen=frozenset((*op_nummer.values(), *eigen, *gelijkend)),
        nieuwe_ids=tuple(nieuwe_ids),
        referentieversie=versie,
    )


async def vergrendel_namen(verbinding: AsyncConnection[Any], leveringen: Iterable[Levering]) -> None:
    """Let two writers that identify the same name and birth date go one after the other: never two numbers for one."""
    namen = sorted({f"{sleutel}|{datums[0]}" for sleutel, datums in _namen(leveringen)})
    if namen:
        await verbinding.execute(_SLOT_OP_NAAM, (namen,))


def _nummers(leveringen: Iterable[Levering]) -> Iterator[str]:
    for levering in leveringen:
        if isinstance(levering, Identificatie):
            genoemd: tuple[str | None, ...] = (levering.burgerservicenummer, levering.onderwijsnummer)
        elif isinstance(levering, VerwerkenPersoonsmutatie):
            genoemd = (levering.burgerservicenummer, levering.nieuw_burgerservicenummer)
        elif isinstance(levering, PersoonLevering):
            genoemd = (levering.persoon.burgerservicenummer, levering.persoon.onderwijsnummer)
        else:
            continue
        yield from (nummer for nummer in genoemd if nummer is not None and aanwezig(nummer))


def _nummers_uit(bronnen: Bronnen) -> Iterator[str]:
    zoekresultaten = (gevonden for gevonden in bronnen.gezocht.values() if not isinstance(gevonden, Bronantwoord))
    for persoon in (*bronnen.op_nummer.values(), *chain.from_iterable(zoekresultaten)):
        if isinstance(persoon, Persoon) and persoon.burgerservicenummer is not None:
            yield persoon.burgerservicenummer


def _eigen_ids(leveringen: Iterable[Levering]) -> Iterator[int]:
    for levering in leveringen:
        if isinstance(levering, PersoonLevering) and levering.persoon.id is not None and aanwezig(levering.persoon.id):
            yield levering.persoon.id


def _namen(leveringen: Iterable[Levering]) -> Iterator[tuple[str, list[str]]]:
    """Yield name key and patterns of birth dates of who is identified without a number."""
    for levering in leveringen:
        if isinstance(levering, Identificatie) and levering.nummer is None:
            try:
                persoon = levering.als_persoon()
                yield naamsleutel(persoon.geslachtsnaam), list(_patronen(persoon.geboortedatum))
            except FeitOntbreekt:
                continue


def _patronen(datum: OnvolledigeDatum) -> Iterator[str]:
    """Yield what a registered birth date may look like to agree with this one, itself first."""
    jaar = f"{datum.jaar:04}" if datum.jaar else "____"
    maand = f"{datum.maand:02}" if datum.maand else "__"
    dag = f"{datum.dag:02}" if datum.dag else "__"
    yield f"{jaar}-{maand}-{dag}"
    yield f"{jaar}-{maand}-00"
    yield f"{jaar}-00-00"
    yield "0000-00-00"


def _eerder(rij: Mapping[str, Any]) -> Eerder:
    return Eerder(
        levering_id=rij["id"],
        soort=LeveringSoort(rij["soort"]),
        hash=rij["hash"],
        status=Verwerkingsstatus(rij["status"]),
        signalen=tuple(map(signaal_van, rij["signalen"])),
        mutaties=tuple(map(regel_van, rij["mutaties"])),
        persoon_id=rij["persoon_id"],
        inschrijving_id=rij["inschrijving_id"],
        bpv_id=rij["bpv_id"],
        resultaat_id=rij["resultaat_id"],
    )
