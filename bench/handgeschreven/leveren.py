"""A new enrolment by hand: the statements of the register's write path, sent as few times, and no control at all."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, Final

import rfc8785

from app.opslag import eenheid
from app.opslag.laden import dossiers, zoeken
from app.opslag.schrijven.opdrachten import voeg_toe

if TYPE_CHECKING:
    from psycopg import AsyncConnection
    from psycopg_pool import AsyncConnectionPool

    from domain.aanroeper import Aanroeper

Rij = dict[str, Any]
_INSCHRIJVING: Final = {
    "datumInschrijving": "datum_inschrijving",
    "datumUitschrijvingGepland": "datum_uitschrijving_gepland",
    "datumUitschrijvingWerkelijk": "datum_uitschrijving_werkelijk",
    "redenUitschrijving": "reden_uitschrijving",
    "hoogsteVooropleiding": "hoogste_vooropleiding",
}
_PERIODE: Final = {
    "datumBegin": "datum_begin",
    "opleidingcode": "opleidingcode",
    "leertraject": "leertraject",
    "niveau": "niveau",
    "indicatieBekostigbaar": "indicatie_bekostigbaar",
    "leerroute": "leerroute",
    "leerroutefase": "leerroutefase",
    "onderwijsaanbieder": "onderwijsaanbieder",
    "onderwijslocatie": "onderwijslocatie",
    "locatiecodeVsv": "locatiecode_vsv",
}


async def lever(
    pool: AsyncConnectionPool[AsyncConnection[Any]], rolprefix: str, aanroeper: Aanroeper, invoer: Rij
) -> bytes:
    """Register the enrolment and return the answer that the register gives."""
    bericht = rfc8785.dumps(invoer)
    async with pool.connection() as verbinding, verbinding.pipeline(), verbinding.transaction():
        await verbinding.execute(eenheid._WORD_SCHRIJVER, (f"{rolprefix}schrijver", "20000", "5000"))  # noqa: SLF001 - the same statement
        gevonden = await verbinding.execute(zoeken._ZOEK, _vraag(aanroeper, invoer))  # noqa: SLF001 - the same statement
        _, nummers, _, _, (levering_id, inschrijving_id), _ = await anext(gevonden)
        personen = sorted(nummers.values())
        await verbinding.execute(dossiers._VERGRENDEL, (personen,))  # noqa: SLF001 - the same statement
        await (await verbinding.execute(dossiers._LEES, (personen,))).fetchall()  # noqa: SLF001 - the same statement
        ids = {"persoon_id": personen[0], "inschrijving_id": inschrijving_id, "levering_id": levering_id}
        hash_ = hashlib.sha256(bericht).hexdigest()
        for tabel, rijen in _rijen(aanroeper, invoer, ids, bericht.decode(), hash_).items():
            await voeg_toe(verbinding, tabel, rijen)
    uitkomst = {"kenmerk": invoer["kenmerk"], "status": "GOEDGEKEURD", "signalen": []}
    return json.dumps({"data": {"aanleverenInschrijving": uitkomst}}, separators=(",", ":")).encode()


def _vraag(aanroeper: Aanroeper, invoer: Rij) -> Rij:
    return {
        "afzender": aanroeper.naam,
        "kenmerken": [invoer["kenmerk"]],
        "nummers": [invoer["persoon"]["burgerservicenummer"]],
        "ids": [],
        "namen": "[]",
        "meest": 1,
        "nieuw": 2,
    }


def _rijen(aanroeper: Aanroeper, invoer: Rij, ids: Rij, bericht: str, hash_: str) -> dict[str, list[Rij]]:
    """Return the rows of each table, with the columns that the register writes."""
    eigenaar = {"persoon_id": ids["persoon_id"], "instelling": aanroeper.instelling}
    afzender = {"afzender": aanroeper.naam, "gebruiker": aanroeper.gebruiker, "kenmerk": invoer["kenmerk"]}
    soort = {"soort": "AANLEVEREN_INSCHRIJVING"}
    inschrijving = {kolom: invoer.get(naam) for naam, kolom in _INSCHRIJVING.items()}
    volgnummer = invoer["inschrijvingvolgnummer"]
    return {
        "ontvangst": [
            {"levering_id": ids["levering_id"], **eigenaar, **afzender, **soort, "bericht": bericht, "hash": hash_}
        ],
        "inschrijving": [
            {
                "id": ids["inschrijving_id"],
                **eigenaar,
                **inschrijving,
                "versie": 1,
                "inschrijvingvolgnummer": volgnummer,
                "levering_id": ids["levering_id"],
            }
        ],
        "inschrijvingsperiode": [
            {
                "inschrijving_id": ids["inschrijving_id"],
                **eigenaar,
                "levering_id": ids["levering_id"],
                **{kolom: periode.get(naam) for naam, kolom in _PERIODE.items()},
            }
            for periode in invoer["perioden"]
        ],
        "levering": [
            {
                "id": ids["levering_id"],
                **eigenaar,
                "inschrijving_id": ids["inschrijving_id"],
                "bpv_id": None,
                "levering_id": ids["levering_id"],
                **afzender,
                **soort,
                "hash": hash_,
                "beheer": False,
                "reden": None,
                "accountantsmutatie": False,
                "status": "GOEDGEKEURD",
                "signalen": [],
                "mutaties": [_mutatie(invoer)],
            }
        ],
    }


def _mutatie(invoer: Rij) -> Rij:
    velden = [
        {"veld": naam, "oud": None, "nieuw": waarde if isinstance(waarde, str) else json.dumps(waarde)}
        for naam, waarde in invoer.items()
        if naam not in {"kenmerk", "persoon"}
    ]
    return {
        "register": "INSCHRIJVINGEN",
        "soort": "TOEVOEGEN",
        "entiteit": "Inschrijving",
        "sleutel": invoer["inschrijvingvolgnummer"],
        "velden": velden,
    }
