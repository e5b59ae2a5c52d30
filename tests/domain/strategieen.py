"""Deliveries of every kind about two students, good and bad: what may happen in a batch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from hypothesis import strategies as st

from tests.domain import bouw
from tests.domain.bouw import Invoer, periode, steun
from tests.domain.wereld import (
    BEDRIJF,
    GASTHEER,
    HORECA_DOMEIN,
    INGETROKKEN,
    KOK,
    NIET_BESTAAND,
    NIEUWKOMER,
    ONBEKENDE,
    REKENEN_2F,
    STUDENT,
    TAAL_2F,
)

if TYPE_CHECKING:
    from collections.abc import Callable

DATUMS: Final = st.sampled_from(
    [
        "2025-08-01",
        "2025-09-01",
        "2025-10-01",
        "2026-01-31",
        "2026-02-01",
        "2027-07-31",
        "2025-02-30",
        "0001-01-01",
        "9999-12-31",
    ]
)
MISSCHIEN_DATUM: Final = st.none() | DATUMS
VOLGNUMMERS: Final = st.sampled_from(["1", "2", "2-"])
PERSONEN: Final = st.sampled_from(
    [{"burgerservicenummer": nummer} for nummer in (STUDENT, NIEUWKOMER, NIET_BESTAAND, "999900007", "9" * 21)]
    + [{"onderwijsnummer": ONBEKENDE}, {"id": 1}]
)
CODES: Final = st.sampled_from([KOK, GASTHEER, HORECA_DOMEIN, "99999"])
PERIODEN: Final = st.lists(
    st.builds(
        periode,
        DATUMS,
        opleidingcode=CODES,
        leertraject=st.sampled_from(["BOL", "BBL", "OVO"]),
        niveau=st.sampled_from([None, "MBO_2"]),
        indicatieBekostigbaar=st.booleans(),
    ),
    max_size=3,
)
STEUN: Final = st.lists(st.builds(steun, DATUMS, MISSCHIEN_DATUM), max_size=2)
_KOP: Final = {
    "persoon": PERSONEN,
    "inschrijvingvolgnummer": VOLGNUMMERS,
    "kenmerk": st.integers(0, 10**6).map("h{}".format),
}
_VERSIE: Final = _KOP | {"verwachteVersie": st.none() | st.integers(1, 2)}
_INSCHRIJVING: Final = _VERSIE | {
    "datumInschrijving": DATUMS,
    "datumUitschrijvingGepland": DATUMS,
    "datumUitschrijvingWerkelijk": MISSCHIEN_DATUM,
    "redenUitschrijving": st.sampled_from([None, "01", "99"]),
    "perioden": PERIODEN,
    "extraOndersteuning": st.none() | STEUN,
}
_BPV: Final = _VERSIE | {
    "bpvvolgnummer": VOLGNUMMERS,
    "datumBegin": DATUMS,
    "datumEindeWerkelijk": MISSCHIEN_DATUM,
    "omvang": st.sampled_from([None, 0, 400]),
    "leerbedrijfId": st.sampled_from([BEDRIJF, INGETROKKEN, "0"]),
    "opleidingcode": st.none() | CODES,
    "keuzedeelcode": st.sampled_from([None, "K0001"]),
}
NUMMERS: Final = st.sampled_from(["1", "2", "13", "4"])
CIJFERS: Final = st.sampled_from([None, "5.4", "7.4", "11", "x"])
GEO: Final = st.builds(
    bouw.geo,
    NUMMERS,
    st.sampled_from([TAAL_2F, REKENEN_2F, "9999"]),
    st.sampled_from([None, 5, 6, 11]),
    cijferInstellingsexamen=CIJFERS,
)
KZD: Final = st.builds(
    bouw.kzd, NUMMERS, st.sampled_from(["K0001", "K9999"]), certificaat=st.sampled_from([None, True])
)
AMO: Final = st.builds(bouw.amo, NUMMERS, certificaat=st.sampled_from([None, True]))
_RESULTAAT: Final = {
    "kenmerk": _KOP["kenmerk"],
    "persoon": PERSONEN,
    "verwachteVersie": _VERSIE["verwachteVersie"],
}
_BEHAALD: Final = _RESULTAAT | {"inschrijvingvolgnummer": st.none() | VOLGNUMMERS, "datumResultaat": DATUMS}
_DIPLOMA: Final = _BEHAALD | {
    "resultaatvolgnummer": NUMMERS,
    "opleidingcode": CODES,
    "indicatieBekostigbaar": st.booleans(),
    "generiekeExamenonderdelen": st.none() | st.lists(GEO, max_size=2),
    "keuzedelen": st.none() | st.lists(KZD, max_size=2),
}
_LOS: Final = _BEHAALD | {
    "resultaat": st.one_of(
        st.fixed_dictionaries({"generiekExamenonderdeel": GEO}),
        st.fixed_dictionaries({"keuzedeel": KZD}),
        st.fixed_dictionaries({"amvbOnderdeel": AMO}),
    )
}
_IDENTIFICATIE: Final = {
    "kenmerk": _KOP["kenmerk"],
    "geslachtsnaam": st.sampled_from([None, "Bakker", "Jansen", "de Wit"]),
    "voornamen": st.sampled_from([None, "Anna", "Eva"]),
    "geboortedatum": st.sampled_from(["2005-06-15", "2005-06-00", "2005-13-01"]),
    "geslacht": st.sampled_from(["M", "V"]),
    "adres": st.sampled_from([None, bouw.ADRES]),
}
_BSN: Final = st.sampled_from([None, STUDENT, NIEUWKOMER, NIET_BESTAAND])


def _levering(bouwer: Callable[..., Invoer], **velden: st.SearchStrategy[Any]) -> st.SearchStrategy[Invoer]:
    """Deliveries of a kind; a field that is not drawn is the ordinary one."""
    geleverd = st.fixed_dictionaries({"kenmerk": velden.pop("kenmerk")}, optional=velden)
    return geleverd.map(lambda anders: bouwer(**anders))


LEVERINGEN: Final[st.SearchStrategy[Invoer]] = st.one_of(
    _levering(bouw.aanleveren, **_INSCHRIJVING),
    _levering(bouw.wijzigen, **_INSCHRIJVING),
    _levering(bouw.uitschrijven, **_VERSIE, datumUitschrijvingWerkelijk=DATUMS),
    _levering(bouw.verwijderen, **_VERSIE),
    _levering(bouw.ondersteunen, **_KOP, perioden=STEUN),
    _levering(bouw.ondersteuning_weg, **_KOP, datumBegin=DATUMS),
    _levering(bouw.aanleveren_bpv, **_BPV),
    _levering(bouw.wijzigen_bpv, **_BPV),
    _levering(bouw.verwijderen_bpv, **_VERSIE, bpvvolgnummer=VOLGNUMMERS),
    _levering(bouw.aanleveren_diploma, **_DIPLOMA),
    _levering(bouw.wijzigen_diploma, **_DIPLOMA),
    _levering(bouw.verwijderen_diploma, **_RESULTAAT, resultaatvolgnummer=NUMMERS),
    _levering(bouw.aanleveren_resultaat, **_LOS),
    _levering(bouw.wijzigen_resultaat, **_LOS),
    _levering(bouw.verwijderen_resultaat, **_RESULTAAT, resultaatvolgnummer=NUMMERS),
    _levering(bouw.identificeren, **_IDENTIFICATIE, burgerservicenummer=_BSN),
    _levering(bouw.zoeken, **_IDENTIFICATIE),
    _levering(bouw.opnieuw, **_IDENTIFICATIE, burgerservicenummer=_BSN),
)
BATCHES: Final = st.lists(LEVERINGEN, max_size=8)
