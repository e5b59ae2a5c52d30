"""What every judgement on deliveries shares: the sources are asked before it, and a lost race is run again."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final, TypeVar

from domain.bronnen import Bronnen
from domain.poorten import BotsingError
from domain.uitgifte import Uitgifte

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from domain.bronnen import Vraagboek
    from domain.poorten import Brp, Sbb, Werk

POGINGEN: Final = 5
GEDULD: Final = 20.0
"""Seconds for all questions to one source: five hundred that each wait in vain are a source out of reach (P06, B11)."""

Vraag = TypeVar("Vraag")
Antwoord = TypeVar("Antwoord")
Gevonden = TypeVar("Gevonden")


async def beantwoord(vraagboek: Vraagboek, brp: Brp, sbb: Sbb) -> Bronnen:
    """Ask BRP and SBB all that was noted: they can be slow, so never while locks are held."""
    if vraagboek.is_leeg:
        return Bronnen()
    op_nummer, gezocht, erkenningen = await asyncio.gather(
        _op_tijd(brp.op_nummer(vraagboek.nummers)),
        _op_tijd(brp.zoek(vraagboek.zoekvragen)),
        _op_tijd(sbb.erkenningen(vraagboek.erkenningsvragen)),
    )
    return Bronnen(op_nummer=op_nummer, gezocht=gezocht, erkenningen=erkenningen)


async def met_nummers(werk: Werk, oordeel: Callable[[Uitgifte], Gevonden]) -> Gevonden:
    """Judge, and once more with as many free onderwijsnummers as it turned out to need."""
    uitgifte = Uitgifte()
    gevonden = oordeel(uitgifte)
    return oordeel(Uitgifte(await werk.trek_nummers(uitgifte.tekort))) if uitgifte.tekort else gevonden


async def herhaal_bij_botsing(poging: Callable[[], Awaitable[Gevonden]]) -> Gevonden:
    """Try until no other writer was first; raises BotsingError after five times."""
    for _ in range(POGINGEN - 1):
        try:
            return await poging()
        except BotsingError:
            continue
    return await poging()


async def _op_tijd(antwoorden: Awaitable[Mapping[Vraag, Antwoord]]) -> Mapping[Vraag, Antwoord]:
    """Return the answers of a source; none when all together they take longer than a request can wait."""
    try:
        async with asyncio.timeout(GEDULD):
            return await antwoorden
    except TimeoutError:
        return {}
