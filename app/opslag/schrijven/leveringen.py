"""The archive of receipts and the outcome of deliveries, as rows; and what waits for a source or for a human."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.opslag.schrijven.uitkomst_json import regel_json, signaal_json
from domain.wachtend import waarop_wacht

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from domain.aanroeper import Aanroeper
    from domain.uitslag import Uitslag

Rij = dict[str, Any]


def ontvangst_rij(uitslag: Uitslag, levering_id: int | None, aanroeper: Aanroeper) -> Rij:
    """Return the receipt as it came in; levering_id is that of the first receipt under its kenmerk."""
    ontvangst = uitslag.ontvangst
    return {
        "levering_id": levering_id,
        "persoon_id": uitslag.dossier.persoon_id if uitslag.dossier else None,
        "instelling": uitslag.instelling or aanroeper.instelling,
        "afzender": aanroeper.naam,
        "gebruiker": aanroeper.gebruiker,
        "kenmerk": ontvangst.kenmerk,
        "soort": ontvangst.levering.soort,
        "bericht": ontvangst.bericht,
        "hash": ontvangst.hash,
    }


def levering_rij(uitslag: Uitslag, ids: Rij, aanroeper: Aanroeper) -> Rij:
    """Return the delivery with its outcome; ids hold its own id and those of what it is about."""
    levering = uitslag.ontvangst.levering
    beheer = levering.beheer
    return {
        **uitkomst_rij(uitslag, ids),
        "afzender": aanroeper.naam,
        "gebruiker": aanroeper.gebruiker,
        "kenmerk": uitslag.ontvangst.kenmerk,
        "soort": levering.soort,
        "hash": uitslag.ontvangst.hash,
        "instelling": uitslag.instelling,
        "beheer": beheer is not None,
        "reden": str(beheer.reden) if beheer and isinstance(beheer.reden, str) else None,
        "accountantsmutatie": levering.accountantsmutatie,
    }


def uitkomst_rij(uitslag: Uitslag, ids: Rij) -> Rij:
    """Return what may change of a delivery: its outcome, and what it turned out to be about."""
    return {
        **ids,
        "levering_id": ids["id"],
        "status": uitslag.status,
        "signalen": [signaal_json(signaal) for signaal in uitslag.signalen],
        "mutaties": [regel_json(regel) for regel in uitslag.regels],
    }


def bericht_rijen(uitslag: Uitslag, ids: Rij) -> Iterator[Rij]:
    """Yield the messages that the delivery leads to."""
    for bericht in uitslag.berichten:
        yield {
            "soort": bericht.soort,
            "instelling": bericht.instelling,
            "persoon_id": ids["persoon_id"],
            "inschrijving_id": ids["inschrijving_id"],
            "resultaat_id": ids["resultaat_id"],
            "levering_id": ids["id"],
            "inhoud": bericht.inhoud,
        }


def werk_rijen(uitslag: Uitslag, ids: Rij, kandidaten: Mapping[str, Rij]) -> Iterator[Rij]:
    """Yield what is left to be done: to identify when the BRP is back, to choose, or to ask SBB again.

    kandidaten: as they are kept, by number.
    """
    for wacht in sorted(waarop_wacht(uitslag)):
        yield {
            "soort": wacht,
            "levering_id": ids["id"],
            "persoon_id": ids["persoon_id"],
            "instelling": uitslag.instelling,
            "inhoud": {
                "kandidaten": [kandidaten[persoon.nummer[1]] for persoon in uitslag.kandidaten],
                "bpv_id": ids["bpv_id"],
            },
        }
