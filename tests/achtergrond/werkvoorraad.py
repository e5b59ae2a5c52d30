"""What IPO sees of work, and how it decides."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any, Final

from tests.klant import UITKOMST

if TYPE_CHECKING:
    from tests.klant import Klant

Json = dict[str, Any]
KANDIDAAT: Final = "id burgerservicenummer onderwijsnummer voornamen geslachtsnaam adres { postcode } leeftijd(op: $op)"
WERK: Final = f"""
    id soort aangemaaktOp toelichting afgehandeldOp levering {{ id kenmerk status }} kandidaten {{ {KANDIDAAT} }}
"""
VOORRAAD: Final = f"""
query Voorraad($soort: WerkSoort, $op: Date!) {{
  werkvoorraad(soort: $soort) {{ totalCount edges {{ node {{ {WERK} }} }} }}
}}
"""
EEN: Final = f"query Een($id: ID!, $op: Date!) {{ node(id: $id) {{ ... on Werk {{ {WERK} }} }} }}"
HANDEL_AF: Final = f"""
mutation Af($input: AfhandelenIdentificatieInput!) {{
  uitkomst: afhandelenIdentificatie(input: $input) {{ {UITKOMST} persoon {{ id burgerservicenummer onderwijsnummer }} }}
}}
"""
OP: Final = "2026-01-01"
_volgende: Final = count(1)


def voorraad(ipo: Klant, soort: str | None = None) -> list[Json]:
    """The work that is still to be done."""
    gevonden = ipo.vraag(VOORRAAD, soort=soort, op=OP)["werkvoorraad"]
    assert gevonden["totalCount"] == len(gevonden["edges"])
    return [edge["node"] for edge in gevonden["edges"]]


def toon(ipo: Klant, werk: Json) -> Json:
    """One piece of work as it is now."""
    return dict(ipo.vraag(EEN, id=werk["id"], op=OP)["node"])


def beslissing(werk: Json, persoon: Json | None = None, **anders: object) -> Json:
    """The decision as IPO sends it; persoon None is left out: none of the candidates."""
    gewoon = {"kenmerk": f"af-{next(_volgende)}", "werkId": werk["id"], "reden": "gebeld met de school"}
    return {**gewoon, **({"persoon": persoon} if persoon else {}), **anders}


def handel_af(ipo: Klant, werk: Json, persoon: Json | None = None, **anders: object) -> Json:
    """Decide; return the outcome."""
    return dict(ipo.vraag(HANDEL_AF, input=beslissing(werk, persoon, **anders))["uitkomst"])
