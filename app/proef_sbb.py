"""The SBB test environment as a process: it serves the leerbedrijven of this register, as they are when asked.

Run it with `python -m app.proef_sbb --port 8002`; BRON_PROEF_SBB_DATABASE_URL says where they stand, and
BRON_PROEF_SBB_ROL which role may read them when the account itself may not.
"""

from __future__ import annotations

import argparse
import os
import sys
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

import psycopg
from psycopg.rows import dict_row

from app.bronnen.proef import SBB_DATABASE_URL, SBB_ROL
from app.bronnen.proef.proces import draai, voeg_opties_toe
from app.bronnen.proef.sbb import maak_app
from domain.codes import ErkenningStatus
from domain.leerbedrijf import Erkenning, Leerbedrijf

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

# Stubs (not gecontroleerd) are what the register does not know from SBB: SBB does not know them either.
_LEES: Final = """
    select b.leerbedrijf_id, b.naam, b.postcode, b.huisnummer, b.plaats,
           e.opleidingcode, e.status, e.datum_begin, e.datum_einde
    from leerbedrijf b left join erkenning e using (leerbedrijf_id)
    where b.gecontroleerd and {}
    order by b.leerbedrijf_id, e.opleidingcode, e.datum_begin
"""
_OP_ID: Final = _LEES.format("b.leerbedrijf_id = any(%(ids)s)")
_OP_POSTCODE: Final = _LEES.format(
    "upper(replace(b.postcode, ' ', '')) = %(postcode)s"
    " and (%(huisnummer)s::int is null or b.huisnummer = %(huisnummer)s)"
)


class DatabaseLeerbedrijven:
    """Implements Leerbedrijvenbron with one short connection per question."""

    def __init__(self, url: str, rol: str | None = None) -> None:
        self._url = url
        self._opties = f"-c role={rol}" if rol else ""

    async def op_id(self, ids: Collection[str]) -> Mapping[str, Leerbedrijf]:
        """Return the known ones by id."""
        gevonden = await self._lees(_OP_ID, ids=list(ids))
        return {leerbedrijf.leerbedrijf_id: leerbedrijf for leerbedrijf in gevonden}

    async def op_postcode(self, postcode: str, huisnummer: int | None) -> Sequence[Leerbedrijf]:
        """Return those at an address."""
        return await self._lees(_OP_POSTCODE, postcode=postcode, huisnummer=huisnummer)

    async def _lees(self, opdracht: str, **parameters: object) -> list[Leerbedrijf]:
        async with await psycopg.AsyncConnection.connect(
            self._url, options=self._opties, row_factory=dict_row
        ) as verbinding:
            rijen = await (await verbinding.execute(opdracht, parameters)).fetchall()
        return [_leerbedrijf(list(groep)) for _, groep in groupby(rijen, itemgetter("leerbedrijf_id"))]


def _leerbedrijf(rijen: Sequence[dict[str, Any]]) -> Leerbedrijf:
    velden = ("leerbedrijf_id", "naam", "postcode", "huisnummer", "plaats")
    return Leerbedrijf(
        **{veld: rijen[0][veld] for veld in velden},
        erkenningen=tuple(_erkenning(rij) for rij in rijen if rij["opleidingcode"]),
    )


def _erkenning(rij: dict[str, Any]) -> Erkenning:
    return Erkenning(
        opleidingcode=rij["opleidingcode"],
        status=ErkenningStatus(rij["status"]),
        datum_begin=rij["datum_begin"],
        datum_einde=rij["datum_einde"],
    )


def main() -> None:
    """Run the test environment as a process."""
    parser = argparse.ArgumentParser(prog="python -m app.proef_sbb", description="Proefomgeving van SBB")
    voeg_opties_toe(parser)
    opties = parser.parse_args()
    url = os.environ.get(SBB_DATABASE_URL)
    if url is None:
        sys.exit(f"{SBB_DATABASE_URL} ontbreekt")
    draai(maak_app(DatabaseLeerbedrijven(url, os.environ.get(SBB_ROL))), opties)


if __name__ == "__main__":
    main()
