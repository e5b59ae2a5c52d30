"""Between whom IPO has to choose, as kept until it has: whom the register holds by id, another as the BRP shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from app.opslag.schrijven.rijen import persoon_rij

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from psycopg import AsyncConnection

    from domain.uitslag import Uitslag

Rij = dict[str, Any]
_TREK: Final = b"SELECT nextval('register_id') FROM generate_series(1, %s)"


async def kandidaten_van(
    verbinding: AsyncConnection[Any], uitslagen: Iterable[Uitslag], bekend: Mapping[str, int]
) -> dict[str, Rij]:
    """Return the candidates of all outcomes by number; bekend: the ids of persons by number, below 0 of no person.

    Who is not in the register gets an id that nobody else will have, and keeps it when IPO chooses this one.
    """
    personen = {persoon.nummer[1]: persoon for uitslag in uitslagen for persoon in uitslag.kandidaten}
    nieuw = [nummer for nummer in personen if bekend.get(nummer, 0) <= 0]
    ids = await (await verbinding.execute(_TREK, (len(nieuw),))).fetchall() if nieuw else []
    return {
        **{nummer: {"id": bekend[nummer]} for nummer in personen if nummer not in nieuw},
        **{nummer: {"id": id_, **persoon_rij(personen[nummer])} for nummer, (id_,) in zip(nieuw, ids, strict=True)},
    }
