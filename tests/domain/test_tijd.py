"""Days, partly unknown days, ages and periods: what holds for all of them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from domain.tijd import OnvolledigeDatum, Tijdvak, datum_uit_tekst, leeftijd, studiejaar

DAGEN = st.dates()
DAG = timedelta(days=1)


@st.composite
def onvolledige_datums(draw: st.DrawFn) -> OnvolledigeDatum:
    dag = draw(DAGEN)
    delen = (dag.year, dag.month, dag.day)
    bekend = draw(st.integers(0, 3))
    return OnvolledigeDatum(*delen[:bekend], *(0,) * (3 - bekend))


DATUMS = onvolledige_datums()
BUURT = st.dates(date(2024, 2, 20), date(2024, 3, 10))


@given(DATUMS)
@example(OnvolledigeDatum(0))
@example(OnvolledigeDatum(1, 1, 1))
def test_een_onvolledige_datum_komt_heen_en_weer_over(datum: OnvolledigeDatum) -> None:
    assert OnvolledigeDatum.uit_tekst(str(datum)) == datum


@given(DAGEN)
def test_een_volledige_datum_is_die_dag(dag: date) -> None:
    datum = OnvolledigeDatum.van(dag)
    assert (str(datum), datum.vroegste(), datum.laatste()) == (dag.isoformat(), dag, dag)


@given(DATUMS, DATUMS)
def test_overeenkomen_is_wederzijds(een: OnvolledigeDatum, ander: OnvolledigeDatum) -> None:
    assert een.komt_overeen_met(ander) == ander.komt_overeen_met(een)
    assert een.komt_overeen_met(een)


@given(DATUMS, DAGEN)
def test_overeenkomen_met_een_dag_is_die_dag_kunnen_zijn(datum: OnvolledigeDatum, dag: date) -> None:
    vroegste, laatste = datum.vroegste(), datum.laatste()
    kan = vroegste is None or (laatste is not None and vroegste <= dag <= laatste)
    assert datum.komt_overeen_met(OnvolledigeDatum.van(dag)) == kan


@given(DATUMS)
def test_wat_onbekend_is_komt_met_alles_overeen(datum: OnvolledigeDatum) -> None:
    assert OnvolledigeDatum(0).komt_overeen_met(datum)
    assert OnvolledigeDatum(datum.jaar).komt_overeen_met(datum)
    assert OnvolledigeDatum(datum.jaar, datum.maand).komt_overeen_met(datum)


@pytest.mark.parametrize(
    "tekst",
    ["2005-00-15", "0000-06-00", "0000-00-15", "2005-13-00", "2005-02-30", "2023-02-29", "2005-6-15", "20050615", "",
     "2005-06-15 ", " 2005-06-15", "2005-06-15\n", "-005-06-15", "2005/06/15", "٢٠٠٥-06-15", "2005-06-15T00:00:00"],
)  # fmt: skip
def test_wat_niet_kan_bestaan_is_geen_datum(tekst: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever the reason
        OnvolledigeDatum.uit_tekst(tekst)
    with pytest.raises(ValueError):  # noqa: PT011
        datum_uit_tekst(tekst)


@given(st.text(max_size=12))
def test_elke_tekst_is_een_datum_of_een_valueerror(tekst: str) -> None:
    for lees in (OnvolledigeDatum.uit_tekst, datum_uit_tekst):
        try:
            assert str(lees(tekst)) == tekst
        except ValueError:
            continue


@given(DATUMS, DAGEN, DAGEN)
def test_wie_ouder_wordt_wordt_niet_jonger(geboren: OnvolledigeDatum, dag: date, later: date) -> None:
    jong, oud = (leeftijd(geboren, op) for op in sorted((dag, later)))
    assert (jong is None) == (oud is None) == (geboren.jaar == 0)
    assert jong is None or oud is None or jong <= oud


@given(DATUMS, DAGEN)
def test_wie_minder_van_zijn_geboorte_weet_is_niet_jonger(geboren: OnvolledigeDatum, dag: date) -> None:
    precies, vaag = leeftijd(geboren, dag), leeftijd(OnvolledigeDatum(geboren.jaar), dag)
    assert precies is None or vaag is None or precies <= vaag


@pytest.mark.parametrize(
    ("geboren", "op", "jaren"),
    [
        ("2005-06-15", "2021-06-14", 15),
        ("2005-06-15", "2021-06-15", 16),
        ("2008-02-29", "2024-02-29", 16),
        ("2008-02-29", "2025-02-28", 16),
        ("2008-02-29", "2025-03-01", 17),
        ("2005-00-00", "2021-01-01", 16),
        ("2005-06-00", "2021-05-31", 15),
    ],
)
def test_leeftijd(geboren: str, op: str, jaren: int) -> None:
    assert leeftijd(OnvolledigeDatum.uit_tekst(geboren), date.fromisoformat(op)) == jaren


@given(DAGEN.filter(lambda dag: dag > date.min))
def test_een_studiejaar_begint_op_1_augustus(dag: date) -> None:
    verschil = studiejaar(dag) - studiejaar(dag - DAG)
    assert verschil == ((dag.month, dag.day) == (8, 1))


@st.composite
def tijdvakken(draw: st.DrawFn) -> Tijdvak:
    begin, einde = draw(BUURT), draw(st.none() | BUURT)
    return Tijdvak(begin, einde if einde is None or begin <= einde else begin)


def dagen(vak: Tijdvak) -> set[date]:
    """The days of a period, up to a day that lies after all of the others."""
    return {date(2024, 2, 20) + DAG * nummer for nummer in range(30) if vak.bevat(date(2024, 2, 20) + DAG * nummer)}


@given(tijdvakken(), tijdvakken())
def test_overlappen_is_wederzijds_en_betekent_een_dag_gemeen(een: Tijdvak, ander: Tijdvak) -> None:
    assert een.overlapt(ander) == ander.overlapt(een) == bool(dagen(een) & dagen(ander))


@given(tijdvakken(), tijdvakken().filter(lambda vak: vak.einde is not None))
def test_omvatten_betekent_elke_dag_bevatten(buiten: Tijdvak, binnen: Tijdvak) -> None:
    assert buiten.omvat(binnen) == (dagen(binnen) <= dagen(buiten))


@given(tijdvakken(), BUURT)
def test_een_open_einde_past_in_elk_einde(buiten: Tijdvak, begin: date) -> None:
    assert buiten.omvat(Tijdvak(begin)) == buiten.bevat(begin)
