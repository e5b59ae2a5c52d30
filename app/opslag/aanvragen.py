"""Requests of every kind in storage: the receipt in the archive, and the kenmerk that counts once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from app.opslag.schrijven.opdrachten import als_json
from app.opslag.schrijven.uitkomst_json import regel_van, signaal_json, signaal_van
from domain.aanvraag import Aanvraaguitkomst, EerdereAanvraag
from domain.codes import AanvraagSoort, Verwerkingsstatus
from domain.uitkomst import Uitkomst

if TYPE_CHECKING:
    from psycopg import AsyncConnection

    from domain.aanroeper import Aanroeper
    from domain.aanvraag import Aanvraagontvangst, Soort

_ARCHIVEER: Final = b"""
    INSERT INTO ontvangst (instelling, afzender, gebruiker, kenmerk, soort, bericht, hash)
    VALUES (%s, %s, %s, %s, %s, %s, %s)
"""
_HOUD_VAST: Final = b"SELECT pg_advisory_xact_lock(hashtextextended('aanvraag ' || %s || ' ' || %s, 0))"
_EERDERE: Final = b"""
    SELECT a.soort, a.hash, a.status, a.signalen, o.id, a.levering_id
    FROM aanvraag a LEFT JOIN overzicht o ON o.aanvraag_id = a.id
    WHERE a.afzender = %s AND a.kenmerk = %s
"""
_BEWAAR: Final = b"""
    INSERT INTO aanvraag (afzender, kenmerk, soort, hash, gebruiker, instelling, status, signalen, levering_id)
    VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s) RETURNING id
"""

_GEVOLG: Final = b"SELECT mutaties, persoon_id FROM levering WHERE id = %s"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanvraagarchief:
    """What every request does in its transaction, as the writer."""

    verbinding: AsyncConnection[Any]

    async def archiveer(self, aanroeper: Aanroeper, ontvangst: Aanvraagontvangst[Soort]) -> None:
        """Keep the receipt as it came in."""
        wie = (ontvangst.instelling(aanroeper), aanroeper.naam, aanroeper.gebruiker)
        wat = (ontvangst.kenmerk, ontvangst.aanvraag.soort, ontvangst.bericht, ontvangst.hash)
        await self.verbinding.execute(_ARCHIVEER, (*wie, *wat))

    async def eerdere(self, aanroeper: Aanroeper, ontvangst: Aanvraagontvangst[Soort]) -> EerdereAanvraag | None:
        """Return the request that took this kenmerk before; the lock keeps others from taking it meanwhile."""
        sleutel = (aanroeper.naam, ontvangst.kenmerk)
        if ontvangst.kenmerk is None:
            return None
        await self.verbinding.execute(_HOUD_VAST, sleutel)
        rij = await (await self.verbinding.execute(_EERDERE, sleutel)).fetchone()
        return _eerdere(ontvangst.kenmerk, rij) if rij else None

    async def bewaar(
        self, aanroeper: Aanroeper, ontvangst: Aanvraagontvangst[Soort], uitkomst: Aanvraaguitkomst
    ) -> int:
        """Store the request with its outcome; return its id."""
        wat = (aanroeper.naam, ontvangst.kenmerk, ontvangst.aanvraag.soort, ontvangst.hash, aanroeper.gebruiker)
        signalen = als_json([signaal_json(signaal) for signaal in uitkomst.signalen])
        rij = (*wat, ontvangst.instelling(aanroeper), uitkomst.status, signalen, uitkomst.levering_id)
        return int(await enige(self.verbinding, _BEWAAR, rij))

    async def gevolg(self, uitkomst: Aanvraaguitkomst) -> Uitkomst:
        """Return the outcome of a decision that was stored, with what it did to its delivery."""
        rij = await (await self.verbinding.execute(_GEVOLG, (uitkomst.levering_id,))).fetchone()
        mutaties, persoon_id = rij if rij and uitkomst.status is not Verwerkingsstatus.AFGEKEURD else ([], None)
        return Uitkomst(
            kenmerk=uitkomst.kenmerk,
            status=uitkomst.status,
            signalen=uitkomst.signalen,
            mutaties=tuple(map(regel_van, mutaties)),
            levering_id=uitkomst.levering_id,
            persoon_id=persoon_id,
        )


async def enige(verbinding: AsyncConnection[Any], opdracht: bytes, waarden: Any) -> Any:  # noqa: ANN401 - parameters, and a value
    """Return the one value of a statement that always answers with one row."""
    rij = await (await verbinding.execute(opdracht, waarden)).fetchone()
    if rij is None:
        raise AssertionError("a statement that always answers with one row")
    return rij[0]


def _eerdere(kenmerk: str, rij: tuple[Any, ...]) -> EerdereAanvraag:
    soort, hash_, status, signalen, overzicht_id, levering_id = rij
    return EerdereAanvraag(
        soort=AanvraagSoort(soort),
        hash=hash_,
        uitkomst=Aanvraaguitkomst(
            kenmerk=kenmerk,
            status=Verwerkingsstatus(status),
            signalen=tuple(map(signaal_van, signalen)),
            overzicht_id=overzicht_id,
            levering_id=levering_id,
        ),
    )
