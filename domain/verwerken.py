"""How a delivery is judged and what it does: the one list of kinds, with the controls of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from domain.codes import LeveringSoort as Soort
from domain.controles import (
    bpv,
    extra_ondersteuning,
    inschrijving,
    leerbedrijf,
    levering,
    opleiding,
    periode,
    perioden,
    persoon,
)
from domain.controles.controle import Controle, controleer, per_periode
from domain.feit import FeitOntbreekt
from domain.leveringen.aanleveren_bpv import AanleverenBpv
from domain.leveringen.aanleveren_extra_ondersteuning import AanleverenExtraOndersteuning
from domain.leveringen.aanleveren_inschrijving import AanleverenInschrijving
from domain.leveringen.aanleveren_uitschrijving import AanleverenUitschrijving
from domain.leveringen.identificeren_persoon import IdentificerenPersoon
from domain.leveringen.opnieuw_identificeren_persoon import OpnieuwIdentificerenPersoon
from domain.leveringen.verwijderen_bpv import VerwijderenBpv
from domain.leveringen.verwijderen_extra_ondersteuning import VerwijderenExtraOndersteuning
from domain.leveringen.verwijderen_inschrijving import VerwijderenInschrijving
from domain.leveringen.wijzigen_bpv import WijzigenBpv
from domain.leveringen.wijzigen_inschrijving import WijzigenInschrijving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.feiten import Feiten
    from domain.leveringen.levering import Levering
    from domain.signalen import Signaal

LEVERINGEN: Final[tuple[type[Levering], ...]] = (
    IdentificerenPersoon,
    OpnieuwIdentificerenPersoon,
    AanleverenInschrijving,
    WijzigenInschrijving,
    AanleverenUitschrijving,
    VerwijderenInschrijving,
    AanleverenExtraOndersteuning,
    VerwijderenExtraOndersteuning,
    AanleverenBpv,
    WijzigenBpv,
    VerwijderenBpv,
)
KLASSE: Final = {klasse.soort: klasse for klasse in LEVERINGEN}

_ELKE: Final[tuple[Controle, ...]] = (levering.beheer_alleen_door_ipo, levering.instelling_is_geldig)
_IDENTIFICATIE: Final[tuple[Controle, ...]] = (
    *_ELKE,
    persoon.geleverde_nummers_kloppen,
    persoon.adres_past_bij_nummer,
    persoon.identificatie_slaagt,
)
_BEKENDE_PERSOON: Final[tuple[Controle, ...]] = (
    *_ELKE,
    persoon.nummer_van_persoon_klopt,
    persoon.persoon_is_geidentificeerd,
)
_BESTAANDE_INSCHRIJVING: Final[tuple[Controle, ...]] = (
    *_BEKENDE_PERSOON,
    inschrijving.inschrijving_bestaat,
)
_INSCHRIJVING: Final[tuple[Controle, ...]] = (
    persoon.persoon_leeft,
    inschrijving.volgnummer_heeft_vorm,
    inschrijving.einde_niet_voor_begin,
    inschrijving.reden_bestaat,
    inschrijving.reden_is_geleverd,
    inschrijving.einde_niet_na_planning,
    inschrijving.leeftijd_is_waarschijnlijk,
    inschrijving.vooropleiding_bestaat,
    inschrijving.vooropleiding_alleen_bekostigd,
    perioden.heeft_perioden,
    perioden.eerste_begint_bij_inschrijving,
    perioden.beginnen_binnen_inschrijving,
    perioden.claim_is_enig,
    opleiding.opleiding_bestaat,
    opleiding.instelling_mag_verzorgen,
    per_periode(periode.domein_past),
    per_periode(periode.niveau_is_geleverd),
    per_periode(periode.niveau_klopt),
    per_periode(periode.leertraject_is_geldig),
    per_periode(periode.locatie_is_geleverd),
    per_periode(periode.codes_hebben_vorm),
    per_periode(periode.claim_is_mogelijk),
    per_periode(periode.examen_alleen_bekostigd),
    per_periode(periode.leerroutefase_is_mogelijk),
    per_periode(periode.leerweg_is_vastgesteld),
    per_periode(periode.leerplicht_is_geeindigd),
    extra_ondersteuning.ondersteuning_past,
    extra_ondersteuning.ondersteuning_alleen_bekostigd,
)
_BPV: Final[tuple[Controle, ...]] = (
    persoon.persoon_leeft,
    bpv.bpvvolgnummer_heeft_vorm,
    bpv.gepland_einde_niet_voor_begin,
    bpv.werkelijk_einde_niet_voor_begin,
    bpv.begint_niet_na_inschrijving,
    bpv.begint_niet_voor_inschrijving,
    bpv.heeft_grondslag,
    bpv.keuzedeel_bestaat,
    bpv.keuzedeel_hoort_bij_opleiding,
    bpv.opleiding_van_bpv_bestaat,
    bpv.opleiding_is_die_van_periode,
    bpv.omvang_is_mogelijk,
    leerbedrijf.leerbedrijf_is_bekend,
    leerbedrijf.leerbedrijf_is_erkend,
    leerbedrijf.sbb_is_bereikbaar,
)


def controles_van(soort: Soort) -> tuple[Controle, ...]:  # noqa: C901, PLR0911 - a kind of delivery a case
    """Return the controls of a kind of delivery, in no particular order: signals are ordered afterwards."""
    match soort:
        case Soort.IDENTIFICEREN_PERSOON:
            return (*_IDENTIFICATIE, persoon.een_nummer, persoon.gegevens_zijn_volledig)
        case Soort.OPNIEUW_IDENTIFICEREN_PERSOON:
            return (*_IDENTIFICATIE, persoon.persoon_is_eerder_geidentificeerd)
        case Soort.AANLEVEREN_INSCHRIJVING:
            return (*_BEKENDE_PERSOON, inschrijving.inschrijving_is_nieuw, *_INSCHRIJVING)
        case Soort.WIJZIGEN_INSCHRIJVING:
            return (*_BESTAANDE_INSCHRIJVING, levering.versie_van_inschrijving_klopt, *_INSCHRIJVING)
        case Soort.AANLEVEREN_UITSCHRIJVING:
            return (
                *_BESTAANDE_INSCHRIJVING,
                levering.versie_van_inschrijving_klopt,
                inschrijving.uitschrijving_niet_voor_begin,
                inschrijving.perioden_beginnen_voor_uitschrijving,
                inschrijving.reden_bestaat,
                inschrijving.reden_is_geleverd,
                inschrijving.uitschrijving_niet_na_planning,
            )
        case Soort.VERWIJDEREN_INSCHRIJVING:
            return (
                *_BESTAANDE_INSCHRIJVING,
                levering.versie_van_inschrijving_klopt,
                inschrijving.inschrijving_is_leeg,
            )
        case Soort.AANLEVEREN_EXTRA_ONDERSTEUNING:
            return (
                *_BESTAANDE_INSCHRIJVING,
                extra_ondersteuning.toegevoegde_ondersteuning_past,
                extra_ondersteuning.toevoegen_alleen_bekostigd,
            )
        case Soort.VERWIJDEREN_EXTRA_ONDERSTEUNING:
            return (*_BESTAANDE_INSCHRIJVING, extra_ondersteuning.ondersteuning_bestaat)
        case Soort.AANLEVEREN_BPV:
            return (*_BESTAANDE_INSCHRIJVING, bpv.bpv_is_nieuw, *_BPV)
        case Soort.WIJZIGEN_BPV:
            return (*_BESTAANDE_INSCHRIJVING, bpv.bpv_bestaat, levering.versie_van_bpv_klopt, *_BPV)
        case Soort.VERWIJDEREN_BPV:
            return (*_BESTAANDE_INSCHRIJVING, bpv.bpv_bestaat, levering.versie_van_bpv_klopt)
        case _:
            assert_never(soort)


def oordeel(geleverd: Levering, feiten: Feiten) -> Iterator[Signaal]:
    """Yield what the controls of its kind say of a delivery; of one that is registered to the letter only who acts."""
    controles = _ELKE if _staat_er_al(geleverd, feiten) else controles_van(geleverd.soort)
    return controleer(controles, geleverd, feiten)


def _staat_er_al(geleverd: Levering, feiten: Feiten) -> bool:
    try:
        return geleverd.staat_er_al(feiten)
    except FeitOntbreekt:
        return False
