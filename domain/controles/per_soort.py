"""Which controls a kind of delivery has: the one list of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from domain.codes import LeveringSoort as Soort
from domain.controles import (
    bpv,
    diploma,
    extra_ondersteuning,
    inschrijving,
    kwalificatie,
    leerbedrijf,
    levering,
    onderdeel,
    opleiding,
    periode,
    perioden,
    persoon,
    resultaat,
    vooropleiding,
)
from domain.controles.controle import per_periode
from domain.controles.onderdeel import per_onderdeel
from domain.resultaat import AmvbOnderdeel, GeneriekExamenonderdeel, KeuzedeelResultaat

if TYPE_CHECKING:
    from domain.controles.controle import Controle

ELKE: Final[tuple[Controle, ...]] = (levering.beheer_alleen_door_ipo, levering.instelling_is_geldig)
_IDENTIFICATIE: Final[tuple[Controle, ...]] = (
    *ELKE,
    persoon.geleverde_nummers_kloppen,
    persoon.adres_past_bij_nummer,
    persoon.identificatie_slaagt,
)
_BEKENDE_PERSOON: Final[tuple[Controle, ...]] = (
    *ELKE,
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
LEERBEDRIJF: Final[tuple[Controle, ...]] = (
    leerbedrijf.leerbedrijf_is_bekend,
    leerbedrijf.leerbedrijf_is_erkend,
    leerbedrijf.sbb_is_bereikbaar,
)
"""What is judged of a placement on the word of SBB: at once, or when SBB is back (B11)."""
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
    *LEERBEDRIJF,
)


_RESULTAAT: Final[tuple[Controle, ...]] = (
    persoon.persoon_leeft,
    resultaat.nummers_van_onderdelen_zijn_vrij,
    resultaat.nummers_zijn_enig,
    resultaat.nummers_hebben_vorm,
    resultaat.aanbieder_heeft_vorm,
    resultaat.inschrijving_is_geldig,
    resultaat.inschrijving_is_genoemd,
    resultaat.datum_is_geweest,
    per_onderdeel(GeneriekExamenonderdeel, onderdeel.examencode_bestaat),
    per_onderdeel(GeneriekExamenonderdeel, onderdeel.cijfers_zijn_mogelijk),
    per_onderdeel(GeneriekExamenonderdeel, onderdeel.eindcijfer_klopt),
    per_onderdeel(KeuzedeelResultaat, onderdeel.keuzedeelcode_bestaat),
    per_onderdeel(KeuzedeelResultaat, onderdeel.keuzedeel_hoort_erbij),
    per_onderdeel(KeuzedeelResultaat, onderdeel.certificaat_past),
    per_onderdeel(AmvbOnderdeel, onderdeel.amvb_code_bestaat),
    per_onderdeel(AmvbOnderdeel, onderdeel.certificaat_past),
)
_DIPLOMA: Final[tuple[Controle, ...]] = (
    *_RESULTAAT,
    kwalificatie.opleiding_is_bekend,
    kwalificatie.opleiding_is_kwalificatie,
    kwalificatie.instelling_mag_examineren,
    kwalificatie.opleiding_is_die_van_inschrijving,
    kwalificatie.diploma_is_het_eerste,
    kwalificatie.diploma_is_het_hoogste,
    diploma.claim_is_mogelijk,
    diploma.inschrijving_eindigt_met_diploma,
    diploma.slaagregel_is_gehaald,
)
_BESTAAND_RESULTAAT: Final[tuple[Controle, ...]] = (
    *_BEKENDE_PERSOON,
    resultaat.resultaat_bestaat,
    levering.versie_van_resultaat_klopt,
)
_VOOROPLEIDING: Final[tuple[Controle, ...]] = (
    persoon.nummer_van_persoon_klopt,
    vooropleiding.persoon_heeft_nummer,
    vooropleiding.datum_is_geweest,
    vooropleiding.cijfers_zijn_mogelijk,
)


def controles_van(soort: Soort) -> tuple[Controle, ...]:  # noqa: C901, PLR0911, PLR0912 - a kind of delivery a case
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
        case Soort.AANLEVEREN_DIPLOMA:
            return (*_BEKENDE_PERSOON, resultaat.resultaat_is_nieuw, *_DIPLOMA)
        case Soort.WIJZIGEN_DIPLOMA:
            return (*_BESTAAND_RESULTAAT, *_DIPLOMA)
        case Soort.AANLEVEREN_RESULTAAT:
            return (*_BEKENDE_PERSOON, resultaat.resultaat_is_nieuw, *_RESULTAAT)
        case Soort.WIJZIGEN_RESULTAAT:
            return (*_BESTAAND_RESULTAAT, *_RESULTAAT)
        case Soort.VERWIJDEREN_DIPLOMA | Soort.VERWIJDEREN_RESULTAAT:
            return _BESTAAND_RESULTAAT
        case Soort.VERWERKEN_PERSOONSMUTATIE:
            return (persoon.gemuteerde_nummers_kloppen, persoon.nieuw_nummer_is_vrij)
        case Soort.VERWERKEN_ERKENNINGSMUTATIE:
            return (leerbedrijf.gemuteerd_leerbedrijf_heeft_vorm, leerbedrijf.erkenning_eindigt_niet_voor_begin)
        case Soort.AANLEVEREN_VOOROPLEIDING:
            return _VOOROPLEIDING
        case _:
            assert_never(soort)
