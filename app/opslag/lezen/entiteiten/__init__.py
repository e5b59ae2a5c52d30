"""The entities of the contract, a file per subject; their names are those of the GraphQL types in snake_case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.opslag.lezen.entiteiten.bericht import BERICHT
from app.opslag.lezen.entiteiten.bpv import BPV
from app.opslag.lezen.entiteiten.dossier import IPO_STUDENTENDOSSIER, MBO_STUDENTENDOSSIER
from app.opslag.lezen.entiteiten.inschrijving import INSCHRIJVING
from app.opslag.lezen.entiteiten.inschrijvingsperiode import EXTRA_ONDERSTEUNING, INSCHRIJVINGSPERIODE
from app.opslag.lezen.entiteiten.levering import LEVERING, ONTVANGST
from app.opslag.lezen.entiteiten.overzicht import CONTROLETOTALEN, OVERZICHT
from app.opslag.lezen.entiteiten.persoon import ADRES, NATIONALITEIT, PERSOON, VERBLIJFSTITEL
from app.opslag.lezen.entiteiten.referentie import ERKENNING, INSTELLING, KEUZEDEEL, LEERBEDRIJF, OPLEIDING
from app.opslag.lezen.entiteiten.resultaat import (
    AMVB_ONDERDEEL,
    DIPLOMA,
    GENERIEK_EXAMENONDERDEEL,
    KEUZEDEEL_RESULTAAT,
    RESULTAAT,
)
from app.opslag.lezen.entiteiten.signaal import PARAMETER, SIGNAAL, SIGNAALTELLING
from app.opslag.lezen.entiteiten.stageplek import STAGEPLEKBEZETTING
from app.opslag.lezen.entiteiten.vooropleiding import VOOROPLEIDING, VOOROPLEIDING_VAK
from app.opslag.lezen.entiteiten.webhook import WEBHOOK
from app.opslag.lezen.entiteiten.werk import WERK
from app.opslag.lezen.entiteiten.wortel import PERSOONSNUMMER, QUERY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.opslag.lezen.entiteit import Entiteit

_ALLE = (
    ADRES, AMVB_ONDERDEEL, BERICHT, BPV, CONTROLETOTALEN, DIPLOMA, ERKENNING, EXTRA_ONDERSTEUNING,
    GENERIEK_EXAMENONDERDEEL, INSCHRIJVING, INSCHRIJVINGSPERIODE, INSTELLING, IPO_STUDENTENDOSSIER, KEUZEDEEL,
    KEUZEDEEL_RESULTAAT, LEERBEDRIJF, LEVERING, MBO_STUDENTENDOSSIER, NATIONALITEIT, ONTVANGST, OPLEIDING,
    OVERZICHT, PARAMETER, PERSOON, PERSOONSNUMMER, QUERY, RESULTAAT, SIGNAAL, SIGNAALTELLING,
    STAGEPLEKBEZETTING, VERBLIJFSTITEL, VOOROPLEIDING, VOOROPLEIDING_VAK, WEBHOOK, WERK,
)  # fmt: skip
ENTITEITEN: Final[Mapping[str, Entiteit]] = {entiteit.naam: entiteit for entiteit in _ALLE}
