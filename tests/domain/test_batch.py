"""A batch in order: each judged on what the ones before left, repeats and trials included (register.md 3.3 and 3.6)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.codes import Verwerkingsstatus
from domain.uitgifte import NOG_NIET_UITGEGEVEN, Uitgifte
from domain.uitslag import Aard, Eerder, Uitslag
from domain.verwerking import verwerk
from tests.domain.bouw import (
    aanleveren,
    aanleveren_bpv,
    identificeren,
    opnieuw,
    register,
    school,
    uitschrijven,
    verwijderen_bpv,
    wijzigen,
    zoeken,
)
from tests.domain.wereld import EIGEN, NIEUWKOMER, ONBEKENDE, VRIJ, dossier, mens

BIJ_NIEUWKOMER = {"persoon": {"burgerservicenummer": NIEUWKOMER}}


def codes(uitslag: Uitslag) -> list[str]:
    return [signaal.code for signaal in uitslag.signalen]


def test_een_batch_bouwt_voort_op_zichzelf() -> None:
    uitslagen = register().lever(
        identificeren(burgerservicenummer=NIEUWKOMER),
        aanleveren(**BIJ_NIEUWKOMER),
        aanleveren_bpv(**BIJ_NIEUWKOMER, inschrijvingvolgnummer="2"),
        uitschrijven(**BIJ_NIEUWKOMER, inschrijvingvolgnummer="2", verwachteVersie=1),
    )
    assert [uitslag.status for uitslag in uitslagen] == [Verwerkingsstatus.GOEDGEKEURD] * 4


def test_de_volgorde_telt() -> None:
    eerst, daarna = register().lever(aanleveren(**BIJ_NIEUWKOMER), identificeren(burgerservicenummer=NIEUWKOMER))
    assert (codes(eerst), codes(daarna)) == (["P07"], [])


def test_een_afgekeurde_levering_laat_de_andere_met_rust() -> None:
    goed, fout, ook_goed = register().lever(
        uitschrijven(), wijzigen(datumInschrijving="2024-02-30"), verwijderen_bpv(verwachteVersie=1)
    )
    assert [u.status for u in (goed, ook_goed)] == [Verwerkingsstatus.GOEDGEKEURD] * 2
    assert codes(fout) == ["L01"]


def test_twee_wijzigingen_van_een_object_zijn_twee_versies() -> None:
    hier = register()
    een, twee = hier.lever(
        wijzigen(datumUitschrijvingGepland="2027-06-30", verwachteVersie=1),
        wijzigen(datumUitschrijvingGepland="2027-05-31", verwachteVersie=2),
    )
    versies = [u.dossier.inschrijvingen[EIGEN].versie for u in (een, twee) if u.dossier]
    assert versies == [2, 3]
    velden = [[(v.oud, v.nieuw) for v in u.mutaties[0].velden] for u in (een, twee)]
    assert velden == [[("2027-07-31", "2027-06-30")], [("2027-06-30", "2027-05-31")]]


def test_een_wijziging_en_haar_tegendeel_zijn_ook_twee_versies() -> None:
    hier = register()
    hier.lever(wijzigen(datumUitschrijvingGepland="2027-06-30"), wijzigen())
    assert hier.dossiers[1].inschrijvingen[EIGEN].versie == 3


@pytest.mark.parametrize("levering", [uitschrijven(), uitschrijven(datumUitschrijvingWerkelijk="x"), zoeken()])
def test_een_herhaling_in_de_batch_geeft_de_eerste_uitkomst_en_doet_niets(levering: object) -> None:
    hier = register()
    eerste, herhaling = hier.lever(levering, levering)  # type: ignore[arg-type]
    assert (eerste.aard, herhaling.aard) == (Aard.NIEUW, Aard.HERHALING)
    assert (herhaling.status, herhaling.signalen) == (eerste.status, eerste.signalen)
    assert (herhaling.mutaties, herhaling.berichten, herhaling.eerder) == ((), (), eerste)


def opgeslagen(**anders: object) -> Eerder:
    """What storage holds of the delivery with kenmerk `a`."""
    ontvangst = uitschrijven(kenmerk="a").ontvangst
    eerder = Eerder(
        levering_id=7,
        soort=ontvangst.levering.soort,
        hash=ontvangst.hash,
        status=Verwerkingsstatus.IN_BEHANDELING,
        signalen=(),
        mutaties=(),
    )
    return replace(eerder, **anders)  # type: ignore[arg-type]


def test_een_herhaling_van_eerder_geeft_de_uitkomst_van_nu() -> None:
    hier = register()
    stand = replace(hier.stand, eerdere={"a": opgeslagen()})
    (uitslag,) = verwerk([uitschrijven(kenmerk="a").ontvangst], stand, hier.aanroeper, hier.buiten, Uitgifte())
    assert (uitslag.aard, uitslag.status) == (Aard.HERHALING, Verwerkingsstatus.IN_BEHANDELING)
    assert uitslag.eerder == opgeslagen()


@pytest.mark.parametrize("anders", [{"hash": "0" * 64}, {"soort": wijzigen().soort}], ids=["inhoud", "soort"])
def test_een_ander_bericht_onder_een_kenmerk_van_eerder_is_l02(anders: dict[str, object]) -> None:
    hier = register()
    stand = replace(hier.stand, eerdere={"a": opgeslagen(**anders)})
    (uitslag,) = verwerk([uitschrijven(kenmerk="a").ontvangst], stand, hier.aanroeper, hier.buiten, Uitgifte())
    assert (uitslag.aard, codes(uitslag)) == (Aard.ANDER_BERICHT, ["L02"])


def test_l02_neemt_de_plaats_van_de_eerste_niet_in() -> None:
    eerste = uitschrijven(kenmerk="a")
    ander = eerste.met(redenUitschrijving="02")
    uitslagen = register().lever(eerste, ander, ander, eerste)
    assert [u.aard for u in uitslagen] == [Aard.NIEUW, Aard.ANDER_BERICHT, Aard.ANDER_BERICHT, Aard.HERHALING]


def test_een_proef_zegt_wat_er_zou_gebeuren_en_laat_niets_achter() -> None:
    hier = register()
    proef, echt = hier.beoordeel(uitschrijven(kenmerk="a", proef=True), uitschrijven(kenmerk="a"))
    assert (proef.aard, echt.aard) == (Aard.PROEF, Aard.NIEUW)
    assert proef.mutaties == echt.mutaties
    assert [u.dossier.inschrijvingen[EIGEN].versie for u in (proef, echt) if u.dossier] == [2, 2]
    assert hier == register()


def test_proeven_bouwen_op_elkaar_en_op_wat_echt_is() -> None:
    hier = register()
    uitslagen = hier.lever(
        aanleveren(proef=True),
        aanleveren_bpv(inschrijvingvolgnummer="2", proef=True),
        aanleveren_bpv(inschrijvingvolgnummer="2"),
        verwijderen_bpv(),
        wijzigen(proef=True),
    )
    assert [codes(uitslag) for uitslag in uitslagen] == [[], [], ["I01"], [], []]
    assert {sleutel.inschrijvingvolgnummer for sleutel in hier.dossiers[1].inschrijvingen} == {"1"}


def test_een_proef_mag_een_gebruikt_kenmerk_dragen() -> None:
    _, proef = register().lever(uitschrijven(kenmerk="a"), uitschrijven(kenmerk="a", proef=True))
    assert (proef.aard, proef.signalen) == (Aard.PROEF, ())


def test_een_proef_geeft_geen_nummer_uit() -> None:
    hier = register()
    proef, echt = hier.lever(zoeken(proef=True), zoeken(kenmerk="echt"))
    nummers = [u.dossier.persoon.onderwijsnummer for u in (proef, echt) if u.dossier and u.dossier.persoon]
    assert nummers == [NOG_NIET_UITGEGEVEN, VRIJ[0]]


def test_wat_aan_nummers_tekortkomt_wordt_geteld() -> None:
    hier, uitgifte = register(), Uitgifte(VRIJ[:1])
    leveringen = [zoeken(geslachtsnaam=naam).ontvangst for naam in ("Eerste", "Tweede", "Derde")]
    verwerk(leveringen, hier.stand, hier.aanroeper, hier.buiten, uitgifte)
    assert uitgifte.tekort == 2


def test_dezelfde_persoon_tweemaal_zoeken_in_een_batch_geeft_een_nummer() -> None:
    hier = register()
    een, twee = hier.lever(zoeken(), zoeken())
    assert een.dossier is not None
    assert twee.dossier == een.dossier
    assert (codes(een), codes(twee)) == (["P08"], [])


def test_een_nieuw_bsn_en_het_oude_nummer_gelden_allebei_verder_in_de_batch() -> None:
    hier = register(dossier(2, mens(onderwijsnummer=ONBEKENDE, geslachtsnaam="de Wit", voornamen="Dina")))
    wisseling, met_oud, met_nieuw = hier.lever(
        opnieuw(burgerservicenummer=NIEUWKOMER),
        aanleveren(persoon={"onderwijsnummer": ONBEKENDE}),
        aanleveren(**BIJ_NIEUWKOMER, inschrijvingvolgnummer="3"),
    )
    assert [codes(u) for u in (wisseling, met_oud, met_nieuw)] == [[], [], []]
    assert hier.nummers == {ONBEKENDE: 2, NIEUWKOMER: 2}


def test_geen_school_ziet_het_dossier_dat_een_andere_identificeerde() -> None:
    hier = register(aanroeper=school("25LX"))
    (uitslag,) = hier.lever(aanleveren())
    assert (codes(uitslag), uitslag.dossier) == (["P07"], None)
