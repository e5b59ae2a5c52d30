"""What SBB said of leerbedrijven, at once or later (besluit 0055); a stub where it did not know or answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from app.opslag.schrijven.opdrachten import als_json
from domain.antwoord import Erkenningsantwoord
from domain.bpv import Bpv
from domain.uitslag import Aard

if TYPE_CHECKING:
    from collections.abc import Iterable

    from psycopg import AsyncConnection

    from domain.bronnen import Bronnen
    from domain.uitslag import Uitslag

Rij = dict[str, Any]
_BEWAAR: Final = b"""
    INSERT INTO leerbedrijf AS l (leerbedrijf_id, naam, postcode, huisnummer, plaats, gecontroleerd)
    SELECT leerbedrijf_id, naam, postcode, huisnummer, plaats, gecontroleerd FROM json_to_recordset(%s::json)
        AS r(leerbedrijf_id text, naam text, postcode text, huisnummer integer, plaats text, gecontroleerd boolean)
    ORDER BY leerbedrijf_id
    ON CONFLICT (leerbedrijf_id) DO UPDATE SET
        naam = excluded.naam, postcode = excluded.postcode, huisnummer = excluded.huisnummer,
        plaats = excluded.plaats, gecontroleerd = true
    WHERE excluded.gecontroleerd
        AND (l.naam, l.postcode, l.huisnummer, l.plaats, l.gecontroleerd)
        IS DISTINCT FROM (excluded.naam, excluded.postcode, excluded.huisnummer, excluded.plaats, true)
"""


async def bewaar_leerbedrijven(
    verbinding: AsyncConnection[Any], uitslagen: Iterable[Uitslag], bronnen: Bronnen
) -> None:
    """Keep the leerbedrijf of every BPV that is registered now, or was asked about later."""
    nodig = {bpv.leerbedrijf_id for uitslag in uitslagen for bpv in _bpvs(uitslag)}
    if nodig:
        bekend = {rij["leerbedrijf_id"]: rij for rij in _bekend(bronnen)}
        rijen = [bekend.get(leerbedrijf_id, _stub(leerbedrijf_id)) for leerbedrijf_id in sorted(nodig)]
        await verbinding.execute(_BEWAAR, (als_json(rijen),))


def _bpvs(uitslag: Uitslag) -> Iterable[Bpv]:
    yield from (mutatie.nieuw for mutatie in uitslag.mutaties if isinstance(mutatie.nieuw, Bpv))
    if uitslag.aard is Aard.VERVOLG and uitslag.dossier and uitslag.bpv:
        yield uitslag.dossier.bpvs[uitslag.bpv]


def _bekend(bronnen: Bronnen) -> Iterable[Rij]:
    for antwoord in bronnen.erkenningen.values():
        if isinstance(antwoord, Erkenningsantwoord) and antwoord.leerbedrijf is not None:
            leerbedrijf = antwoord.leerbedrijf
            yield {
                "leerbedrijf_id": leerbedrijf.leerbedrijf_id,
                "naam": leerbedrijf.naam,
                "postcode": leerbedrijf.postcode,
                "huisnummer": leerbedrijf.huisnummer,
                "plaats": leerbedrijf.plaats,
                "gecontroleerd": True,
            }


def _stub(leerbedrijf_id: str) -> Rij:
    leeg = dict.fromkeys(("naam", "postcode", "huisnummer", "plaats"))
    return {"leerbedrijf_id": leerbedrijf_id, **leeg, "gecontroleerd": False}
