"""Generated scalars and texts, straight into what reads them: a value or one of our own refusals, nothing else."""

from __future__ import annotations

import random
import time
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from graphql import GraphQLError, GraphQLScalarType

from domain.fouten import OngeldigVerzoek
from domain.nummers import Nummersoort, bevat_persoonsnummer, is_geldig, onderwijsnummer_van
from domain.tijd import OnvolledigeDatum, datum_uit_tekst
from resolvers.globale_id import ontleed
from schema.leveringen.bericht import Bericht
from schema.schema import KERN
from tests.proeven.fuzz.waarden import BEKEND, DAGEN, GETALLEN, IDS, MOMENTEN, VIJANDIG, VREEMD

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

TEKENS: Final = "0123456789-:TZ+. aé٣\0|;=ABC_"
ZAAD: Final = (*VIJANDIG, *DAGEN, *MOMENTEN, *IDS, *(tekst for teksten in BEKEND.values() for tekst in teksten))
MAG: Final = (GraphQLError, OngeldigVerzoek, ValueError)
"""How a reader refuses; that of a date is a ValueError, which its callers turn into a signal."""


def _lezers() -> Mapping[str, Callable[[Any], object]]:
    scalars = {naam: soort for naam, soort in KERN.type_map.items() if isinstance(soort, GraphQLScalarType)}
    op_tekst: dict[str, Callable[[str], object]] = {
        "OnvolledigeDatum.uit_tekst": OnvolledigeDatum.uit_tekst,
        "datum_uit_tekst": datum_uit_tekst,
        "ontleed": ontleed,
        "bevat_persoonsnummer": bevat_persoonsnummer,
        **{soort: lambda tekst, soort=soort: is_geldig(soort, tekst) for soort in Nummersoort},
    }
    return {
        **{naam: soort.parse_value for naam, soort in scalars.items()},
        **{naam: lambda waarde, lees=lees: lees(str(waarde)) for naam, lees in op_tekst.items()},
        "Bericht": lambda waarde: Bericht.van({"kenmerk": waarde}),
        "onderwijsnummer_van": lambda waarde: onderwijsnummer_van(hash(str(waarde)) % 10**8),
    }


def doe(*, seed: int, aantal: int) -> dict[str, Any]:
    """Read so many values; gives how many were read and refused, and what broke."""
    lot, lezers = random.Random(seed), _lezers()  # noqa: S311 - it must be repeatable
    namen, telling, bevindingen = list(lezers), Counter[str](), Counter[str]()
    begin = time.monotonic()
    for _ in range(aantal):
        naam, waarde = lot.choice(namen), _waarde(lot)
        try:
            lezers[naam](waarde)
            telling["gelezen"] += 1
        except MAG:
            telling["geweigerd"] += 1
        except Exception as fout:  # noqa: BLE001 - whatever it is, it is what we look for
            bevindingen[f"{naam}: {type(fout).__name__} bij {waarde!r}"[:200]] += 1
    seconden = round(time.monotonic() - begin, 1)
    return {"seed": seed, "aantal": aantal, "seconden": seconden, **telling, "bevindingen": dict(bevindingen)}


def _waarde(lot: random.Random) -> Any:  # noqa: ANN401 - JSON
    keuze = lot.random()
    if keuze < 0.1:
        return lot.choice((*VREEMD, *GETALLEN))
    tekst = lot.choice(ZAAD) if keuze < 0.7 else "".join(lot.choices(TEKENS, k=lot.randint(0, 30)))
    if tekst and keuze < 0.4:
        plaats = lot.randrange(len(tekst))
        tekst = tekst[:plaats] + lot.choice(TEKENS) + tekst[plaats + lot.randint(0, 1) :]
    return tekst
