"""Bring the generated register into an empty database: one transaction, so that it is all there or nothing is."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from psycopg import AsyncConnection, sql

from app.generator.boek import IDS_PER_PERSOON
from app.generator.nummers import laatste_volgnummer
from app.generator.regels import KOLOMMEN, TABELLEN
from app.generator.verhaal import IN_GEBRUIK
from app.generator.wereld import PEIL, nieuwe_instellingen, nieuwe_licenties, wereld_van
from app.generator.werkers import blokken
from app.opslag.referentie import laad, lees_referentie

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.generator.blok import Blok
    from app.generator.wereld import Wereld

_PORTIE: Final = 10_000  # leerbedrijven in one statement
_SLOT: Final = "LOCK TABLE persoon, levering, ontvangst IN SHARE ROW EXCLUSIVE MODE"
_GEVULD: Final = (
    "SELECT EXISTS (SELECT FROM persoon) OR EXISTS (SELECT FROM levering) OR EXISTS (SELECT FROM ontvangst)"
)
_MAANDEN: Final = "SELECT maak_maanden('ontvangst', %s, %s)"
_REEKS: Final = "SELECT setval(%s, %s)"


class NietLeegFout(Exception):  # noqa: N818 - Dutch: Fout is what Error is in English
    """There are persons or deliveries in the register already; the text is for the person who started the command."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdracht:
    """What is asked: so many persons, by this seed; klaar hears of every block that is in."""

    personen: int
    seed: int
    klaar: Callable[[Blok], None]


async def genereer(eigenaar_url: str, opdracht: Opdracht) -> Counter[str]:
    """Fill the register at the owner's URL and return the rows per table; raises NietLeegFout, and ReferentieFout.

    The tables are migrated and the reference data are in. Nothing is dropped or switched off for speed: the database
    checks every constraint as it does for any other writer.
    """
    verbinding: AsyncConnection[Any]
    async with await AsyncConnection.connect(eigenaar_url) as verbinding:
        await _eis_leeg(verbinding)
        wereld = await _maak_wereld(verbinding, opdracht)
        aantallen = await _vul(verbinding, wereld, opdracht)
        await _zet_reeksen(verbinding, opdracht.personen)
    async with await AsyncConnection.connect(eigenaar_url, autocommit=True) as verbinding:
        tabellen = map(sql.Identifier, (*TABELLEN, "leerbedrijf", "erkenning"))
        await verbinding.execute(sql.SQL("VACUUM (ANALYZE) {}").format(sql.SQL(", ").join(tabellen)))
    return aantallen


async def _eis_leeg(verbinding: AsyncConnection[Any]) -> None:
    """Keep other writers out until the end, and refuse when there was one before."""
    await verbinding.execute(_SLOT)
    if await _waarde(verbinding, _GEVULD):
        raise NietLeegFout(
            "Het register is niet leeg: er staan al personen of leveringen in. Kies een andere map met --data."
        )


async def _maak_wereld(verbinding: AsyncConnection[Any], opdracht: Opdracht) -> Wereld:
    """Add the institutions and leerbedrijven, and return the world with those that were there."""
    referentie = await lees_referentie(verbinding)
    instellingen = nieuwe_instellingen(referentie)
    licenties = nieuwe_licenties(referentie, instellingen, opdracht.seed)
    await laad(verbinding, {"instelling": _rijen(instellingen), "licentie": _rijen(licenties)})
    wereld = wereld_van(await lees_referentie(verbinding), seed=opdracht.seed, personen=opdracht.personen)
    for begin in range(0, wereld.leerbedrijven, _PORTIE):
        plaatsen = range(begin, min(begin + _PORTIE, wereld.leerbedrijven))
        await laad(verbinding, _leerbedrijven(wereld, plaatsen))
    return wereld


def _rijen(gegevens: Iterable[Any]) -> list[dict[str, Any]]:
    return [asdict(een) for een in gegevens]


def _leerbedrijven(wereld: Wereld, plaatsen: range) -> dict[str, list[dict[str, Any]]]:
    rijen = _rijen(map(wereld.leerbedrijf, plaatsen))
    return {
        "erkenning": [
            {"leerbedrijf_id": rij["leerbedrijf_id"], **erkenning}
            for rij in rijen
            for erkenning in rij.pop("erkenningen")
        ],
        "leerbedrijf": rijen,
    }


async def _vul(verbinding: AsyncConnection[Any], wereld: Wereld, opdracht: Opdracht) -> Counter[str]:
    maanden = 12 * (PEIL.year - IN_GEBRUIK.year) + PEIL.month - IN_GEBRUIK.month + 1
    await verbinding.execute(_MAANDEN, (IN_GEBRUIK, maanden))
    xid = str(await _waarde(verbinding, "SELECT pg_current_xact_id()"))
    aantallen: Counter[str] = Counter()
    with blokken(wereld, opdracht.personen, xid) as reeks:
        for blok in reeks:
            await _kopieer(verbinding, blok)
            aantallen.update(blok.aantallen)
            opdracht.klaar(blok)
    return aantallen


async def _kopieer(verbinding: AsyncConnection[Any], blok: Blok) -> None:
    for tabel in TABELLEN:
        if rijen := blok.rijen.get(tabel):
            kolommen = sql.SQL(", ").join(map(sql.Identifier, KOLOMMEN[tabel]))
            opdracht = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(tabel), kolommen)
            async with verbinding.cursor() as cursor, cursor.copy(opdracht) as kopie:
                await kopie.write(rijen)


async def _zet_reeksen(verbinding: AsyncConnection[Any], personen: int) -> None:
    """Set the sequences past what was used, so that the register itself goes on from there."""
    await verbinding.execute(_REEKS, ("register_id", (personen + 1) * IDS_PER_PERSOON))
    if (laatste := laatste_volgnummer(personen)) is not None:
        await verbinding.execute(_REEKS, ("onderwijsnummer_volgnummer", laatste))


async def _waarde(verbinding: AsyncConnection[Any], vraag: str) -> Any:  # noqa: ANN401 - of any type
    rij = await (await verbinding.execute(vraag)).fetchone()
    if rij is None:
        raise AssertionError("a SELECT without FROM has one row")
    return rij[0]
