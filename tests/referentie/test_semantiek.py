"""What reference data means on a day (referentie.md), whatever rows there are."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.referentie import Instelling, Keuzedeel, Licentie, OpleidingKeuzedeel, Referentie

DAGEN = st.integers(0, 12).map(lambda nummer: date(2026, 1, 1) + timedelta(days=nummer))
PERIODEN = st.lists(
    st.tuples(st.none() | DAGEN, st.none() | DAGEN).filter(lambda p: p[0] is None or p[1] is None or p[0] <= p[1]),
    max_size=6,
    unique_by=lambda periode: periode[0],
)
Perioden = list[tuple[date | None, date | None]]


def dekt(periode: tuple[date | None, date | None], dag: date) -> bool:
    van, tot = periode
    return (van or date.min) <= dag <= (tot or date.max)


def keuzedelen(perioden: Perioden) -> Referentie:
    rijen = [Keuzedeel(code="K0001", naam="x", geldig_van=van, geldig_tot=tot) for van, tot in perioden]
    return Referentie(keuzedelen={"K0001": rijen})


@given(PERIODEN, DAGEN)
def test_van_de_geldige_rijen_telt_het_nieuwste_begin(perioden: Perioden, dag: date) -> None:
    rij = keuzedelen(perioden).keuzedeel("K0001", dag)
    geldig = [periode for periode in perioden if dekt(periode, dag)]
    if not geldig:
        assert rij is None
    else:
        assert rij is not None
        assert (rij.geldig_van, rij.geldig_tot) == max(geldig, key=lambda periode: periode[0] or date.min)


@given(PERIODEN, DAGEN, st.randoms())
def test_de_volgorde_van_de_rijen_doet_er_niet_toe(perioden: Perioden, dag: date, toeval: object) -> None:
    geschud = list(perioden)
    toeval.shuffle(geschud)  # type: ignore[attr-defined]
    assert keuzedelen(perioden).keuzedeel("K0001", dag) == keuzedelen(geschud).keuzedeel("K0001", dag)


@given(PERIODEN, DAGEN)
def test_een_rij_die_de_dag_niet_dekt_verandert_niets(perioden: Perioden, dag: date) -> None:
    ter_zake = [periode for periode in perioden if dekt(periode, dag)]
    assert keuzedelen(perioden).keuzedeel("K0001", dag) == keuzedelen(ter_zake).keuzedeel("K0001", dag)


@given(PERIODEN, DAGEN)
def test_bekostiging_geldt_op_de_dag_en_anders_volgens_de_nieuwste_rij(perioden: Perioden, dag: date) -> None:
    rijen = [
        Instelling(brin="27DV", naam="x", bekostigd=nummer % 2 == 0, geldig_van=van, geldig_tot=tot)
        for nummer, (van, tot) in enumerate(perioden)
    ]
    referentie = Referentie(instellingen={"27DV": rijen})
    geldig = [rij for rij in rijen if dekt((rij.geldig_van, rij.geldig_tot), dag)] or rijen
    verwacht = max(geldig, key=lambda rij: rij.geldig_van or date.min).bekostigd if geldig else False
    assert referentie.bekostigd("27DV", dag) == verwacht


@given(PERIODEN, PERIODEN, DAGEN)
def test_een_licentie_voor_alles_is_er_een_voor_elke_opleiding(eigen: Perioden, alle: Perioden, dag: date) -> None:
    def rijen(code: str, perioden: Perioden) -> list[Licentie]:
        return [Licentie(brin="30ZZ", opleidingcode=code, geldig_van=van, geldig_tot=tot) for van, tot in perioden]

    referentie = Referentie(
        licenties={("30ZZ", "25655"): rijen("25655", eigen), ("30ZZ", "*"): rijen("*", alle)},
    )
    iedere = any(dekt(periode, dag) for periode in alle)
    assert referentie.mag_verzorgen("30ZZ", "25655", dag) == (iedere or any(dekt(periode, dag) for periode in eigen))
    assert referentie.mag_verzorgen("30ZZ", "25311", dag) == iedere
    assert not referentie.mag_verzorgen("27DV", "25655", dag)


@given(PERIODEN, DAGEN)
def test_zonder_koppelingen_hoort_elk_keuzedeel_erbij(perioden: Perioden, dag: date) -> None:
    rijen = [
        OpleidingKeuzedeel(opleidingcode="25655", keuzedeelcode="K0001", geldig_van=van, geldig_tot=tot)
        for van, tot in perioden
    ]
    referentie = Referentie(opleiding_keuzedelen={"25655": rijen} if rijen else {})
    assert referentie.hoort_bij("K0001", "25655", dag) == (not rijen or any(dekt(een, dag) for een in perioden))
    assert referentie.hoort_bij("K0002", "25655", dag) == (not rijen)
    assert referentie.hoort_bij("K0002", "25311", dag)
