"""Asking for an overview as a school does, and the worker beside it."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import httpx

    from tests.klant import Klant
    from tests.werkplaats import Werkplaats

Json = dict[str, Any]
OVERZICHT: Final = """
    id soort status voortgang bestandsnaam url omvangBytes sha256 fout van totEnMet aangevraagdOp aangemaaktOp
    studiejaar bekostigingsjaar instelling { brin } controletotalen { deelnames }
"""
AANVRAAG: Final = f"""
mutation Aanvraag($input: RegistratieoverzichtInput!) {{
  aanvragenRegistratieoverzicht(input: $input) {{
    kenmerk status signalen {{ code pad tekst }} overzicht {{ {OVERZICHT} }}
  }}
}}
"""
_volgende: Final = count(1)


def aanvraag(**anders: object) -> Json:
    gewoon = {"kenmerk": f"ro-{next(_volgende)}", "van": "2025-08-01", "totEnMet": "2026-07-31"}
    return {naam: waarde for naam, waarde in {**gewoon, **anders}.items() if waarde is not None}


def vraag_aan(klant: Klant, **anders: object) -> Json:
    """Ask for an overview; return the outcome."""
    return dict(klant.vraag(AANVRAAG, input=aanvraag(**anders))["aanvragenRegistratieoverzicht"])


def toon(klant: Klant, overzicht: Json) -> Json | None:
    """The overview as it is now; None when the caller does not see it."""
    vraag = f"query Toon($id: ID!) {{ node(id: $id) {{ ... on Overzicht {{ {OVERZICHT} }} }} }}"
    gevonden: Json | None = klant.vraag(vraag, id=overzicht["id"])["node"]
    return gevonden


def haal(klant: Klant, pad: str, **koppen: str) -> httpx.Response:
    """Fetch a file with the token alone."""
    return klant.lus.doe(klant.http.get(pad, headers={"Authorization": f"Bearer {klant.token}", **koppen}))


def maak(klant: Klant, werkplaats: Werkplaats, **anders: object) -> tuple[Json, list[str]]:
    """Ask for an overview and have it made; return it, and its lines."""
    overzicht = vraag_aan(klant, **anders)["overzicht"]
    werkplaats.werk()
    gemaakt = toon(klant, overzicht)
    assert gemaakt
    assert gemaakt["status"] == "GEREED", gemaakt
    return gemaakt, haal(klant, gemaakt["url"]).text.splitlines()
