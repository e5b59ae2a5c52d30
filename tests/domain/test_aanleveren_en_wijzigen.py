"""What deliveries do to what is registered (register.md 3): add, replace, end, delete; and when that is a version."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.bpv import BpvSleutel
from domain.codes import Mutatiesoort, Verwerkingsstatus
from domain.inschrijving import ExtraOndersteuning, Inschrijving
from tests.domain.bouw import (
    Invoer,
    Register,
    aanleveren,
    aanleveren_bpv,
    ondersteunen,
    ondersteuning_weg,
    periode,
    register,
    steun,
    uitschrijven,
    verwijderen,
    verwijderen_bpv,
    wijzigen,
    wijzigen_bpv,
)
from tests.domain.wereld import EIGEN, HORECA_DOSSIER, MENSEN, STEUN, dossier, geldend, ingeschreven, stage

VOL = ingeschreven(
    datum_uitschrijving_werkelijk=date(2026, 1, 31),
    reden_uitschrijving="01",
    hoogste_vooropleiding="05",
    perioden=(geldend(locatiecode_vsv="27DV00"),),
    extra_ondersteuning=(STEUN,),
    versie=3,
)
EERSTE_BPV = BpvSleutel(EIGEN, "1")


def vol() -> Register:
    """The student with an enrolment of which every optional field is filled."""
    return register(dossier(1, MENSEN[0], VOL, stage(versie=2)))


def na(hier: Register, levering: Invoer) -> Inschrijving:
    """The enrolment after the delivery."""
    hier.lever(levering)
    return hier.dossiers[1].inschrijvingen[EIGEN]


@pytest.mark.parametrize(
    "levering",
    [
        pytest.param(
            aanleveren(
                inschrijvingvolgnummer="1",
                datumUitschrijvingWerkelijk="2026-01-31",
                redenUitschrijving="01",
                hoogsteVooropleiding="05",
                perioden=[periode(locatiecodeVsv="27DV00")],
                extraOndersteuning=[steun("2025-10-01", "2025-12-31")],
            ),
            id="alles",
        ),
        pytest.param(aanleveren(inschrijvingvolgnummer="1"), id="zonder wat optioneel is"),
        pytest.param(
            aanleveren(inschrijvingvolgnummer="1", perioden=[periode(onderwijsaanbieder=None, onderwijslocatie=None)]),
            id="ook in de periode zonder wat optioneel is",
        ),
        pytest.param(aanleveren(inschrijvingvolgnummer="1", perioden=[periode(niveau="MBO_4")]), id="afgeleid niveau"),
        pytest.param(aanleveren_bpv(bpvvolgnummer="1", omvang=None), id="BPV zonder uren"),
    ],
)
def test_nog_eens_aanleveren_wat_er_staat_is_goed_en_verandert_niets(levering: Invoer) -> None:
    hier, oud = vol(), vol()
    (uitslag,) = hier.lever(levering)
    assert uitslag.status is Verwerkingsstatus.GOEDGEKEURD
    assert (uitslag.signalen, uitslag.mutaties, uitslag.berichten) == ((), (), ())
    assert not uitslag.herbeoordeeld
    assert uitslag.dossier is hier.dossiers[1]
    assert hier == oud


@pytest.mark.parametrize(
    "anders",
    [
        pytest.param({"extraOndersteuning": []}, id="lege ondersteuning is niet hetzelfde als geen"),
        pytest.param({"hoogsteVooropleiding": "06"}, id="andere vooropleiding"),
        pytest.param({"redenUitschrijving": "02"}, id="andere reden"),
        pytest.param({"perioden": [periode(locatiecodeVsv="27DV01")]}, id="andere locatie"),
        pytest.param({"perioden": [periode(indicatieBekostigbaar=False)]}, id="andere claim"),
    ],
)
def test_een_geleverd_optioneel_veld_telt_wel(anders: dict[str, object]) -> None:
    (uitslag,) = vol().lever(aanleveren(inschrijvingvolgnummer="1", **anders))
    assert "I02" in [signaal.code for signaal in uitslag.signalen]


def test_wijzigen_vervangt_alles_behalve_ondersteuning() -> None:
    verwacht = replace(
        VOL,
        datum_uitschrijving_werkelijk=None,
        reden_uitschrijving=None,
        hoogste_vooropleiding=None,
        perioden=(geldend(),),
    )
    nieuw = na(vol(), wijzigen())
    assert nieuw == verwacht
    assert nieuw.extra_ondersteuning == (STEUN,)
    assert nieuw.versie == 4


def test_wijzigen_met_lege_ondersteuning_haalt_haar_weg() -> None:
    assert na(vol(), wijzigen(extraOndersteuning=[])).extra_ondersteuning == ()


def test_wijzigen_zonder_verschil_is_geen_versie() -> None:
    hier = register()
    (uitslag,) = hier.lever(wijzigen())
    assert uitslag.status is Verwerkingsstatus.GOEDGEKEURD
    assert uitslag.mutaties == ()
    assert uitslag.herbeoordeeld
    assert hier.dossiers[1].inschrijvingen[EIGEN].versie == 1


def test_wijzigen_van_een_bpv_vervangt_alles() -> None:
    hier = register()
    hier.lever(wijzigen_bpv(datumEindeWerkelijk="2026-01-31"), wijzigen_bpv(omvang=None))
    assert hier.dossiers[1].bpvs[EERSTE_BPV] == stage(omvang=None)
    assert hier.dossiers[1].bpvs[EERSTE_BPV].versie == 3


def test_perioden_staan_op_begin_en_gelijke_die_aansluiten_blijven_zoals_geleverd() -> None:
    nieuw = na(register(), wijzigen(perioden=[periode("2026-02-01"), periode("2025-10-01"), periode()]))
    assert nieuw.perioden == (geldend(), geldend(date(2025, 10, 1)), geldend(date(2026, 2, 1)))


def test_een_niveau_dat_de_kwalificatie_bepaalt_wordt_niet_bewaard_dat_van_een_dossier_wel() -> None:
    perioden = [periode(niveau="MBO_4"), periode("2026-02-01", opleidingcode=HORECA_DOSSIER, niveau="MBO_3")]
    nieuw = na(register(), wijzigen(perioden=perioden))
    assert [geldende.niveau for geldende in nieuw.perioden] == [None, "MBO_3"]


def test_uitschrijven_zet_einde_en_reden_en_laat_de_rest() -> None:
    nieuw = na(register(), uitschrijven())
    assert nieuw == ingeschreven(datum_uitschrijving_werkelijk=date(2026, 1, 31), reden_uitschrijving="01")
    assert nieuw.versie == 2


def test_uitschrijven_overschrijft_ook_de_reden() -> None:
    nieuw = na(vol(), uitschrijven(datumUitschrijvingWerkelijk="2026-02-01", redenUitschrijving=None))
    assert (nieuw.datum_uitschrijving_werkelijk, nieuw.reden_uitschrijving) == (date(2026, 2, 1), None)


def test_wijzigen_zonder_einde_maakt_een_uitschrijving_ongedaan() -> None:
    hier = register()
    hier.lever(uitschrijven(), wijzigen())
    assert hier.dossiers[1].inschrijvingen[EIGEN] == ingeschreven()
    assert hier.dossiers[1].inschrijvingen[EIGEN].versie == 3


def test_ondersteuning_komt_erbij_op_volgorde_van_begin() -> None:
    nieuw = na(vol(), ondersteunen(perioden=[steun("2026-01-01", "2026-01-31"), steun("2025-08-01", "2025-09-30")]))
    assert [deel.datum_begin for deel in nieuw.extra_ondersteuning] == [
        date(2025, 8, 1),
        date(2025, 10, 1),
        date(2026, 1, 1),
    ]
    assert nieuw.versie == 4


def test_ondersteuning_die_er_al_is_verandert_niets() -> None:
    nieuw = na(vol(), ondersteunen(perioden=[steun("2025-10-01", "2025-12-31")]))
    assert (nieuw.extra_ondersteuning, nieuw.versie) == ((STEUN,), 3)


def test_ondersteuning_met_dezelfde_begindatum_en_een_ander_einde_overlapt() -> None:
    (uitslag,) = vol().lever(ondersteunen(perioden=[steun("2025-10-01", "2025-11-30")]))
    assert [signaal.code for signaal in uitslag.signalen] == ["I20"]


def test_ondersteuning_verwijderen_neemt_een_periode_weg() -> None:
    tweede = ExtraOndersteuning(datum_begin=date(2026, 1, 1))
    hier = register(dossier(1, MENSEN[0], ingeschreven(extra_ondersteuning=(STEUN, tweede))))
    nieuw = na(hier, ondersteuning_weg())
    assert (nieuw.extra_ondersteuning, nieuw.versie) == ((tweede,), 2)


def test_een_bpv_verandert_de_versie_van_haar_inschrijving_niet() -> None:
    hier = register()
    hier.lever(aanleveren_bpv(), wijzigen_bpv(omvang=500), verwijderen_bpv())
    assert hier.dossiers[1].inschrijvingen[EIGEN].versie == 1
    assert {sleutel.bpvvolgnummer for sleutel in hier.dossiers[1].bpvs} == {"2"}


def test_verwijderen_laat_niets_over_en_een_nieuwe_begint_bij_versie_een() -> None:
    hier = register()
    *_, weg = hier.lever(verwijderen_bpv(), verwijderen())
    assert weg.dossier is not None
    assert (weg.dossier.inschrijvingen, weg.dossier.bpvs) == ({}, {})
    assert na(hier, aanleveren(inschrijvingvolgnummer="1")).versie == 1


@pytest.mark.parametrize(
    ("levering", "verwacht"),
    [
        pytest.param(aanleveren(), [(Mutatiesoort.TOEVOEGING, "Inschrijving", "27DV/2")], id="aanleveren"),
        pytest.param(uitschrijven(), [(Mutatiesoort.WIJZIGING, "Inschrijving", "27DV/1")], id="uitschrijven"),
        pytest.param(verwijderen_bpv(), [(Mutatiesoort.VERWIJDERING, "Bpv", "27DV/1/1")], id="BPV verwijderen"),
        pytest.param(aanleveren_bpv(), [(Mutatiesoort.TOEVOEGING, "Bpv", "27DV/1/2")], id="BPV aanleveren"),
    ],
)
def test_mutaties_noemen_wat_er_gebeurde(levering: Invoer, verwacht: list[tuple[Mutatiesoort, str, str]]) -> None:
    (uitslag,) = register().lever(levering)
    assert [(m.soort, m.entiteit, m.sleutel) for m in uitslag.mutaties] == verwacht


def test_een_mutatie_noemt_per_veld_oud_en_nieuw() -> None:
    (uitslag,) = register().lever(wijzigen(perioden=[periode(leertraject="BBL"), periode("2026-02-01")]))
    (mutatie,) = uitslag.mutaties
    velden = {veld.veld: (veld.oud, veld.nieuw) for veld in mutatie.velden}
    assert velden == {
        "perioden.2025-08-01.leertraject": ("BOL", "BBL"),
        "perioden.2026-02-01.datumBegin": (None, "2026-02-01"),
        "perioden.2026-02-01.opleidingcode": (None, "25180"),
        "perioden.2026-02-01.leertraject": (None, "BOL"),
        "perioden.2026-02-01.indicatieBekostigbaar": (None, "true"),
        "perioden.2026-02-01.onderwijsaanbieder": (None, "100A100"),
        "perioden.2026-02-01.onderwijslocatie": (None, "100X100"),
    }
